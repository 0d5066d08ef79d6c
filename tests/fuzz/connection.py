"""A connection of libtalos.bus without a socket: bytes in, bytes out, on a clock that stands still.

An input is a list of frames: a byte each for type, flags, stream and length, then so much payload. So the fuzzer need
not find out about lengths; type 255 stands for bytes that come as they are.
"""

from __future__ import annotations

import asyncio
import atexit
import functools
from collections.abc import Callable, Iterator, Sequence, Sized
from typing import Any, TypeVar

import structlog

from libtalos.bus.http2.connection import Connection
from libtalos.bus.http2.frames import (
    CONTINUATION,
    DEFAULT_FRAME_SIZE,
    HEAD_SIZE,
    HEADERS,
    SETTINGS,
    frame,
    read_head,
)
from libtalos.bus.http2.queue import OVERHEAD
from libtalos.bus.settings import BusSettings

T = TypeVar("T")
_RAW = 255
# turns of the loop in which whatever does not wait for the peer has ended
_MOST_TURNS = 5000

# so low that inputs of some hundred bytes reach them
LIMITS = BusSettings(
    max_message_size=100,
    stream_window=400,
    connection_window=65_600,
    connection_buffer=300,
    max_frame_size=DEFAULT_FRAME_SIZE,
    max_header_list=1000,
    max_streams=4,
    max_resets=10,
    max_pings=5,
    max_settings=5,
    max_empty_frames=10,
    max_continuations=3,
)


class Still(asyncio.SelectorEventLoop):
    """A loop in which no time passes, so that no deadline and no period does."""

    _ready: Sized

    def __init__(self) -> None:
        super().__init__()
        # what it has complained about since the last look
        self.faults: list[str] = []
        self.set_exception_handler(lambda _, context: self.faults.append(str(context)))

    def time(self) -> float:
        """Always the same, between two of the milliseconds that deadlines are kept to."""
        return 1000.0005

    @property
    def idle(self) -> bool:
        """Whether nothing wants to run but who asks."""
        return not self._ready


@functools.cache
def loop() -> Still:
    """One loop for all inputs: to make one costs more than to take an input."""
    made = Still()
    atexit.register(made.close)
    return made


class Wire(asyncio.Transport):
    """A transport that keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written = bytearray()
        self.closing = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Keep it."""
        assert not self.closing, "written after the end"
        self.written += data

    def close(self) -> None:
        """Nothing may be written any more."""
        self.closing = True

    def abort(self) -> None:
        """The same."""
        self.closing = True

    def can_write_eof(self) -> bool:
        """As a socket's."""
        return True

    def write_eof(self) -> None:
        """Nothing may be written any more; the peer closes in turn."""
        self.closing = True

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """There is no socket."""
        return default


def frames(data: bytes) -> Iterator[bytes]:
    """What an input stands for."""
    position = 0
    while position + 4 <= len(data):
        kind, flags, stream, length = data[position : position + 4]
        payload = data[position + 4 : position + 4 + length]
        position += 4 + length
        yield payload if kind == _RAW else frame(kind, flags, stream, payload)


def live(
    make: Callable[[], Connection[Any]],
    pieces: Sequence[bytes],
    *,
    turns: bool,
    greeting: bytes,
    begin: Callable[[Connection[Any]], Sequence[asyncio.Task[Any]]] = lambda _: (),
) -> tuple[bytes, bool]:
    """Live a connection's life: it is made and greeted, calls are begun, pieces come, and it is lost.

    With turns the loop runs after each piece. Returns what the connection wrote, and if it ended by itself.
    """
    connection, wire = _called(make), Wire()
    _called(lambda: connection.connection_made(wire))
    _called(functools.partial(_feed, connection, wire, [greeting]))
    calls = _called(lambda: begin(connection))
    _run()
    for group in [[piece] for piece in pieces] if turns else [pieces]:
        _called(functools.partial(_feed, connection, wire, group))
        _run()
    _check_bounds(connection)
    assert wire.closing == connection.closed
    closing = wire.closing
    _called(lambda: connection.connection_lost(None))
    _run()
    _check_end(connection, calls)
    return bytes(wire.written), closing


