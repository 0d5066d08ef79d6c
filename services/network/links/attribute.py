"""What a table of link settings consists of: a row for each attribute, a table for each kind."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.network.layers.words import Word
    from services.network.links.codec import Codec, Value

# Name and value of each setting, in the order of the kind's table: hashable, as operations have to be.
Details = tuple[tuple[str, "Value"], ...]


class Change(IntEnum):
    """What a link has to be for a setting to change: the greater, the more."""

    LIVE = 0
    DOWN = 1
    # down and without slaves
    EMPTY = 2
    # made anew
    NEVER = 3


class Attribute(NamedTuple):
    """One setting of a kind of link (IFLA_INFO_DATA).

    default: what the kernel has if nobody says anything, None where that is not known. words: for people, instead of
    the number. modes: those of a bond's modes that have the setting, None is all. option: the kernel's build option
    without which it refuses the setting. reference: the value is the name of a link, its index on the wire.
    """

    name: str
    number: int
    codec: Codec
    default: Value | None = None
    change: Change = Change.LIVE
    words: type[Word] | None = None
    modes: frozenset[int] | None = None
    option: str = ""
    reference: bool = False

    def show(self, value: Value | None) -> str:
        """Return a value in words for people."""
        if value is None or value == "":
            return "none"
        if isinstance(value, tuple):
            return ", ".join(value) or "none"
        words = {} if self.words is None else {int(each): each.word for each in self.words}
        return words.get(value, str(value)) if isinstance(value, int) else value


class Kind(NamedTuple):
    """A kind of link.

    option: the kernel's build option that it needs; module: what that is called where it is loaded. needs_parent:
    whether it stands on another link.
    """

    name: str
    option: str
    module: str
    attributes: tuple[Attribute, ...] = ()
    needs_parent: bool = False

    def attribute(self, name: str) -> Attribute:
        """Return a row by its name; raises KeyError."""
        for each in self.attributes:
            if each.name == name:
                return each
        raise KeyError(name)

    def known(self, mode: Value | None) -> Iterable[Attribute]:
        """Return the rows that count in a mode (of a bond; None elsewhere)."""
        return (each for each in self.attributes if each.modes is None or mode in each.modes)
