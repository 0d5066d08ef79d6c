"""Where bytes come in: room for one read, which all connections of an end share."""

from __future__ import annotations

import mmap

# bytes: all that a unix socket holds (SEND_BUFFER of libtalos.bus.http2.writing)
READ_SIZE = 512 * 1024
# reads of so many bytes are read as bytes, whose parts are cheaper to take than those of a view; a larger read is worth
# the copy that a view saves
SMALL_READ = 16 * 1024


class ReadRoom:
    """Room for what one read brings, of whichever connection reads next: nothing in it outlives the read."""

    __slots__ = ("view",)

    def __init__(self) -> None:
        # a map of its own: what no read has reached costs no memory
        self.view = memoryview(mmap.mmap(-1, READ_SIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))

    def taken(self, size: int) -> bytes | memoryview:
        """What a read of so many bytes has brought; it is good until the next read."""
        view = self.view[:size]
        return bytes(view) if size <= SMALL_READ else view
