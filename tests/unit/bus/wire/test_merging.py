"""Fields that come more than once: the last scalar wins, messages are merged, lists grow."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from libtalos.bus.wire import WireError
from libtalos.contracts.strategies import messages
from tests.unit.bus.wire.model import of_google, of_ours
from tests.unit.bus.wire.test_equality import NAMES, UNHURRIED
from tests.unit.bus.wire.tree import Codec, Tree

CASES = {
    "last scalar wins": ("Scalars", "0801 0802"),
    "last scalar wins with zero": ("Scalars", "0801 0800"),
    "int32 of 64 bits is cut off": ("Scalars", "08ffffffffffffffffff01"),
    "int32 of 33 bits is cut off": ("Scalars", "088080808018"),
    "uint32 of 64 bits is cut off": ("Scalars", "18ffffffffffffffffff01"),
    "sint32 of 64 bits is cut off": ("Scalars", "28ffffffffffffffffff01"),
    "ten bytes with bits above 64": ("Scalars", "20ffffffffffffffffff7f"),
    "bool of many bits": ("Scalars", "688080808010"),
    "enum beyond 32 bits": ("Scalars", "800180808080f00f"),
    "negative enum": ("Scalars", "8001ffffffffffffffffff01"),
    "minus zero": ("Scalars", "5d00000080 610000000000000080"),
    "a tag in more bytes than needed": ("Scalars", "88800005"),
    "a length in more bytes than needed": ("Scalars", "72828000 6162"),
    "out of order": ("Scalars", "720178 1007 0805"),
    "unpacked in place of packed": ("Repeated", "0801 0802 10ffffffffffffffffff01"),
    "packed and unpacked mixed": ("Repeated", "0a020102 0803 0a0104"),
    "packed in place of unpacked": ("Repeated", "f20103010203 f00104"),
    "packed of nothing": ("Repeated", "0a00 5200"),
    "packed fixed": ("Repeated", "3a080100000002000000"),
    "message merged": ("Optionals", "5a020801 5a021002 5a020803"),
    "message merged with lists": ("Known", "52050a030a0178 52050a030a0179"),
    "oneof member merged": ("Choice", "1a020801 1a021002"),
    "oneof member replaced and begun again": ("Choice", "1a020801 0805 1a021002"),
    "oneof member replaced by a message": ("Choice", "0805 2a030a0161"),
    "oneof member that is zero": ("Choice", "0800"),
    "oneof: two groups": ("Choice", "0801 3a0161 4200"),
    "entry without key": ("Maps", "0a03120178"),
    "entry without value": ("Maps", "0a020805"),
    "entry without anything": ("Maps", "0a00 5a00 6a00 7200"),
    "entry with the value first": ("Maps", "0a0512017808 05"),
    "entry with the same key twice": ("Maps", "0a0508051201 61 0a050805120162"),
    "entry with two keys and two values": ("Maps", "0a0a 08010802120161120162"),
    "entry with a merged value": ("Maps", "5a0a 0801120208011202 1002"),
    "entry with an unknown field": ("Maps", "0a0708051201611801 0a050806120162"),
    "timestamp merged": ("Known", "12020801 12021005"),
    "duration of the other sign": ("Known", "1a0b08ffffffffffffffffff01"),
    "wrapper merged": ("Known", "2a020801 2a00"),
    "wrapper of nothing": ("Known", "2200 2a00 4200 4a00"),
    "unknown fields of merged messages": ("Optionals", "5a03980601 5a03980602"),
}


@pytest.mark.parametrize("case", CASES)
def test_as_protobuf_reads_it(codec: Codec, tree: Tree, case: str) -> None:
    """Bytes that no encoder writes, or not this one."""
    name, text = CASES[case]
    cls, google = tree.both(name)
    raw = bytes.fromhex(text)
    theirs = google.FromString(raw)
    ours = codec.decode(cls, raw)
    assert of_ours(ours, google.DESCRIPTOR) == of_google(theirs)
    assert of_google(google.FromString(codec.encode(ours))) == of_google(theirs)


@pytest.mark.parametrize("name", NAMES)
@UNHURRIED
@given(data=st.data())
def test_one_message_after_another_is_both_merged(codec: Codec, tree: Tree, name: str, data: st.DataObject) -> None:
    """The bytes of messages in a row are one message; so are those of a later version, unknown fields and all."""
    cls, google = tree.both(name)
    drawn = [data.draw(messages(tree.types, google.DESCRIPTOR.full_name)) for _ in range(3)]
    drawn.append(data.draw(messages(tree.types, "wiretest.v1.Later")) if name == "Scalars" else google())
    raw = b"".join(each.SerializeToString() for each in drawn)
    assert of_ours(_decoded(codec, cls, raw), google.DESCRIPTOR) == of_google(google.FromString(raw))


def _decoded(codec: Codec, cls: Any, raw: bytes) -> Any:
    try:
        return codec.decode(cls, raw)
    except WireError as error:
        # seconds of one message and nanoseconds of another can have different signs, which is no duration
        assume("nanoseconds in a duration" not in str(error))
        raise


@UNHURRIED
@given(data=st.data())
def test_fields_in_any_order(codec: Codec, tree: Tree, data: st.DataObject) -> None:
    """Each field on its own, shuffled and some of them twice."""
    cls, google = tree.both(data.draw(st.sampled_from(NAMES)))
    whole: Any = data.draw(messages(tree.types, google.DESCRIPTOR.full_name))
    parts = [_only(whole, field.name).SerializeToString() for field, _ in whole.ListFields()]
    raw = b"".join(data.draw(st.lists(st.sampled_from(parts), max_size=12) if parts else st.just([])))
    assert of_ours(codec.decode(cls, raw), google.DESCRIPTOR) == of_google(google.FromString(raw))


def _only(message: Any, name: str) -> Any:
    copy = type(message)()
    copy.CopyFrom(message)
    for field, _ in message.ListFields():
        if field.name != name:
            copy.ClearField(field.name)
    return copy
