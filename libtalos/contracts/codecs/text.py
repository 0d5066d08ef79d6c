"""Source text in the making."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Code:
    """Lines with indentation."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._depth = 0

    def add(self, *lines: str) -> None:
        """Add lines at the present depth."""
        self._lines += [f"{' ' * 4 * self._depth}{line}" if line else "" for line in lines]

    @contextmanager
    def block(self, header: str) -> Iterator[None]:
        """What is added inside belongs to the header, which ends with a colon."""
        self.add(header)
        self._depth += 1
        yield
        self._depth -= 1

    def text(self) -> str:
        """All lines."""
        return "".join(f"{line}\n" for line in self._lines)
