"""SETTINGS: what we announce, and what the peer announces (RFC 9113, 6.5)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from libtalos.bus.http2.frames import (
    DEFAULT_FRAME_SIZE,
    DEFAULT_WINDOW,
    LARGEST_FRAME_SIZE,
    LARGEST_WINDOW,
    SETTINGS,
    ConnectionFaultError,
    ErrorCode,
    frame,
)

HEADER_TABLE_SIZE, ENABLE_PUSH, MAX_CONCURRENT_STREAMS = 1, 2, 3
INITIAL_WINDOW_SIZE, MAX_FRAME_SIZE, MAX_HEADER_LIST_SIZE = 4, 5, 6

_ENTRY = struct.Struct(">HI")


class PeerSettings:
    """The peer's settings that matter to whoever sends to it."""

    def __init__(self) -> None:
        self.max_streams: int | None = None
        self.initial_window = DEFAULT_WINDOW
        self.max_frame_size = DEFAULT_FRAME_SIZE
        self.max_header_list: int | None = None

    def apply(self, payload: bytes) -> list[int]:
        """Take over a SETTINGS payload. Raises ConnectionFaultError for values that no peer may send.

        Returns the sizes of the header table that it names, one after the other: of several all count (RFC 7541, 4.2).
        """
        if len(payload) % _ENTRY.size:
            raise ConnectionFaultError(ErrorCode.FRAME_SIZE_ERROR, f"settings of {len(payload)} bytes")
        table_sizes = []
        for key, value in _ENTRY.iter_unpack(payload):
            if key == HEADER_TABLE_SIZE:
                table_sizes.append(value)
            else:
                self._set(key, value)
        return table_sizes

    def _set(self, key: int, value: int) -> None:
        if key == ENABLE_PUSH:
            _require(value <= 1, ErrorCode.PROTOCOL_ERROR, "ENABLE_PUSH", value)
        elif key == MAX_CONCURRENT_STREAMS:
            self.max_streams = value
        elif key == INITIAL_WINDOW_SIZE:
            _require(value <= LARGEST_WINDOW, ErrorCode.FLOW_CONTROL_ERROR, "INITIAL_WINDOW_SIZE", value)
            self.initial_window = value
        elif key == MAX_FRAME_SIZE:
            fits = DEFAULT_FRAME_SIZE <= value <= LARGEST_FRAME_SIZE
            _require(fits, ErrorCode.PROTOCOL_ERROR, "MAX_FRAME_SIZE", value)
            self.max_frame_size = value
        elif key == MAX_HEADER_LIST_SIZE:
            self.max_header_list = value


def settings_frame(values: dict[int, int]) -> bytes:
    """Our SETTINGS."""
    return frame(SETTINGS, 0, 0, b"".join(_entries(values)))


def _entries(values: dict[int, int]) -> Iterator[bytes]:
    for key, value in values.items():
        yield _ENTRY.pack(key, value)


def _require(holds: bool, code: ErrorCode, name: str, value: int) -> None:
    if not holds:
        raise ConnectionFaultError(code, f"settings with {name} {value}")
