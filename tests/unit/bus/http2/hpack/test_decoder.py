"""What the decoder refuses, and that it remembers blocks only as long as they mean the same."""

from __future__ import annotations

import pytest

from libtalos.bus.http2.hpack import Decoder, HeaderListTooLarge, HpackError
from libtalos.bus.http2.hpack import decoder as decoder_module
from libtalos.bus.http2.hpack.table import Field

ADD_X = b"\x40\x01x\x01"  # with a byte for the value: a literal x that enters the table
NEWEST, SECOND = b"\xbe", b"\xbf"


def literal(name: bytes, value: bytes) -> bytes:
    return b"\x00" + bytes((len(name),)) + name + bytes((len(value),)) + value


def size(value: int) -> bytes:
    """An update of the table's size."""
    assert value < 0x1F
    return bytes((0x20 | value,))


@pytest.fixture
def decoder() -> Decoder:
    return Decoder(max_list_size=1000)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        pytest.param("80", "index 0", id="index 0"),
        pytest.param("be", "index 62 is in no table", id="beyond the tables"),
        pytest.param("0f2f0161", "index 62 is in no table", id="name beyond the tables"),
        pytest.param("7f000161", "index 63 is in no table", id="name beyond the tables, with indexing"),
        pytest.param("ff", "ends within the integer at byte 0", id="index cut off"),
        pytest.param("ff8080", "ends within the integer at byte 0", id="index cut off later"),
        pytest.param("ff808080808000", "more than 5 bytes", id="zeros without an end"),
        pytest.param("ffffffffffff7f", "more than 5 bytes", id="integer too large"),
        pytest.param("ffffffffff7f", "index .* is in no table", id="largest integer"),
        pytest.param("40", "should begin", id="no name"),
        pytest.param("00", "should begin", id="no name, not indexed"),
        pytest.param("000161", "should begin", id="no value"),
        pytest.param("44", "should begin", id="no value for an indexed name"),
        pytest.param("00016105", "string at byte 3 ends 5 bytes after", id="empty value"),
        pytest.param("0001610561626364", "string at byte 3 ends 1 bytes after", id="value cut off"),
        pytest.param("000a61", "string at byte 1 ends 9 bytes after", id="name cut off"),
        pytest.param("0001617f", "ends within the integer at byte 3", id="length cut off"),
        pytest.param("0001617f01", "ends 128 bytes after", id="long value cut off"),
        pytest.param("000081", "ends 1 bytes after", id="Huffman value cut off"),
        pytest.param("00016181ff", "a part of a code", id="wrong Huffman code"),
        pytest.param("000184ffffffff00", "string at byte", id="EOS in a string"),
        pytest.param("8220", "resized at byte 1", id="update after a field"),
        pytest.param("000161016120", "resized at byte 5", id="update after a literal"),
        pytest.param("3fe21f", "4097 bytes, at most 4096", id="update above the limit"),
    ],
)
def test_a_broken_block_is_refused(decoder: Decoder, block: str, message: str) -> None:
    with pytest.raises(HpackError, match=message):
        decoder.decode(bytes.fromhex(block))


def test_an_empty_block_is_an_empty_list(decoder: Decoder) -> None:
    assert decoder.decode(b"") == []


def test_a_never_indexed_field_is_a_field(decoder: Decoder) -> None:
    assert decoder.decode(b"\x1f\x08\x01s" + b"\x10\x01x\x01y") == [(b"authorization", b"s"), (b"x", b"y")]
    assert decoder._table.size == 0


def test_a_field_larger_than_the_table_empties_it(decoder: Decoder) -> None:
    decoder.set_limit(34 + 30)
    decoder.decode(b"\x3f\x21" + ADD_X + b"1")
    assert decoder._table.size == 34
    assert decoder.decode(b"\x40\x01x\x40" + b"2" * 64) == [(b"x", b"2" * 64)]
    assert decoder._table.size == 0
    with pytest.raises(HpackError, match="index 62"):
        decoder.decode(NEWEST)


def test_a_name_may_be_of_the_field_that_goes_for_it(decoder: Decoder) -> None:
    decoder.set_limit(40)
    decoder.decode(b"\x3f\x09" + ADD_X + b"1")
    assert decoder.decode(b"\x7e\x012" + NEWEST) == [(b"x", b"2")] * 2


class TestTableSize:
    """Updates of the table's size, RFC 7541, 4.2 and 6.3."""

    def test_several_updates_may_begin_a_block(self, decoder: Decoder) -> None:
        decoder.decode(ADD_X + b"1")
        assert decoder.decode(size(0) + b"\x3f\xe1\x1f" + b"\x82") == [(b":method", b"GET")]
        assert (decoder._table.size, decoder._table.capacity) == (0, 4096)

    def test_a_block_of_updates_is_an_empty_list(self, decoder: Decoder) -> None:
        assert decoder.decode(size(3)) == []

    def test_a_smaller_limit_has_to_be_followed_at_once(self, decoder: Decoder) -> None:
        decoder.set_limit(10)
        with pytest.raises(HpackError, match="has to shrink its table to 10 bytes"):
            decoder.decode(b"\x82")

    def test_it_is_due_even_for_a_known_block(self, decoder: Decoder) -> None:
        block = b"\x82" + literal(b"a", b"b")
        for _ in range(3):
            decoder.decode(block)
        decoder.set_limit(10)
        with pytest.raises(HpackError, match="has to shrink"):
            decoder.decode(block)

    def test_the_smallest_limit_counts(self, decoder: Decoder) -> None:
        decoder.set_limit(10)
        decoder.set_limit(20)
        with pytest.raises(HpackError, match="20 bytes, at most 10"):
            decoder.decode(size(20))

    def test_after_the_smallest_the_last_one(self, decoder: Decoder) -> None:
        decoder.set_limit(10)
        decoder.set_limit(20)
        assert decoder.decode(size(10) + size(20)) == []
        assert decoder._table.capacity == 20

    def test_a_limit_above_the_table_asks_for_nothing(self, decoder: Decoder) -> None:
        decoder.decode(size(5))
        decoder.set_limit(10)
        assert decoder.decode(b"\x82") == [(b":method", b"GET")]

    def test_a_larger_limit_may_be_used(self, decoder: Decoder) -> None:
        decoder.set_limit(8192)
        assert decoder.decode(b"\x3f\xe1\x3f") == []
        assert decoder._table.capacity == 8192


