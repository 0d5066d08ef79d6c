"""What the headers of requests and replies say, and what they are refused for."""

import pytest

from libtalos.bus.errors import BusError, Code, FailedPreconditionError, InternalError
from libtalos.bus.http2.frames import ErrorCode, StreamFaultError
from libtalos.bus.http2.heads import ReplyHead, RequestHead, check_trailers
from libtalos.bus.metadata import Field
from tests.unit.bus.http2.memory import GOOD_END, GOOD_HEAD, request_fields

CALL = request_fields("/a.B/C")


def without(name: bytes) -> list[Field]:
    """The headers of a call but one."""
    return [field for field in CALL if field[0] != name]


def changed(name: bytes, value: bytes) -> list[Field]:
    """The headers of a call with another value of one."""
    return [(each, value if each == name else old) for each, old in CALL]


# -- requests


def test_a_call() -> None:
    head = RequestHead([*CALL, (b"grpc-timeout", b"250m"), (b"a", b"b")])
    assert (head.path, head.timeout, head.content_length) == ("/a.B/C", 0.25, None)
    assert (head.http_status, head.error, head.encoding) == (None, None, None)
    assert (b"a", b"b") in head.fields


@pytest.mark.parametrize("kind", [b"application/grpc", b"application/grpc+proto", b"application/grpc;charset=utf-8"])
def test_content_types_of_calls(kind: bytes) -> None:
    assert RequestHead(changed(b"content-type", kind)).http_status is None


@pytest.mark.parametrize(
    "kind", [b"application/grpc+json", b"application/grpcx", b"application/json", b"text/plain; application/grpc", b""]
)
def test_other_content_types_are_no_calls(kind: bytes) -> None:
    assert RequestHead(changed(b"content-type", kind)).http_status == 415
    assert RequestHead(without(b"content-type")).http_status == 415


@pytest.mark.parametrize("method", [b"GET", b"HEAD", b"PUT", b"post", b"OPTIONS"])
def test_other_methods_are_no_calls(method: bytes) -> None:
    assert RequestHead(changed(b":method", method)).http_status == 405


@pytest.mark.parametrize("text", [b"", b"5", b"S", b"-5S", b"123456789S", b"5x", b"\xff"])
def test_a_timeout_that_is_none_is_an_error_of_the_call(text: bytes) -> None:
    """It is well-formed HTTP/2: the stream is not reset."""
    head = RequestHead([*CALL, (b"grpc-timeout", text)])
    assert head.timeout is None
    assert head.error is not None
    assert "grpc-timeout" in head.error.message


@pytest.mark.parametrize("name", [b":method", b":scheme", b":path"])
def test_a_request_without_what_every_request_has(name: bytes) -> None:
    with pytest.raises(StreamFaultError, match="without :method, :scheme or :path") as caught:
        RequestHead(without(name))
    assert caught.value.code is ErrorCode.PROTOCOL_ERROR


def test_a_request_may_be_without_authority_and_not_with_an_empty_path() -> None:
    assert RequestHead(without(b":authority")).path == "/a.B/C"
    with pytest.raises(StreamFaultError, match="empty :path"):
        RequestHead(changed(b":path", b""))


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ([*CALL, (b":path", b"/x")], "b':path' is not allowed there"),
        ([(b":path", b"/x"), *CALL], "b':path' is not allowed there"),
        ([(b":status", b"200"), *CALL], "b':status' is not allowed there"),
        ([(b":protocol", b"x"), *CALL], "b':protocol' is not allowed there"),
        ([*CALL, (b"Upper", b"x")], "b'Upper' is no name"),
        ([*CALL, (b"", b"x")], "b'' is no name"),
        ([*CALL, (b"a b", b"x")], "b'a b' is no name"),
        ([*CALL, (b"a\n", b"x")], "is no name"),
        ([*CALL, (b"connection", b"close")], "b'connection' is not allowed in HTTP/2"),
        ([*CALL, (b"transfer-encoding", b"chunked")], "b'transfer-encoding' is not allowed in HTTP/2"),
        ([*CALL, (b"te", b"gzip")], "b'te' is not allowed in HTTP/2"),
        ([*CALL, (b"a", b"x\r\ny: z")], "line break or a zero"),
        ([*CALL, (b"a", b"x\0")], "line break or a zero"),
        ([*CALL, (b"content-length", b"x")], "content-length is no number"),
        ([*CALL, (b"content-length", b"-1")], "content-length is no number"),
        ([*CALL, (b"content-length", b"")], "content-length is no number"),
        ([*CALL, (b"content-length", b"1" * 5000)], "content-length is no number"),
    ],
)
def test_malformed_requests(fields: list[Field], text: str) -> None:
    with pytest.raises(StreamFaultError, match=text) as caught:
        RequestHead(fields)
    assert caught.value.code is ErrorCode.PROTOCOL_ERROR


