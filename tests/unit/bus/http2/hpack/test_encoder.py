"""What the encoder puts into the table, what it keeps out, and when its version grows."""

from __future__ import annotations

import pytest

from libtalos.bus.http2.hpack import Decoder, Encoder
from libtalos.bus.http2.hpack import encoder as encoder_module
from libtalos.bus.http2.hpack.table import Field

FIELDS = [(b":method", b"POST"), (b"te", b"trailers"), (b"content-type", b"application/grpc")]


@pytest.fixture
def encoder() -> Encoder:
    return Encoder()


def test_repeated_fields_are_a_byte_each(encoder: Encoder) -> None:
    assert len(encoder.encode(FIELDS)) > 15
    assert encoder.encode(FIELDS) == b"\x83\xbf\xbe"


def test_volatile_fields_come_last_as_they_are_and_leave_the_table_alone(encoder: Encoder) -> None:
    encoder.encode(FIELDS)
    version = encoder.version
    for _ in range(2):
        block = encoder.encode(FIELDS, volatile=[(b"grpc-timeout", b"5S"), (b"te", b"x" * 200)])
        assert block == b"\x83\xbf\xbe" + b"\x00\x0cgrpc-timeout\x025S" + b"\x0f\x30\x7f\x49" + b"x" * 200
    assert encoder.version == version


def test_the_name_of_a_volatile_field_follows_the_table(encoder: Encoder) -> None:
    decoder = Decoder(max_list_size=1000)
    for number in range(5):
        fields = [(b"te", b"%d" % number)]
        assert decoder.decode(encoder.encode(fields, volatile=[(b"te", b"v"), (b"a", b"w")])) == [
            *fields,
            (b"te", b"v"),
            (b"a", b"w"),
        ]


@pytest.mark.parametrize("name", [b"authorization", b"cookie", b"proxy-authorization", b"set-cookie"])
def test_credentials_are_never_indexed(encoder: Encoder, name: bytes) -> None:
    version = encoder.version
    for block in (encoder.encode([(name, b"secret")]), encoder.encode((), volatile=[(name, b"secret")])):
        assert block[0] & 0xF0 == 0x10
        assert b"secret" in block
        assert Decoder(max_list_size=100).decode(block) == [(name, b"secret")]
    assert encoder.version == version


def test_a_field_larger_than_the_table_does_not_empty_it(encoder: Encoder) -> None:
    encoder.encode(FIELDS)
    version = encoder.version
    large = (b"x", b"y" * 5000)
    assert Decoder(max_list_size=10000).decode(encoder.encode([large])) == [large]
    assert encoder.version == version
    assert encoder.encode(FIELDS) == b"\x83\xbf\xbe"


class TestKnownFields:
    """A tuple of fields that comes again."""

    def test_it_is_encoded_as_if_it_came_for_the_first_time(self, encoder: Encoder) -> None:
        decoder, fields = Decoder(max_list_size=1000), (*FIELDS, (b"authorization", b"x"))
        for number in range(4):
            for _ in range(3):
                assert decoder.decode(encoder.encode(fields, volatile=[(b"a", b"b")])) == [*fields, (b"a", b"b")]
            assert id(fields) in encoder._known
            decoder.decode(encoder.encode([(b"x", b"%d" % number)]))
            assert not encoder._known

    def test_it_follows_a_smaller_table(self, encoder: Encoder) -> None:
        decoder, fields = Decoder(max_list_size=1000), tuple(FIELDS)
        for limit in (4096, 50, 0, 4096):
            encoder.set_limit(limit)
            decoder.set_limit(limit)
            for _ in range(3):
                assert decoder.decode(encoder.encode(fields)) == FIELDS

    def test_only_so_many_are_kept(self, encoder: Encoder) -> None:
        tuples = [
            ((b":method", b"GET"), (b":path", b"/"), (b":status", b"200"))[: 1 + number % 3] for number in range(500)
        ]
        for fields in tuples:
            assert encoder.encode(fields) == encoder.encode(list(fields))
        assert len(encoder._known) <= encoder_module._MAX_KNOWN


class TestVersion:
    """Callers keep blocks by it."""

    def test_it_stands_still_while_nothing_is_inserted(self, encoder: Encoder) -> None:
        encoder.encode(FIELDS)
        version = encoder.version
        assert encoder.encode(FIELDS) == encoder.encode(FIELDS)
        assert encoder.version == version

    def test_an_insertion_makes_it_grow(self, encoder: Encoder) -> None:
        version = encoder.version
        encoder.encode([(b"a", b"b")])
        assert encoder.version > version

    def test_a_new_limit_makes_it_grow_and_so_does_the_block_that_tells_it(self, encoder: Encoder) -> None:
        encoder.encode(FIELDS)
        before = encoder.version
        encoder.set_limit(100)
        limited = encoder.version
        assert limited > before
        encoder.encode([])
        assert encoder.version > limited

    def test_the_same_limit_does_not(self, encoder: Encoder) -> None:
        version = encoder.version
        encoder.set_limit(4096)
        encoder.set_limit(100_000)
        assert encoder.version == version
        assert encoder.encode([]) == b""


class TestTableSize:
    """Updates of the table's size, RFC 7541, 4.2."""

    @pytest.mark.parametrize(
        ("own", "limits", "updates"),
        [
            (4096, [4096], ""),
            (4096, [8192], ""),
            (8192, [], ""),
            (8192, [8192], "3fe13f"),
            (8192, [100_000], "3fe13f"),
            (8192, [8192, 6000], "3fd12e"),
            (4096, [100], "3f45"),
            (4096, [0], "20"),
            (4096, [0, 4096], "203fe11f"),
            (4096, [100, 10, 20], "2a34"),
            (4096, [10, 20, 5], "25"),
            (100, [], "3f45"),
            (100, [4096], "3f45"),
            (0, [10], "20"),
        ],
    )
    def test_the_next_block_tells_the_smallest_and_the_last_size(
        self, own: int, limits: list[int], updates: str
    ) -> None:
        encoder = Encoder(table_size=own)
        for limit in limits:
            encoder.set_limit(limit)
        assert encoder.encode([(b":method", b"GET")]).hex() == updates + "82"
        assert encoder.encode([(b":method", b"GET")]).hex() == "82"

    def test_the_table_shrinks_with_the_limit(self, encoder: Encoder) -> None:
        decoder = Decoder(max_list_size=1000)
        fields: list[Field] = [(b"a", b"1"), (b"b", b"2"), (b"c", b"3")]
        decoder.decode(encoder.encode(fields))
        encoder.set_limit(70)
        decoder.set_limit(70)
        assert decoder.decode(encoder.encode(fields)) == fields
        assert decoder._table.size <= 70

    def test_without_a_table_all_is_literal(self) -> None:
        encoder = Encoder(table_size=0)
        encoder.encode([])
        assert encoder.encode([(b"a", b"b")]) == encoder.encode([(b"a", b"b")]) == b"\x00\x01a\x01b"
