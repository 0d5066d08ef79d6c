"""Names that this node knows itself: its own, and those of the machine config."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, TypeVar

import msgspec

from services.network.dns.question import AAAA, PTR, A, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from services.network.state import Ip

T = TypeVar("T")

_LOOPBACK = (ip_address("127.0.0.1"), ip_address("::1"))
_KINDS = {A: ("A", 4), AAAA: ("AAAA", 6)}
_LOCALHOST = "localhost."


class HostRecords(msgspec.Struct, frozen=True):
    """What the node knows of a name: the kind of record in words, and its values, which may be none."""

    kind: str
    values: tuple[str, ...]


class Hosts(msgspec.Struct, frozen=True, kw_only=True):
    """Addresses by name and names by address; names are in lower case with their final dot."""

    addresses: Mapping[str, tuple[Ip, ...]] = msgspec.field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)

    def find(self, question: Question) -> HostRecords | None:
        """Return what is known; None leaves the question to others.

        A name that is known has no other addresses elsewhere: IPv6 of one that is given with IPv4 only is an empty
        answer. "localhost" and all below it never leave the node (RFC 6761, section 6.3).
        """
        if question.type == PTR:
            names = self.names.get(question.name)
            return None if names is None else HostRecords("PTR", names)
        addresses = self.addresses.get(question.name)
        if addresses is None and _is_localhost(question.name):
            addresses = _LOOPBACK
        if addresses is None or question.type not in _KINDS:
            return None
        kind, version = _KINDS[question.type]
        return HostRecords(kind, tuple(str(each) for each in addresses if each.version == version))


def make_hosts(entries: Iterable[tuple[Ip, Sequence[str]]]) -> Hosts:
    """Build it from addresses with their names, as in the lines of /etc/hosts; the order holds."""
    by_name: dict[str, list[Ip]] = {}
    by_address: dict[str, list[str]] = {_reverse(each): [_LOCALHOST] for each in _LOOPBACK}
    for address, names in entries:
        for name in filter(_is_askable, names):
            _append(by_name.setdefault(_dotted(name), []), address)
            _append(by_address.setdefault(_reverse(address), []), _dotted(name))
    return Hosts(
        addresses={name: tuple(found) for name, found in by_name.items()},
        names={name: tuple(found) for name, found in by_address.items()},
    )


def _is_localhost(name: str) -> bool:
    return name == _LOCALHOST or name.endswith("." + _LOCALHOST)


def _reverse(address: Ip) -> str:
    return address.reverse_pointer + "."


def _dotted(name: str) -> str:
    return name.lower().rstrip(".") + "."


def _is_askable(name: str) -> bool:
    """Whether it is a name that can be asked for (RFC 1035, section 3.1); others are for /etc/hosts alone."""
    labels = name.rstrip(".").split(".")
    return len(name) <= 253 and all(0 < len(label) <= 63 for label in labels)


def _append(values: list[T], value: T) -> None:
    if value not in values:
        values.append(value)
