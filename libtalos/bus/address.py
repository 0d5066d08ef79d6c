"""Where a component listens."""

from __future__ import annotations

from pathlib import Path

import msgspec


class UnixAddress(msgspec.Struct, frozen=True):
    """A socket in the file system."""

    path: Path

    def __str__(self) -> str:
        return f"unix:{self.path}"


class TcpAddress(msgspec.Struct, frozen=True):
    """A host and a TCP port."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


Address = UnixAddress | TcpAddress