def _feed(connection: Connection[Any], wire: Wire, pieces: Sequence[bytes]) -> None:
    for piece in pieces:
        if not wire.closing:
            connection.data_received(piece)
            _check_bounds(connection)


def _called(act: Callable[[], T]) -> T:
    """Call from the loop and not from a task, as a transport does."""
    results: list[T] = []
    faults: list[BaseException] = []

    def call() -> None:
        try:
            results.append(act())
        except BaseException as error:
            faults.append(error)
        loop().stop()

    loop().call_soon(call)
    loop().run_forever()
    if faults:
        raise faults[0]
    return results[0]


def _run() -> None:
    """Run the loop until nothing is left to do but to wait for the peer."""
    turns = iter(range(_MOST_TURNS))

    def turn() -> None:
        if loop().idle or next(turns, None) is None:
            loop().stop()
        else:
            loop().call_soon(turn)

    loop().call_soon(turn)
    loop().run_forever()
    assert next(turns, None) is not None, "this never comes to rest"


def _check_bounds(connection: Connection[Any]) -> None:
    """What one connection may cost, whatever the peer does."""
    settings = connection.settings
    assert len(connection.streams) <= (settings.max_streams or 0)
    assert len(connection._pending) < HEAD_SIZE + settings.max_frame_size
    assert 0 <= connection._assembling <= settings.connection_buffer + settings.max_frame_size
    assert 0 <= connection._queued_messages <= 2 * settings.connection_buffer + settings.max_message_size + OVERHEAD
    assert connection._block is None or len(connection._block[2]) <= settings.max_frame_size


def _check_end(connection: Connection[Any], calls: Sequence[asyncio.Task[Any]]) -> None:
    """Nothing is left of a connection that has gone."""
    faults, loop().faults = loop().faults, []
    assert not faults, faults
    assert not connection.streams
    assert connection._assembling == 0
    assert connection._queued_messages == 0
    assert not connection._blocked
    assert not any(items for items, _ in connection.deadlines._ticks.values())
    assert all(call.done() for call in calls)
    left = asyncio.all_tasks(loop())
    assert not left, left


class Faults:
    """A log in which an error is a fault, and all else is none."""

    def msg(self, *_args: Any, **_fields: Any) -> None:
        """Anything but an error."""

    debug = info = warning = msg

    def error(self, *args: Any, **fields: Any) -> None:
        """A fault of the component itself."""
        raise AssertionError(f"logged: {args} {fields}")


def log() -> structlog.stdlib.BoundLogger:
    """A log that keeps nothing."""
    bound: structlog.stdlib.BoundLogger = structlog.wrap_logger(
        Faults(), processors=[lambda _logger, _method, fields: ((), fields)], wrapper_class=structlog.stdlib.BoundLogger
    )
    return bound


def check_written(written: bytes) -> None:
    """Raise AssertionError unless the bytes are whole frames in an order that a peer takes."""
    position, block = 0, None
    first = True
    while position < len(written):
        assert len(written) - position >= HEAD_SIZE, "a part of a frame"
        high, low, kind, flags, stream = read_head(written, position)
        position += HEAD_SIZE + (high << 8 | low)
        assert position <= len(written), "a part of a frame"
        assert not first or kind == SETTINGS
        first = False
        assert (kind == CONTINUATION) == (block is not None), "a header block was not continued"
        assert block in (None, stream)
        if kind in (HEADERS, CONTINUATION):
            block = None if flags & 4 else stream
    assert block is None, "a header block has no end"


def chop(data: bytes) -> list[bytes]:
    """The same bytes in pieces of 1 to 16, as many different ones as there are inputs."""
    pieces, position = [], 0
    while position < len(data):
        size = 1 + data[position] % 16
        pieces.append(data[position : position + size])
        position += size
    return pieces
