"""Ways to the node's files that lead nowhere else: descriptors, and no path that is looked up twice.

Whatever a link points to while it is followed, a path of the node stays below the node's root; below a descriptor no
link is followed at all. So somebody who puts a link in the place of a file at the right moment gains nothing.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from libtalos.linux.openat2 import RESOLVE_BENEATH, RESOLVE_IN_ROOT, RESOLVE_NO_SYMLINKS, openat2

_IN_ROOT: Final = RESOLVE_IN_ROOT
_BENEATH: Final = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS
_DIRECTORY: Final = os.O_RDONLY | os.O_DIRECTORY
# Never wait, become nobody's terminal: an open of a pipe would wait, and so would a read of some files under /proc.
READ: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_PATH_MAX: Final = 4000  # bytes for each call; limits.h has 4096, with the byte at the end


@contextmanager
def reached(root: Path, path: str) -> Iterator[int]:
    """Give a descriptor (O_PATH) of a path of the node below root, for as long as the context lasts.

    Links are followed as the node itself would: an absolute one starts at root, and ".." ends there. Raises OSError.
    """
    base = os.open(root, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fd = openat2(base, path, os.O_PATH, resolve=_IN_ROOT)
    finally:
        os.close(base)
    try:
        yield fd
    finally:
        os.close(fd)


@contextmanager
def directory_below(top: int, relative: str) -> Iterator[int]:
    """Open a directory below top to read it, through no symbolic link; "." is top itself. Raises OSError.

    The path may be longer than the kernel takes in one call.
    """
    fd = _descend(top, relative)
    try:
        yield fd
    finally:
        os.close(fd)


def reopened(fd: int) -> int:
    """Open the very file that an O_PATH descriptor stands for, for reading. The caller closes it. Raises OSError."""
    return os.open(f"/proc/self/fd/{fd}", READ)


def opened_in(directory: int, name: str) -> int:
    """Open a file of a directory for reading, and no link in its place. The caller closes it. Raises OSError."""
    return os.open(name, READ | os.O_NOFOLLOW, dir_fd=directory)


def _descend(top: int, relative: str) -> int:
    here, rest = top, relative
    try:
        while len(os.fsencode(rest)) > _PATH_MAX:
            head, rest = _split(rest)
            above, here = here, openat2(here, head, os.O_PATH | os.O_DIRECTORY, resolve=_BENEATH)
            _close_unless(above, top)
        return openat2(here, rest, _DIRECTORY, resolve=_BENEATH)
    finally:
        _close_unless(here, top)


def _split(path: str) -> tuple[str, str]:
    """Cut a path at a slash so that the first part fits; a character takes at most four bytes."""
    head, _, _ = path[: _PATH_MAX // 4].rpartition("/")
    return head, path[len(head) + 1 :]


def _close_unless(fd: int, kept: int) -> None:
    if fd != kept:
        os.close(fd)
