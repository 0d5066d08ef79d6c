"""One answer for the parts of the component that are kept by loops of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Joint:
    """Tells whether all parts are well, at each answer of one."""

    def __init__(self, told: Callable[[bool], None]) -> None:
        """Build it without parts."""
        self._told = told
        self._answers: dict[str, bool] = {}

    def part(self, name: str, *, well: bool = False) -> Part:
        """Add a part; well is what it is taken for until it answers."""
        self._answers[name] = well
        return Part(lambda answer: self._take(name, answer))

    def _take(self, name: str, answer: bool) -> None:
        self._answers[name] = answer
        self._told(all(self._answers.values()))


class Part:
    """The answer of one part."""

    def __init__(self, take: Callable[[bool], None]) -> None:
        """Hand every answer on."""
        self._take = take

    def set(self, answer: bool) -> None:
        """Answer."""
        self._take(answer)
