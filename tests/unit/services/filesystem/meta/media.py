"""A medium in memory: what the kernel has in its cache, what is on the disk, and everything a power loss may leave."""

import errno
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import combinations

from services.filesystem.meta.adv import COPY_SIZE
from services.filesystem.meta.store import SIZE_MIN

SECTOR = 512
BLANK = bytes(SIZE_MIN)


class FakeMedium:
    """A medium, and the place that it is in. `epochs` are (disk before, disk after) of each sync that changed it."""

    size = SIZE_MIN

    def __init__(self, disk: bytes = BLANK, cache: bytes | None = None) -> None:
        self.disk = disk
        self.cache = bytearray(disk if cache is None else cache)
        self.epochs: list[tuple[bytes, bytes]] = []
        self.unreadable: set[int] = set()
        self.failing: list[bytes] = []
        self._stale = False

    def read(self, offset: int, size: int) -> bytes:
        if offset in self.unreadable:
            raise OSError(errno.EIO, "Input/output error")
        return bytes(self.cache[offset : offset + size])

    def write(self, offset: int, data: bytes) -> None:
        assert 0 <= offset <= 2 * COPY_SIZE - len(data), "only the two copies are written to"
        self.cache[offset : offset + len(data)] = data

    def sync(self) -> None:
        """Bring the cache to the disk; or fail, and leave on the disk what `failing` has for it."""
        if self.failing:
            self.disk = self.failing.pop()
            self._stale = True
            raise OSError(errno.EIO, "Input/output error")
        if self._stale:  # pages that failed are clean to the kernel, and dropped
            self.cache, self._stale = bytearray(self.disk), False
        if self.disk != self.cache:
            self.epochs.append((self.disk, bytes(self.cache)))
            self.disk = bytes(self.cache)

    @contextmanager
    def reading(self) -> Iterator["FakeMedium"]:
        yield self

    writing = reading


def torn(before: bytes, after: bytes) -> Iterator[bytes]:
    """Yield everything that the disk may hold if the power goes on the way from before to after.

    That is each prefix of what is written, to the byte, and any choice of the sectors that differ: in any order.
    """
    yield before
    for index in _differing(before, after):
        yield after[: index + 1] + before[index + 1 :]
    yield from sectors(before, after)


def sectors(before: bytes, after: bytes) -> Iterator[bytes]:
    """Yield every choice of the sectors that differ."""
    changed = sorted({index // SECTOR * SECTOR for index in _differing(before, after)})
    assert len(changed) <= 8, "too many to try every choice"
    for count in range(len(changed) + 1):
        for chosen in combinations(changed, count):
            mixed = bytearray(before)
            for start in chosen:
                mixed[start : start + SECTOR] = after[start : start + SECTOR]
            yield bytes(mixed)


def _differing(before: bytes, after: bytes) -> list[int]:
    starts = range(0, len(before), SECTOR)
    changed = [start for start in starts if before[start : start + SECTOR] != after[start : start + SECTOR]]
    return [at for start in changed for at in range(start, start + SECTOR) if before[at] != after[at]]


def legacy(tags: Mapping[int, bytes]) -> bytes:
    """One copy in the format of syslinux, made apart from the code."""
    data = b"".join(bytes([tag, len(value)]) + value for tag, value in tags.items()).ljust(500, b"\0")
    checksum = (0xA3041767 - sum(struct.unpack("<125I", data))) & 0xFFFFFFFF
    return struct.pack("<II", 0x5A2D2FA5, checksum) + data + struct.pack("<I", 0xDD28BF64)
