"""The header table that a peer asks for in its SETTINGS."""

from __future__ import annotations

import asyncio
import struct
from pathlib import Path

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.http2.client import ClientConnection
from libtalos.bus.http2.frames import SETTINGS, frame
from libtalos.bus.http2.peersettings import HEADER_TABLE_SIZE
from libtalos.bus.settings import BusSettings


class Nowhere(asyncio.Transport):
    """A transport that forgets what is written."""

    def write(self, data: bytes | bytearray | memoryview) -> None:
        pass


@pytest.mark.parametrize(
    ("sizes", "updates"),
    [([4096], ""), ([0], "20"), ([0, 4096], "203fe11f"), ([100, 50, 4096], "3f133fe11f"), ([65536], "")],
)
async def test_the_next_block_follows_every_size_that_was_named(sizes: list[int], updates: str) -> None:
    """A peer that names 0 and then 4096 in one frame has emptied its table, and has to be told that we have, too."""
    address = UnixAddress(Path("/x.sock"))
    connection = ClientConnection(address=address, authority=b"x", scheme=b"http", settings=BusSettings())
    connection.connection_made(Nowhere())
    payload = b"".join(struct.pack(">HI", HEADER_TABLE_SIZE, size) for size in sizes)
    connection.data_received(frame(SETTINGS, 0, 0, payload))
    assert connection.encoder.encode([(b":method", b"GET")]).hex() == updates + "82"
    connection.connection_lost(None)
