"""Volumes that a service needs: held, by a request of the service's name, from before its start until it is down."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol

from libtalos.bus.errors import BusError
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub, MountVolumeRequest, UnmountVolumeRequest
from libtalos.supervise.status import DOWN, ServiceEvent, ServiceId, ServiceStatus

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

    from libtalos.bus.channel import Channel

RELEASE_TIMEOUT: Final = 2.0  # seconds: who goes does not wait for a filesystem component that has gone before


class Backoff(Protocol):
    """Pauses between attempts."""

    def succeeded(self) -> None:
        """Begin again with the shortest pause."""

    async def wait(self) -> None:
        """Wait before the next attempt."""


class HeldVolumes:
    """A condition of a service, and a listener of its supervisor."""

    def __init__(
        self, *, channel: Channel, service: ServiceId, volumes: Sequence[str], backoff: Backoff, log: BoundLogger
    ) -> None:
        """Take the filesystem component's channel and the volumes by their ids, parents first."""
        self._stub = channel.stub(FilesystemServiceStub)
        self._service = service
        self._volumes = tuple(volumes)
        self._backoff = backoff
        self._log = log
        self._missing = self._volumes
        self._alone = asyncio.Lock()
        self._releases: set[asyncio.Task[None]] = set()
        self._said = ""

    def describe(self) -> str:
        """What is missing, to follow the words "Waiting for"."""
        return ", ".join(f"volume {volume} to be mounted" for volume in self._missing)

    async def wait(self) -> None:
        """Ask for the volumes and return once all are mounted, however long that takes."""
        await self.released()
        async with self._alone:
            self._missing = self._volumes
            while self._missing:
                mounted = await asyncio.gather(*map(self._asked, self._missing))
                self._missing = tuple(volume for volume, done in zip(self._missing, mounted, strict=True) if not done)
                if self._missing:
                    await self._backoff.wait()
            self._backoff.succeeded()

    def __call__(self, status: ServiceStatus, event: ServiceEvent) -> None:
        """Let the volumes go when the service is down."""
        if status.id == self._service and event.state in DOWN:
            release = asyncio.get_running_loop().create_task(self._release(), name=f"release volumes of {status.id}")
            self._releases.add(release)
            release.add_done_callback(self._releases.discard)

    async def released(self) -> None:
        """Return when nothing that has ended holds a volume any more, or cannot be helped to let it go."""
        if self._releases:
            await asyncio.wait(self._releases)

    @property
    def _requester(self) -> str:
        return f"service/{self._service}"

    async def _asked(self, volume: str) -> bool:
        try:
            await self._stub.mount_volume(MountVolumeRequest(volume_id=volume, requester=self._requester))
        except BusError as error:
            if error.message != self._said:
                self._said = error.message
                self._log.warning("a volume is not mounted yet", volume=volume, error=error.message)
            return False
        return True

    async def _release(self) -> None:
        async with self._alone:
            try:
                async with asyncio.timeout(RELEASE_TIMEOUT):
                    for volume in reversed(self._volumes):
                        request = UnmountVolumeRequest(volume_id=volume, requester=self._requester)
                        await self._stub.unmount_volume(request)
            except (BusError, TimeoutError) as error:
                # a request too many does no harm: the next start asks again, and a reboot forgets it
                self._log.debug("volumes are not let go", error=str(error))
