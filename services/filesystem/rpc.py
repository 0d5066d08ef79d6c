"""talos.filesystem.v1 on the bus: decode, call the domain, encode."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from pathlib import Path

from libtalos.bus.streams import as_generator
from libtalos.gen.talos.filesystem.v1 import (
    CopyFilesRequest,
    CopyFilesResponse,
    DeleteMetaRequest,
    DeleteMetaResponse,
    DiskUsageRequest,
    DiskUsageResponse,
    FilesystemServiceBase,
    ListFilesRequest,
    ListFilesResponse,
    MountTableRequest,
    MountTableResponse,
    MountVolumeRequest,
    MountVolumeResponse,
    PlanDiskRequest,
    PlanDiskResponse,
    PlanRequest,
    PlanResponse,
    PlanVolumesRequest,
    PlanVolumesResponse,
    ProvisionDiskRequest,
    ProvisionDiskResponse,
    ReadFileRequest,
    ReadFileResponse,
    ReadMetaRequest,
    ReadMetaResponse,
    StatMountsRequest,
    StatMountsResponse,
    UnmountTableRequest,
    UnmountTableResponse,
    UnmountVolumeRequest,
    UnmountVolumeResponse,
    WipeDevicesRequest,
    WipeDevicesResponse,
    WipeVolumesRequest,
    WipeVolumesResponse,
    WriteEtcFileRequest,
    WriteEtcFileResponse,
    WriteMetaRequest,
    WriteMetaResponse,
)
from services.filesystem import messages
from services.filesystem.disks.desk import DiskDesk
from services.filesystem.failures import on_the_bus
from services.filesystem.keeper import TreeKeeper
from services.filesystem.meta.keeper import MetaKeeper
from services.filesystem.offload import in_thread
from services.filesystem.packing import packed
from services.filesystem.planmessages import plan_response
from services.filesystem.reading import read_chunks
from services.filesystem.resources import Publisher
from services.filesystem.statistics import MountUsage
from services.filesystem.tree import MountTree
from services.filesystem.volumes.keeper import VolumeKeeper
from services.filesystem.volumes.user import UserVolumes
from services.filesystem.wipe import messages as wipe_messages
from services.filesystem.wipe.desk import WipeDesk


class FilesystemRpc(FilesystemServiceBase):
    """The component's contract. A write waits until the tree is complete."""

    def __init__(
        self,
        *,
        root: Path,
        tree: MountTree,
        keeper: TreeKeeper,
        publisher: Publisher,
        usage: Callable[[], list[MountUsage]],
        meta: MetaKeeper,
        disks: DiskDesk,
        wipe: WipeDesk,
        volumes: VolumeKeeper,
        user_volumes: UserVolumes,
        complete: asyncio.Event,
    ) -> None:
        """Take the domain."""
        super().__init__()
        self._root = root
        self._tree = tree
        self._keeper = keeper
        self._publisher = publisher
        self._usage = usage
        self._meta = meta
        self._disks = disks
        self._wipe = wipe
        self._volumes = volumes
        self._user_volumes = user_volumes
        self._complete = complete

    async def write_etc_file(self, message: WriteEtcFileRequest) -> WriteEtcFileResponse:
        """Replace a declared file."""
        await self._complete.wait()
        with on_the_bus(f"/etc/{message.name}"):
            changed = await self._keeper.write(message.name, message.contents)
        if changed:
            await self._publisher.publish_etc_files()
        return WriteEtcFileResponse(changed=changed)

    async def write_meta(self, message: WriteMetaRequest) -> WriteMetaResponse:
        """Set a value of META."""
        await self._complete.wait()
        with on_the_bus("META"):
            await self._meta.write(message.key, message.value)
        return WriteMetaResponse()

    async def delete_meta(self, message: DeleteMetaRequest) -> DeleteMetaResponse:
        """Remove a value of META."""
        await self._complete.wait()
        with on_the_bus("META"):
            await self._meta.delete(message.key)
        return DeleteMetaResponse()

    async def read_meta(self, message: ReadMetaRequest) -> ReadMetaResponse:
        """Return a value of META."""
        with on_the_bus("META"):
            return ReadMetaResponse(value=await self._meta.read(message.key))

    async def mount_volume(self, message: MountVolumeRequest) -> MountVolumeResponse:
        """Hold a volume mounted."""
        with on_the_bus(f"volume {message.volume_id}"):
            return MountVolumeResponse(target=await self._volumes.mount(message.volume_id, message.requester))

    async def unmount_volume(self, message: UnmountVolumeRequest) -> UnmountVolumeResponse:
        """Let a volume go."""
        with on_the_bus(f"volume {message.volume_id}"):
            self._volumes.unmount(message.volume_id, message.requester)
        return UnmountVolumeResponse()

    async def plan_volumes(self, message: PlanVolumesRequest) -> PlanVolumesResponse:
        """Describe what user volumes take."""
        with on_the_bus("user volumes"):
            wanted = self._user_volumes.volumes(message.config) if message.config else None
            found = await self._volumes.plan(wanted)
        return PlanVolumesResponse(volumes=[messages.planned_volume(each) for each in found])

    async def plan(self, message: PlanRequest) -> PlanResponse:  # noqa: ARG002 - the contract has it
        """Describe the table and what is missing."""
        with on_the_bus("mount table"):
            rows = await asyncio.to_thread(self._tree.rows)
        return plan_response(rows)

    async def mount_table(self, message: MountTableRequest) -> MountTableResponse:  # noqa: ARG002 - the contract has it
        """Bring the tree about."""
        await self._complete.wait()
        with on_the_bus("mount table"):
            done = await self._keeper.mount()
        await self._publisher.publish_etc_files()
        return MountTableResponse(operations=done)

    async def unmount_table(self, message: UnmountTableRequest) -> UnmountTableResponse:
        """Take the tree down."""
        if message.for_good:  # also of a tree that never was complete
            with on_the_bus("mount table"):
                closed = await self._keeper.unmount_for_good()
            return UnmountTableResponse(operations=closed.done, held=closed.held)
        await self._complete.wait()
        with on_the_bus("mount table"):
            return UnmountTableResponse(operations=await self._keeper.unmount())

    async def plan_disk(self, message: PlanDiskRequest) -> PlanDiskResponse:
        """Describe what makes a disk the node's."""
        with on_the_bus("disk"):
            disk, plan = await self._disks.plan(message.disk, force=message.force)
        return messages.disk_plan(disk, plan)

    async def provision_disk(self, message: ProvisionDiskRequest) -> AsyncIterator[ProvisionDiskResponse]:
        """Make a disk the node's."""
        with on_the_bus("disk"):
            async for step in self._disks.provision(message.disk, force=message.force):
                yield ProvisionDiskResponse(operation=step)

    async def stat_mounts(self, message: StatMountsRequest) -> StatMountsResponse:  # noqa: ARG002 - the contract has it
        """Return sizes."""
        with on_the_bus("mountinfo"):
            found = await asyncio.to_thread(self._usage)
        return StatMountsResponse(mounts=[messages.mount_stat(usage) for usage in found])

    async def list_files(self, message: ListFilesRequest) -> AsyncIterator[ListFilesResponse]:
        """Walk a directory."""
        listing = messages.listing(self._root, message)
        with on_the_bus(listing.path):
            async for batch in in_thread(listing.batches()):
                entries = [messages.file_entry(listing.path, entry) for entry in batch]
                if not message.batched:
                    for entry in entries:
                        yield ListFilesResponse(entry=entry)
                elif entries:
                    yield ListFilesResponse(entries=entries)

    async def read_file(self, message: ReadFileRequest) -> AsyncIterator[ReadFileResponse]:
        """Stream a regular file."""
        path = messages.absolute(message.path)
        with on_the_bus(path):
            async for chunk in in_thread(read_chunks(self._root, path)):
                yield ReadFileResponse(data=chunk)

    async def copy_files(self, message: CopyFilesRequest) -> AsyncIterator[CopyFilesResponse]:
        """Stream an archive."""
        archive = messages.archive(self._root, message.path)
        with on_the_bus(archive.path):
            async for part in in_thread(packed(archive.parts())):
                if part:
                    yield messages.copied(part)

    async def disk_usage(self, message: DiskUsageRequest) -> AsyncIterator[DiskUsageResponse]:
        """Count what files take."""
        usage = messages.disk_usage(self._root, message)
        with on_the_bus(", ".join(usage.paths)):
            async for batch in in_thread(usage.batches()):
                if batch:
                    yield DiskUsageResponse(entries=[messages.usage_entry(item) for item in batch])

    async def wipe_devices(self, message: WipeDevicesRequest) -> AsyncIterator[WipeDevicesResponse]:
        """Erase disks and partitions."""
        await self._complete.wait()
        with on_the_bus("wipe"):
            async with aclosing(as_generator(self._wipe.devices(wipe_messages.orders(message)))) as steps:
                async for progress in steps:
                    yield wipe_messages.answer(progress)

    async def wipe_volumes(self, message: WipeVolumesRequest) -> WipeVolumesResponse:
        """Take volumes away."""
        with on_the_bus("wipe"):
            return WipeVolumesResponse(operations=await self._wipe.volumes(message.labels, check=message.check))
