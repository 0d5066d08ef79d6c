"""The node's tree of mounts: wanted as the table has it, seen as the kernel has it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

import msgspec

from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts import (
    Facts,
    MountTable,
    Operation,
    Owner,
    StepError,
    View,
    carry_out,
    missing,
    plan,
    plan_rows,
    take_down,
)
from libtalos.mounts.rows import AnyRow, MountRow, OverlayRow, VolumeRow
from libtalos.mounts.sizes import format_size

MountingRow = MountRow | OverlayRow | VolumeRow


class NamedMount(msgspec.Struct, frozen=True):
    """A mount of the table that is in place. The name is its volume's label, or else its target."""

    name: str
    target: str
    mount: MountInfo


class Repair(msgspec.Struct, frozen=True):
    """A row that was not as wanted, what was done about it, and why that did not help, if it did not."""

    row: AnyRow
    steps: tuple[str, ...]
    error: str = ""


class MountTree:
    """Compares the table with the node and does what is missing. Its methods block: call them off the event loop."""

    def __init__(self, *, table: MountTable, look: Callable[[], View], facts: Facts) -> None:
        """Take the table, the eyes and the facts that rows need."""
        self._table = table
        self._rows = table.owned_by(Owner.FILESYSTEM)
        self._look = look
        self._facts = facts
        self._kept = self._rows

    def rows(self) -> list[tuple[AnyRow, list[Operation]]]:
        """Return every row of the table, whoever sees to it, with what it still needs. Raises OSError.

        Each component's rows are planned for themselves: no plan of one waits for what another has not done.
        """
        view = self._look()
        planned = [plan_rows(self._table.owned_by(owner), view, self._facts) for owner in Owner]
        needs = {row: steps for rows in planned for row, steps in rows}
        return [(row, needs[row]) for row in self._table.rows]

    def missing(self) -> list[Operation]:
        """Return what this component would do now. Raises OSError."""
        return plan(self._rows, self._look(), self._facts)

    def before_volumes(self) -> Iterator[Operation]:
        """Do what is missing of the rows before the first volume, and yield each operation. Raises StepError."""
        rows = takewhile(lambda row: not isinstance(row, VolumeRow), self._rows)
        return carry_out(rows, look=self._look, facts=self._facts)

    def complete(self) -> Iterator[Operation]:
        """Do what is missing and yield each operation when it is done. Raises StepError."""
        return carry_out(self._rows, look=self._look, facts=self._facts)

    def bring_about(self, row: AnyRow) -> list[Operation]:
        """Do what a single row still needs and return it. Raises StepError."""
        return list(carry_out([row], look=self._look, facts=self._facts))

    def settle(self) -> None:
        """Keep what is in place now: this component's rows, and init's as far as init, or an engine, has them so."""
        view = self._look()
        self._kept = tuple(
            row for row in self._table.rows if row.owner is Owner.FILESYSTEM or not missing(row, view, self._facts)
        )

    def repair(self) -> list[Repair]:
        """Put right what is not as wanted any more, each row for itself."""
        if self._all_well():
            return []
        repairs = [self._repaired(row) for row in self._kept]
        return [repair for repair in repairs if repair.steps or repair.error]

    def take_down(self) -> Iterator[Operation]:
        """Unmount this component's rows, the last one first, and yield each operation when done. Raises StepError."""
        return take_down(self._rows, look=self._look)

    def in_place(self) -> list[NamedMount]:
        """Return the mounts of the table that the kernel has now, whoever made them. Raises OSError."""
        view = self._look()
        wanted = [row for row in self._table.rows if isinstance(row, MountingRow)]
        seen = [(row, view.mounted(row.target)) for row in wanted]
        return [NamedMount(_name(row), row.target, mount) for row, mount in seen if mount is not None]

    def remarks(self) -> list[str]:
        """Return what differs from the wish and is left so: volumes that were made with another size."""
        return [remark for row in self._rows if isinstance(row, VolumeRow) for remark in self._size_remarks(row)]

    def _all_well(self) -> bool:
        """Whether one look finds nothing missing: the usual case, for which no row is looked at alone."""
        try:
            return not plan(self._kept, self._look(), self._facts)
        except (OSError, ValueError):
            return False  # the rows say themselves what is wrong with them

    def _repaired(self, row: AnyRow) -> Repair:
        done: list[str] = []
        try:
            for step in carry_out([row], look=self._look, facts=self._facts):
                done.append(step.describe())  # noqa: PERF401 - what was done before a failure counts, too
        except StepError as error:
            return Repair(row, tuple(done), str(error))
        return Repair(row, tuple(done))

    def _size_remarks(self, row: VolumeRow) -> Sequence[str]:
        status = self._look().status(row.image)
        wanted = self._facts.size(row)
        if status is None or status.st_size == wanted:
            return []
        has, wish = format_size(status.st_size), format_size(wanted)
        return [
            f"volume {row.label} has {has} and keeps them, though {wish} are asked for: it is sized when it is made"
        ]


def _name(row: MountingRow) -> str:
    return row.label if isinstance(row, VolumeRow) else row.target
