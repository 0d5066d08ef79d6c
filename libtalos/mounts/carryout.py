"""Bringing rows about: row by row, each as a whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from libtalos.linux.mounterror import errno_name
from libtalos.mounts.facts import Facts
from libtalos.mounts.operations import Operation
from libtalos.mounts.planner import missing, plan_down
from libtalos.mounts.rows import AnyRow
from libtalos.mounts.view import View


class StepError(Exception):
    """A row of the mount table could not be brought about; the message says which step failed and why."""

    def __init__(self, *, row: AnyRow, step: str, cause: Exception) -> None:
        super().__init__(f"{row.target} ({row.__struct_config__.tag}): cannot {step}: {_reason(cause)}")
        self.row = row
        self.step = step


def _reason(cause: Exception) -> str:
    """Return what the kernel says with the errno's name, which the errors of mounts have in their text."""
    if not isinstance(cause, OSError) or cause.errno is None:
        return str(cause)
    name, said = errno_name(cause.errno), cause.strerror or str(cause)
    return said if name in said else f"{name}: {said}"


def carry_out(rows: Iterable[AnyRow], *, look: Callable[[], View], facts: Facts) -> Iterator[Operation]:
    """Do what the rows still need and yield each operation when it is done.

    Each row is planned on what is there then, so a second run after a death at any point does only what is missing.
    Raises StepError; the steps of the failed row are then taken back, rows before it stay.
    """
    view: View | None = None
    changed: set[str] = set()
    for row in rows:
        try:
            if view is None or row.target in changed or not view.mounts:
                # What was seen of a place is out of date only for who asks for that place again: to read mountinfo
                # costs more than to mount something. Without /proc nothing at all was seen.
                view = look()
                changed.clear()
            steps = missing(row, view, facts)
        except (OSError, ValueError) as error:
            raise StepError(row=row, step="look at what is there", cause=error) from error
        yield from _execute(row, steps)
        if steps:
            changed.add(row.target)


def take_down(rows: Iterable[AnyRow], *, look: Callable[[], View]) -> Iterator[Operation]:
    """Unmount what the rows have mounted, the last one first, and yield each operation when it is done.

    Raises StepError at the first mount that cannot be taken away; what was before it stays away.
    """
    for row, step in plan_down(rows, look()):
        yield from _execute(row, [step])


def _execute(row: AnyRow, steps: list[Operation]) -> Iterator[Operation]:
    done: list[Operation] = []
    for step in steps:
        try:
            step.execute()
        except OSError as error:
            _undo(done)
            raise StepError(row=row, step=step.describe(), cause=error) from error
        done.append(step)
        yield step


def _undo(done: list[Operation]) -> None:
    for step in reversed(done):
        with suppress(OSError):  # the first failure is the news; what stays is planned around the next time
            step.undo()
