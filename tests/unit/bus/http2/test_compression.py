"""Messages that come compressed, at both ends: what is taken, and what each end answers to what is not."""

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import Sequence

import pytest

from libtalos.bus.errors import BusError, InternalError, ResourceExhaustedError, UnimplementedError
from libtalos.bus.http2.compression import check_compressed, gunzip
from libtalos.bus.http2.frames import DATA, END_STREAM, PREFACE, frame, pack_prefix
from libtalos.bus.metadata import Field, decode_message
from libtalos.bus.settings import MIB, BusSettings
from libtalos.stubs import Cardinality
from tests.unit.bus.http2.memory import (
    GOOD_END,
    GOOD_HEAD,
    HELLO,
    Calling,
    Frame,
    Peer,
    Serving,
    fields_of,
    message,
    outgoing,
)
from tests.unit.bus.served import KINDS, Chunk, TestRpc

SETTINGS = BusSettings(max_message_size=MIB)
IN_GZIP: Field = (b"grpc-encoding", b"gzip")
IN_SNAPPY: Field = (b"grpc-encoding", b"snappy")
IN_NOTHING: Field = (b"grpc-encoding", b"identity")


def compressed(stream: int, data: bytes, *, end: bool = False) -> bytes:
    """A DATA frame with a message that says that it is compressed."""
    return frame(DATA, END_STREAM if end else 0, stream, pack_prefix(1, len(data)) + data)


def packed(lines: bytes) -> bytes:
    """A message in gzip."""
    return gzip.compress(bytes(Chunk(lines=lines)))


def bomb(size: int) -> bytes:
    """A gzip of so many zeros, made without them."""
    packing = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packing.compress(bytes(MIB)) for _ in range(size // MIB)]
    return b"".join(parts) + packing.flush()


@pytest.mark.parametrize("size", [0, 1, 1000])
def test_what_was_packed_is_unpacked_up_to_the_limit(size: int) -> None:
    data = gzip.compress(b"x" * size)
    assert gunzip(data, size) == b"x" * size
    if size:
        with pytest.raises(ResourceExhaustedError, match=f"over the limit of {size - 1} bytes"):
            gunzip(data, size - 1)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "ends too early"),
        (gzip.compress(b"text")[:-1], "ends too early"),
        (gzip.compress(b"text") + b"more", "followed by 4 bytes"),
        (gzip.compress(b"text")[:-8] + bytes(8), "not gzip's"),
        (zlib.compress(b"text"), "not gzip's"),
        (b"text", "not gzip's"),
    ],
    ids=["nothing", "cut", "followed", "wrong sum", "zlib's", "no gzip"],
)
def test_what_is_not_exactly_one_gzip_is_refused(data: bytes, text: str) -> None:
    with pytest.raises(InternalError, match=text):
        gunzip(data, 100)


def test_a_bomb_is_not_unpacked() -> None:
    """A gigabyte in a megabyte: no more of it than the limit is ever in memory."""
    data = bomb(1024 * MIB)
    assert len(data) < 2 * MIB
    tracemalloc.start()
    try:
        with pytest.raises(ResourceExhaustedError):
            gunzip(data, MIB)
        assert tracemalloc.get_traced_memory()[1] < 6 * MIB
    finally:
        tracemalloc.stop()


def test_each_end_has_its_error_for_what_it_does_not_know() -> None:
    check_compressed(1, b"gzip", InternalError)
    for unsupported in (InternalError, UnimplementedError):
        with pytest.raises(unsupported, match="'br' are not taken here: grpc-encoding has to be identity or gzip"):
            check_compressed(1, b"br", unsupported)
        with pytest.raises(InternalError, match="no grpc-encoding says how"):
            check_compressed(1, None, unsupported)
        with pytest.raises(InternalError, match="begins with 2"):
            check_compressed(2, b"gzip", unsupported)


# -- the server


async def answered(serve: Serving, kind: str, head: Sequence[Field], data: bytes) -> tuple[list[Frame], Peer]:
    """What a server sends for a call with these headers and this DATA."""
    _, peer = serve(TestRpc(), SETTINGS)
    await peer.send(PREFACE, HELLO)
    return await peer.send(peer.request(1, kind, *head), data), peer


