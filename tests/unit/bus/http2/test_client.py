"""The client's end of a connection, frame by frame."""

import asyncio
import struct
from collections.abc import Callable, Sequence

import pytest

from libtalos.bus.errors import (
    BusError,
    CallCancelledError,
    ConnectionLostError,
    DeadlineExceededError,
    FailedPreconditionError,
    InternalError,
    NotBegunError,
    PermissionDeniedError,
    ResourceExhaustedError,
    UnavailableError,
)
from libtalos.bus.http2.client import ClientConnection
from libtalos.bus.http2.frames import (
    DATA,
    END_STREAM,
    GOAWAY,
    HEADERS,
    PING,
    RST_STREAM,
    SETTINGS,
    WINDOW_UPDATE,
    ErrorCode,
    frame,
    go_away,
    reset,
    window_update,
)
from libtalos.bus.http2.peersettings import MAX_CONCURRENT_STREAMS, MAX_HEADER_LIST_SIZE
from libtalos.bus.metadata import Field
from libtalos.bus.settings import BusSettings
from libtalos.stubs import Cardinality
from tests.unit.bus.http2.memory import GOOD_END, GOOD_HEAD, HELLO, Calling, Frame, Peer, message, outgoing
from tests.unit.bus.served import Chunk

FAILED: tuple[Field, ...] = ((b"grpc-status", b"9"), (b"grpc-message", b"as asked"))


def unary(connection: ClientConnection, lines: bytes = b"a", *, timeout: float = 5.0) -> asyncio.Task[Chunk]:
    """A call under way."""
    return asyncio.create_task(connection.unary(outgoing("Unary", timeout=timeout), Chunk(lines=lines)))


def at_most(streams: int) -> bytes:
    """SETTINGS of a server that takes so many calls at once."""
    return frame(SETTINGS, 0, 0, struct.pack(">HI", MAX_CONCURRENT_STREAMS, streams))


def good(peer: Peer, stream: int) -> bytes:
    """A good answer."""
    return peer.headers(stream, GOOD_HEAD) + message(stream) + peer.headers(stream, GOOD_END, end=True)


def requests(frames: Sequence[Frame]) -> list[bytes]:
    """The DATA frames among frames, as bytes."""
    return [frame(each.kind, each.flags, each.stream, each.payload) for each in frames if each.kind == DATA]


async def begun(call: Calling) -> tuple[ClientConnection, Peer, asyncio.Task[Chunk]]:
    """A call that the server has seen, on stream 1."""
    connection, peer = call(BusSettings())
    asking = unary(connection)
    await peer.send(HELLO)
    return connection, peer, asking


