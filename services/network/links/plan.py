"""From the links that are wanted and those that are seen to the operations between them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.links.configure import configure
from services.network.links.draft import Draft
from services.network.links.make import make, recipe
from services.network.links.masters import prefer, release
from services.network.links.operations import RemoveLink
from services.network.links.order import in_order
from services.network.links.owned import LinkKey, OwnedLinks, slave_key
from services.network.links.target import Target, make_target
from services.network.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from services.network.layers.links import LinkSpec
    from services.network.operations import Operation
    from services.network.state import Link, LinkName


class Lack(msgspec.Struct, frozen=True, kw_only=True):
    """A link that has to come before something can go on; where names the place in the config that waits."""

    name: str
    where: str


class LinkPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Operations in the order in which they are to be done, the links that they come to, and what stands in the way."""

    operations: tuple[Operation, ...] = ()
    links: dict[LinkName, Link]
    missing: tuple[Lack, ...] = ()
    conflicts: tuple[Problem, ...] = ()


def plan_links(specs: Sequence[LinkSpec], links: Mapping[LinkName, Link], owned: OwnedLinks) -> LinkPlan:
    """Compare. Links that are neither wanted nor owned are somebody else's and left alone.

    What goes comes first; then every link after those that it stands on and the one that it is a part of.
    """
    targets, conflicts = _targets(specs)
    draft = Draft(links)
    _remove_stale(specs, draft, owned)
    _release_stale(specs, draft, owned)
    missing = [lack for target in in_order(targets) for lack in _plan(target, draft, owned, conflicts)]
    for target in targets:
        prefer(target, draft)
    return LinkPlan(
        operations=tuple(draft.operations),
        links=draft.links,
        missing=tuple(missing),
        conflicts=tuple(conflicts),
    )


def _targets(specs: Iterable[LinkSpec]) -> tuple[list[Target], list[Problem]]:
    targets, conflicts = [], []
    for spec in specs:
        try:
            targets.append(make_target(spec))
        except ValueError as error:
            conflicts.append(Problem(where=spec.where or f"link {spec.name}", text=str(error)))
    return targets, conflicts


def _remove_stale(specs: Sequence[LinkSpec], draft: Draft, owned: OwnedLinks) -> None:
    kept = {each.name for each in specs if each.logical} | {each.veth.peer for each in specs if each.veth is not None}
    stale = [each for each in draft.links.values() if LinkKey(each.name, each.index) in owned.links]
    for link in sorted(stale, key=draft.depth, reverse=True):
        if link.name not in kept and link.name in draft.links:
            draft.drop(RemoveLink(link=link, old=recipe(link, draft)), link)


def _release_stale(specs: Sequence[LinkSpec], draft: Draft, owned: OwnedLinks) -> None:
    named = {each.name for each in specs}
    for link in draft.links.values():
        if link.name not in named and slave_key(link, draft.links) in owned.slaves:
            release(link, draft)


def _plan(target: Target, draft: Draft, owned: OwnedLinks, conflicts: list[Problem]) -> Iterable[Lack]:
    for name in (target.parent, target.master):
        if name is not None and draft.find(name) is None:
            yield Lack(name=name, where=target.where or f"link {target.name}")
    if target.kind:
        problem = make(target, draft)
        if problem:
            conflicts.append(Problem(where=target.where or f"link {target.name}", text=problem))
            return
    elif draft.find(target.name) is None:
        yield Lack(name=target.name, where=target.where)
    link = draft.find(target.name)
    if link is not None:
        configure(target, link, draft, owned)
