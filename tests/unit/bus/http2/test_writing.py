"""The sending half of a connection: windows, frames, back-pressure."""

import asyncio

import pytest

from libtalos.bus.errors import CallCancelledError
from libtalos.bus.http2.frames import (
    DATA,
    DEFAULT_WINDOW,
    END_STREAM,
    LARGEST_WINDOW,
    ConnectionFaultError,
    ErrorCode,
    StreamFaultError,
)
from libtalos.bus.http2.writing import MUCH, Writing
from tests.unit.bus.http2.memory import Frame, Wire


class Sender:
    """A stream that sends."""

    def __init__(self, number: int, window: int) -> None:
        self.id = number
        self.send_window = window
        self.ended = False

    def ensure_open(self) -> None:
        if self.ended:
            raise CallCancelledError("over")


@pytest.fixture
async def writing() -> Writing:
    made = Writing(asyncio.get_running_loop())
    made.transport = Wire(None)  # type: ignore[arg-type]
    return made


async def turns() -> None:
    for _ in range(4):
        await asyncio.sleep(0)


def taken(writing: Writing) -> list[Frame]:
    assert isinstance(writing.transport, Wire)
    return writing.transport.take()


async def test_what_is_written_in_one_turn_goes_out_as_one(writing: Writing) -> None:
    for number in (1, 3):
        await writing.send_message(Sender(number, 100), b"abc", last=True)
    assert taken(writing) == []
    await turns()
    assert [(each.stream, each.flags, each.payload[5:]) for each in taken(writing)] == [
        (1, END_STREAM, b"abc"),
        (3, END_STREAM, b"abc"),
    ]
    assert writing.send_window == DEFAULT_WINDOW - 16


async def test_large_messages_are_not_copied_on_their_way_to_the_transport(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces: list[bytes | memoryview] = []
    monkeypatch.setattr(writing.transport, "writelines", pieces.extend)
    writing.peer_settings.max_frame_size = 2 * MUCH
    data = bytes(MUCH + 1)
    await writing.send_message(Sender(1, 2 * MUCH), data, last=True)
    await turns()
    assert [each for each in pieces if len(each) > MUCH] == [data]
    assert any(each is data for each in pieces)


async def test_a_message_waits_for_both_windows_and_fills_them_exactly(writing: Writing) -> None:
    stream = Sender(1, 10)
    sending = asyncio.create_task(writing.send_message(stream, bytes(100), last=True))
    await turns()
    assert [len(each.payload) for each in taken(writing)] == [10]
    writing.send_window = 0
    writing.grow_stream_window(stream, 1000)
    await turns()
    assert taken(writing) == []
    writing.grow_window(30)
    await turns()
    assert [len(each.payload) for each in taken(writing)] == [30]
    assert writing.send_window == 0
    writing.grow_window(1000)
    await sending
    await turns()
    assert [(len(each.payload), each.flags) for each in taken(writing)] == [(65, END_STREAM)]
    assert (stream.send_window, writing.send_window) == (1010 - 105, 1000 - 65)


async def test_no_frame_is_larger_than_the_peer_takes(writing: Writing) -> None:
    await writing.send_message(Sender(1, 1 << 20), bytes(40_000), last=False)
    await turns()
    frames = taken(writing)
    assert [(each.kind, each.flags, len(each.payload)) for each in frames] == [
        (DATA, 0, 16_384),
        (DATA, 0, 16_384),
        (DATA, 0, 7_237),
    ]


async def test_nothing_of_a_message_goes_out_to_a_peer_that_does_not_read(writing: Writing) -> None:
    writing.pause_writing()
    sending = asyncio.create_task(writing.send_message(Sender(1, 100), b"abc", last=True))
    await turns()
    assert taken(writing) == []
    writing.resume_writing()
    await sending
    await turns()
    assert [each.payload[5:] for each in taken(writing)] == [b"abc"]


@pytest.mark.parametrize("how", ["ends", "is cancelled"])
async def test_a_sender_that_waits_leaves_nothing(writing: Writing, how: str) -> None:
    stream = Sender(1, 0)
    sending = asyncio.create_task(writing.send_message(stream, b"abc", last=True))
    await turns()
    if how == "ends":
        stream.ended = True
        writing.wake_sender(stream)
        with pytest.raises(CallCancelledError):
            await sending
    else:
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
    assert writing._blocked == {}
    assert taken(writing) == []


async def test_windows_have_their_bounds(writing: Writing) -> None:
    stream = Sender(1, 1)
    with pytest.raises(StreamFaultError) as of_stream:
        writing.grow_stream_window(stream, LARGEST_WINDOW)
    assert of_stream.value.code is ErrorCode.FLOW_CONTROL_ERROR
    with pytest.raises(ConnectionFaultError) as of_connection:
        writing.grow_window(LARGEST_WINDOW)
    assert of_connection.value.code is ErrorCode.FLOW_CONTROL_ERROR
    with pytest.raises(StreamFaultError, match="update of 0"):
        writing.grow_stream_window(stream, 0)
    with pytest.raises(ConnectionFaultError, match="update of 0"):
        writing.grow_window(0)


async def test_nothing_is_written_when_it_is_closed(writing: Writing) -> None:
    writing.out.append(b"late")
    writing.closed = True
    writing.kick()
    await turns()
    assert taken(writing) == []