async def test_a_reply_byte_by_byte(call_in_memory: Calling) -> None:
    _, peer, asking = await begun(call_in_memory)
    whole = good(peer, 1)
    for number in range(len(whole)):
        await peer.send(whole[number : number + 1])
    assert (await asking).lines == b"a"


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        (lambda peer: peer.headers(1, [*GOOD_HEAD, *FAILED], end=True), FailedPreconditionError, "as asked"),
        (lambda peer: peer.headers(1, [(b":status", b"404")]), BusError, "HTTP status 404"),
        (lambda peer: peer.headers(1, [(b":status", b"200")]), BusError, "no content type"),
        (lambda peer: peer.headers(1, GOOD_HEAD) + frame(DATA, END_STREAM, 1), BusError, "without a status"),
        (lambda peer: peer.headers(1, GOOD_HEAD, end=True), BusError, "without a status"),
        (lambda peer: peer.headers(1, [*GOOD_HEAD, *GOOD_END], end=True), InternalError, "without an answer"),
        (lambda peer: peer.headers(1, GOOD_HEAD) + message(1) + message(1), InternalError, "more than one message"),
        (lambda peer: peer.headers(1, GOOD_HEAD) + frame(DATA, 0, 1, b"\1\0\0\0\0"), BusError, "compressed"),
        (lambda peer: peer.headers(1, GOOD_HEAD) + frame(DATA, 0, 1, b"\0\xff\0\0\0"), ResourceExhaustedError, "over"),
        (lambda peer: peer.headers(1, GOOD_HEAD) + peer.headers(1, GOOD_HEAD), InternalError, "broke the protocol"),
        (lambda peer: peer.headers(1, [(b":path", b"/")]), InternalError, "broke the protocol"),
        (
            lambda peer: peer.headers(1, GOOD_HEAD) + frame(DATA, 0, 1, bytes(3)) + peer.headers(1, GOOD_END, end=True),
            InternalError,
            "in the middle of a message",
        ),
        (lambda _: reset(1, ErrorCode.CANCEL), CallCancelledError, "CANCEL"),
        (lambda _: reset(1, ErrorCode.REFUSED_STREAM), NotBegunError, "not begun"),
        (lambda _: reset(1, ErrorCode.ENHANCE_YOUR_CALM), ResourceExhaustedError, "CALM"),
        (lambda _: reset(1, ErrorCode.INADEQUATE_SECURITY), PermissionDeniedError, "SECURITY"),
        (lambda _: reset(1, ErrorCode.PROTOCOL_ERROR), InternalError, "PROTOCOL_ERROR"),
        (lambda _: go_away(0, ErrorCode.NO_ERROR, "bye"), NotBegunError, "bye"),
        (lambda _: frame(DATA, 0, 0, b""), ConnectionLostError, "stream 0"),
        (lambda _: b"HTTP/1.1 400 Bad Request\r\n\r\n", ConnectionLostError, "at most 262144"),
    ],
)
async def test_every_answer_has_its_error(
    call_in_memory: Calling, answer: Callable[[Peer], bytes], kind: type[BusError], text: str
) -> None:
    _, peer, asking = await begun(call_in_memory)
    await peer.send(answer(peer))
    with pytest.raises(kind, match=text):
        await asyncio.wait_for(asking, 1)


async def test_informational_headers_come_before_the_others(call_in_memory: Calling) -> None:
    _, peer, asking = await begun(call_in_memory)
    await peer.send(peer.headers(1, [(b":status", b"103")]), good(peer, 1))
    assert (await asking).lines == b"a"


@pytest.mark.parametrize("end", [GOOD_END, FAILED])
async def test_a_server_hears_that_nothing_more_is_sent(call_in_memory: Calling, end: tuple[Field, ...]) -> None:
    """It has ended while we send: its half of the stream is over, and ours has to be."""
    connection, peer = call_in_memory(BusSettings())
    await peer.send(HELLO)
    stream = await connection.open(outgoing("Requests", Cardinality.STREAM_UNARY))
    await stream.send(Chunk(lines=b"a"))
    frames = await peer.send(peer.headers(1, GOOD_HEAD), message(1), peer.headers(1, end, end=True))
    assert [each.kind for each in frames if each.stream == 1][-1] == RST_STREAM
    with pytest.raises(BusError):
        await stream.send(Chunk(lines=b"b"))


async def test_no_credit_is_given_for_a_stream_that_was_reset(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings(stream_window=1000))
    await peer.send(HELLO)
    stream = await connection.open(outgoing("Replies", Cardinality.UNARY_STREAM))
    await stream.send(Chunk(), last=True)
    await peer.send(peer.headers(1, GOOD_HEAD), message(1, bytes(700)), frame(DATA, 0, 1, b"\2\0\0\0\0"))
    assert (await stream.receive()).lines == bytes(700)
    assert WINDOW_UPDATE not in [each.kind for each in await peer.answer()]
    with pytest.raises(InternalError, match="begins with 2"):
        await stream.receive()


async def test_the_deadline_is_told_to_the_server(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings())
    await peer.send(HELLO)
    asking = unary(connection, timeout=0.05)
    with pytest.raises(DeadlineExceededError):
        await asking
    frames = await peer.answer()
    assert [each.payload for each in frames if each.kind == RST_STREAM] == [struct.pack(">I", ErrorCode.CANCEL)]
    await peer.send(good(peer, 1))  # too late, and no fault
    assert connection.usable


