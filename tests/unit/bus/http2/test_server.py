"""The server's end of a connection, frame by frame."""

import asyncio
import struct

import pytest

from libtalos.bus.context import current_call
from libtalos.bus.http2.frames import (
    CONTINUATION,
    DATA,
    END_HEADERS,
    END_STREAM,
    GOAWAY,
    HEADERS,
    PADDED,
    PING,
    PREFACE,
    PRIORITY,
    PUSH_PROMISE,
    RST_STREAM,
    SETTINGS,
    WINDOW_UPDATE,
    WITH_PRIORITY,
    ErrorCode,
    frame,
    pack_uint32,
    reset,
    window_update,
)
from libtalos.bus.http2.peersettings import INITIAL_WINDOW_SIZE, MAX_HEADER_LIST_SIZE
from libtalos.bus.settings import KIB, BusSettings
from tests.unit.bus.http2.memory import HELLO, Frame, Peer, Serving, fields_of, message
from tests.unit.bus.served import KINDS, Chunk, TestRpc

SETTINGS_OF_BUS = BusSettings()


async def greeted(serve: Serving, rpc: TestRpc | None = None, settings: BusSettings = SETTINGS_OF_BUS) -> Peer:
    """The peer of a server that knows it."""
    _, peer = serve(rpc or TestRpc(), settings)
    await peer.send(PREFACE, HELLO)
    return peer


def farewell(frames: list[Frame]) -> ErrorCode | None:
    """The code of the GOAWAY among frames."""
    return next((ErrorCode(struct.unpack(">I", each.payload[4:8])[0]) for each in frames if each.kind == GOAWAY), None)


def resets(frames: list[Frame]) -> list[tuple[int, ErrorCode]]:
    """The streams that are reset, and why."""
    return [(each.stream, ErrorCode(int.from_bytes(each.payload, "big"))) for each in frames if each.kind == RST_STREAM]


async def alive(peer: Peer, stream: int = 101) -> bool:
    """Whether a call is answered well."""
    frames = await peer.send(peer.request(stream, "Unary"), message(stream, end=True))
    assert frames, "nothing was answered"
    return list(fields_of(frames)[-1]) == [(b"grpc-status", b"0")]


async def test_a_call_byte_by_byte(serve_in_memory: Serving) -> None:
    _, peer = serve_in_memory(TestRpc(), SETTINGS_OF_BUS)
    whole = PREFACE + HELLO + peer.request(1, "Unary") + message(1, b"text", end=True)
    frames = []
    for number in range(len(whole)):
        frames += await peer.send(whole[number : number + 1])
    assert [each.kind for each in frames if each.stream == 1] == [HEADERS, DATA, HEADERS]
    (data,) = [each.payload for each in frames if each.kind == DATA]
    assert Chunk.parse(data[5:]).lines == b"text"


