"""The persistent copy of a log: written through, rotated at a line's end, never a reason for a service to stop."""

import os
from collections.abc import Callable
from pathlib import Path

# upstream rotates /var/log/<service>.log at 5 MiB and keeps one older file, "<service>.log.1"
ROTATE_AT = 5 << 20
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC


class LogFile:
    """A file that log data is appended to. Nothing here raises for a full or broken disk: `problem` is told once.

    What cannot be written stays readable from memory; writing is tried again with each later piece.
    """

    def __init__(self, path: Path, *, rotate_at: int = ROTATE_AT, problem: Callable[[str], None]) -> None:
        self.path = path
        self._rotate_at = rotate_at
        self._problem = problem
        self._fd: int | None = None
        self._size = 0
        self._lost = 0
        self._whole_line = True
        self._torn = False

    def write(self, data: memoryview) -> None:
        """Append. A line that the limit falls into goes to the old file as a whole."""
        try:
            self._open()
            self._end_torn_line()
            while self._rotate_at and self._size + len(data) > self._rotate_at:
                rest = self._fill_and_rotate(data)
                if rest is None:
                    break
                data = rest
            self._append(data)
        except OSError as error:
            self._note_loss(error, len(data))
        else:
            self._tell_loss()

    def close(self) -> None:
        """Close the file."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _open(self) -> None:
        if self._fd is None:
            self._fd = os.open(self.path, _FLAGS, 0o640)
            self._size = os.fstat(self._fd).st_size
            self._whole_line = self._size == 0 or os.pread(self._fd, 1, self._size - 1) == b"\n"
            self._torn = not self._whole_line

    def _end_torn_line(self) -> None:
        """A line that a predecessor or a full disk cut off must not run into the next one."""
        if self._torn:
            if not self._whole_line:
                self._append(memoryview(b"\n"))
            self._torn = False

    def _append(self, data: memoryview) -> None:
        while data:
            written = os.write(self._descriptor(), data)
            self._size += written
            self._whole_line = data[written - 1] == 0x0A
            data = data[written:]

    def _fill_and_rotate(self, data: memoryview) -> memoryview | None:
        """Rotate at the last line end that fits, or the first that comes; returns what belongs to the new file.

        None: not rotated, as one line goes on to the end of the data and stays whole.
        """
        room = max(0, self._rotate_at - self._size)
        content = data.tobytes()
        cut = content.rfind(b"\n", 0, room) + 1
        if cut == 0 and not (self._whole_line and self._size):
            cut = content.find(b"\n", room) + 1
            if cut == 0:
                return None
        self._append(data[:cut])
        self.close()
        self.path.replace(self.path.with_name(self.path.name + ".1"))
        self._fd = os.open(self.path, _FLAGS, 0o640)
        self._size = 0
        return data[cut:]

    def _descriptor(self) -> int:
        if self._fd is None:
            raise OSError("closed")
        return self._fd

    def _note_loss(self, error: OSError, size: int) -> None:
        if not self._lost:
            self._problem(f"{self.path}: cannot write the log: {error.strerror or error}; it goes on in memory only")
        self._lost += size
        self._torn = True

    def _tell_loss(self) -> None:
        if self._lost:
            self._problem(f"{self.path}: writable again; about {self._lost} bytes are missing in it")
            self._lost = 0
