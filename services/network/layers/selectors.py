"""Links by what they are instead of by their names."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import replace

from services.network.layers.contribution import Contribution
from services.network.layers.links import BondSlave, LinkSpec
from services.network.layers.specs import AddressSpec, OperatorSpec, RouteSpec
from services.network.state import LinkName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from services.network.state import Link, Seen

    S = TypeVar("S", AddressSpec, RouteSpec, OperatorSpec)

ARPHRD_ETHER = 1


class Selector(msgspec.Struct, frozen=True, kw_only=True):
    """What a link has to be; texts may have wildcards, what is empty or None does not matter."""

    bus_path: str = ""
    hardware_addr: str = ""
    permanent_addr: str = ""
    driver: str = ""
    physical: bool | None = None

    def fits(self, link: Link) -> bool:
        """Whether a link is that."""
        pairs = (
            (self.bus_path, link.device.bus_path),
            (self.hardware_addr.lower(), link.hardware_addr.hex(":")),
            (self.permanent_addr.lower(), link.permanent_addr.hex(":")),
            (self.driver, link.device.driver),
        )
        physical = self.physical in {None, is_physical(link)}
        return physical and all(not pattern or fnmatchcase(text, pattern) for pattern, text in pairs)

    def __str__(self) -> str:
        said = {name: getattr(self, name) for name in self.__struct_fields__}
        return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in said.items() if value not in {None, ""})


def is_physical(link: Link) -> bool:
    """Whether a link is a network card: of Ethernet, and of no kind that the kernel makes up."""
    return link.type == ARPHRD_ETHER and not link.kind


def expand(contribution: Contribution, selectors: Mapping[LinkName, Selector], seen: Seen) -> Contribution:
    """Return the contribution with the links that fit in the place of selectors.

    A selector that no link fits stays as it is, so that its link is waited for.
    """
    if not selectors:
        return contribution
    names = {name: _choose(selector, seen) or (name,) for name, selector in selectors.items()}
    names |= {spec.name: _vlans(spec, names) for spec in contribution.links if spec.parent in names}
    return replace(
        contribution,
        links=tuple(_renumbered(_links(contribution.links, names))),
        addresses=tuple(_each(contribution.addresses, names)),
        routes=tuple(_each(contribution.routes, names)),
        operators=tuple(_each(contribution.operators, names)),
    )


def _choose(selector: Selector, seen: Seen) -> tuple[LinkName, ...]:
    return tuple(sorted(link.name for link in seen.links.values() if selector.fits(link)))


def _vlans(spec: LinkSpec, names: Mapping[LinkName, tuple[LinkName, ...]]) -> tuple[LinkName, ...]:
    """Return the names of a VLAN over each of the links that a selector chose."""
    if spec.vlan is None or spec.parent is None:
        return (spec.name,)
    return tuple(LinkName(f"{parent}.{spec.vlan.vid}") for parent in names[spec.parent])


def _links(specs: Iterable[LinkSpec], names: Mapping[LinkName, tuple[LinkName, ...]]) -> Iterator[LinkSpec]:
    for spec in specs:
        own = names.get(spec.name, (spec.name,))
        over = names.get(spec.parent) if spec.parent else None
        parents = (spec.parent,) * len(own) if over is None else over
        for name, parent in zip(own, parents, strict=True):
            yield replace(spec, name=name, parent=parent)


def _renumbered(specs: Iterable[LinkSpec]) -> Iterator[LinkSpec]:
    """Count the links of each bond anew: a selector has one number for all its links."""
    counts: dict[LinkName, int] = {}
    for spec in specs:
        if spec.bond_slave is None:
            yield spec
            continue
        master = spec.bond_slave.master
        yield replace(spec, bond_slave=BondSlave(master=master, index=counts.setdefault(master, 0)))
        counts[master] += 1


def _each(specs: Iterable[S], names: Mapping[LinkName, tuple[LinkName, ...]]) -> Iterator[S]:
    for spec in specs:
        for name in names.get(spec.link, (spec.link,)) if spec.link else (None,):
            yield replace(spec, link=name)
