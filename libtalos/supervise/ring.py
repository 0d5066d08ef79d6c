"""The last part of a log in memory: bytes at absolute positions, the oldest overwritten. Nothing here splits lines."""

import mmap

# upstream keeps 16 chunks of 64 KiB
CAPACITY = 1 << 20


class Ring:
    """A ring of bytes. Positions count from the first byte ever written, so a reader needs to keep only a number."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        # pages of zeroes that take no memory until they are written: a quiet service costs nothing
        self._data = mmap.mmap(-1, capacity)
        self.capacity = capacity
        self.end = 0

    @property
    def start(self) -> int:
        """The position of the oldest byte that is still here."""
        return max(0, self.end - self.capacity)

    def append(self, data: memoryview | bytes) -> None:
        """Write at the end. Of data longer than the ring only the tail stays."""
        view = memoryview(data)
        self.end += len(view)
        view = view[-self.capacity :]
        at = (self.end - len(view)) % self.capacity
        first = min(len(view), self.capacity - at)
        self._data[at : at + first] = view[:first]
        if first < len(view):
            self._data[: len(view) - first] = view[first:]

    def read(self, begin: int, end: int) -> bytes:
        """The bytes of these positions; those that are gone or not there yet are left out."""
        begin, end = max(begin, self.start), min(end, self.end)
        if begin >= end:
            return b""
        at, length = begin % self.capacity, end - begin
        first = min(length, self.capacity - at)
        return self._data[at : at + first] + self._data[: length - first]

    def first_line(self) -> int:
        """The position of the oldest whole line."""
        return self.start if self.start == 0 else self.after_newline(self.start)

    def after_newline(self, begin: int) -> int:
        """The position after the first line feed at or after `begin`; the end if there is none."""
        begin = max(begin, self.start)
        found = self.read(begin, self.end).find(b"\n")
        return self.end if found < 0 else begin + found + 1

    def last_newline(self, begin: int, end: int) -> int | None:
        """The position after the last line feed within these positions."""
        begin = max(begin, self.start)
        found = self.read(begin, end).rfind(b"\n")
        return None if found < 0 else begin + found + 1

    def tail(self, lines: int) -> int:
        """The position where the last `lines` whole lines begin; negative: all that are kept."""
        if lines < 0:
            return self.first_line()
        kept = self.read(self.start, self.end)
        # an unfinished line at the end is not counted: it comes with the ones before it, once it is whole
        at = kept.rfind(b"\n") + 1
        for _ in range(lines):
            if at <= 0:
                break
            at = kept.rfind(b"\n", 0, at - 1) + 1
        return max(self.start + at, self.first_line())

    def last_line(self, longest: int = 256) -> str:
        """The last line that is not blank, cut to `longest` characters."""
        kept = self.read(max(self.start, self.end - 64 * 1024), self.end).rstrip()
        line = kept[kept.rfind(b"\n") + 1 :].decode("utf-8", "replace").strip()
        return line if len(line) <= longest else line[: longest - 3] + "..."
