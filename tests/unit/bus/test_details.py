"""google.rpc.Status in a trailer."""

import pytest

from libtalos.bus.details import decode_details, encode_details
from libtalos.gen.google.protobuf import Any
from libtalos.gen.google.rpc import Status


def test_details_to_bytes_and_back() -> None:
    details = (Any(type_url="type.googleapis.com/a.B", value=b"\x08\x01"), Any())
    data = encode_details(5, "not there", details)
    assert decode_details(data) == details
    assert Status.parse(data) == Status(code=5, message="not there", details=list(details))


@pytest.mark.parametrize("data", [b"\xff", b"\x1a\x05ab", b"\x0d\x01", b"\x12\x01\xff", b"\x1b", b"\x1a\x02\x0a\x05"])
def test_what_cannot_be_read_has_none(data: bytes) -> None:
    assert decode_details(data) == ()
