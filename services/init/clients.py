"""The volumes of the node, which the filesystem component keeps, behind the words of services.init.node."""

from __future__ import annotations

from collections.abc import Sequence

from libtalos.bus.channel import Channel
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub, UnmountTableRequest, WipeVolumesRequest


class RemoteVolumes:
    """Asks the filesystem component. Its methods raise BusError."""

    def __init__(self, *, channel: Channel) -> None:
        self._stub = channel.stub(FilesystemServiceStub)

    async def check(self, labels: Sequence[str]) -> None:
        """Raise BusError if a label is not known."""
        await self._stub.wipe_volumes(WipeVolumesRequest(labels=list(labels), check=True))

    async def wipe(self, labels: Sequence[str]) -> Sequence[str]:
        """Take these away, all if none is named; returns what was done."""
        return (await self._stub.wipe_volumes(WipeVolumesRequest(labels=list(labels)))).operations

    async def unmount(self) -> tuple[Sequence[str], Sequence[str]]:
        """Take all mounts of the node away; returns what was done, and what could not be, each with who uses it."""
        reply = await self._stub.unmount_table(UnmountTableRequest(for_good=True))
        return reply.operations, reply.held
