"""The order in which links are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.network.links.target import Target


def in_order(targets: Iterable[Target]) -> list[Target]:
    """Sort: every link after its master, after what it stands on, and after the parts of that.

    A VLAN takes its hardware address of the bond that it stands on, and a bond takes that of its first part, so the
    parts come first. Where links stand on one another in a circle, one of them comes first.
    """
    return _Order(targets).sort()


class _Order:
    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = {each.name: each for each in targets}
        self._parts: dict[str, list[Target]] = {}
        for each in sorted(self._targets.values(), key=lambda target: target.slave_index):
            self._parts.setdefault(each.master or "", []).append(each)
        self._seen: set[str] = set()
        self._sorted: list[Target] = []

    def sort(self) -> list[Target]:
        """Return all of them."""
        for each in self._targets.values():
            self._visit(each)
        return self._sorted

    def _visit(self, target: Target) -> None:
        if target.name in self._seen:
            return
        self._seen.add(target.name)
        for each in self._before(target):
            self._visit(each)
        self._sorted.append(target)

    def _before(self, target: Target) -> list[Target]:
        named = [self._targets[name] for name in (target.parent, target.master) if name in self._targets]
        parts = self._parts.get(target.parent, []) if target.parent else []
        siblings = self._parts.get(target.master, []) if target.master else []
        return [*named, *parts, *(each for each in siblings if each.slave_index < target.slave_index)]