def test_content_length_and_encoding() -> None:
    head = RequestHead([*CALL, (b"content-length", b"17"), (b"grpc-encoding", b"gzip")])
    assert (head.content_length, head.encoding) == (17, b"gzip")
    assert RequestHead([*CALL, (b"grpc-encoding", b"identity")]).encoding is None


def test_trailers_of_a_request_have_no_pseudo_headers() -> None:
    check_trailers([(b"a", b"b")])
    for field in ((b":path", b"/"), (b"A", b"b"), (b"connection", b"close")):
        with pytest.raises(StreamFaultError, match="malformed headers"):
            check_trailers([field])


# -- replies


def test_a_good_beginning_and_a_good_end() -> None:
    head, end = ReplyHead(list(GOOD_HEAD), trailers=False), ReplyHead(list(GOOD_END), trailers=True)
    assert (head.is_usual, head.not_grpc(), head.informational) == (True, None, False)
    assert (end.is_usual, end.error()) == (True, None)


def test_an_end_with_metadata_is_good_and_not_the_usual_one() -> None:
    end = ReplyHead([*GOOD_END, (b"a", b"b")], trailers=True)
    assert (end.is_usual, end.error()) == (False, None)


def test_a_reply_that_is_compressed_is_not_the_usual_one() -> None:
    assert not ReplyHead([*GOOD_HEAD, (b"grpc-encoding", b"gzip")], trailers=False).is_usual
    assert ReplyHead([*GOOD_HEAD, (b"grpc-encoding", b"identity")], trailers=False).is_usual


def test_a_reply_that_is_trailers_only() -> None:
    head = ReplyHead([*GOOD_HEAD, (b"grpc-status", b"9"), (b"grpc-message", b"why %25")], trailers=False)
    error = head.error()
    assert not head.is_usual
    assert isinstance(error, FailedPreconditionError)
    assert error.message == "why %"


@pytest.mark.parametrize(
    ("status", "code"),
    [(b"400", Code.INTERNAL), (b"401", Code.UNAUTHENTICATED), (b"404", Code.UNIMPLEMENTED), (b"418", Code.UNKNOWN)]
    + [(status, Code.UNAVAILABLE) for status in (b"429", b"502", b"503", b"504")],
)
def test_statuses_of_http(status: bytes, code: Code) -> None:
    """http-grpc-status-mapping.md of gRPC."""
    head = ReplyHead([(b":status", status), (b"content-type", b"text/html")], trailers=False)
    error = head.not_grpc()
    assert error is not None
    assert (error.code, error.message) == (code, f"the server answered with HTTP status {status.decode()}")
    assert not head.is_usual


def test_a_status_of_grpc_counts_more_than_one_of_http() -> None:
    head = ReplyHead([(b":status", b"500"), (b"grpc-status", b"13")], trailers=False)
    assert head.not_grpc() is None
    assert isinstance(head.error(), InternalError)


@pytest.mark.parametrize(("kind", "text"), [(b"text/html", "text/html"), (None, "no content type")])
def test_a_reply_that_is_not_grpc(kind: bytes | None, text: str) -> None:
    fields = [(b":status", b"200"), *([] if kind is None else [(b"content-type", kind)])]
    error = ReplyHead(fields, trailers=False).not_grpc()
    assert type(error) is BusError
    assert text in error.message


def test_informational_replies() -> None:
    assert ReplyHead([(b":status", b"103")], trailers=False).informational


@pytest.mark.parametrize("text", [b"", b"x", b"-1", b"1" * 5000, "\N{SUPERSCRIPT TWO}".encode()])
def test_a_status_that_is_no_number(text: bytes) -> None:
    error = ReplyHead([(b"grpc-status", text)], trailers=True).error()
    assert type(error) is BusError
    assert "grpc-status" in error.message


def test_trailers_without_a_status() -> None:
    error = ReplyHead([(b"a", b"b")], trailers=True).error()
    assert error is not None
    assert error.message == "the stream ended without a status"


def test_a_status_without_a_text_is_named() -> None:
    for status, text in ((b"5", "NOT_FOUND"), (b"99", "status 99")):
        error = ReplyHead([(b"grpc-status", status)], trailers=True).error()
        assert error is not None
        assert error.message == text


def test_metadata_and_broken_details_of_an_error() -> None:
    """The status is told without details that cannot be read."""
    fields = [(b"grpc-status", b"5"), (b"a", b"b"), (b"grpc-status-details-bin", b"!")]
    error = ReplyHead(fields, trailers=True).error()
    assert error is not None
    assert (error.code, error.details, error.trailing) == (Code.NOT_FOUND, (), {"a": "b"})


def test_malformed_replies() -> None:
    for fields, trailers in (([], False), ([(b":status", b"200")], True), ([(b":path", b"/")], False)):
        with pytest.raises(StreamFaultError):
            ReplyHead(fields, trailers=trailers)
    with pytest.raises(StreamFaultError, match="without :status"):
        ReplyHead([(b"a", b"b")], trailers=False)
