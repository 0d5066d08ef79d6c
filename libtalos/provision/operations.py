"""Plans: operations that are described, executed in order, and undone in reverse."""

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from libtalos.provision import process

Progress = Callable[[str], None]


class Operation(Protocol):
    """One step. Both directions can be repeated: execute() keeps what already is as wanted, undo() takes away
    whatever is there, also what an execute() that failed halfway, or another process, left."""

    def describe(self) -> str:
        """Say what execute() does, in the imperative, for a progress line."""

    def execute(self) -> None:
        """Bring the step's result about."""

    def undo(self) -> None:
        """Take the step's result away; nothing to do is no error."""


class Lasting(msgspec.Struct, frozen=True):
    """An operation whose result outlives a failed plan: it belongs to the user and not to the attempt."""

    operation: Operation

    def describe(self) -> str:
        """Say what the operation says."""
        return self.operation.describe()

    def execute(self) -> None:
        """Execute the operation."""
        self.operation.execute()

    def undo(self) -> None:
        """Leave everything as it is."""


def execute(plan: Sequence[Operation], progress: Progress) -> None:
    """Execute plan in order. If a step fails, or is interrupted, undo it and those before it, and raise its error.

    What could not be undone is told in notes on that error.
    """
    begun: list[Operation] = []
    try:
        for operation in plan:
            progress(operation.describe())
            begun.append(operation)
            operation.execute()
    except BaseException as error:
        for failure in undo(begun):
            error.add_note(failure)
        raise


def undo(plan: Sequence[Operation]) -> list[str]:
    """Undo plan in reverse, to the end even where a step fails; return what could not be undone, one line each."""
    # A rollback that is itself interrupted would leave what it was about to take away.
    with process.uninterrupted():
        return [failure for operation in reversed(plan) for failure in _undo_one(operation)]


def _undo_one(operation: Operation) -> list[str]:
    try:
        operation.undo()
    except Exception as error:
        # Whatever it is, the steps below must still be undone.
        return [f"not undone: {operation.describe()}: {error}"]
    return []
