"""A value that its field does not allow is an error that names the field, and never other bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from libtalos.bus.wire import EncodeError
from libtalos.wireformat.errors import MAX_DEPTH
from tests.unit.bus.wire.tree import Codec, Tree

NAIVE = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - that is the mistake
# message, field, value, what the error says
WRONG: dict[str, tuple[str, str, Any, str]] = {
    "int32 too large": ("Scalars", "int32", 2**31, "Scalars.int32: 2147483648 is not a int32"),
    "int32 too small": ("Scalars", "int32", -(2**31) - 1, "Scalars.int32"),
    "int64 too large": ("Scalars", "int64", 2**63, "Scalars.int64"),
    "int64 too small": ("Scalars", "int64", -(2**63) - 1, "Scalars.int64"),
    "uint32 negative": ("Scalars", "uint32", -1, "Scalars.uint32: -1 is not a uint32"),
    "uint32 too large": ("Scalars", "uint32", 2**32, "Scalars.uint32"),
    "uint64 negative": ("Scalars", "uint64", -1, "Scalars.uint64"),
    "uint64 too large": ("Scalars", "uint64", 2**64, "Scalars.uint64"),
    "sint32 too large": ("Scalars", "sint32", 2**31, "Scalars.sint32"),
    "sint64 too small": ("Scalars", "sint64", -(2**63) - 1, "Scalars.sint64"),
    "fixed32 too large": ("Scalars", "fixed32", 2**32, "Scalars.fixed32"),
    "fixed64 negative": ("Scalars", "fixed64", -1, "Scalars.fixed64"),
    "sfixed32 too small": ("Scalars", "sfixed32", -(2**31) - 1, "Scalars.sfixed32"),
    "sfixed64 too large": ("Scalars", "sfixed64", 2**63, "Scalars.sfixed64"),
    "enum too large": ("Scalars", "colour", 2**31, "Scalars.colour"),
    "float too large": ("Scalars", "float", 3.5e38, "Scalars.float: 3.5e+38 is not a float"),
    "double beyond all": ("Scalars", "double", 10**400, "Scalars.double"),
    "text for a number": ("Scalars", "int32", "5", "Scalars.int32: '5' is not a int32"),
    "float for a number": ("Scalars", "int64", 5.0, "Scalars.int64: 5.0 is not a int64"),
    "float for a fixed number": ("Scalars", "fixed64", 5.0, "Scalars.fixed64"),
    "text for a float": ("Scalars", "double", "1.5", "Scalars.double"),
    "number for a bool": ("Scalars", "bool", 1, "Scalars.bool: 1 is not a bool"),
    "zero for a bool": ("Scalars", "bool", 0, "Scalars.bool"),
    "bytes for text": ("Scalars", "string", b"a", "Scalars.string: b'a' is not a string"),
    "nothing for text": ("Scalars", "string", None, "Scalars.string: None is not a string"),
    "no bytes for text": ("Scalars", "string", b"", "Scalars.string"),
    "text for bytes": ("Scalars", "bytes", "a", "Scalars.bytes: 'a' is not a bytes"),
    "number for bytes": ("Scalars", "bytes", 5, "Scalars.bytes"),
    "nothing for a number": ("Scalars", "int32", None, "Scalars.int32"),
    "nothing for a double": ("Scalars", "double", None, "Scalars.double"),
    "surrogate in text": ("Scalars", "string", "a\ud800", "Scalars.string"),
    "text for an enum": ("Scalars", "colour", "RED", "Scalars.colour"),
    "optional of a wrong type": ("Optionals", "string", 5, "Optionals.string"),
    "optional bool of a wrong type": ("Optionals", "bool", 0, "Optionals.bool: 0 is not a bool"),
    "number in place of a message": ("Optionals", "scalars", 5, "Optionals.scalars: 5 is not a Scalars"),
    "text in place of a list": ("Repeated", "string", "abc", "Repeated.string: 'abc' is not a list"),
    "nothing in place of a list": ("Repeated", "int32", None, "Repeated.int32: None is not a list"),
    "wrong item": ("Repeated", "int32", [1, 2, "3"], "Repeated.int32[2]: '3' is not a int32"),
    "wrong item of many bytes": ("Repeated", "uint32", [1, 2**32], "Repeated.uint32[1]"),
    "wrong bool in a list": ("Repeated", "bool", [True, 1], "Repeated.bool[1]"),
    "nothing among messages": ("Repeated", "scalars", [None], "Repeated.scalars[0]: None is not a Scalars"),
    "time without a zone in a list": ("Repeated", "times", [NAIVE], "Repeated.times[0]: a datetime needs a time zone"),
    "list in place of a map": ("Maps", "string", [1], "Maps.string: [1] is not a dict"),
    "wrong key": ("Maps", "int32", {"a": "b"}, "Maps.int32 key 'a': 'a' is not a int32"),
    "wrong value": ("Maps", "int32", {1: 2}, "Maps.int32[1]: 2 is not a string"),
    "nothing as a value": ("Maps", "string", {"a": None}, "Maps.string['a']: None is not a Elsewhere"),
    "time without a zone": ("Known", "timestamp", NAIVE, "Known.timestamp: a datetime needs a time zone"),
    "number for a time": ("Known", "timestamp", 5, "Known.timestamp: int is not a datetime"),
    "number for a duration": ("Known", "duration", 5, "Known.duration: int is not a timedelta"),
    "20,000 years": ("Known", "duration", dt.timedelta(days=366 * 20000), "is more than 315576000000 seconds"),
    "wrapped number too large": ("Known", "int32_value", 2**31, "Known.int32_value.value: 2147483648 is not a int32"),
    "wrapped text that is a number": ("Known", "string_value", 5, "Known.string_value.value"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_value_is_refused_by_name(codec: Codec, tree: Tree, case: str) -> None:
    """Also one that is false, and would pass for a default."""
    name, field, value, told = WRONG[case]
    message = tree.both(name)[0]()
    setattr(message, field, value)
    with pytest.raises(EncodeError) as refused:
        codec.encode(message)
    assert told in str(refused.value)


def test_the_place_of_a_wrong_value_deep_inside(codec: Codec, tree: Tree) -> None:
    """The path goes through messages, lists and maps."""
    cls, _ = tree.both("Tree")
    leaf, _ = tree.both("Tree.Leaf")
    message = cls(left=cls(branches=[cls(), cls(named={"oak": cls(leaf=leaf(weight="heavy"))})]))
    with pytest.raises(EncodeError, match=r"^Tree\.left\.branches\[1\]\.named\['oak'\]\.leaf\.weight: 'heavy' is not"):
        codec.encode(message)


def test_another_message_in_its_place(codec: Codec, tree: Tree) -> None:
    """Even one with the same fields."""
    optionals, later = tree.both("Optionals")[0], tree.both("Later")[0]
    with pytest.raises(EncodeError, match=r"Optionals\.scalars: .* is not a Scalars"):
        codec.encode(optionals(scalars=later(int32=1)))
    with pytest.raises(EncodeError, match="Later: not a value of this field"):
        codec.codecs.encoder_of(tree.both("Scalars")[0])(later())


def test_two_members_of_a_oneof(codec: Codec, tree: Tree) -> None:
    """A reader would see the second one alone."""
    cls, _ = tree.both("Choice")
    with pytest.raises(EncodeError, match=r"wiretest\.v1\.Choice\.text: another member of its oneof is set as well"):
        codec.encode(cls(number=0, text=""))
    assert codec.encode(cls(number=1, raw=b"", beside="x")) == bytes.fromhex("08013a004a0178")


def test_a_message_inside_of_itself(codec: Codec, tree: Tree) -> None:
    """It ends where a reader would refuse it."""
    cls, _ = tree.both("Tree")
    message = cls()
    message.left = message
    with pytest.raises(EncodeError, match=f"more than {MAX_DEPTH} messages in each other"):
        codec.encode(message)
    message.left = None
    message.branches.append(message)
    with pytest.raises(EncodeError, match=f"more than {MAX_DEPTH} messages in each other"):
        codec.encode(message)


def test_a_wide_message_after_an_error(codec: Codec, tree: Tree) -> None:
    """Larger than any buffer, after one that failed half way."""
    cls, _ = tree.both("Repeated")
    with pytest.raises(EncodeError):
        codec.encode(cls(string=["x" * 100_000, 5]))
    message = cls(string=["x" * size for size in (1, 127, 128, 16383, 16384, 300_000)], int32=list(range(5000)))
    assert codec.decode(cls, codec.encode(message)) == message


@dataclass
class Hostile:
    """Calls something while it is looked at."""

    act: Callable[[], object]

    def __index__(self) -> int:
        self.act()
        return 1

    def __float__(self) -> float:
        self.act()
        return 1.0


def test_a_list_that_shrinks_while_it_is_written(codec: Codec, tree: Tree) -> None:
    """Code of others may run in the middle; nothing is read that is gone."""
    cls, _ = tree.both("Repeated")
    message = cls(double=[1.0] * 1000, string=["a" * 50] * 1000)
    message.double[5] = Hostile(lambda: (message.double.clear(), codec.encode(cls(string=["b" * 9000]))))
    written = codec.decode(cls, codec.encode(message))
    assert written.double == [1.0] * 6
    assert written.string == ["a" * 50] * 1000