class TestListSize:
    """The limit of the decoded list, RFC 9113, 10.5.1: 32 bytes for each field besides its text."""

    def test_a_list_of_the_limit_is_taken(self) -> None:
        assert Decoder(max_list_size=34).decode(literal(b"a", b"b")) == [(b"a", b"b")]

    @pytest.mark.parametrize(
        "block",
        [
            pytest.param(literal(b"a", b"bc"), id="literal"),
            pytest.param(b"\x82", id="run"),
            pytest.param(b"\x82" * 300, id="long run"),
            pytest.param(b"\x20\x82", id="after an update"),
        ],
    )
    def test_a_larger_one_is_refused_each_time(self, block: bytes) -> None:
        decoder = Decoder(max_list_size=34)
        for _ in range(4):
            with pytest.raises(HeaderListTooLarge, match=r"the header list has \d+ bytes, at most 34 are allowed"):
                decoder.decode(block)

    def test_the_table_stays_in_step(self) -> None:
        decoder = Decoder(max_list_size=100)
        with pytest.raises(HeaderListTooLarge, match="has 203 bytes"):
            decoder.decode(literal(b"a", b"b" * 60) + b"\x82" + ADD_X + b"1" + ADD_X + b"2")
        assert decoder.decode(NEWEST + SECOND) == [(b"x", b"2"), (b"x", b"1")]

    def test_a_block_of_references_does_not_blow_up(self) -> None:
        """A kilobyte of references to a field of 4 KB: 4 MB, of which nothing is kept."""
        decoder = Decoder(max_list_size=16384)
        decoder.decode(b"\x40\x01x\x7f\xc1\x1e" + b"v" * 4032)
        kept: list[Field] = []
        assert decoder._append(kept, 0, NEWEST * 1024, 0) > 4_000_000
        assert len(kept) == 4
        with pytest.raises(HeaderListTooLarge):
            decoder.decode(NEWEST * 1024)


class TestKnownBlocks:
    """A remembered block is the same as a decoded one."""

    def test_a_list_belongs_to_the_caller(self, decoder: Decoder) -> None:
        block = b"\x82" + literal(b"a", b"b")
        for _ in range(4):
            fields = decoder.decode(block)
            assert fields == [(b":method", b"GET"), (b"a", b"b")]
            fields.clear()
            decoder.decode(b"\x82").clear()

    def test_a_repeated_block_is_remembered_and_one_with_a_new_value_not(self, decoder: Decoder) -> None:
        repeated = b"\x82" + literal(b"a", b"b")
        for number in range(1000):
            decoder.decode(repeated)
            decoder.decode(b"\x82" + literal(b"a", b"%d" % number))
        assert set(decoder._known) == {b"\x82", repeated}

    def test_an_insertion_changes_what_a_block_means(self, decoder: Decoder) -> None:
        for value in range(5):
            decoder.decode(ADD_X + b"%d" % value)
            for _ in range(4):
                assert decoder.decode(NEWEST) == [(b"x", b"%d" % value)]
                assert decoder.decode(NEWEST + literal(b"a", b"b")) == [(b"x", b"%d" % value), (b"a", b"b")]

    def test_a_run_before_an_insertion_is_of_the_old_table(self, decoder: Decoder) -> None:
        decoder.decode(ADD_X + b"0")
        for value in range(1, 5):
            before, after = b"%d" % (value - 1), b"%d" % value
            assert decoder.decode(NEWEST + ADD_X + after + NEWEST) == [(b"x", before), (b"x", after), (b"x", after)]

    def test_a_smaller_table_forgets(self, decoder: Decoder) -> None:
        decoder.decode(ADD_X + b"1")
        for _ in range(3):
            assert decoder.decode(NEWEST) == [(b"x", b"1")]
        decoder.decode(size(0))
        with pytest.raises(HpackError, match="index 62"):
            decoder.decode(NEWEST)

    def test_the_memory_for_blocks_is_bounded(self, decoder: Decoder) -> None:
        for number in range(500):
            for _ in range(3):
                decoder.decode(literal(b"%d" % number, b""))
                decoder.decode(b"\x82" + literal(b"a", b"%d" % number + b"b" * 120) * 3)
        assert len(decoder._known) <= decoder_module._MAX_KNOWN
        assert len(decoder._seen) <= decoder_module._MAX_KNOWN
        assert max(map(len, decoder._known)) <= decoder_module._MAX_KNOWN_BLOCK
