"""Which links are ours: only those may be removed, and only from our masters may links be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from services.network.layers.links import LinkSpec
    from services.network.state import Link, LinkName


class LinkKey(NamedTuple):
    """What tells a link from another that comes to have its name: number is its index."""

    name: str
    number: int


class SlaveKey(NamedTuple):
    """That a link is a part of another."""

    name: str
    master: str


class OwnedLinks(msgspec.Struct, frozen=True, kw_only=True):
    """The links that this component made, and those that it made a part of others."""

    links: frozenset[LinkKey] = frozenset()
    slaves: frozenset[SlaveKey] = frozenset()

    def claim(self, wanted: Iterable[LinkSpec], links: Mapping[LinkName, Link]) -> OwnedLinks:
        """Return what is ours after a reconcile: of what is there, what is wanted is, and what was ours stays so."""
        specs = {each.name: each for each in wanted}
        return OwnedLinks(
            links=frozenset(
                key
                for link in links.values()
                if (key := LinkKey(link.name, link.index)) in self.links or _is_made(specs.get(link.name), link)
            ),
            slaves=frozenset(
                place
                for link in links.values()
                if (place := slave_key(link, links)) in self.slaves or _is_put(specs.get(link.name), place)
            ),
        )


def slave_key(link: Link, links: Mapping[LinkName, Link]) -> SlaveKey:
    """Return the key of a link's place; without a master that is empty."""
    masters = (each.name for each in links.values() if each.index == link.master_index)
    return SlaveKey(link.name, next(masters, "") if link.master_index else "")


def _is_made(spec: LinkSpec | None, link: Link) -> bool:
    return spec is not None and spec.logical and spec.kind == link.kind


def _is_put(spec: LinkSpec | None, key: SlaveKey) -> bool:
    return spec is not None and bool(key.master) and spec.master == key.master
