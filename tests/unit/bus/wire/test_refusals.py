"""Bytes that are no message are refused, with the place, in bounded time and memory."""

from __future__ import annotations

import tracemalloc

import pytest
from google.protobuf.message import DecodeError
from hypothesis import given
from hypothesis import strategies as st

from libtalos.bus.wire import WireError
from libtalos.contracts.strategies import messages
from libtalos.wireformat.errors import MAX_DEPTH, MAX_MESSAGES
from libtalos.wireformat.pure import varint
from tests.unit.bus.wire.model import of_google, of_ours
from tests.unit.bus.wire.test_equality import NAMES, UNHURRIED
from tests.unit.bus.wire.tree import Codec, Tree

# message, bytes, what the error says
REFUSED = {
    "cut in a tag": ("Scalars", "0801 80", "at byte"),
    "cut after a tag": ("Scalars", "0801 08", "at byte"),
    "cut in a number": ("Scalars", "08ff", "at byte"),
    "cut in a length": ("Scalars", "72ff", "at byte"),
    "cut in a text": ("Scalars", "720361", "Scalars: a field ends after its message"),
    "cut in bytes": ("Scalars", "7a0361", "Scalars: a field ends after its message"),
    "cut in fixed32": ("Scalars", "3d010203", "Scalars: a field ends after its message"),
    "cut in a double": ("Scalars", "61010203", "Scalars: a field ends after its message"),
    "cut in a message": ("Optionals", "5a030801", "a field ends after its message"),
    "cut in packed numbers": ("Repeated", "0a0301", "a field ends after its message"),
    "cut in an unknown number": ("Scalars", "9003ff", "at byte"),
    "cut in unknown bytes": ("Scalars", "920305", "a field ends after its message"),
    "cut in unknown fixed32": ("Scalars", "95030000", "a field ends after its message"),
    "cut in unknown fixed64": ("Scalars", "91030000", "a field ends after its message"),
    "packed number ends in the next field": ("Repeated", "0a01ff 7001", "at byte"),
    "packed fixed of odd size": ("Repeated", "3a03010203 0801", "at byte"),
    "message ends in the next field": ("Optionals", "5a0108 0801", "Scalars: a field ends after its message, at byte"),
    "field of a message ends after it": ("Optionals", "5a03720278 0801", "Scalars: a field ends after its message"),
    "key ends after its entry": ("Maps", "620266 6100", "at byte"),
    "number of eleven bytes": ("Scalars", "08ffffffffffffffffffff01", "a number at byte 1 does not end"),
    "unknown number of eleven bytes": ("Scalars", "9003ffffffffffffffffffff01", "a number at byte 2 does not end"),
    "tag of six bytes": ("Scalars", "88808080800001", "a number at byte 0 is more than 4294967295, or does not end"),
    "tag of 33 bits": ("Scalars", "f8ffffff1f01", "a number at byte 0 is more than 4294967295"),
    "length of six bytes": ("Scalars", "72818080808000 61", "a number at byte 1 is more than 2147483647"),
    "length of 32 bits": ("Scalars", "72ffffffff0f", "a number at byte 1 is more than 2147483647"),
    "huge length": ("Scalars", "72ffffffff07", "a field ends after its message"),
    "huge length of a message": ("Optionals", "5affffffff07 0801", "a field ends after its message"),
    "huge packed length": ("Repeated", "0affffffff07 01", "a field ends after its message"),
    "field number 0": ("Scalars", "0801 0001", "field number 0 at byte 2"),
    "field number 0 with a length": ("Nothing", "0200", "field number 0 at byte 0"),
    "group": ("Scalars", "9303 9403", "wire type 3 of field 50 at byte 0 is not one of proto3's"),
    "end of a group": ("Scalars", "9403", "wire type 4 of field 50 at byte 0"),
    "wire type 6": ("Nothing", "0e", "wire type 6 of field 1 at byte 0"),
    "wire type 7": ("Nothing", "0f", "wire type 7 of field 1 at byte 0"),
    "text in place of a number": (
        "Scalars",
        "0a0161",
        "wiretest.v1.Scalars: field 1 at byte 0 cannot have wire type 2",
    ),
    "number in place of text": ("Scalars", "0801 7001", "Scalars: field 14 at byte 2 cannot have wire type 0"),
    "fixed32 in place of packed fixed64": (
        "Repeated",
        "4501020304",
        "Repeated: field 8 at byte 0 cannot have wire type 5",
    ),
    "number in place of a message": ("Optionals", "5801", "Optionals: field 11 at byte 0 cannot have wire type 0"),
    "number in place of an entry": ("Maps", "0801", "Maps: field 1 at byte 0 cannot have wire type 0"),
    "number in place of a key": ("Maps", "62020801", "Maps.StringEntry: field 1 at byte 2 cannot have wire type 0"),
    "text that is not UTF-8": ("Scalars", "0801 7202c328", "wiretest.v1.Scalars: the text at byte 4 is not UTF-8"),
    "text with a surrogate": ("Scalars", "7203eda080", "the text at byte 2 is not UTF-8"),
    "key that is not UTF-8": ("Maps", "6204 0a02c328", "Maps.StringEntry: the text at byte 4 is not UTF-8"),
    "repeated text that is not UTF-8": ("Repeated", "7201ff", "the text at byte 2 is not UTF-8"),
    "year 10000": ("Known", "1207088083d1ffaf07", "are not in the years 1 to 9999"),
    "timestamp with negative nanos": ("Known", "120b10ffffffffffffffffff01", "-1 nanoseconds in a timestamp"),
    "timestamp with many nanos": ("Known", "12061080 94ebdc03", "1000000000 nanoseconds in a timestamp"),
    "duration of 64 bits": ("Known", "1a0a08ffffffffffffffff7f", "seconds in a duration"),
    "duration of two signs": ("Known", "1a0d0801 10ffffffffffffffffff01", "-1 nanoseconds in a duration of 1 seconds"),
    "first of merged messages is cut": ("Optionals", "5a0108 5a0101", "at byte"),
    "a dropped member of a oneof is cut": ("Choice", "1a0108 0805", "at byte"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_message_is_refused_with_the_place(codec: Codec, tree: Tree, case: str) -> None:
    """And nothing but WireError comes out."""
    name, text, told = REFUSED[case]
    cls, _ = tree.both(name)
    with pytest.raises(WireError) as refused:
        codec.decode(cls, bytes.fromhex(text))
    assert told in str(refused.value)
    assert "byte" in str(refused.value)


def nested(depth: int) -> bytes:
    """A tree with depth others in each other."""
    raw = b""
    for _ in range(depth):
        raw = b"\x12" + varint(len(raw)) + raw
    return raw


def in_maps(depth: int) -> bytes:
    """A tree with depth others in each other's maps; each entry counts as well."""
    raw = b""
    for _ in range(depth):
        raw = b"\x12" + varint(len(raw)) + raw
        raw = b"\x22" + varint(len(raw)) + raw
    return raw


def test_nesting_ends_where_protobuf_ends_it(codec: Codec, tree: Tree) -> None:
    """100 messages in the outer one."""
    cls, google = tree.both("Tree")
    for make, most in ((nested, MAX_DEPTH), (in_maps, MAX_DEPTH // 2)):
        message = codec.decode(cls, make(most))
        assert codec.encode(message) == codec.encode(
            codec.decode(cls, google.FromString(make(most)).SerializeToString())
        )
        with pytest.raises(DecodeError):
            google.FromString(make(most + 1))
        with pytest.raises(WireError, match=r"more than 100 messages in each other at byte \d+"):
            codec.decode(cls, make(most + 1))
    with pytest.raises(WireError, match="more than 100 messages in each other"):
        codec.decode(cls, nested(2000))


@pytest.mark.parametrize("raw", [b"\x1a\x00", b"\x22\x00"], ids=["messages", "entries"])
def test_many_messages_of_nothing_are_refused(codec: Codec, tree: Tree, raw: bytes) -> None:
    """Two bytes of each would be a kilobyte in memory; the allowance is for the whole message."""
    cls, _ = tree.both("Tree")
    assert codec.decode(cls, raw * MAX_MESSAGES) is not None
    with pytest.raises(WireError, match="more than 100000 messages and map entries at byte"):
        codec.decode(cls, raw * (MAX_MESSAGES + 1))
    half = raw * (MAX_MESSAGES // 2)
    inner = b"\x1a" + varint(len(half)) + half
    with pytest.raises(WireError, match="more than 100000 messages"):
        codec.decode(cls, inner * 2)


@pytest.mark.parametrize(
    "part",
    [
        b"\x98\x06\x01",
        b"\x12\x03\x98\x06\x01",
        b"\x12\x05\x12\x03\x98\x06\x01",
        b"\x12\x02\x0a\x00",
        b"\x30\x01\x98\x06\x01",
    ],
    ids=["unknown", "merged", "merged in merged", "merged text", "enum and unknown"],
)
def test_many_small_parts_take_memory_in_proportion(codec: Codec, tree: Tree, part: bytes) -> None:
    """What is kept or merged is not copied again and again (that would take minutes)."""
    cls, _ = tree.both("Tree")
    raw = part * (100_000 // len(part))
    codec.decode(cls, b"")  # the codec is made when it is needed first, and is not what counts here
    tracemalloc.start()
    try:
        codec.decode(cls, raw)
        assert tracemalloc.get_traced_memory()[1] < 60 * len(raw)
    finally:
        tracemalloc.stop()


def test_a_huge_length_allocates_nothing(codec: Codec, tree: Tree) -> None:
    """Two gigabytes are announced, none is there."""
    cls, _ = tree.both("Scalars")
    codec.decode(cls, b"")  # the codec is made when it is needed first, and is not what counts here
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            codec.decode(cls, b"\x7a\xff\xff\xff\xff\x07")
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("data", ["", 5, None, [1]])
def test_other_things_than_bytes_are_refused(codec: Codec, tree: Tree, data: object) -> None:
    """bytes(5) would be five zeros."""
    cls, _ = tree.both("Scalars")
    with pytest.raises(TypeError):
        codec.decode(cls, data)
    assert codec.decode(cls, memoryview(b"\x08\x05")).int32 == 5
    assert codec.decode(cls, bytearray(b"\x08\x05")).int32 == 5


WITH_MAPS = ("Maps", "Tree")
STRICTER = r"wire type|field number 0|nanoseconds|seconds|years 1 to 9999|messages in each other"


@pytest.mark.parametrize("name", NAMES)
@UNHURRIED
@given(data=st.data())
def test_damaged_messages_are_read_by_both_alike(
    pure: Codec, fast: Codec, tree: Tree, name: str, data: st.DataObject
) -> None:
    """Bits flipped, bytes cut, added and repeated: both codecs agree, and with protobuf where they are not stricter."""
    cls, google = tree.both(name)
    raw = bytearray(data.draw(messages(tree.types, google.DESCRIPTOR.full_name)).SerializeToString())
    for _ in range(data.draw(st.integers(1, 4))):
        _damage(raw, data)
    results = [_outcome(codec, cls, bytes(raw)) for codec in (pure, fast)]
    assert results[0][0] == results[1][0]
    try:
        theirs = google.FromString(bytes(raw))
    except DecodeError:
        assert isinstance(results[0][1], WireError)
        return
    if isinstance(results[0][1], WireError):
        assert any(word in str(results[0][1]) for word in STRICTER.split("|"))
    else:
        ours, expected = of_ours(results[1][1], google.DESCRIPTOR), of_google(theirs)
        if name in WITH_MAPS:
            # an entry with an unknown field is unknown as a whole: protobuf writes it anew, we keep its bytes
            assert _without_unknown(ours) == _without_unknown(expected)
        else:
            assert ours == expected


@UNHURRIED
@given(raw=st.binary(max_size=200), name=st.sampled_from(NAMES))
def test_random_bytes_are_read_by_both_alike(pure: Codec, fast: Codec, tree: Tree, raw: bytes, name: str) -> None:
    """Most of them are refused."""
    cls, _ = tree.both(name)
    assert _outcome(pure, cls, raw)[0] == _outcome(fast, cls, raw)[0]


def _damage(raw: bytearray, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, max(len(raw) - 1, 0)))
    kind = data.draw(st.sampled_from(("flip", "cut", "add", "repeat", "drop")))
    if kind == "flip" and raw:
        raw[at] ^= 1 << data.draw(st.integers(0, 7))
    elif kind == "cut":
        del raw[at:]
    elif kind == "add":
        raw[at:at] = data.draw(st.binary(min_size=1, max_size=12))
    elif kind == "repeat":
        raw += raw[at:]
    else:
        del raw[at : at + data.draw(st.integers(1, 3))]


def _without_unknown(found: object) -> object:
    """What a message holds, with no more of its unknown fields than whether there are any."""
    if isinstance(found, dict):
        return {key: bool(each) if key == "unknown" else _without_unknown(each) for key, each in found.items()}
    return [_without_unknown(each) for each in found] if isinstance(found, list) else found


def _outcome(codec: Codec, cls: type, raw: bytes) -> tuple[object, object]:
    try:
        message = codec.decode(cls, raw)
    except WireError as error:
        return "refused", error
    return codec.encode(message), message
