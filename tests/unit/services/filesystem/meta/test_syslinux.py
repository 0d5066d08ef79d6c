"""The format from before: two copies of 512 bytes, of which the first valid one counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.filesystem.meta import syslinux
from services.filesystem.meta.adv import InvalidAdvError
from tests.unit.services.filesystem.meta.media import legacy


def test_the_first_valid_copy_counts() -> None:
    first, second = legacy({6: b"A"}), legacy({6: b"B", 7: b""})
    assert syslinux.decode(first + second) == {6: b"A"}
    assert syslinux.decode(b"\0" + first[1:] + second) == {6: b"B", 7: b""}
    assert syslinux.decode(first[:20] + b"\xff" + first[21:] + second) == {6: b"B", 7: b""}


@pytest.mark.parametrize(
    ("copies", "reason"),
    [
        (bytes(1024), "no magic number"),
        (b"", "0 bytes, not 1024"),
        (legacy({6: b"A"})[:-1] + b"\0" + bytes(512), "no magic number"),
        (2 * (legacy({})[:100] + b"\1" + legacy({})[101:]), "wrong checksum"),
    ],
)
def test_what_is_no_copy_is_refused_with_the_reason(copies: bytes, reason: str) -> None:
    with pytest.raises(InvalidAdvError, match=reason):
        syslinux.decode(copies)


@given(st.dictionaries(st.integers(1, 255), st.binary(max_size=40), max_size=11))
def test_records_are_read(tags: dict[int, bytes]) -> None:
    assert syslinux.decode(bytes(512) + legacy(tags)) == tags


def test_records_may_fill_the_copy() -> None:
    full = {1: bytes(255), 2: bytes(241)}
    assert syslinux.decode(legacy(full) + bytes(512)) == full


def test_a_record_that_reaches_beyond_the_copy_is_refused() -> None:
    copies = legacy({1: bytes(255), 2: bytes(239)}) + bytes(512)
    assert syslinux.decode(copies) == {1: bytes(255), 2: bytes(239)}
    # one byte more in a length, and one less in the checksum: of the word that the length is in
    place = 8 + 257 + 1
    checksum = int.from_bytes(copies[4:8], "little") - (3 << 8 * (place % 4))
    longer = copies[:4] + checksum.to_bytes(4, "little") + copies[8:place] + bytes([242]) + copies[place + 1 :]
    with pytest.raises(InvalidAdvError, match="the value of tag 0x02 has 242 bytes and reaches beyond the data"):
        syslinux.decode(longer[:512] + longer[:512])
