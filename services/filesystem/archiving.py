"""A tree as a tar archive, in blocks, while it is being read and perhaps changed."""

import os
import stat
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final

import msgspec

from services.filesystem.listing import reason
from services.filesystem.reaching import directory_below, opened_in, reached, reopened
from services.filesystem.tarformat import END, has_header, header, padding

BLOCK: Final = 256 << 10  # bytes of the archive that are collected before they are given away
# A file up to this size is read before its header is written: so it is what it was at one moment, and those of /proc
# and /sys, which say nothing true of their size, have their contents.
_AT_ONCE: Final = 1 << 20
_PSEUDO: Final = 64 << 10  # bytes; some files under /proc/sys answer the first read only, with a page at most


class Problem(msgspec.Struct, frozen=True):
    """What is not in the archive, or not as it was: the path below the top, and why."""

    relative: str
    error: str


Part = bytes | Problem


class Archive(msgspec.Struct):
    """A directory with all that is below it, or a file.

    Names are relative to the top, which is "./"; a file as the top has its own name. Directories come before what is in
    them, names sorted, modes, owners (as numbers) and times as they are. Links are archived as links, devices and pipes
    as such, and sockets not at all, since tar knows none. A file with several names is archived whole under each of
    them, as upstream does: its client makes no hard links.

    What cannot be read is left out. What shrinks while it is read is filled up with zeros, what grows is cut. In every
    case a Problem says so, and the archive is valid.
    """

    root: Path
    path: str
    _out: bytearray = msgspec.field(default_factory=bytearray)
    _problems: list[Problem] = msgspec.field(default_factory=list)

    def parts(self) -> Generator[Part, None, None]:
        """Yield the archive, about BLOCK bytes at a time, and the problems. Blocks.

        Raises OSError if the top itself cannot be reached.
        """
        with reached(self.root, self.path) as top:
            for _ in self._steps(top):
                if self._problems:
                    yield from self._problems
                    self._problems.clear()
                if len(self._out) >= BLOCK:
                    yield bytes(self._out)
                    self._out.clear()
        yield from self._problems
        yield bytes(self._out) + END

    def _steps(self, top: int) -> Iterator[None]:
        """Write everything, a bounded part at each step."""
        status = os.fstat(top)
        if not stat.S_ISDIR(status.st_mode):
            yield from self._alone(top, status)
            return
        pending = ["."]
        while pending:
            below: list[str] = []
            yield from self._directory(top, pending.pop(), below)
            pending += reversed(below)

    def _alone(self, top: int, status: os.stat_result) -> Iterator[None]:
        name = Path(os.path.normpath(self.path)).name
        if stat.S_ISREG(status.st_mode):
            fd = reopened(top)
            try:
                yield from self._contents(fd, name)
            finally:
                os.close(fd)
        else:
            self._without_contents(name, status, b"")
            yield

    def _directory(self, top: int, relative: str, below: list[str]) -> Iterator[None]:
        prefix = "" if relative == "." else f"{relative}/"
        try:
            with directory_below(top, relative) as fd:
                self._out += header(os.fsencode(f"{relative}/"), os.fstat(fd))
                with os.scandir(fd) as found:
                    items = sorted((item.name, _is_directory(item), _is_regular(item)) for item in found)
                for name, is_directory, is_regular in items:
                    if is_directory:
                        below.append(prefix + name)
                    elif is_regular:
                        yield from self._regular(fd, name, prefix + name)
                    else:
                        self._special(fd, name, prefix + name)
                        yield
        except OSError as error:
            self._problem(relative, reason(error))
            yield

    def _regular(self, directory: int, name: str, relative: str) -> Iterator[None]:
        try:
            fd = opened_in(directory, name)
        except OSError as error:
            self._problem(relative, reason(error))
            yield
            return
        try:
            yield from self._contents(fd, relative)
        finally:
            os.close(fd)

    def _contents(self, fd: int, relative: str) -> Iterator[None]:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            self._problem(relative, "was replaced by something else meanwhile")
            yield
            return
        begun = b""
        if status.st_size <= _AT_ONCE:
            try:
                begun = _read_at_once(fd, status.st_size)
            except OSError as error:
                self._problem(relative, reason(error))
                yield
                return
        if status.st_size <= _AT_ONCE and len(begun) <= _AT_ONCE:
            self._out += header(os.fsencode(relative), status, size=len(begun))
            self._out += begun
            self._out += padding(len(begun))
            yield
        else:
            yield from self._large(fd, relative, status, begun)

    def _large(self, fd: int, relative: str, status: os.stat_result, begun: bytes) -> Iterator[None]:
        size = max(status.st_size, len(begun))
        self._out += header(os.fsencode(relative), status, size=size)
        self._out += begun
        left = size - len(begun)
        while data := self._more(fd, relative, left):
            self._out += data
            left -= len(data)
            yield
        yield from self._zeros(left)
        self._out += padding(size)

    def _more(self, fd: int, relative: str, left: int) -> bytes:
        """Return the next of the bytes that a header has announced; nothing at the end, whatever its reason."""
        try:
            data = os.read(fd, min(left, BLOCK) or 1)
        except OSError as error:
            self._problem(relative, f"{reason(error)}: the last {left} bytes are zeros")
            return b""
        if left and not data:
            self._problem(relative, f"shrank while it was read: the last {left} bytes are zeros")
        if data and not left:
            self._problem(relative, "grew while it was read: what came last is missing")
        return data if left else b""

    def _zeros(self, count: int) -> Iterator[None]:
        while count > 0:
            self._out += bytes(min(count, BLOCK))
            count -= BLOCK
            yield

    def _special(self, directory: int, name: str, relative: str) -> None:
        try:
            status = os.stat(name, dir_fd=directory, follow_symlinks=False)
            link = os.readlink(os.fsencode(name), dir_fd=directory) if stat.S_ISLNK(status.st_mode) else b""
        except OSError as error:
            self._problem(relative, reason(error))
            return
        if stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode):
            self._problem(relative, "was replaced by something else meanwhile")
            return
        self._without_contents(relative, status, link)

    def _without_contents(self, relative: str, status: os.stat_result, link: bytes) -> None:
        if has_header(status.st_mode):
            self._out += header(os.fsencode(relative), status, link=link)
        else:
            self._problem(relative, "a socket: an archive cannot hold it")

    def _problem(self, relative: str, error: str) -> None:
        self._problems.append(Problem(relative, error))


def _is_directory(item: "os.DirEntry[str]") -> bool:
    return item.is_dir(follow_symlinks=False)


def _is_regular(item: "os.DirEntry[str]") -> bool:
    return item.is_file(follow_symlinks=False)


def _read_at_once(fd: int, size: int) -> bytes:
    """Read a file of that size to its end; at most a little more than _AT_ONCE bytes of one that says it is smaller."""
    data = os.read(fd, size + 1 if size else _PSEUDO)
    if len(data) == size:
        return data
    parts, length = [data], len(data)
    while length <= _AT_ONCE and (data := os.read(fd, _PSEUDO)):
        parts.append(data)
        length += len(data)
    return b"".join(parts)
