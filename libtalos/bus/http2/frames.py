"""The frames of HTTP/2 as bytes (RFC 9113, 4 and 6)."""

from __future__ import annotations

import enum
import struct

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

# frame types
DATA, HEADERS, PRIORITY, RST_STREAM, SETTINGS, PUSH_PROMISE, PING, GOAWAY, WINDOW_UPDATE, CONTINUATION = range(10)

# flags
ACK = END_STREAM = 0x1
END_HEADERS = 0x4
PADDED = 0x8
WITH_PRIORITY = 0x20

HEAD_SIZE = 9
DEFAULT_WINDOW = 65_535
DEFAULT_FRAME_SIZE = 16_384
LARGEST_FRAME_SIZE = 16_777_215
LARGEST_WINDOW = 2**31 - 1
LAST_STREAM = 2**31 - 1

# length (16 + 8 bits), type, flags, stream
_HEAD = struct.Struct(">HBBBI")
read_head = _HEAD.unpack_from
# head of a DATA frame, and gRPC's prefix of a message: whether it is compressed, and its length
_DATA_HEAD = struct.Struct(">HBBBIBI")
_UINT32 = struct.Struct(">I")
pack_uint32 = _UINT32.pack

PREFIX_SIZE = 5
_PREFIX = struct.Struct(">BI")
read_prefix = _PREFIX.unpack_from
pack_prefix = _PREFIX.pack


class ErrorCode(enum.IntEnum):
    """Why a stream or a connection ended (RFC 9113, 7)."""

    NO_ERROR = 0
    PROTOCOL_ERROR = 1
    INTERNAL_ERROR = 2
    FLOW_CONTROL_ERROR = 3
    SETTINGS_TIMEOUT = 4
    STREAM_CLOSED = 5
    FRAME_SIZE_ERROR = 6
    REFUSED_STREAM = 7
    CANCEL = 8
    COMPRESSION_ERROR = 9
    CONNECT_ERROR = 10
    ENHANCE_YOUR_CALM = 11
    INADEQUATE_SECURITY = 12
    HTTP_1_1_REQUIRED = 13


class ConnectionFaultError(Exception):
    """The peer did what ends the connection; the message says what, for its GOAWAY and for our log."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class StreamFaultError(Exception):
    """The peer did what ends one stream."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def code_name(code: int) -> str:
    """The name of an error code that a peer sent; its number if there is none."""
    try:
        return ErrorCode(code).name
    except ValueError:
        return str(code)


def head(kind: int, flags: int, stream: int, length: int) -> bytes:
    """The head of a frame."""
    return _HEAD.pack(length >> 8, length & 0xFF, kind, flags, stream)


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    """A whole frame."""
    length = len(payload)
    return _HEAD.pack(length >> 8, length & 0xFF, kind, flags, stream) + payload


def message_head(stream: int, flags: int, length: int) -> bytes:
    """What stands before an uncompressed message of so many bytes that fills one DATA frame."""
    whole = length + PREFIX_SIZE
    return _DATA_HEAD.pack(whole >> 8, whole & 0xFF, DATA, flags, stream, 0, length)


def reset(stream: int, code: ErrorCode) -> bytes:
    """A RST_STREAM frame."""
    return frame(RST_STREAM, 0, stream, pack_uint32(code))


def window_update(stream: int, increment: int) -> bytes:
    """A WINDOW_UPDATE frame."""
    return frame(WINDOW_UPDATE, 0, stream, pack_uint32(increment))


def go_away(last_stream: int, code: ErrorCode, text: str = "") -> bytes:
    """A GOAWAY frame."""
    return frame(GOAWAY, 0, 0, pack_uint32(last_stream) + pack_uint32(code) + text.encode()[:200])


def header_block(stream: int, flags: int, block: bytes, largest: int) -> bytes:
    """A HEADERS frame with its CONTINUATION frames, if the block is longer than the largest frame."""
    if len(block) <= largest:
        return frame(HEADERS, flags | END_HEADERS, stream, block)
    pieces = [block[start : start + largest] for start in range(0, len(block), largest)]
    out = [frame(HEADERS, flags, stream, pieces[0])]
    out += [frame(CONTINUATION, 0, stream, piece) for piece in pieces[1:-1]]
    out.append(frame(CONTINUATION, END_HEADERS, stream, pieces[-1]))
    return b"".join(out)
