"""Metadata: to the wire and back, and through real calls on both transports."""

import pytest

from libtalos.bus.context import current_call
from libtalos.bus.errors import BusError, Code, FailedPreconditionError, InternalError
from libtalos.bus.metadata import (
    ReplyMetadata,
    decode_binary,
    decode_message,
    decode_metadata,
    encode_binary,
    encode_message,
    encode_metadata,
)
from libtalos.gen.google.protobuf import Any
from tests.unit.bus.calls import call, stay_alive
from tests.unit.bus.conftest import Serve
from tests.unit.bus.served import KINDS, Chunk, TestRpc, route


def test_text_and_bytes_to_fields_and_back() -> None:
    metadata: dict[str, str | bytes] = {
        "a-key_1.x": "text ~",
        "some-bin": bytes(range(256)),
        "empty": "",
        "empty-bin": b"",
    }
    assert decode_metadata(encode_metadata(metadata)) == metadata


def test_pairs_may_repeat_a_name_and_the_last_counts() -> None:
    fields = encode_metadata([("a", "1"), ("a", "2")])
    assert fields == [(b"a", b"1"), (b"a", b"2")]
    assert decode_metadata(fields) == {"a": "2"}


@pytest.mark.parametrize(
    "name",
    [
        *("", "Upper", "a b", "a:b", "ü", "a\r\nb", "a\0"),
        *(":path", "grpc-timeout", "grpc-status-details-bin", "te", "content-type", "user-agent"),
        *("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade"),
    ],
)
def test_a_name_that_is_not_the_callers_to_send_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="a name has lower-case letters"):
        encode_metadata({name: "x"})


@pytest.mark.parametrize("value", ["a\r\nx: y", "a\nb", "\0", "\x7f", "ü", b"\xff", "x\n"])
def test_a_value_that_could_be_another_header_is_refused(value: str | bytes) -> None:
    with pytest.raises(ValueError, match="printable ASCII"):
        encode_metadata({"name": value})


def test_what_is_the_protocols_own_is_no_metadata() -> None:
    fields = [(b":path", b"/a"), (b"grpc-timeout", b"1S"), (b"te", b"trailers"), (b"content-type", b"x"), (b"a", b"b")]
    assert decode_metadata(fields) == {"a": "b"}


@pytest.mark.parametrize("value", [b"", b"a", b"ab", b"abc", bytes(range(256))])
def test_base64_with_and_without_padding(value: bytes) -> None:
    encoded = encode_binary(value)
    assert not encoded.endswith(b"=")
    assert decode_binary(encoded) == decode_binary(encoded + b"=" * (-len(encoded) % 4)) == value


def test_of_binary_values_in_one_the_last_counts_and_broken_ones_stay() -> None:
    assert decode_metadata([(b"a-bin", b"YQ, Yg")]) == {"a-bin": b"b"}
    assert decode_metadata([(b"a-bin", b"!")]) == {"a-bin": b"!"}


@pytest.mark.parametrize("text", ["plain", "50 %", "two\nlines", "größer 漢", "", "%41", "\r\0\x7f"])
def test_a_message_travels_percent_encoded(text: str) -> None:
    encoded = encode_message(text)
    assert all(0x20 <= byte < 0x7F for byte in encoded)
    assert decode_message(encoded) == text


def test_a_message_that_is_broken_is_kept_as_well_as_it_can_be() -> None:
    assert decode_message(b"%zz%4") == "%zz%4"
    assert decode_message(b"%ff") == "\ufffd"
    assert encode_message("file \udcff") == b"file %3F".replace(b"%3F", b"?")


@pytest.mark.parametrize("character", ["x", "%", "ü", "漢", "\U0001f600"])
@pytest.mark.parametrize("before", range(4))
def test_a_long_message_is_cut_between_characters(character: str, before: int) -> None:
    encoded = encode_message("x" * before + character * 5000)
    assert len(encoded) <= 4096
    text = decode_message(encoded)
    assert text.endswith(character + "...")
    assert "\ufffd" not in text
    assert len(encoded) > 4080


@pytest.mark.parametrize("kind", KINDS)
async def test_metadata_both_ways(serve: Serve, kind: str) -> None:
    served = await serve(TestRpc())
    received = ReplyMetadata()
    await call(served.channel, kind, [b"a"], metadata={"echo": "x"}, received=received)
    if kind != "Replies":  # which has sent its first reply when it looks
        assert received.initial == {"first": "x", "first-bin": b"\x00\xff"}
    assert received.trailing == {"last": "x", "last-bin": b"\xff\x00"}


class Failing(TestRpc):
    """Fails with all that an error can carry."""

    def __init__(self, error: BusError) -> None:
        super().__init__()
        self.error = error

    async def _answer(self, message: Chunk) -> Chunk:
        if message.lines == b"alive":
            return message
        found = current_call()
        assert found is not None
        found.set_trailing_metadata({"last": "x"})
        raise self.error


@pytest.mark.parametrize("kind", KINDS)
async def test_metadata_and_details_of_an_error(serve: Serve, transport: str, kind: str) -> None:
    details = [Any(type_url="type.googleapis.com/x", value=b"\x01"), Any(type_url="y", value=b"")]
    served = await serve(Failing(FailedPreconditionError("why\n%", details=details, trailing={"more-bin": b"\xff"})))
    received = ReplyMetadata()
    with pytest.raises(FailedPreconditionError) as caught:
        await call(served.channel, kind, [b"a"], received=received)
    assert caught.value.message == "why\n%"
    assert list(caught.value.details) == details
    if (transport, kind) != ("grpclib", "Replies"):  # which drops the metadata of such an end
        assert caught.value.trailing["more-bin"] == b"\xff"
        assert received.trailing["last"] == "x"


@pytest.mark.parametrize("transport", ["http2"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("trailing", [{"Bad Name": "x"}, {"good": "\r\n"}, {"good": "ü"}])
async def test_an_error_that_cannot_be_told_is_a_fault_of_the_handler_alone(
    serve: Serve, kind: str, trailing: dict[str, str]
) -> None:
    served = await serve(Failing(FailedPreconditionError("why", trailing=trailing)))
    with pytest.raises(InternalError):
        await call(served.channel, kind, [b"a"], timeout=5)
    await stay_alive(served.channel)


@pytest.mark.parametrize("transport", ["http2"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["no such file: \udcff", "x" * 1_000_000, "ü" * 200_000])
async def test_an_error_with_any_text_arrives_with_its_code(serve: Serve, kind: str, text: str) -> None:
    served = await serve(Failing(FailedPreconditionError(text)))
    with pytest.raises(BusError) as caught:
        await call(served.channel, kind, [b"a"], timeout=5)
    assert caught.value.code is Code.FAILED_PRECONDITION
    assert caught.value.message.startswith(text[:14])
    await stay_alive(served.channel)


async def test_metadata_that_cannot_travel_is_refused_before_the_call(serve: Serve) -> None:
    served = await serve(TestRpc())
    with pytest.raises(ValueError, match="Upper"):
        await served.channel.unary_unary(route("Unary"), Chunk(), Chunk, metadata={"Upper": "x"})
