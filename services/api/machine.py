"""The messages of upstream's machine API from those of the components."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen import common
from libtalos.gen import machine as m
from libtalos.gen.talos.component.v1 import Event
from libtalos.gen.talos.filesystem import v1 as filesystem_v1
from libtalos.gen.talos.supervisor import v1 as supervisor_v1
from services.api import files
from services.api.events import Tail
from services.api.node import Version

_FILE_TYPES = {
    m.ListRequestType.REGULAR: filesystem_v1.FileType.REGULAR,
    m.ListRequestType.DIRECTORY: filesystem_v1.FileType.DIRECTORY,
    m.ListRequestType.SYMLINK: filesystem_v1.FileType.SYMLINK,
}


def tail(request: m.EventsRequest) -> Tail:
    """Return the tail of an events request. Raises InvalidArgumentError if it asks for several, or a negative time."""
    since = dt.timedelta(seconds=request.tail_seconds) if request.tail_seconds else None
    return Tail(count=request.tail_events, after_id=request.tail_id, since=since)


def event(source: Event) -> m.Event:
    """Return an event as upstream sends it."""
    return m.Event(data=source.data, id=source.id, actor_id=source.actor_id)


def service_info(service: supervisor_v1.Service) -> m.ServiceInfo:
    """Return a service as upstream lists it."""
    events = [m.ServiceEvent(msg=past.message, state=_state(past.state), ts=past.time) for past in service.events]
    return m.ServiceInfo(
        id=service.id,
        state=_state(service.state),
        events=m.ServiceEvents(events=events),
        health=_health(service.health),
    )


def list_files_request(request: m.ListRequest) -> filesystem_v1.ListFilesRequest:
    """Return the request to the filesystem component. Raises InvalidArgumentError for a type that is not known.

    Extended attributes are not read: `report_xattrs` finds none.
    """
    return filesystem_v1.ListFilesRequest(
        root=files.absolute(request.root),
        recurse=request.recurse,
        recursion_depth=request.recursion_depth,
        types=[_file_type(kind) for kind in request.types],
        batched=True,
    )


def file_info(entry: filesystem_v1.FileEntry) -> m.FileInfo:
    """Return a file as upstream lists it: modes are Go's, times whole seconds."""
    mode = files.go_mode(entry.mode)
    return m.FileInfo(
        name=entry.path,
        relative_name=entry.relative_path,
        size=entry.size,
        mode=mode,
        modified=int(entry.modified.timestamp()) if entry.modified else 0,
        is_dir=files.is_directory(entry.mode),
        link=entry.link,
        uid=entry.uid,
        gid=entry.gid,
        error=entry.error,
    )


def archive_data(part: filesystem_v1.CopyFilesResponse) -> common.Data:
    """Return a part of an archive as upstream sends it, or what is not in it as it was."""
    if part.error:
        return common.Data(metadata=common.Metadata(error=f"{part.relative_path}: {part.error}"))
    return common.Data(bytes=part.data)


def disk_usage_request(request: m.DiskUsageRequest) -> filesystem_v1.DiskUsageRequest:
    """Return the request to the filesystem component."""
    return filesystem_v1.DiskUsageRequest(
        paths=[files.absolute(path) for path in request.paths],
        recursion_depth=request.recursion_depth,
        all=request.all,
        threshold=request.threshold,
    )


def disk_usage_info(entry: filesystem_v1.DiskUsageEntry) -> m.DiskUsageInfo:
    """Return what a file takes as upstream tells it."""
    return m.DiskUsageInfo(name=entry.path, relative_name=entry.relative_path, size=entry.size, error=entry.error)


def mount_stat(mount: filesystem_v1.MountStat) -> m.MountStat:
    """Return a mount as upstream lists it."""
    return m.MountStat(filesystem=mount.source, size=mount.size, available=mount.available, mounted_on=mount.target)


def memory_info(values: Mapping[str, int]) -> m.MemInfo:
    """Return /proc/meminfo; what a later kernel reports beyond upstream's fields has no place in it."""
    known = m.MemInfo.__dataclass_fields__
    return m.MemInfo(**{name: value for name, value in values.items() if name in known})


def version(this: Version) -> m.Version:
    """Return the version of the node. Roles are not enforced on the local socket, so there is no RBAC to announce."""
    return m.Version(
        version=m.VersionInfo(tag=this.tag, go_version=this.runtime, os=this.os, arch=this.arch),
        platform=m.PlatformInfo(name=this.platform, mode=this.mode),
        features=m.FeaturesInfo(rbac=False),
    )


def _file_type(kind: m.ListRequestType) -> filesystem_v1.FileType:
    if kind not in _FILE_TYPES:
        raise InvalidArgumentError(f"file type {int(kind)} is not known: use REGULAR, DIRECTORY or SYMLINK")
    return _FILE_TYPES[kind]


def _state(state: supervisor_v1.ServiceState) -> str:
    return (state.name or "unknown").capitalize()


def _health(health: supervisor_v1.ServiceHealth | None) -> m.ServiceHealth:
    if health is None:
        return m.ServiceHealth(unknown=True)
    return m.ServiceHealth(
        unknown=health.unknown,
        healthy=health.healthy,
        last_message=health.last_message,
        last_change=health.last_change,
    )
