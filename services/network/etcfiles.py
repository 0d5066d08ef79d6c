"""The filesystem component as the writer of files under /etc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libtalos.gen.talos.filesystem.v1 import WriteEtcFileRequest

if TYPE_CHECKING:
    from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub


class BusEtcFiles:
    """Writes over the bus."""

    def __init__(self, stub: FilesystemServiceStub) -> None:
        """Use a stub."""
        self._stub = stub

    async def write(self, name: str, contents: bytes) -> None:
        """Replace the contents of a file; raises BusError."""
        await self._stub.write_etc_file(WriteEtcFileRequest(name=name, contents=contents))