@pytest.mark.parametrize("kind", KINDS)
async def test_a_server_takes_gzip(serve_in_memory: Serving, kind: str) -> None:
    """Compressed and plain messages in one stream; nothing is compressed in return."""
    many = kind in ("Requests", "Both")
    plain = message(1, b"plain") if many else b""
    frames, _ = await answered(serve_in_memory, kind, [IN_GZIP], plain + compressed(1, packed(b"packed"), end=True))
    data = b"".join(each.payload for each in frames if each.kind == DATA)
    assert b"packed" in data
    assert (b"plain" in data) is many
    assert data[0] == 0
    assert list(fields_of(frames)[-1]) == [(b"grpc-status", b"0")]
    assert (b"grpc-accept-encoding", b"identity,gzip") in fields_of(frames)[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("head", "data", "error"),
    [
        (
            [IN_SNAPPY],
            b"x",
            UnimplementedError("'snappy' are not taken here: grpc-encoding has to be identity or gzip"),
        ),
        ([IN_NOTHING], packed(b"a"), InternalError("marked as compressed")),
        ([], packed(b"a"), InternalError("marked as compressed")),
        ([IN_GZIP], b"text", InternalError("not gzip's")),
        ([IN_GZIP], bomb(16 * MIB), ResourceExhaustedError("over the limit of 1048576 bytes when it is unpacked")),
    ],
    ids=["unknown", "identity", "not named", "no gzip", "bomb"],
)
async def test_a_server_refuses_what_it_cannot_unpack(
    serve_in_memory: Serving, kind: str, head: Sequence[Field], data: bytes, error: BusError
) -> None:
    """With the status that compression.md asks for, and what it takes; other calls go on."""
    frames, peer = await answered(serve_in_memory, kind, head, compressed(1, data, end=True))
    told = dict(field for fields in fields_of(frames) for field in fields)
    assert int(told[b"grpc-status"]) == error.code
    assert error.message in decode_message(told[b"grpc-message"])
    assert told[b"grpc-accept-encoding"] == b"identity,gzip"
    frames = await peer.send(peer.request(3, kind), message(3, end=True))
    assert list(fields_of(frames)[-1]) == [(b"grpc-status", b"0")]


async def test_an_unknown_encoding_does_no_harm_to_messages_that_are_not_compressed(serve_in_memory: Serving) -> None:
    frames, _ = await answered(serve_in_memory, "Unary", [IN_SNAPPY], message(1, end=True))
    assert list(fields_of(frames)[-1]) == [(b"grpc-status", b"0")]


# -- the client


async def test_a_client_says_what_it_takes_and_takes_it(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(SETTINGS)
    asking = asyncio.create_task(connection.unary(outgoing("Unary"), Chunk(lines=b"a")))
    (fields,) = fields_of(await peer.send(HELLO))
    assert (b"grpc-accept-encoding", b"identity,gzip") in fields
    assert b"grpc-encoding" not in dict(fields)
    head, end = peer.headers(1, [*GOOD_HEAD, IN_GZIP]), peer.headers(1, GOOD_END, end=True)
    await peer.send(head, compressed(1, packed(b"packed")), end)
    assert (await asking).lines == b"packed"


async def test_a_client_takes_streams_that_are_compressed_in_part(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(SETTINGS)
    await peer.send(HELLO)
    stream = await connection.open(outgoing("Replies", Cardinality.UNARY_STREAM))
    await stream.send(Chunk(), last=True)
    await peer.send(peer.headers(1, [*GOOD_HEAD, IN_GZIP]), message(1, b"plain"), compressed(1, packed(b"packed")))
    assert [(await stream.receive()).lines for _ in range(2)] == [b"plain", b"packed"]
    await peer.send(peer.headers(1, GOOD_END, end=True))
    assert await stream.receive() is None


@pytest.mark.parametrize(
    ("head", "data", "kind", "text"),
    [
        ([IN_SNAPPY], b"x", InternalError, "'snappy' are not taken here: grpc-encoding has to be identity or gzip"),
        ([IN_NOTHING], packed(b"a"), InternalError, "marked as compressed"),
        ([], packed(b"a"), InternalError, "marked as compressed"),
        ([IN_GZIP], b"text", InternalError, "not gzip's"),
        ([IN_GZIP], bomb(16 * MIB), ResourceExhaustedError, "over the limit of 1048576 bytes when it is unpacked"),
    ],
    ids=["unknown", "identity", "not named", "no gzip", "bomb"],
)
async def test_a_client_refuses_what_it_cannot_unpack(
    call_in_memory: Calling, head: Sequence[Field], data: bytes, kind: type[BusError], text: str
) -> None:
    connection, peer = call_in_memory(SETTINGS)
    asking = asyncio.create_task(connection.unary(outgoing("Unary"), Chunk()))
    await peer.send(HELLO)
    await peer.send(peer.headers(1, [*GOOD_HEAD, *head]), compressed(1, data))
    with pytest.raises(kind, match=text):
        await asking
    assert connection.usable
    assert connection._assembling == 0
