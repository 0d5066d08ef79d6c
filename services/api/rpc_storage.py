"""Upstream's storage.StorageService on the domain."""

from __future__ import annotations

from libtalos.gen import storage as s
from services.api import wiping
from services.api.clients import FilesystemClient


class StorageRpc(s.StorageServiceBase):
    """The part of upstream's storage API that this node serves."""

    def __init__(self, *, filesystem: FilesystemClient) -> None:
        self._filesystem = filesystem

    async def block_device_wipe(self, message: s.BlockDeviceWipeRequest) -> s.BlockDeviceWipeResponse:
        """Wipe devices, and answer when they are."""
        await self._filesystem.wipe(wiping.wipe_request(message))
        return s.BlockDeviceWipeResponse(messages=[s.BlockDeviceWipe()])
