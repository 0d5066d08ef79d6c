"""The links as they will be: what is seen, and on top of it what a plan has done so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from services.network.state import IFF_UP, LinkIndex, LinkName

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.network.operations import Operation
    from services.network.state import Link


class Draft:
    """Takes operations and what they come to. Links that a plan makes have negative indexes until they are there."""

    def __init__(self, links: Mapping[LinkName, Link]) -> None:
        """Begin with the links that are there."""
        self._links = dict(links)
        self._made = 0
        self.operations: list[Operation] = []

    @property
    def links(self) -> dict[LinkName, Link]:
        """The links as they will be."""
        return dict(self._links)

    def find(self, name: str | None) -> Link | None:
        """Return a link by its name, or else by one of its other names."""
        if not name:
            return None
        exact = self._links.get(LinkName(name))
        others = (each for each in self._links.values() if name == each.alias or name in each.alt_names)
        return exact or next(others, None)

    def by_index(self, index: int) -> Link | None:
        """Return a link by its index."""
        return next((each for each in self._links.values() if each.index == index), None) if index else None

    def slaves(self, master: Link) -> list[Link]:
        """Return the links that a link is the master of."""
        return [each for each in self._links.values() if each.master_index == master.index]

    def put(self, operation: Operation, link: Link) -> Link:
        """Take an operation that leaves a link like this, and return the link."""
        self.operations.append(operation)
        self._links[link.name] = link
        return link

    def pair(self, one: Link, other: Link) -> Link:
        """Let two links be the ends of a pair, of which the other comes with the one; return the one."""
        new = self.numbered(replace(other, link_index=one.index))
        self._links[new.name] = new
        self._links[one.name] = one = replace(one, link_index=new.index)
        return one

    def drop(self, operation: Operation | None, link: Link) -> None:
        """Take an operation that removes a link: those on top of it go with it, its slaves are free."""
        if operation is not None:
            self.operations.append(operation)
        self._links.pop(link.name, None)
        for each in list(self._links.values()):
            if each.link_index == link.index and not each.parent_elsewhere:
                self.drop(None, each)
            elif each.master_index == link.index:
                self._links[each.name] = released(each, link)

    def numbered(self, link: Link) -> Link:
        """Return a link that is to be made with an index that no other has."""
        self._made += 1
        return replace(link, index=LinkIndex(-self._made))

    def depth(self, link: Link) -> int:
        """Return on how many links a link stands."""
        depth, seen = 0, {link.index}
        while (lower := self.by_index(link.link_index)) and not link.parent_elsewhere and lower.index not in seen:
            depth, link = depth + 1, lower
            seen.add(lower.index)
        return depth


def released(link: Link, master: Link) -> Link:
    """Return a link that a master has let go: a bond takes it down."""
    flags = link.flags & ~IFF_UP if master.kind == "bond" else link.flags
    return replace(link, master_index=0, flags=flags)
