"""The steps from the tree that is to the tree that is wanted, as values: print them, do them, take them back."""

from typing import Protocol


class Operation(Protocol):
    """One step. Executing it twice is not meant to work: a plan holds only what is missing."""

    def describe(self) -> str:
        """Return one line in the imperative, with all paths."""

    def execute(self) -> None:
        """Do it. Raises OSError that names call and path."""

    def undo(self) -> None:
        """Take back what execute() did, unless something else uses it by now. Raises OSError."""
