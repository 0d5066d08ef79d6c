"""The format of a copy: upstream's bytes, its limits, and whatever else may lie on a disk."""

import contextlib
import hashlib
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.filesystem.meta import adv
from services.filesystem.meta.adv import COPY_SIZE, InvalidAdvError

TAGS = st.dictionaries(st.integers(1, 255), st.binary(max_size=300), max_size=20)


def upstream(records: bytes) -> bytes:
    """A copy with these records, made apart from the code."""
    copy = bytearray(COPY_SIZE)
    copy[:4] = b"\x5a\x4b\x3c\x2d"
    copy[4 : 4 + len(records)] = records
    copy[-4:] = b"\xa5\xb4\xc3\xd2"
    copy[-36:-4] = hashlib.sha256(copy).digest()
    return bytes(copy)


def record(tag: int, value: bytes) -> bytes:
    return struct.pack(">II", tag, len(value)) + value


def test_the_bytes_are_upstreams() -> None:
    tags = {0x0A: b"network: {}", 6: b"A"}
    assert adv.encode(tags) == upstream(record(6, b"A") + record(0x0A, b"network: {}"))
    assert adv.encode({}) == upstream(b"")
    assert hashlib.sha256(adv.encode({6: b"A"})).hexdigest() == hashlib.sha256(upstream(record(6, b"A"))).hexdigest()


def test_records_come_in_any_order_and_the_last_of_a_tag_counts() -> None:
    records = record(0x0A, b"x") + record(6, b"old") + record(6, b"new")
    assert adv.decode(upstream(records)) == {6: b"new", 0x0A: b"x"}
    assert adv.decode(upstream(record(0x1234567, b"unknown tags stay"))) == {0x1234567: b"unknown tags stay"}


@settings(max_examples=50, deadline=None)
@given(TAGS)
def test_what_was_written_is_read(tags: dict[int, bytes]) -> None:
    copy = adv.encode(tags)
    assert len(copy) == COPY_SIZE
    assert adv.decode(copy) == tags


@settings(max_examples=50, deadline=None)
@given(st.integers(0, COPY_SIZE - 1), st.integers(1, 255))
def test_a_damaged_byte_is_noticed(offset: int, change: int) -> None:
    copy = bytearray(adv.encode({6: b"A", 12: bytes(1000)}))
    copy[offset] ^= change
    with pytest.raises(InvalidAdvError):
        adv.decode(bytes(copy))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_hostile_records_are_refused_or_read_within_the_copy(records: bytes) -> None:
    copy = upstream(records)
    with contextlib.suppress(InvalidAdvError):
        tags = adv.decode(copy)
        assert sum(8 + len(value) for value in tags.values()) <= COPY_SIZE - 40
        assert adv.decode(adv.encode(tags)) == tags


@pytest.mark.parametrize(
    ("copy", "reason"),
    [
        (b"", "0 bytes, not 262144"),
        (bytes(COPY_SIZE), "no magic number"),
        (upstream(b"")[:-1] + b"\0", "no magic number"),
        (upstream(struct.pack(">II", 6, 2**32 - 1)), "the value of tag 0x06 has 4294967295 bytes and reaches beyond"),
    ],
)
def test_what_is_no_copy_is_refused_with_the_reason(copy: bytes, reason: str) -> None:
    with pytest.raises(InvalidAdvError, match=reason):
        adv.decode(copy)


def test_the_limit_is_upstreams() -> None:
    """SetTag refuses if 20 bytes and all records, of 8 bytes and a value each, would exceed the size less 40."""
    most = COPY_SIZE - 40 - 20 - 8
    assert adv.space({}, 6) == most
    assert adv.space({6: bytes(most)}, 6) == most
    assert adv.space({6: bytes(most)}, 7) == -8
    assert adv.space({6: b"abc"}, 7) == most - 11
    full = {6: bytes(most)}
    assert adv.decode(adv.encode(full)) == full
    with pytest.raises(ValueError, match="do not fit"):
        adv.encode({6: bytes(COPY_SIZE - 40 - 7)})
