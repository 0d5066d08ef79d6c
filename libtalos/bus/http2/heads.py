"""What the headers of a request, and of a reply, say (RFC 9113, 8; PROTOCOL-HTTP2.md of gRPC)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from libtalos.bus.errors import BusError, Code, InvalidArgumentError, error_from_status
from libtalos.bus.http2.compression import encoding_of
from libtalos.bus.http2.frames import ErrorCode, StreamFaultError
from libtalos.bus.metadata import Field, decode_binary, decode_message, decode_metadata
from libtalos.bus.timeouts import decode_timeout

_REQUEST_PSEUDO = frozenset({b":method", b":scheme", b":path", b":authority"})
_CONNECTION_HEADERS = frozenset({b"connection", b"keep-alive", b"proxy-connection", b"transfer-encoding", b"upgrade"})
_NAME = re.compile(rb"[!#$%&'*+\-.^_`|~0-9a-z]+")
# of a number in a header: int() refuses thousands of them
_MAX_DIGITS = 18
_BAD_VALUE = re.compile(rb"[\x00\r\n]")
_CONTENT_TYPE = re.compile(rb"application/grpc(?:\+proto)?(?:;.*)?")
# HTTP statuses of proxies and servers that speak no gRPC (http-grpc-status-mapping.md of gRPC)
_HTTP_CODES = {
    b"400": Code.INTERNAL,
    b"401": Code.UNAUTHENTICATED,
    b"403": Code.PERMISSION_DENIED,
    b"404": Code.UNIMPLEMENTED,
    b"429": Code.UNAVAILABLE,
    b"502": Code.UNAVAILABLE,
    b"503": Code.UNAVAILABLE,
    b"504": Code.UNAVAILABLE,
}


class RequestHead:
    """The headers of a request. timeout is in seconds, None if the caller named none."""

    __slots__ = ("content_length", "encoding", "error", "fields", "http_status", "path", "timeout")

    def __init__(self, fields: Sequence[Field]) -> None:
        """Raises StreamFaultError for a request that is malformed in HTTP/2."""
        pseudo = _check(fields, _REQUEST_PSEUDO)
        if not {b":method", b":scheme", b":path"} <= pseudo.keys():
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "a request without :method, :scheme or :path")
        if not pseudo[b":path"]:
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "a request with an empty :path")
        named = dict(fields)
        self.fields = fields
        self.path = pseudo[b":path"].decode("latin-1")
        self.content_length = _content_length(named)
        self.encoding = encoding_of(named.get(b"grpc-encoding"))
        # what a request that is no gRPC gets: 405 or 415
        self.http_status = _refusal(pseudo[b":method"], named)
        self.timeout: float | None = None
        # what a request gets that is gRPC, and wrong
        self.error: InvalidArgumentError | None = None
        try:
            timeout = named.get(b"grpc-timeout")
            self.timeout = None if timeout is None else decode_timeout(timeout.decode("latin-1"))
        except InvalidArgumentError as error:
            self.error = error


class ReplyHead:
    """The headers, or the trailers, of a reply."""

    __slots__ = ("_status", "encoding", "fields", "http_status", "is_usual")

    def __init__(self, fields: Sequence[Field], *, trailers: bool) -> None:
        """Raises StreamFaultError for a reply that is malformed in HTTP/2."""
        pseudo = _check(fields, frozenset() if trailers else frozenset({b":status"}))
        if not trailers and b":status" not in pseudo:
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "a reply without :status")
        named = dict(fields)
        self.fields = fields
        self.http_status = pseudo.get(b":status", b"200")
        self.encoding = encoding_of(named.get(b"grpc-encoding"))
        self._status = named.get(b"grpc-status")
        # the beginning, or the end, of a good call that carries no metadata, and whose messages are not compressed
        if trailers:
            self.is_usual = fields == [(b"grpc-status", b"0")]
        else:
            self.is_usual = self._status is None and self.encoding is None and self.not_grpc() is None

    @property
    def informational(self) -> bool:
        """Whether the headers proper are still to come (1xx)."""
        return self.http_status.startswith(b"1")

    def not_grpc(self) -> BusError | None:
        """The error of a reply that does not come from a gRPC server."""
        named = dict(self.fields)
        if self._status is not None:
            return None
        if self.http_status != b"200":
            code = _HTTP_CODES.get(self.http_status, Code.UNKNOWN)
            return error_from_status(code, f"the server answered with HTTP status {self.http_status.decode('latin-1')}")
        kind = named.get(b"content-type", b"")
        if not _CONTENT_TYPE.fullmatch(kind):
            text = kind.decode("latin-1") or "no content type"
            return BusError(f"the server answered with {text} and not with application/grpc")
        return None

    def error(self) -> BusError | None:
        """The error that the status tells, None if it is good."""
        if self._status is None:
            return BusError("the stream ended without a status")
        if not self._status.isdigit() or len(self._status) > _MAX_DIGITS:
            return BusError(f"the server ended the call with grpc-status {self._status.decode('latin-1')!r}")
        code = int(self._status)
        if code == 0:
            return None
        named = dict(self.fields)
        text = decode_message(named[b"grpc-message"]) if b"grpc-message" in named else _code_name(code)
        return error_from_status(
            code, text, details=_details(named.get(b"grpc-status-details-bin")), trailing=decode_metadata(self.fields)
        )


def check_trailers(fields: Sequence[Field]) -> None:
    """Raise StreamFaultError for trailers of a request that are malformed."""
    _check(fields, frozenset())


def _check(fields: Sequence[Field], allowed: frozenset[bytes]) -> dict[bytes, bytes]:
    """The pseudo headers. Raises StreamFaultError for what makes a message malformed (RFC 9113, 8.2 and 8.3)."""
    pseudo: dict[bytes, bytes] = {}
    regular = False
    for name, value in fields:
        if name.startswith(b":"):
            if regular or name not in allowed or name in pseudo:
                raise _malformed(f"{name!r} is not allowed there")
            pseudo[name] = value
            continue
        regular = True
        if not _NAME.fullmatch(name):
            raise _malformed(f"{name!r} is no name of a header")
        if name in _CONNECTION_HEADERS or (name == b"te" and value != b"trailers"):
            raise _malformed(f"{name!r} is not allowed in HTTP/2")
        if _BAD_VALUE.search(value):
            raise _malformed(f"the value of {name!r} has a line break or a zero")
    return pseudo


def _malformed(text: str) -> StreamFaultError:
    return StreamFaultError(ErrorCode.PROTOCOL_ERROR, f"malformed headers: {text}")


def _content_length(named: dict[bytes, bytes]) -> int | None:
    text = named.get(b"content-length")
    if text is None:
        return None
    if not text.isdigit() or len(text) > _MAX_DIGITS:
        raise _malformed("content-length is no number")
    return int(text)


def _refusal(method: bytes, named: dict[bytes, bytes]) -> int | None:
    if method != b"POST":
        return 405
    return None if _CONTENT_TYPE.fullmatch(named.get(b"content-type", b"")) else 415


def _code_name(code: int) -> str:
    try:
        return Code(code).name
    except ValueError:
        return f"status {code}"


def _details(value: bytes | None) -> Sequence[Any]:
    if value is None:
        return ()
    from libtalos.bus.details import decode_details  # noqa: PLC0415 - hardly any call has details

    try:
        return decode_details(decode_binary(value))
    except ValueError:
        return ()
