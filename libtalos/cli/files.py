"""`talos list`, `talos read`, `talos mounts`."""

from __future__ import annotations

import datetime as dt
import stat
from enum import StrEnum
from typing import Annotated

import typer

from libtalos.cli import completion
from libtalos.cli.output import Output, OutputOption, emit, put
from libtalos.cli.people import size, timestamp
from libtalos.cli.target import Target, node_command
from libtalos.gen.google.protobuf import Empty
from libtalos.gen.machine import FileInfo, ListRequest, ListRequestType, MachineServiceStub, MountStat, ReadRequest


class FileType(StrEnum):
    """What is listed, in find(1)'s letters, as upstream has them."""

    FILE = "f"
    DIRECTORY = "d"
    LINK = "l"


_TYPES = {
    FileType.FILE: ListRequestType.REGULAR,
    FileType.DIRECTORY: ListRequestType.DIRECTORY,
    FileType.LINK: ListRequestType.SYMLINK,
}


@node_command
async def list_files(
    target: Target,
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="Directory on the node.", autocompletion=completion.paths)
    ] = "/",
    *,
    recurse: Annotated[bool, typer.Option("--recurse", "-r", help="Also what is below.")] = False,
    depth: Annotated[
        int, typer.Option("--depth", "-d", min=0, metavar="LEVELS", help="Levels below, with --recurse; 0: no limit.")
    ] = 0,
    types: Annotated[
        list[FileType] | None,
        typer.Option("--type", "-t", help="Only files (f), directories (d) or links (l); several times for several."),
    ] = None,
    output: OutputOption = Output.TABLE,
) -> None:
    """List a directory of the node.

    Example: talos list /etc -r -d 1 -t l
    """
    wanted = [_TYPES[each] for each in types or ()]
    request = ListRequest(root=path, recurse=recurse, recursion_depth=depth, types=wanted)
    with target.bus() as bus:
        found = [entry async for entry in bus.channel("api").stub(MachineServiceStub).list(request)]
    header = ("MODE", "UID", "GID", "SIZE", "MODIFIED", "NAME", "ERROR")
    emit([_file(entry) for entry in found], output, header=header, rows=map(_file_row, found), right={"SIZE"})


@node_command
async def read(
    target: Target,
    path: Annotated[str, typer.Argument(metavar="PATH", help="File on the node.", autocompletion=completion.paths)],
) -> None:
    """Print a file of the node.

    Example: talos read /etc/hosts
    """
    with target.bus() as bus:
        async for reply in bus.channel("api").stub(MachineServiceStub).read(ReadRequest(path=path)):
            put(reply.bytes)


@node_command
async def mounts(target: Target, *, output: OutputOption = Output.TABLE) -> None:
    """List the mounts of the node with their sizes.

    Example: talos mounts -o json
    """
    with target.bus() as bus:
        reply = await bus.channel("api").stub(MachineServiceStub).mounts(Empty())
    found = [entry for message in reply.messages for entry in message.stats]
    header = ("FILESYSTEM", "SIZE", "USED", "AVAILABLE", "USED %", "MOUNTED ON")
    emit([_mount(entry) for entry in found], output, header=header, rows=map(_mount_row, found), right=header[1:5])


# Go's os.FileMode bits, which upstream sends instead of st_mode
_GO_TYPES = {1 << 31: stat.S_IFDIR, 1 << 27: stat.S_IFLNK, 1 << 24: stat.S_IFSOCK, 1 << 25: stat.S_IFIFO}
_GO_TYPES |= {1 << 26 | 1 << 21: stat.S_IFCHR, 1 << 26: stat.S_IFBLK}


def file_mode(mode: int) -> str:
    """A mode in Go's notation as ls(1) prints it."""
    kind = next((kind for bits, kind in _GO_TYPES.items() if mode & bits == bits), stat.S_IFREG)
    return stat.filemode(kind | mode & 0o777)


def _modified(entry: FileInfo) -> str:
    return timestamp(dt.datetime.fromtimestamp(entry.modified, tz=dt.UTC), precision="seconds")


def _file(entry: FileInfo) -> dict[str, object]:
    return {
        "mode": file_mode(entry.mode),
        "uid": entry.uid,
        "gid": entry.gid,
        "size": entry.size,
        "modified": _modified(entry),
        "name": entry.name,
        "link": entry.link,
        "error": entry.error,
    }


def _file_row(entry: FileInfo) -> tuple[str, ...]:
    name = f"{entry.relative_name} -> {entry.link}" if entry.link else entry.relative_name
    owner = (str(entry.uid), str(entry.gid))
    return (file_mode(entry.mode), *owner, size(entry.size), _modified(entry), name, entry.error)


def _mount(entry: MountStat) -> dict[str, object]:
    return {
        "filesystem": entry.filesystem,
        "size": entry.size,
        "available": entry.available,
        "mountedOn": entry.mounted_on,
    }


def _mount_row(entry: MountStat) -> tuple[str, ...]:
    if not entry.size:
        return (entry.filesystem, "", "", "", "", entry.mounted_on)
    used = entry.size - entry.available
    share = f"{100 * used / entry.size:.0f}%"
    return (entry.filesystem, size(entry.size), size(used), size(entry.available), share, entry.mounted_on)
