"""HTTP/2 by hand (RFC 9113), to say what no well-behaved peer would. Nothing here is from what is tested."""

from __future__ import annotations

import asyncio
import contextlib
import enum
import itertools
import socket
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from hpack import Encoder

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
HEADER_SIZE = 9
ACK = END_STREAM = 0x1
END_HEADERS = 0x4
# 7. Error Codes
ENHANCE_YOUR_CALM = 0xB
# 6.9.2 and 6.9.1: what a window is at first, and at most
FIRST_WINDOW = 65_535
LARGEST_WINDOW = 2**31 - 1
# so many waves of a flood are sent as one
AT_ONCE = 32


class Kind(enum.IntEnum):
    """6. Frame Definitions."""

    DATA = 0
    HEADERS = 1
    PRIORITY = 2
    RST_STREAM = 3
    SETTINGS = 4
    PUSH_PROMISE = 5
    PING = 6
    GOAWAY = 7
    WINDOW_UPDATE = 8
    CONTINUATION = 9


class Setting(enum.IntEnum):
    """6.5.2. Defined Settings."""

    HEADER_TABLE_SIZE = 1
    ENABLE_PUSH = 2
    MAX_CONCURRENT_STREAMS = 3
    INITIAL_WINDOW_SIZE = 4
    MAX_FRAME_SIZE = 5
    MAX_HEADER_LIST_SIZE = 6


@dataclass(frozen=True)
class Frame:
    """4.1. Frame Format."""

    kind: int
    flags: int = 0
    stream: int = 0
    payload: bytes = b""

    def __bytes__(self) -> bytes:
        size = len(self.payload)
        return struct.pack(">BHBBL", size >> 16, size & 0xFFFF, self.kind, self.flags, self.stream) + self.payload


def settings(*values: tuple[Setting, int]) -> bytes:
    """A SETTINGS frame."""
    return bytes(Frame(Kind.SETTINGS, payload=b"".join(struct.pack(">HL", key, value) for key, value in values)))


def settings_ack() -> bytes:
    """The answer to one."""
    return bytes(Frame(Kind.SETTINGS, ACK))


def window_update(stream: int, more: int) -> bytes:
    """Let the other end send so many bytes more."""
    return bytes(Frame(Kind.WINDOW_UPDATE, stream=stream, payload=struct.pack(">L", more)))


def message(data: bytes) -> bytes:
    """A gRPC message, not compressed (grpc/doc/PROTOCOL-HTTP2.md, Length-Prefixed-Message)."""
    return struct.pack(">BL", 0, len(data)) + data


def headers(path: str, *more: tuple[str, str]) -> bytes:
    """A header block that begins a call; needs nothing of a connection's compression state."""
    fields = [(":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost")]
    fields += [("te", "trailers"), ("content-type", "application/grpc"), *more]
    return block(fields)


def block(fields: Iterable[tuple[str, str]]) -> bytes:
    """A header block of literals that are never indexed."""
    return Encoder().encode([(name, value, True) for name, value in fields])


def reply_head(stream: int) -> bytes:
    """The beginning of a good answer."""
    fields = [(":status", "200"), ("content-type", "application/grpc")]
    return bytes(Frame(Kind.HEADERS, END_HEADERS, stream, block(fields)))


def reply(stream: int, data: bytes) -> bytes:
    """A whole good answer."""
    status = Frame(Kind.HEADERS, END_HEADERS | END_STREAM, stream, block([("grpc-status", "0")]))
    return reply_head(stream) + bytes(Frame(Kind.DATA, 0, stream, message(data))) + bytes(status)


def request(stream: int, path: str, data: bytes = b"") -> bytes:
    """A whole call with one message."""
    begin = Frame(Kind.HEADERS, END_HEADERS, stream, headers(path))
    return bytes(begin) + bytes(Frame(Kind.DATA, END_STREAM, stream, message(data)))


class RawPeer:
    """One end of a connection whose other end is tested."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._loop = asyncio.get_running_loop()
        self._buffer = b""

    @classmethod
    async def connect(cls, path: Path, *, hello: bytes = PREFACE + settings()) -> Self:
        """A client's end that has said hello."""
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
        try:
            await asyncio.get_running_loop().sock_connect(sock, str(path))
            peer = cls(sock)
            await peer.send(hello)
        except BaseException:
            sock.close()
            raise
        return peer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def accepted(self, *, hello: bytes = settings() + settings_ack()) -> Self:
        """Be a server's end: take the client's preface, and say hello."""
        assert await self.exactly(len(PREFACE)) == PREFACE
        await self.send(hello)
        return self

    async def send(self, data: bytes) -> None:
        """Send all of it. Raises ConnectionError if the other end is gone."""
        await self._loop.sock_sendall(self._sock, data)

    async def exactly(self, size: int) -> bytes | None:
        """So many bytes, or None at the end of the connection."""
        while len(self._buffer) < size:
            try:
                received = await self._loop.sock_recv(self._sock, 2**16)
            except ConnectionError:
                return None
            if not received:
                return None
            self._buffer += received
        data, self._buffer = self._buffer[:size], self._buffer[size:]
        return data

    async def frame(self) -> Frame | None:
        """The next frame, or None at the end of the connection."""
        head = await self.exactly(HEADER_SIZE)
        if head is None:
            return None
        high, low, kind, flags, stream = struct.unpack(">BHBBL", head)
        payload = await self.exactly(high << 16 | low)
        return None if payload is None else Frame(kind, flags, stream, payload)

    async def until(self, kind: Kind, *, stream: int | None = None, flags: int = 0) -> Frame | None:
        """The next frame like this, or None if the connection ends before."""
        while (frame := await self.frame()) is not None:
            if frame.kind == kind and stream in (None, frame.stream) and frame.flags & flags == flags:
                return frame
        return None

    async def farewell(self) -> int | None:
        """Read to the end of the connection: the error code of the GOAWAY that announced it, None without one."""
        code = None
        while (frame := await self.frame()) is not None:
            if frame.kind == Kind.GOAWAY:
                (code,) = struct.unpack(">L", frame.payload[4:8])
        return code

    async def flood(self, wave: Callable[[int], bytes], *, start: int = 0) -> int | None:
        """Send wave after wave until the other end has had enough, then as farewell."""

        async def pour() -> None:
            with contextlib.suppress(ConnectionError):
                for number in itertools.count(start, AT_ONCE):
                    await self.send(b"".join(map(wave, range(number, number + AT_ONCE))))

        pouring = asyncio.create_task(pour())
        try:
            return await self.farewell()
        finally:
            pouring.cancel()

    def close(self) -> None:
        """End without a word, as a process that is killed."""
        self._sock.close()
