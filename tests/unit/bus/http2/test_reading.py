"""Reads as a loop makes them: into one room that connections share, cut anywhere, and written over by the next."""

import random
from typing import Any

import pytest

from libtalos.bus.address import TcpAddress
from libtalos.bus.http2.client import ClientConnection
from libtalos.bus.http2.connection import Connection
from libtalos.bus.http2.reading import READ_SIZE, SMALL_READ, ReadRoom
from libtalos.bus.settings import BusSettings
from libtalos.stubs import Cardinality
from tests.unit.bus.http2.memory import GOOD_END, GOOD_HEAD, HELLO, Peer, Wire, lose, message, outgoing

# small ones, some that fill reads of their own, and some that take several
SIZES = (0, 1, 300, 70_000, SMALL_READ, 5, 200_000, 65_536, 65_536, 65_536, 9, 120_000)


def read(connection: Connection[Any], data: bytes) -> None:
    """One read of a loop; what it brought is gone after it."""
    room = connection.get_buffer(-1)
    assert len(room) == READ_SIZE
    room[: len(data)] = data
    connection.buffer_updated(len(data))
    room[: len(data)] = b"\xee" * len(data)


def sharing(room: ReadRoom) -> tuple[ClientConnection, Peer]:
    """A client's end that reads into this room."""
    connection = ClientConnection(
        address=TcpAddress("host", 1), authority=b"host", scheme=b"http", settings=BusSettings(), room=room
    )
    wire = Wire(connection)
    connection.connection_made(wire)
    return connection, Peer(connection, wire)


def replies(peer: Peer, number: int) -> tuple[list[bytes], bytes]:
    """The contents of messages, and the bytes of the whole answer with them."""
    contents = [bytes([65 + number]) * size for size in SIZES]
    answer = b"".join(message(1, lines) for lines in contents)
    return contents, peer.headers(1, GOOD_HEAD) + answer + peer.headers(1, GOOD_END, end=True)


def cut(data: bytes, chance: random.Random, largest: int) -> list[bytes]:
    """The data in pieces of any size up to the largest."""
    pieces, start = [], 0
    while start < len(data):
        size = chance.randint(1, largest)
        pieces.append(data[start : start + size])
        start += size
    return pieces


@pytest.mark.parametrize("largest", [7_000, SMALL_READ + 5_000, READ_SIZE])
@pytest.mark.parametrize("seed", range(4))
async def test_messages_come_whole_however_reads_cut_them_and_whoever_reads_between(seed: int, largest: int) -> None:
    chance, room = random.Random(seed), ReadRoom()  # noqa: S311 - cuts, not secrets
    ends = [sharing(room) for _ in range(2)]
    calls = [await connection.open(outgoing("Replies", Cardinality.UNARY_STREAM)) for connection, _ in ends]
    answers = [replies(peer, number) for number, (_, peer) in enumerate(ends)]
    waiting = [cut(HELLO + answer, chance, largest) for _, answer in answers]
    while any(waiting):
        number = chance.choice([number for number, pieces in enumerate(waiting) if pieces])
        read(ends[number][0], waiting[number].pop(0))
    for call, (contents, _) in zip(calls, answers, strict=True):
        assert [(await call.receive()).lines for _ in contents] == contents
        assert await call.receive() is None
    await lose([connection for connection, _ in ends])


async def test_a_head_that_is_cut_waits_for_its_rest() -> None:
    connection, peer = sharing(ReadRoom())
    call = await connection.open(outgoing("Replies", Cardinality.UNARY_STREAM))
    contents, answer = replies(peer, 0)
    rest = cut(answer[40:], random.Random(9), 30_000)  # noqa: S311
    for piece in (HELLO[:5], HELLO[5:] + answer[:3], *(answer[at : at + 1] for at in range(3, 40)), *rest):
        read(connection, piece)
    assert [(await call.receive()).lines for _ in contents] == contents
    await lose([connection])
