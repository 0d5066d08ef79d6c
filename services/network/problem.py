"""What keeps the node from what is wanted, and does not pass by itself."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is wrong; where is a path in the config or the name of a part."""

    where: str
    text: str

    def __str__(self) -> str:
        """Return both, as a log line has it."""
        return f"{self.where}: {self.text}"
