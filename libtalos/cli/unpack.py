"""Unpack a tar.gz of a node into a directory, from which nothing in it can lead away."""

from __future__ import annotations

import os
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from typing import IO

from libtalos.linux.openat2 import RESOLVE_BENEATH, RESOLVE_NO_SYMLINKS, openat2

_BENEATH = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_DIRECTORY = os.O_PATH | os.O_DIRECTORY


def unpack(source: int, directory: Path) -> list[str]:
    """Unpack what comes from a descriptor, which is closed, into an empty directory; return what was left out.

    Files, directories and links are made with the rights and the owner that new files have, and files with their times.
    Devices, pipes and the like are left out. Raises OSError, also if the archive is cut off, damaged, or has names that
    would be outside of the directory.
    """
    top = os.open(directory, _DIRECTORY | os.O_CLOEXEC)
    try:
        with os.fdopen(source, "rb") as stream, tarfile.open(fileobj=stream, mode="r|gz") as archive:
            return [member.name for member in archive if not _made(top, archive, member)]
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise OSError(f"{directory}: the archive is cut off or damaged: {error}") from error
    finally:
        os.close(top)


def _made(top: int, archive: tarfile.TarFile, member: tarfile.TarInfo) -> bool:
    name = str(PurePosixPath(member.name))
    if member.isdir():
        # the archive's own top is the directory that is there
        if name != ".":
            with _parent(top, name) as (parent, last):
                os.mkdir(last, dir_fd=parent)
    elif member.issym():
        with _parent(top, name) as (parent, last):
            os.symlink(member.linkname, last, dir_fd=parent)
    elif member.isreg():
        contents = archive.extractfile(member)
        if contents is not None:
            _write(top, name, contents, member.mtime)
    else:
        return False
    return True


def _write(top: int, name: str, contents: IO[bytes], mtime: float) -> None:
    with _parent(top, name) as (parent, last), os.fdopen(_new(parent, last), "wb") as file:
        copyfileobj(contents, file)
        file.flush()
        os.utime(file.fileno(), (mtime, mtime))


def _new(parent: int, name: str) -> int:
    return openat2(parent, name, _NEW, mode=0o666, resolve=_BENEATH)


@contextmanager
def _parent(top: int, name: str) -> Iterator[tuple[int, str]]:
    """Give the directory that a name is in, by descriptor, and the last part of the name."""
    path = PurePosixPath(name)
    if path.name in ("", ".."):
        raise OSError(f"the archive has the name {name!r}, which is outside of the directory")
    fd = openat2(top, str(path.parent), _DIRECTORY, resolve=_BENEATH)
    try:
        yield fd, path.name
    finally:
        os.close(fd)
