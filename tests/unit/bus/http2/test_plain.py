"""Requests that are no gRPC: what they get, and that their bodies cost nothing."""

import asyncio
import struct

import pytest

from libtalos.bus.http2.frames import (
    DATA,
    END_STREAM,
    HEADERS,
    PREFACE,
    RST_STREAM,
    SETTINGS,
    WINDOW_UPDATE,
    ErrorCode,
    frame,
    reset,
    window_update,
)
from libtalos.bus.http2.peersettings import INITIAL_WINDOW_SIZE
from libtalos.bus.http2.plain import PlainAnswer
from libtalos.bus.http2.server import ServerConnection
from libtalos.bus.metadata import Field
from libtalos.bus.settings import BusSettings
from tests.unit.bus.http2.memory import HELLO, Frame, Peer, Serving, fields_of, message
from tests.unit.bus.served import TestRpc


def fields(method: bytes, *more: Field) -> list[Field]:
    """A request as browsers and tools send it."""
    return [(b":method", method), (b":scheme", b"http"), (b":path", b"/"), *more]


def resets(frames: list[Frame]) -> list[tuple[int, int]]:
    """The streams that are reset, and why."""
    return [(each.stream, int.from_bytes(each.payload, "big")) for each in frames if each.kind == RST_STREAM]


async def greeted(
    serve: Serving, settings: BusSettings | None = None, hello: bytes = HELLO
) -> tuple[ServerConnection, Peer]:
    connection, peer = serve(TestRpc(), settings or BusSettings())
    await peer.send(PREFACE, hello)
    return connection, peer


@pytest.mark.parametrize(("method", "status"), [(b"GET", b"405"), (b"PUT", b"405"), (b"POST", b"415")])
async def test_the_answer_says_what_would_be_right(serve_in_memory: Serving, method: bytes, status: bytes) -> None:
    connection, peer = await greeted(serve_in_memory)
    frames = await peer.send(peer.headers(1, fields(method), end=True))
    assert [(each.kind, each.flags & END_STREAM) for each in frames] == [(HEADERS, 0), (DATA, END_STREAM)]
    told = dict(fields_of(frames)[0])
    assert (told[b":status"], told[b"allow"]) == (status, b"POST")
    assert told[b"content-type"].startswith(b"text/plain")
    assert b"gRPC client" in frames[1].payload
    assert connection.streams == {}


async def test_head_gets_the_headers_alone(serve_in_memory: Serving) -> None:
    _, peer = await greeted(serve_in_memory)
    (head,) = await peer.send(peer.headers(1, fields(b"HEAD"), end=True))
    assert head.flags & END_STREAM
    assert (b":status", b"405") in head.fields


async def test_the_answer_waits_for_the_end_of_the_request(serve_in_memory: Serving) -> None:
    """Its trailers, too, are such an end."""
    _, peer = await greeted(serve_in_memory)
    assert await peer.send(peer.headers(1, fields(b"POST")), frame(DATA, 0, 1, b"name=")) == []
    assert fields_of(await peer.send(frame(DATA, END_STREAM, 1, b"value")))
    assert await peer.send(peer.headers(3, fields(b"POST"))) == []
    assert fields_of(await peer.send(peer.headers(3, [(b"a", b"b")], end=True)))


async def test_a_body_of_any_size_is_dropped_and_gets_its_credit(serve_in_memory: Serving) -> None:
    """Whatever its bytes are: those of a message would be a message of four gigabytes."""
    connection, peer = await greeted(serve_in_memory, BusSettings(stream_window=1000, max_message_size=1000))
    frames = await peer.send(peer.headers(1, fields(b"POST")))
    for _ in range(20):
        frames += await peer.send(frame(DATA, 0, 1, b"\0\xff\xff\xff\xff" * 100))
    given = [int.from_bytes(each.payload, "big") for each in frames if each.kind == WINDOW_UPDATE and each.stream]
    assert sum(given) == 20 * 500
    assert resets(frames) == []
    assert (connection._assembling, connection._queued_messages) == (0, 0)
    assert (b":status", b"415") in fields_of(await peer.send(frame(DATA, END_STREAM, 1)))[0]


@pytest.mark.parametrize("body", [b"123", b"12345"], ids=["less", "more"])
async def test_content_length_has_to_hold(serve_in_memory: Serving, body: bytes) -> None:
    connection, peer = await greeted(serve_in_memory)
    frames = await peer.send(
        peer.headers(1, fields(b"POST", (b"content-length", b"4"))), frame(DATA, END_STREAM, 1, body)
    )
    assert resets(frames) == [(1, ErrorCode.PROTOCOL_ERROR)]
    assert connection.streams == {}
    frames = await peer.send(
        peer.headers(3, fields(b"POST", (b"content-length", b"4"))), frame(DATA, END_STREAM, 3, b"1234")
    )
    assert (b":status", b"415") in fields_of(frames)[0]


async def test_a_request_that_never_ends_is_given_up(serve_in_memory: Serving) -> None:
    connection, peer = await greeted(serve_in_memory)
    assert await peer.send(peer.headers(1, fields(b"POST"))) == []
    answer = connection.streams[1]
    assert isinstance(answer, PlainAnswer)
    answer.expire()
    assert resets(await peer.answer()) == [(1, ErrorCode.CANCEL)]
    assert connection.streams == {}
    with pytest.raises(ConnectionResetError):
        answer.ensure_open()


async def test_a_request_that_is_reset_gets_no_answer(serve_in_memory: Serving) -> None:
    """Before its end, and while the answer waits for a window."""
    no_window = frame(SETTINGS, 0, 0, struct.pack(">HI", INITIAL_WINDOW_SIZE, 0))
    connection, peer = await greeted(serve_in_memory, hello=no_window)
    assert await peer.send(peer.headers(1, fields(b"POST")), reset(1, ErrorCode.CANCEL)) == []
    frames = await peer.send(peer.headers(3, fields(b"GET"), end=True))
    assert [each.kind for each in frames] == [HEADERS]
    assert await peer.send(reset(3, ErrorCode.CANCEL)) == []
    assert connection.streams == {}
    assert connection._blocked == {}
    frames = await peer.send(peer.request(5, "Unary"), message(5, end=True), window_update(5, 1000))
    assert (b"grpc-status", b"0") in fields_of(frames)[-1]


async def test_a_window_of_a_few_bytes_is_enough(serve_in_memory: Serving) -> None:
    _, peer = await greeted(serve_in_memory, hello=frame(SETTINGS, 0, 0, struct.pack(">HI", INITIAL_WINDOW_SIZE, 10)))
    frames = await peer.send(peer.headers(1, fields(b"GET"), end=True))
    assert [len(each.payload) for each in frames if each.kind == DATA] == [10]
    frames += await peer.send(window_update(1, 1000))
    assert b"".join(each.payload for each in frames if each.kind == DATA).endswith(b"application/grpc.\n")


async def test_answers_end_with_their_connection(serve_in_memory: Serving) -> None:
    no_window = frame(SETTINGS, 0, 0, struct.pack(">HI", INITIAL_WINDOW_SIZE, 0))
    connection, peer = await greeted(serve_in_memory, hello=no_window)
    before = asyncio.all_tasks()
    await peer.send(peer.headers(1, fields(b"GET"), end=True), peer.headers(3, fields(b"POST")))
    (answering,) = asyncio.all_tasks() - before
    connection.connection_lost(None)
    await asyncio.wait_for(answering, 1)
    assert connection.streams == {}