PREFIX = b"\0\0\0\0\0"
FAULTS = {
    "data on stream 0": (frame(DATA, 0, 0, b"x"), ErrorCode.PROTOCOL_ERROR),
    "data on an idle stream": (frame(DATA, 0, 7, b"x"), ErrorCode.PROTOCOL_ERROR),
    "headers on stream 0": (frame(HEADERS, END_HEADERS, 0, b""), ErrorCode.PROTOCOL_ERROR),
    "headers on an even stream": (frame(HEADERS, END_HEADERS, 2, b"\x82"), ErrorCode.PROTOCOL_ERROR),
    "headers that depend on themselves": (
        frame(HEADERS, END_HEADERS | WITH_PRIORITY, 1, b"\0\0\0\1\0\x82"),
        ErrorCode.PROTOCOL_ERROR,
    ),
    "headers without room for their priority": (
        frame(HEADERS, END_HEADERS | WITH_PRIORITY, 1, b"\0\0"),
        ErrorCode.FRAME_SIZE_ERROR,
    ),
    "padding longer than its frame": (frame(HEADERS, END_HEADERS | PADDED, 1, b"\x09ab"), ErrorCode.PROTOCOL_ERROR),
    "a block that is none": (frame(HEADERS, END_HEADERS, 1, b"\xff\xff\xff\xff"), ErrorCode.COMPRESSION_ERROR),
    "a block that is not continued": (
        frame(HEADERS, 0, 1, b"\x82") + frame(PING, 0, 0, bytes(8)),
        ErrorCode.PROTOCOL_ERROR,
    ),
    "a continuation of nothing": (frame(CONTINUATION, END_HEADERS, 1, b""), ErrorCode.PROTOCOL_ERROR),
    "priority on stream 0": (frame(PRIORITY, 0, 0, bytes(5)), ErrorCode.PROTOCOL_ERROR),
    "reset of an idle stream": (reset(9, ErrorCode.CANCEL), ErrorCode.PROTOCOL_ERROR),
    "reset of stream 0": (reset(0, ErrorCode.CANCEL), ErrorCode.PROTOCOL_ERROR),
    "a short reset": (frame(RST_STREAM, 0, 1, b"\0"), ErrorCode.FRAME_SIZE_ERROR),
    "settings of a stream": (frame(SETTINGS, 0, 1), ErrorCode.PROTOCOL_ERROR),
    "settings of a broken size": (frame(SETTINGS, 0, 0, b"\0"), ErrorCode.FRAME_SIZE_ERROR),
    "acknowledged settings": (frame(SETTINGS, 1, 0, bytes(6)), ErrorCode.FRAME_SIZE_ERROR),
    "a push": (frame(PUSH_PROMISE, 0, 1, bytes(4)), ErrorCode.PROTOCOL_ERROR),
    "a ping of a stream": (frame(PING, 0, 1, bytes(8)), ErrorCode.PROTOCOL_ERROR),
    "a short ping": (frame(PING, 0, 0, bytes(6)), ErrorCode.FRAME_SIZE_ERROR),
    "a short goaway": (frame(GOAWAY, 0, 0, bytes(6)), ErrorCode.FRAME_SIZE_ERROR),
    "goaway of a stream": (frame(GOAWAY, 0, 1, bytes(8)), ErrorCode.PROTOCOL_ERROR),
    "a window update of an idle stream": (window_update(5, 1), ErrorCode.PROTOCOL_ERROR),
    "a window update of 0": (window_update(0, 0), ErrorCode.PROTOCOL_ERROR),
    "a window that is too large": (window_update(0, 2**31 - 1), ErrorCode.FLOW_CONTROL_ERROR),
    "headers in a frame that is too long": (
        frame(HEADERS, END_HEADERS | END_STREAM, 1, bytes(256 * KIB + 1)),
        ErrorCode.FRAME_SIZE_ERROR,
    ),
    "a frame that is too long": (frame(DATA, 0, 1, bytes(256 * KIB + 1)), ErrorCode.FRAME_SIZE_ERROR),
}


@pytest.mark.parametrize(("data", "code"), FAULTS.values(), ids=FAULTS)
async def test_what_ends_the_connection(serve_in_memory: Serving, data: bytes, code: ErrorCode) -> None:
    peer = await greeted(serve_in_memory)
    assert farewell(await peer.send(data)) is code
    assert peer.wire.closing


async def test_calls_before_settings_end_the_connection(serve_in_memory: Serving) -> None:
    _, peer = serve_in_memory(TestRpc(), SETTINGS_OF_BUS)
    assert farewell(await peer.send(PREFACE, peer.request(1, "Unary"))) is ErrorCode.PROTOCOL_ERROR


async def test_another_protocol_is_told_so(serve_in_memory: Serving) -> None:
    _, peer = serve_in_memory(TestRpc(), SETTINGS_OF_BUS)
    assert farewell(await peer.send(b"GET / HTTP/1.1\r\n\r\n")) is ErrorCode.PROTOCOL_ERROR
    assert peer.wire.closing


@pytest.mark.parametrize(
    "change",
    [
        [(b"Upper", b"x")],
        [(b"a b", b"x")],
        [(b"connection", b"close")],
        [(b"te", b"gzip")],
        [(b":status", b"200")],
        [(b"a", b"x\r\ny: z")],
        [(b"content-length", b"x")],
    ],
)
async def test_malformed_headers_end_their_stream_alone(
    serve_in_memory: Serving, change: list[tuple[bytes, bytes]]
) -> None:
    rpc = TestRpc()
    peer = await greeted(serve_in_memory, rpc)
    frames = await peer.send(peer.request(1, "Unary", *change), message(1, end=True))
    assert (1, ErrorCode.PROTOCOL_ERROR) in resets(frames)
    assert rpc.seen == []
    assert await alive(peer)


async def test_a_window_update_of_0_ends_its_stream_alone(serve_in_memory: Serving) -> None:
    rpc = TestRpc()
    peer = await greeted(serve_in_memory, rpc)
    await peer.send(peer.request(1, "Unary"), message(1, b"wait", end=True))
    assert resets(await peer.send(window_update(1, 0))) == [(1, ErrorCode.PROTOCOL_ERROR)]
    assert rpc.cancelled == 1
    assert await alive(peer)


