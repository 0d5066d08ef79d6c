"""Volumes as resources, with upstream's names and keys."""

from typing import Final

from libtalos.mounts import rows
from libtalos.mounts.sizes import parse_size
from libtalos.resources.definitions.volumes import (
    DiskSelectorSpec,
    FilesystemSpec,
    FilesystemType,
    MountRequest,
    MountRequestPart,
    MountSpec,
    PartitionSpec,
    ProvisioningSpec,
    SymlinkSpec,
    VolumeConfig,
    VolumeMount,
    VolumeMountRequest,
    VolumeMountStatus,
    VolumePhase,
    VolumeStatus,
)
from libtalos.resources.spec import ResourceSpec
from libtalos.resources.store import ResourceStore
from services.filesystem.disks.resources import pretty
from services.filesystem.volumes.asked import Asked
from services.filesystem.volumes.keeper import Picture
from services.filesystem.volumes.partitions import FOUND, EitherPlace, PartitionPlace
from services.filesystem.volumes.places import ImagePlace, TreePlace
from services.filesystem.volumes.seen import Status
from services.filesystem.volumes.wanted import Volume

PUBLISHES: Final[tuple[type[ResourceSpec], ...]] = (
    VolumeConfig,
    VolumeStatus,
    VolumeMountRequest,
    VolumeMountStatus,
    MountRequest,
    VolumeMount,
)


class VolumePublisher:
    """Publishes what is wanted and what is seen. What did not change makes no event."""

    def __init__(self, store: ResourceStore) -> None:
        """Take the store."""
        self._store = store

    def all(self, picture: Picture) -> None:
        """Publish everything."""
        volumes = {volume.id: volume for volume in picture.volumes}
        self._store.replace(VolumeConfig, {key: config(volume) for key, volume in volumes.items()})
        states = {key: picture.states.get(key, Status()) for key in volumes}
        self._store.replace(VolumeStatus, {key: status(volumes[key], state) for key, state in states.items()})
        wanted = {request.id: request for request in picture.requests if request.volume in volumes}
        self._store.replace(
            VolumeMountRequest,
            {key: VolumeMountRequest(volume_id=each.volume, requester=each.requester) for key, each in wanted.items()},
        )
        self._store.replace(
            VolumeMountStatus,
            {
                key: VolumeMountStatus(
                    volume_id=each.volume, requester=each.requester, target=volumes[each.volume].place.target
                )
                for key, each in wanted.items()
                if states[each.volume].mounted
            },
        )
        merged = {volume: part(picture, volumes[volume]) for volume in {each.volume for each in wanted.values()}}
        self._store.replace(MountRequest, {key: mount_request(each) for key, each in sorted(merged.items())})
        mounts = {key: mount(volumes[key], state, part(picture, volumes[key])) for key, state in states.items()}
        self._store.replace(VolumeMount, {key: each for key, each in mounts.items() if each is not None})

    def status(self, volume: Volume, state: Status) -> None:
        """Publish the state of one volume."""
        self._store.put(volume.id, status(volume, state))

    def closed(self, volume: Volume, state: Status) -> None:
        """Publish that a volume is closed, and nothing of it any more."""
        self._store.put(volume.id, status(volume, state))
        self._store.destroy(VolumeStatus, volume.id)
        self._store.destroy(VolumeConfig, volume.id)


def config(volume: Volume) -> VolumeConfig:
    """Return what is wanted of a volume."""
    return VolumeConfig(
        parent_id=volume.parent,
        type=volume.type,
        provisioning=provisioning(volume),
        mount=mount_spec(volume),
        symlink=symlink(volume),
    )


def provisioning(volume: Volume) -> ProvisioningSpec:
    """Return how a volume is made."""
    place = volume.place
    if isinstance(place, EitherPlace):
        return provisioning(volume._replace(place=place.other))
    if isinstance(place, PartitionPlace | ImagePlace) and place.asked is not None:
        return _asked(volume, place.asked)
    if not isinstance(place, ImagePlace):
        return ProvisioningSpec(wave=volume.wave)
    return ProvisioningSpec(
        wave=volume.wave,
        partition_spec=PartitionSpec(min_size=parse_size(place.row.size), label=volume.id),
        filesystem_spec=FilesystemSpec(type=FilesystemType(place.row.type), label=place.row.label),
    )


def _asked(volume: Volume, asked: Asked) -> ProvisioningSpec:
    most = asked.maximum
    return ProvisioningSpec(
        disk_selector=DiskSelectorSpec(match=asked.match),
        wave=volume.wave,
        partition_spec=PartitionSpec(
            min_size=asked.minimum,
            max_size=most.amount if most else 0,
            relative_max_size=most.percent if most else 0,
            negative_max_size=most is not None and most.stays_free,
            grow=asked.grow,
            label=asked.label,
        ),
        filesystem_spec=FilesystemSpec(
            type=FilesystemType(asked.filesystem), label=asked.label[: rows.LABEL_MAX[asked.filesystem]]
        ),
    )


def mount_spec(volume: Volume) -> MountSpec:
    """Return where a volume is mounted, and as what."""
    place = volume.place
    if isinstance(place, TreePlace) and isinstance(place.row, rows.DirectoryRow):
        mode, uid, gid = place.row.mode, place.row.uid, place.row.gid
    else:
        mode, uid, gid = (place.row.mode or 0o755) if isinstance(place, ImagePlace) else 0, 0, 0
    return MountSpec(target_path=place.target, parent_id=volume.parent, file_mode=mode, uid=uid, gid=gid)


def symlink(volume: Volume) -> SymlinkSpec:
    """Return what a symbolic link points to."""
    place = volume.place
    if isinstance(place, TreePlace) and isinstance(place.row, rows.LinkRow):
        return SymlinkSpec(symlink_target_path=place.row.to, force=True)
    return SymlinkSpec()


def status(volume: Volume, state: Status) -> VolumeStatus:
    """Return what is seen of a volume."""
    where = state.location
    return VolumeStatus(
        phase=state.phase,
        pre_fail_phase=state.before or "",
        type=volume.type,
        parent_id=volume.parent,
        location=where.path,
        mount_location=state.source,
        partition_index=where.partition_index,
        parent_location=where.parent,
        uuid=where.uuid,
        partition_uuid=where.partition_uuid,
        size=where.size,
        pretty_size=pretty(where.size) if where.size else "",
        filesystem=where.filesystem,
        mount_spec=mount_spec(volume) if state.phase is VolumePhase.READY else MountSpec(),
        symlink=symlink(volume),
        error_message=state.error,
    )


def part(picture: Picture, volume: Volume) -> MountRequestPart:
    """Return all requests for a volume as one."""
    requests = sorted(request for request in picture.requests if request.volume == volume.id)
    return MountRequestPart(
        volume_id=volume.id,
        parent_id=volume.parent,
        requesters=tuple(request.requester for request in requests),
        requester_ids=tuple(request.id for request in requests),
    )


def mount_request(merged: MountRequestPart) -> MountRequest:
    """Return all requests for a volume as a resource."""
    return MountRequest(
        volume_id=merged.volume_id,
        parent_id=merged.parent_id,
        requesters=merged.requesters,
        requester_ids=merged.requester_ids,
    )


def mount(volume: Volume, state: Status, merged: MountRequestPart) -> VolumeMount | None:
    """Return what is mounted of a volume, None if it is not."""
    if not state.mounted:
        return None
    filesystem = FilesystemType(FOUND.get(state.location.filesystem, state.location.filesystem or "none"))
    source = state.source or state.location.path
    return VolumeMount(spec=merged, source=source, target=volume.place.target, filesystem=filesystem)
