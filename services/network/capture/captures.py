"""All captures that run: how many there may be, what is asked for, what is told at the end."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from services.network.capture.bpf import Instruction
from services.network.capture.stream import Tap, capture

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from structlog.stdlib import BoundLogger

# bytes of a packet that are kept where nothing is asked for, and at most: tcpdump's MAXIMUM_SNAPLEN
DEFAULT_SNAP_LENGTH: Final = 65536
LONGEST_SNAP: Final = 262144
# each costs its buffer in the kernel
MOST: Final = 8


class TooManyError(Exception):
    """There are as many captures as there may be."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be captured. snap_length is in bytes, 0 is the default; an empty program takes every packet."""

    link: str
    promiscuous: bool = False
    snap_length: int = 0
    program: tuple[Instruction, ...] = ()


class Piece(msgspec.Struct, frozen=True):
    """A piece of a pcap file, and how many packets have been dropped since the capture began."""

    data: bytes
    dropped: int


class CountingTap(Tap, Protocol):
    """A capture that counts what was dropped."""

    def dropped(self) -> int:
        """Return how many packets were dropped since the last call."""

    def close(self) -> None:
        """End it."""


class Captures:
    """The captures of the node."""

    def __init__(self, *, open_tap: Callable[[Wish], CountingTap], log: BoundLogger, most: int = MOST) -> None:
        """Allow so many at once; open_tap begins one, and raises OSError, ValueError."""
        self._open = open_tap
        self._log = log
        self._most = most
        self._running = 0

    async def run(self, wish: Wish) -> AsyncGenerator[Piece, None]:
        """Yield a pcap file until the caller closes the generator.

        Raises TooManyError, ValueError for what cannot be, OSError of the kernel, such as ENETDOWN after the link went
        down.
        """
        wish = _checked(wish)
        if self._running >= self._most:
            raise TooManyError(f"{self._most} captures run already: end one of them")
        tap = self._open(wish)
        self._running += 1
        dropped = 0
        try:
            async with aclosing(capture(tap, snap_length=wish.snap_length)) as pieces:
                async for data in pieces:
                    dropped += tap.dropped()
                    yield Piece(data, dropped)
        finally:
            dropped += tap.dropped()
            tap.close()
            self._running -= 1
            self._log.info("capture ended", link=wish.link, dropped=dropped)


def _checked(wish: Wish) -> Wish:
    if not wish.link:
        raise ValueError("name the link: interface is empty")
    if wish.snap_length > LONGEST_SNAP:
        raise ValueError(f"snap_len: {wish.snap_length} bytes are more than {LONGEST_SNAP}")
    return msgspec.structs.replace(wish, snap_length=wish.snap_length or DEFAULT_SNAP_LENGTH)