async def test_what_comes_after_the_end_of_a_stream_is_refused(serve_in_memory: Serving) -> None:
    peer = await greeted(serve_in_memory)
    await peer.send(peer.request(1, "Unary"), message(1, b"wait", end=True))
    assert resets(await peer.send(message(1))) == [(1, ErrorCode.STREAM_CLOSED)]
    assert await peer.send(message(1)) == []  # on its way while the reset was
    assert await alive(peer)


async def test_headers_of_a_stream_that_has_ended_end_the_connection(serve_in_memory: Serving) -> None:
    peer = await greeted(serve_in_memory)
    await peer.send(peer.request(1, "Unary"), message(1, end=True))
    assert farewell(await peer.send(peer.request(1, "Unary"))) is ErrorCode.STREAM_CLOSED


async def test_no_more_streams_than_announced_are_begun(serve_in_memory: Serving) -> None:
    rpc = TestRpc()
    peer = await greeted(serve_in_memory, rpc, BusSettings(max_streams=2))
    for stream in (1, 3):
        await peer.send(peer.request(stream, "Unary"), message(stream, b"wait", end=True))
    frames = await peer.send(peer.request(5, "Unary"), message(5, end=True))
    assert resets(frames) == [(5, ErrorCode.REFUSED_STREAM)]
    await peer.send(reset(1, ErrorCode.CANCEL))
    assert rpc.cancelled == 1
    assert await alive(peer, 7)  # it may be repeated


async def test_a_peer_that_sends_more_than_the_connection_allows_does_not_keep_its_calls(
    serve_in_memory: Serving,
) -> None:
    """What waits to be taken is given up with the connection, whatever its window is by then."""
    settings = BusSettings(connection_window=66 * KIB, connection_buffer=100 * KIB, stream_window=1024 * KIB)
    rpc = TestRpc()
    connection, peer = serve_in_memory(rpc, settings)
    await peer.send(PREFACE, HELLO)
    for stream in (1, 3, 5):
        await peer.send(peer.request(stream, "Requests"), message(stream, b"wait"))
    assert farewell(await peer.send(*(message(1, bytes(10 * KIB)) for _ in range(20)))) is ErrorCode.FLOW_CONTROL_ERROR
    assert rpc.cancelled == 3
    assert connection.streams == {}
    assert connection._queued_messages == 0


async def test_requests_that_wait_for_their_end_count(serve_in_memory: Serving) -> None:
    settings = BusSettings(connection_buffer=256 * KIB)
    connection, peer = serve_in_memory(TestRpc(), settings)
    await peer.send(PREFACE, HELLO, window_update(0, 1 << 20))
    refused = []
    for stream in range(1, 21, 2):
        frames = await peer.send(peer.request(stream, "Unary"), message(stream, bytes(100 * KIB)))
        refused += [fields for fields in fields_of(frames) if (b"grpc-status", b"8") in fields]
    assert len(connection.streams) == 2
    assert len(refused) == 8
    await peer.send(reset(1, ErrorCode.CANCEL), frame(DATA, END_STREAM, 3, b""))
    assert connection._assembling == 0
    assert await alive(peer)


async def test_a_failed_connection_ends_its_calls_at_once_and_is_cut_off(serve_in_memory: Serving) -> None:
    rpc = TestRpc()
    _, peer = serve_in_memory(rpc, BusSettings(end_timeout=0.05), reads=False)
    await peer.send(PREFACE, HELLO, peer.request(1, "Unary"), message(1, b"wait", end=True))
    await peer.send(frame(PING, 0, 1, bytes(8)))
    assert rpc.cancelled == 1
    assert not peer.wire.aborted
    await asyncio.sleep(0.1)
    assert peer.wire.aborted


async def test_late_resets_cost_little(serve_in_memory: Serving) -> None:
    """Of calls that have ended already; those of calls under way are counted."""
    peer = await greeted(serve_in_memory, settings=BusSettings(max_resets=10))
    for stream in range(1, 201, 2):
        await peer.send(peer.request(stream, "Unary"), message(stream, end=True))
        await peer.send(reset(stream, ErrorCode.CANCEL))
    assert await alive(peer, 201)
    frames = []
    for stream in range(203, 250, 2):
        frames += await peer.send(peer.request(stream, "Requests"), reset(stream, ErrorCode.CANCEL))
    assert farewell(frames) is ErrorCode.ENHANCE_YOUR_CALM


