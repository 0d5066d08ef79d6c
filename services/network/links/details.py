"""Settings of links by name: read from the wire, written to it, and what differs between two sets of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.layers.words import BondMode
from services.network.links.attribute import Attribute, Change, Details, Kind
from services.network.links.bond import BOND, MODE, is_vain
from services.network.links.kinds import KINDS
from services.network.netlink import attributes, pack_attributes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from services.network.links.codec import Value


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A setting that is not as wanted; old is None where the kernel does not tell it."""

    attribute: Attribute
    old: Value | None
    new: Value

    def describe(self) -> str:
        """Tell it in words for people."""
        row = self.attribute
        old = f"{row.show(self.old)} -> " if self.old is not None else ""
        return f"{row.name.replace('_', ' ')} {old}{row.show(self.new)}"


def decode(kind: str, data: bytes) -> Details:
    """Read IFLA_INFO_DATA; empty for kinds without a table. A reference is the index of a link here."""
    table = KINDS.get(kind)
    if table is None or not table.attributes:
        return ()
    found = attributes(data)
    return tuple((row.name, row.codec.unpack(found[row.number])) for row in table.attributes if row.number in found)


def encode(kind: str, details: Details, index: Callable[[str], int]) -> bytes:
    """Write IFLA_INFO_DATA; index returns that of a link by its name."""
    table = KINDS.get(kind)
    if table is None:
        return b""
    return pack_attributes({row.number: row.codec.pack(value) for row, value in _resolved(table, details, index)})


def _resolved(table: Kind, details: Details, index: Callable[[str], int]) -> Iterator[tuple[Attribute, Value]]:
    for name, value in details:
        row = table.attribute(name)
        # no link has index 0: that is how the kernel is told of none
        yield row, (index(str(value)) if value else 0) if row.reference else value


def complete(kind: str, given: Iterable[tuple[str, Value | None]]) -> Details:
    """Return all settings that count, with the kernel's defaults for those that are not given (None)."""
    values = {name: value for name, value in given if value is not None}
    rows = KINDS[kind].known(values.get(MODE, BondMode.ROUND_ROBIN))
    known = ((row.name, values.get(row.name, row.default)) for row in rows)
    return tuple((name, value) for name, value in known if value is not None)


def differences(kind: str, wanted: Details, seen: Details) -> list[Difference]:
    """Return what has to change. What this kernel does not tell is at its default. References are left out."""
    table, has = KINDS[kind], dict(seen)
    found = []
    for name, value in wanted:
        row = table.attribute(name)
        if row.reference or (kind == BOND.name and is_vain(name, dict(wanted))):
            continue
        if has.get(name, row.default) != value:
            found.append(Difference(attribute=row, old=has.get(name), new=value))
    return found


def immutable(found: Iterable[Difference]) -> list[Difference]:
    """Return those that need the link to be made anew."""
    return [each for each in found if each.attribute.change is Change.NEVER]


def initial(kind: str, wanted: Details) -> Details:
    """Return what a link has to be made with, because it cannot change afterwards."""
    table = KINDS[kind]
    return tuple((name, value) for name, value in wanted if table.attribute(name).change is Change.NEVER)


def fresh(kind: str, made: Details) -> Details:
    """Return the settings that a link has that was made with these, as far as they can be told."""
    defaults = ((row.name, row.default) for row in KINDS[kind].attributes if not row.reference)
    known = {name: value for name, value in defaults if value is not None} | dict(made)
    return tuple(known.items())
