"""Numbers in headers that are longer than any that makes sense, and than `int` takes (4300 digits)."""

from __future__ import annotations

import pytest

from libtalos.bus.http2.frames import StreamFaultError
from libtalos.bus.http2.heads import ReplyHead, RequestHead

DIGITS = b"1" * 5000
REQUEST = [(b":method", b"POST"), (b":scheme", b"http"), (b":path", b"/a/B"), (b"content-type", b"application/grpc")]


def test_content_length() -> None:
    with pytest.raises(StreamFaultError, match="content-length"):
        RequestHead([*REQUEST, (b"content-length", DIGITS)])


def test_grpc_timeout() -> None:
    error = RequestHead([*REQUEST, (b"grpc-timeout", DIGITS + b"S")]).error
    assert error is not None
    assert "at most eight digits" in error.message


def test_grpc_status() -> None:
    error = ReplyHead([(b"grpc-status", DIGITS)], trailers=True).error()
    assert error is not None
    assert "grpc-status" in error.message