async def test_calls_wait_for_a_place_in_their_order(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(1))
    calls = [unary(connection) for _ in range(3)]
    for stream in (1, 3, 5):
        frames = await peer.answer()
        assert {each.stream for each in frames if each.kind == HEADERS} <= {stream}
        await peer.send(good(peer, stream))
        assert (await calls[stream // 2]).lines == b"a"
    assert not connection._waiting


async def test_a_place_that_is_offered_to_a_cancelled_call_goes_to_the_next(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(1))
    first, second, third = (unary(connection) for _ in range(3))
    await peer.answer()
    asyncio.get_running_loop().call_soon(connection.data_received, good(peer, 1))
    asyncio.get_running_loop().call_soon(second.cancel)  # in the turn in which it is woken
    assert (await first).lines == b"a"
    await peer.answer()
    await peer.send(good(peer, 3))
    assert (await asyncio.wait_for(third, 1)).lines == b"a"
    assert second.cancelled()


async def test_a_new_call_does_not_overtake_those_that_wait(call_in_memory: Calling) -> None:
    """Not even in the turn in which there is a place, and the call that it is for has not been woken yet."""
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(1))
    calls = [unary(connection, b"1"), unary(connection, b"2")]
    await peer.answer()

    def newcomer_and_place() -> None:
        calls.append(unary(connection, b"new"))  # its first step is before that of the call that is woken here
        connection.data_received(good(peer, 1))

    asyncio.get_running_loop().call_soon(newcomer_and_place)
    assert requests(await peer.answer()) == [message(3, b"2", end=True)]
    assert requests(await peer.send(good(peer, 3))) == [message(5, b"new", end=True)]
    await peer.send(good(peer, 5))
    await asyncio.wait_for(asyncio.gather(*calls), 1)
    assert not connection._waiting


async def test_a_place_that_is_nobodys_is_not_kept_from_a_new_call(call_in_memory: Calling) -> None:
    """There are two places, and one call that waits: who comes then has the other."""
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(2))
    calls = [unary(connection) for _ in range(3)]
    await peer.answer()

    def places_and_newcomer() -> None:
        connection.data_received(good(peer, 1) + good(peer, 3))
        calls.append(unary(connection))

    asyncio.get_running_loop().call_soon(places_and_newcomer)
    await peer.answer()
    assert set(connection.streams) == {5, 7}
    await peer.send(good(peer, 5), good(peer, 7))
    await asyncio.wait_for(asyncio.gather(*calls), 1)


async def test_a_call_that_has_to_wait_again_keeps_its_turn(call_in_memory: Calling) -> None:
    """The server takes fewer than it did, in the turn in which there was a place."""
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(1))
    first, second, third = (unary(connection, lines) for lines in (b"1", b"2", b"3"))
    await peer.answer()
    await peer.send(good(peer, 1), at_most(0))
    assert not connection.streams
    assert requests(await peer.send(at_most(1))) == [message(3, b"2", end=True)]
    await peer.send(good(peer, 3))
    await peer.send(good(peer, 5))
    await asyncio.wait_for(asyncio.gather(first, second, third), 1)


async def test_calls_that_wait_for_a_place_leave_nothing_behind(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(0))
    for _ in range(5):
        with pytest.raises(DeadlineExceededError, match="as many as the server takes"):
            await unary(connection, timeout=0.01)
    assert not connection._waiting


async def test_more_places_are_taken_at_once(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(0))
    calls = [unary(connection) for _ in range(3)]
    await peer.answer()
    await peer.send(at_most(2))
    assert set(connection.streams) == {1, 3}
    await peer.send(good(peer, 1), good(peer, 3))
    await peer.send(good(peer, 5))
    assert [each.lines for each in await asyncio.gather(*calls)] == [b"a"] * 3


