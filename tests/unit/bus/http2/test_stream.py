"""Messages out of DATA frames: cut anywhere, every byte gets its credit once."""

import gzip
import random

import pytest

from libtalos.bus.errors import BusError, InternalError, ResourceExhaustedError, UnimplementedError
from libtalos.bus.http2.frames import StreamFaultError, pack_prefix
from libtalos.bus.http2.stream import CountedInbox, Inbox

WINDOW = 64


class Ends:
    """Connection and stream in one: keeps messages and counts credit."""

    stream_window = WINDOW
    unsupported = UnimplementedError

    def __init__(self) -> None:
        self.held = 0
        self.credit = 0
        self.taken = 0
        self.messages: list[bytes] = []
        self.sizes: list[int] = []

    def hold(self, size: int) -> None:
        self.held += size

    def let_go(self, size: int) -> None:
        self.held -= size

    def give_credit(self, stream: object, size: int) -> None:
        self.credit += size

    def on_message(self, data: bytes, size: int) -> None:
        self.messages.append(data)
        self.sizes.append(size)


def framed(message: bytes) -> bytes:
    return pack_prefix(0, len(message)) + message


@pytest.mark.parametrize("seed", range(20))
def test_every_byte_gets_its_credit_once_however_it_is_cut(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - to cut at
    ends = Ends()
    inbox = Inbox(ends, ends, 10_000)  # type: ignore[arg-type]
    sent = [chance.randbytes(chance.choice((0, 1, 5, 60, 64, 300))) for _ in range(50)]
    data = b"".join(map(framed, sent))
    position = 0
    while position < len(data):
        size = chance.choice((1, 4, 5, 6, 63, 200))
        inbox.feed(data[position : position + size])
        position += size
    assert ends.messages == sent
    assert inbox.empty
    assert ends.held == 0
    inbox.complete()
    for size in ends.sizes:  # the application takes them
        inbox.give_back(size)
    assert len(data) - WINDOW // 2 < ends.credit <= len(data)


def test_a_message_larger_than_the_window_gets_credit_before_it_is_whole() -> None:
    ends = Ends()
    inbox = Inbox(ends, ends, 10_000)  # type: ignore[arg-type]
    data = framed(bytes(1000))
    for position in range(0, len(data), WINDOW):
        inbox.feed(data[position : position + WINDOW])
        if position + WINDOW < len(data):
            assert ends.credit == position + WINDOW
    assert ends.messages == [bytes(1000)]


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"\1\0\0\0\0", InternalError), (b"\2\0\0\0\0", InternalError), (b"\0\0\0\0\x0b", ResourceExhaustedError)],
)
def test_what_cannot_be_taken(data: bytes, kind: type[BusError]) -> None:
    ends = Ends()
    inbox = Inbox(ends, ends, 10)  # type: ignore[arg-type]
    with pytest.raises(kind):
        inbox.feed(data)
    inbox.drop()
    inbox.drop()
    assert ends.held == 0


def test_what_cannot_be_unpacked_is_let_go() -> None:
    """With a message before it and one after it in the same frame."""
    ends = Ends()
    inbox = Inbox(ends, ends, 10)  # type: ignore[arg-type]
    inbox.encoding = b"gzip"
    with pytest.raises(InternalError, match="not gzip's"):
        inbox.feed(framed(b"a") + b"\1\0\0\0\4text" + framed(b"b"))
    assert ends.messages == [b"a"]
    inbox.drop()
    assert ends.held == 0


def test_compressed_messages_are_unpacked_and_others_left_as_they_are() -> None:
    ends = Ends()
    inbox = Inbox(ends, ends, 200)  # type: ignore[arg-type]
    inbox.encoding = b"gzip"
    packed = gzip.compress(bytes(200))
    inbox.feed(pack_prefix(1, len(packed)) + packed + framed(b"plain"))
    assert ends.messages == [bytes(200), b"plain"]
    # what they took of the window is what came
    assert ends.sizes == [5 + len(packed), 10]
    inbox.encoding = b"snappy"
    with pytest.raises(UnimplementedError, match="'snappy' are not taken here"):
        inbox.feed(b"\1\0\0\0\1")
    inbox.drop()
    assert ends.held == 0


def test_an_end_within_a_message() -> None:
    ends = Ends()
    inbox = Inbox(ends, ends, 10)  # type: ignore[arg-type]
    inbox.feed(b"\0\0\0\0")
    with pytest.raises(InternalError, match="after 4 bytes"):
        inbox.complete()


def test_the_length_that_was_announced_has_to_hold() -> None:
    ends = Ends()
    inbox = CountedInbox(ends, ends, 10, expected=6)  # type: ignore[arg-type]
    inbox.feed(framed(b""))
    with pytest.raises(StreamFaultError, match="1 bytes less"):
        inbox.complete()
    with pytest.raises(StreamFaultError, match="more data"):
        inbox.feed(b"ab")
