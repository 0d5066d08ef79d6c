"""Logs of services: caught from a pipe in big pieces, kept in a ring, written through to a file, read by followers."""

import asyncio
import contextlib
import fcntl
import os
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

from libtalos.supervise.errors import UnknownLogError
from libtalos.supervise.logfile import ROTATE_AT, LogFile
from libtalos.supervise.ring import CAPACITY, Ring

# one read, and the pipe behind it: few wake-ups for a flood, and a service rarely has to wait for us
_BLOCK = 256 * 1024
_PIPE = 1 << 20
# lines of one answer to a reader
PIECE = 64 * 1024


class Log:
    """One log. Whoever has lines writes them here, or gives `writer()` to a process as its stdout."""

    def __init__(self, name: str, *, capacity: int, block: bytearray, problem: Callable[[str], None]) -> None:
        self.name = name
        self.ring = Ring(capacity)
        self._block = block
        self._problem = problem
        self._file: LogFile | None = None
        self._saved = 0
        self._reader: int | None = None
        self._writer: int | None = None
        self._waiting: set[asyncio.Future[None]] = set()
        self.closed = False

    def write(self, data: memoryview | bytes) -> None:
        """Append to ring and file, wake the followers. Never raises for a full disk."""
        view = memoryview(data)
        self.ring.append(view)
        if self._file is not None:
            self._file.write(view)
            self._saved = self.ring.end
        self._wake()

    def persist(self, path: Path, rotate_at: int = ROTATE_AT) -> None:
        """From now on write to a file too; what the ring still holds from before goes there first."""
        if self._file is not None:
            self._file.close()
        self._file = LogFile(path, rotate_at=rotate_at, problem=self._problem)
        backlog = self.ring.read(self._saved, self.ring.end)
        if backlog:
            self._file.write(memoryview(backlog))
        self._saved = self.ring.end

    def unpersist(self) -> None:
        """Write to memory only: the file system with the file is about to go."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def writer(self) -> int:
        """The descriptor that a service writes its output to. One pipe serves all runs of a service."""
        if self._writer is None:
            self._reader, self._writer = os.pipe2(os.O_CLOEXEC)
            os.set_blocking(self._reader, False)
            with contextlib.suppress(PermissionError):  # over the user's pipe budget: a small one does too
                fcntl.fcntl(self._writer, fcntl.F_SETPIPE_SZ, _PIPE)
            asyncio.get_running_loop().add_reader(self._reader, self._read_block)
        return self._writer

    def give_to(self, uid: int, gid: int) -> None:
        """Let a user open the pipe again by name (/dev/stdout), as programs do that log to a file of that name."""
        os.fchown(self.writer(), uid, gid)

    def drain(self) -> None:
        """After the end of a process: take what it left in the pipe, and end its last line."""
        for _ in range(2 * _PIPE // _BLOCK):  # bounded: another holder of the pipe may go on writing
            if not self._read_block():
                break
        if self.ring.end and self.ring.read(self.ring.end - 1, self.ring.end) != b"\n":
            self.write(b"\n")

    def close(self) -> None:
        """Close pipe and file and let the followers end."""
        for fd in (self._reader, self._writer):
            if fd is not None:
                if fd == self._reader:
                    asyncio.get_running_loop().remove_reader(fd)
                os.close(fd)
        self._reader = self._writer = None
        self.unpersist()
        self.closed = True
        self._wake()

    async def changed(self, position: int) -> None:
        """Wait until there is something after that position, or the log is closed."""
        if self.ring.end > position or self.closed:
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)

    def _read_block(self) -> bool:
        if self._reader is None:
            return False
        try:
            size = os.readv(self._reader, [self._block])
        except BlockingIOError:
            return False
        self.write(memoryview(self._block)[:size])
        return size > 0

    def _wake(self) -> None:
        if self._waiting:
            for future in self._waiting:
                if not future.done():
                    future.set_result(None)
            self._waiting.clear()


class Logs:
    """The logs of this process by name. Before `use_directory` they are in memory only (/var is not mounted yet)."""

    def __init__(
        self,
        *,
        capacity: int = CAPACITY,
        rotate_at: int = ROTATE_AT,
        problem: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._capacity = capacity
        self._rotate_at = rotate_at
        self._problem = problem
        self._directory: Path | None = None
        self._block = bytearray(_BLOCK)
        self._logs: dict[str, Log] = {}

    def open(self, name: str) -> Log:
        """The log of that name, made if there is none yet."""
        log = self._logs.get(name)
        if log is None:
            log = Log(name, capacity=self._capacity, block=self._block, problem=self._problem)
            self._logs[name] = log
            self._persist(log)
        return log

    def names(self) -> list[str]:
        """The names of the logs, sorted."""
        return sorted(self._logs)

    def use_directory(self, directory: Path | None) -> None:
        """Keep files <directory>/<name>.log from now on; None stops that. What was said before is written too."""
        self._directory = directory
        if directory is not None:
            try:
                directory.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self._problem(f"{directory}: cannot make the directory for logs: {error.strerror}")
        for log in self._logs.values():
            self._persist(log)

    def close(self) -> None:
        """Close every log; followers end."""
        for log in self._logs.values():
            log.close()

    async def read(self, name: str, *, follow: bool = False, tail_lines: int = -1) -> AsyncGenerator[bytes, None]:
        """Whole lines in pieces of about 64 KiB. Raises UnknownLogError.

        A reader holds a position and nothing else. One that is overtaken by the writer gets a line that says how many
        bytes it missed, and goes on with the oldest whole line.
        """
        log = self._logs.get(name)
        if log is None:
            raise UnknownLogError(name, self.names())
        position = log.ring.tail(tail_lines)
        while True:
            piece, position = _next(log.ring, position)
            if piece:
                yield piece
            elif follow and not log.closed:
                await log.changed(max(position, log.ring.end))
            else:
                return

    def _persist(self, log: Log) -> None:
        if self._directory is None:
            log.unpersist()
        else:
            log.persist(self._directory / f"{log.name}.log", self._rotate_at)


def _next(ring: Ring, position: int) -> tuple[bytes, int]:
    """The next whole lines after a position, and the position after them."""
    if position < ring.start:
        found = ring.first_line()
        return b"[%d bytes of this log were overwritten before they were read]\n" % (found - position), found
    end = ring.last_newline(position, position + PIECE)
    if end is None and ring.end - position > PIECE:
        end = ring.after_newline(position)
        if ring.read(end - 1, end) != b"\n":
            # no line end in all of it: wait for one, unless the ring is full of this one line
            end = ring.end if ring.end - position == ring.capacity else None
    if end is None:
        return b"", position
    return ring.read(position, end), end