async def test_windows_of_open_streams_move_with_the_settings(serve_in_memory: Serving) -> None:
    peer = await greeted(serve_in_memory)
    await peer.send(frame(SETTINGS, 0, 0, struct.pack(">HI", INITIAL_WINDOW_SIZE, 10)))
    frames = await peer.send(peer.request(1, "Unary"), message(1, b"x" * 100, end=True))
    assert [len(each.payload) for each in frames if each.kind == DATA] == [10]
    frames = await peer.send(frame(SETTINGS, 0, 0, struct.pack(">HI", INITIAL_WINDOW_SIZE, 5)))
    frames += await peer.send(window_update(1, 5))  # from 5 below nothing to nothing
    assert [each for each in frames if each.kind == DATA] == []
    frames = await peer.send(frame(SETTINGS, 0, 0, struct.pack(">HI", INITIAL_WINDOW_SIZE, 15)))
    assert [len(each.payload) for each in frames if each.kind == DATA] == [10]
    frames = await peer.send(window_update(1, 1000))
    assert [each.kind for each in frames if each.stream == 1] == [DATA, HEADERS]


async def test_a_request_that_is_no_grpc_does_not_wait_for_a_window_for_ever(serve_in_memory: Serving) -> None:
    connection, peer = serve_in_memory(TestRpc(), BusSettings(call_deadline=0.05))
    await peer.send(PREFACE, frame(SETTINGS, 0, 0, struct.pack(">HI", INITIAL_WINDOW_SIZE, 0)))
    fields = [(b":method", b"GET"), (b":scheme", b"http"), (b":path", b"/")]
    frames = await peer.send(peer.headers(1, fields, end=True))
    assert (b":status", b"405") in fields_of(frames)[0]
    await asyncio.sleep(0.15)
    assert resets(await peer.answer()) == [(1, ErrorCode.CANCEL)]
    assert connection.streams == {}


async def test_a_goaway_of_the_server_refuses_what_comes_after_it(serve_in_memory: Serving) -> None:
    connection, peer = serve_in_memory(TestRpc(), SETTINGS_OF_BUS)
    await peer.send(PREFACE, HELLO, peer.request(1, "Unary"))
    connection.go_away()
    connection.go_away()
    frames = await peer.answer()
    assert [each.payload[:8] for each in frames if each.kind == GOAWAY] == [pack_uint32(1) + pack_uint32(0)]
    assert resets(await peer.send(peer.request(3, "Unary"))) == [(3, ErrorCode.REFUSED_STREAM)]
    assert (b"grpc-status", b"0") in fields_of(await peer.send(message(1, end=True)))[-1]


@pytest.mark.parametrize("kind", KINDS)
async def test_metadata_that_the_caller_does_not_take_is_an_error(serve_in_memory: Serving, kind: str) -> None:
    """Of the reply's headers here, which are refused before the trailers are."""
    _, peer = serve_in_memory(TestRpc(), SETTINGS_OF_BUS)
    await peer.send(PREFACE, frame(SETTINGS, 0, 0, struct.pack(">HI", MAX_HEADER_LIST_SIZE, 1000)))
    frames = await peer.send(peer.request(1, kind, (b"echo", b"x" * 1000)), message(1, end=True))
    end = dict(fields_of(frames)[-1])
    assert end[b"grpc-status"] == b"8"
    assert b"bytes are over the limit of 1000 bytes of the caller" in end[b"grpc-message"]
    assert b"last" not in end
    assert await alive(peer)


async def test_trailers_that_the_caller_does_not_take_are_an_error(serve_in_memory: Serving) -> None:
    """The reply has been sent by then, with its headers."""

    class Late(TestRpc):
        async def unary(self, message: Chunk) -> Chunk:
            call = current_call()
            assert call is not None
            call.set_trailing_metadata({"last": "x" * 1000})
            return message

    _, peer = serve_in_memory(Late(), SETTINGS_OF_BUS)
    await peer.send(PREFACE, frame(SETTINGS, 0, 0, struct.pack(">HI", MAX_HEADER_LIST_SIZE, 1000)))
    frames = await peer.send(peer.request(1, "Unary"), message(1, end=True))
    assert [each.kind for each in frames if each.stream == 1] == [HEADERS, DATA, HEADERS]
    end = dict(fields_of(frames)[-1])
    assert (end[b"grpc-status"], b"last" in end) == (b"8", False)


async def test_small_windows_may_be_asked_for(serve_in_memory: Serving) -> None:
    _, peer = serve_in_memory(TestRpc(), BusSettings(connection_window=1000, stream_window=1000))
    assert WINDOW_UPDATE not in peer.wire.kinds()
    await peer.send(PREFACE, HELLO)
    assert await alive(peer)