async def test_calls_on_a_connection_that_the_server_leaves_go_on(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(2))
    first, second, waiting = (unary(connection) for _ in range(3))
    await peer.answer()
    await peer.send(go_away(1, ErrorCode.NO_ERROR))
    for refused in (second, waiting):
        with pytest.raises(NotBegunError):
            await asyncio.wait_for(refused, 1)
    assert not connection.usable
    assert not peer.wire.closing
    await peer.send(good(peer, 1))
    assert (await first).lines == b"a"
    assert peer.wire.closing


async def test_close_ends_every_call_and_says_goodbye(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings())
    await peer.send(at_most(1))
    under_way, waiting = unary(connection), unary(connection)
    await peer.answer()
    connection.close()
    connection.close()
    for call in (under_way, waiting):
        with pytest.raises(UnavailableError):
            await asyncio.wait_for(call, 1)
    assert GOAWAY in peer.wire.kinds()
    await asyncio.wait_for(connection.gone.wait(), 1)


async def test_a_window_of_a_stream_that_is_too_large_ends_the_stream(call_in_memory: Calling) -> None:
    """h2specd's case 6.9.1/2 with an answer that is gRPC."""
    connection, peer, asking = await begun(call_in_memory)
    frames = await peer.send(peer.headers(1, GOOD_HEAD), window_update(1, 2**31 - 1), window_update(1, 2**31 - 1))
    reset_by_us = [(each.stream, each.payload) for each in frames if each.kind == RST_STREAM]
    assert reset_by_us == [(1, struct.pack(">I", ErrorCode.FLOW_CONTROL_ERROR))]
    with pytest.raises(InternalError, match=r"over 2\^31-1"):
        await asking
    assert connection.usable


async def test_metadata_that_the_server_does_not_take_is_not_sent(call_in_memory: Calling) -> None:
    """The call is refused with the sizes; its place is another's, and the header table stays in step."""
    connection, peer = call_in_memory(BusSettings())
    await peer.send(frame(SETTINGS, 0, 0, struct.pack(">HIHI", MAX_HEADER_LIST_SIZE, 1000, MAX_CONCURRENT_STREAMS, 0)))
    large = outgoing("Unary", Cardinality.UNARY_UNARY, (b"a", b"x" * 1000))
    asking = asyncio.create_task(connection.unary(large, Chunk()))
    another = unary(connection)
    await peer.answer()
    frames = await peer.send(at_most(1))
    with pytest.raises(
        ResourceExhaustedError, match=r"headers of 1\d\d\d bytes are over the limit of 1000 bytes of the"
    ):
        await asking
    frames += await peer.answer()
    assert [each.stream for each in frames if each.kind == HEADERS] == [1]
    await peer.send(good(peer, 1))
    assert (await asyncio.wait_for(another, 1)).lines == b"a"
    with pytest.raises(ResourceExhaustedError):
        await connection.open(large)
    assert connection.streams == {}


async def test_what_counts_is_the_size_with_everything_else_in_the_headers(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings())
    await peer.send(frame(SETTINGS, 0, 0, struct.pack(">HI", MAX_HEADER_LIST_SIZE, 200)))
    with pytest.raises(ResourceExhaustedError, match="over the limit of 200 bytes of the server"):
        await unary(connection)


async def test_goodbyes_name_no_stream_of_the_server(call_in_memory: Calling) -> None:
    """A GOAWAY names the last stream that its reader began (RFC 9113, 6.8): a server begins none."""
    connection, peer, asking = await begun(call_in_memory)
    frames = await peer.send(frame(PING, 0, 1, bytes(8)))
    last = [struct.unpack(">II", each.payload[:8]) for each in frames if each.kind == GOAWAY]
    assert last == [(0, ErrorCode.PROTOCOL_ERROR)]
    with pytest.raises(ConnectionLostError):
        await asking
    assert connection.closed


async def test_close_does_not_wait_for_a_server_that_does_not_read(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(BusSettings(end_timeout=0.05), reads=False)
    await peer.send(HELLO)
    connection.close()
    await asyncio.wait_for(connection.gone.wait(), 1)
    assert peer.wire.aborted
