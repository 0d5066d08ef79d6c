"""A capture as a stream of pieces of a pcap file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Protocol

from services.network.capture.pcap import file_header, record_header

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from services.network.capture.tap import Packet

# bytes of one piece: a piece is full when it has as many, or when no packet is left
PIECE: Final = 64 << 10


class Tap(Protocol):
    """An open capture."""

    link_type: int

    def fileno(self) -> int:
        """Return the descriptor, which is readable when there is a packet."""

    def read(self) -> Packet | None:
        """Return the next packet, None if there is none yet. Raises OSError."""


async def capture(tap: Tap, *, snap_length: int) -> AsyncGenerator[bytes, None]:
    """Yield a pcap file, for ever. Raises OSError.

    Nothing is read while nobody takes a piece: what passes meanwhile waits in the kernel's buffer, or is dropped and
    counted there. So a slow reader costs one piece and that buffer, and no more.
    """
    yield file_header(snap_length=snap_length, link_type=tap.link_type)
    while True:
        piece = read_piece(tap)
        if piece:
            yield piece
        else:
            await _readable(tap)


def read_piece(tap: Tap) -> bytes:
    """Return the packets that are there, up to the size of a piece; empty if there are none. Raises OSError."""
    parts: list[bytes] = []
    size = 0
    while size < PIECE and (packet := tap.read()) is not None:
        parts += (
            record_header(
                seconds=packet.seconds,
                nanoseconds=packet.nanoseconds,
                captured=len(packet.data),
                length=packet.length,
            ),
            packet.data,
        )
        size += len(parts[-2]) + len(packet.data)
    return b"".join(parts)


async def _readable(tap: Tap) -> None:
    loop = asyncio.get_running_loop()
    ready = loop.create_future()
    loop.add_reader(tap.fileno(), _set, ready)
    try:
        await ready
    finally:
        loop.remove_reader(tap.fileno())


def _set(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)
