"""How the two languages differ: in single values and in what functions look like, not in the shape of a codec."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Literal, Protocol

from libtalos.contracts.codecs.plan import Field, Message, Wrapping
from libtalos.contracts.codecs.text import Code

# A codec of the class; of the Python value that replaces the class; of a map's entry, which has no class.
Form = Literal["message", "value", "entry"]


class Writing(Protocol):
    """What an encoder is made of. value is always an expression."""

    def other_type(self, value: str, expected: str) -> str:
        """The condition that value is not exactly of the expected built-in type."""

    def writer(self, message: Message, form: Form, code: Code) -> AbstractContextManager[None]:
        """The function around the fields."""

    def put(self, field: Field, value: str, code: Code) -> None:
        """Write tag and value."""

    def put_true(self, field: Field, code: Code) -> None:
        """Write the tag and a true bool."""

    def put_unless_zero(self, field: Field, value: str, code: Code) -> None:
        """Write a float and its tag, unless all its bits are zero."""

    def put_packed(self, field: Field, value: str, code: Code) -> None:
        """Write the values of a sequence that is not empty as one."""

    def put_entry(self, owner: Message, field: Field, code: Code) -> None:
        """Write one entry of a map, from the variables k and w."""

    def put_message(self, owner: Message, field: Field, value: str, code: Code) -> None:
        """Write tag and message."""


class Reading(Protocol):
    """What a decoder is made of. p: position; e: end; q: end of a value; t: start of a field."""

    def reader(self, message: Message, form: Form, code: Code) -> AbstractContextManager[None]:
        """The function around the body, which leaves the values in variables; the context returns them."""

    def get(self, field: Field, variable: str, code: Code, *, end: str = "e") -> None:
        """Read a value that ends at end at the latest into a variable."""

    def get_end(self, code: Code) -> None:
        """Read a length, and compute the end of a value from it."""

    def next_tag(self, code: Code) -> None:
        """Read the tag at p, which is before e."""

    def skip(self, code: Code) -> None:
        """Go over an unknown field, or refuse it."""

    def cut_off(self, message: Message, code: Code) -> None:
        """Refuse a field that ends after its message."""

    def charge(self, code: Code) -> None:
        """Count a message against the allowance."""

    def read(self, owner: Message, field: Field, where: tuple[str, str, str]) -> str:
        """The expression that reads a message: start, end, and a list of more ranges or None."""

    def read_entry(self, owner: Message, field: Field) -> str:
        """The expression that reads an entry from p to q into the dict of the field; false if it has more."""


# What a class is replaced with -> the functions of libtalos.wireformat.times
SPLITS: dict[Wrapping | None, str] = {"datetime": "from_datetime", "timedelta": "from_timedelta"}
JOINS: dict[Wrapping | None, str] = {"datetime": "to_datetime", "timedelta": "to_timedelta"}
_DEFAULTS = {"string": '""', "bytes": 'b""', "bool": "False", "float": "0.0", "double": "0.0"}


def default(field: Field, zero: str) -> str:
    """The expression of what a field has that is not in the bytes; zero is that of an enum's zero member."""
    if field.presence == "map":
        return "{}"
    if field.presence == "repeated":
        return "[]"
    if field.presence == "explicit":
        return "None"
    return zero if field.kind == "enum" else _DEFAULTS.get(field.kind, "0")
