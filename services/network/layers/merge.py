"""Upstream's rules for who is right when several layers speak of the same thing. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from services.network.layers import ids
from services.network.layers.contribution import Merged
from services.network.layers.links import LinkSpec
from services.network.layers.overlay import overlay
from services.network.layers.resolvers import merge_resolvers
from services.network.layers.routes import normal
from services.network.layers.specs import (
    AddressSpec,
    HostnameSpec,
    OperatorSpec,
    ResolverSpec,
    RouteSpec,
    RoutingRuleSpec,
    TimeServerSpec,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from services.network.layers.contribution import Contribution

    Spec = TypeVar(
        "Spec",
        LinkSpec,
        AddressSpec,
        RouteSpec,
        RoutingRuleSpec,
        HostnameSpec,
        ResolverSpec,
        TimeServerSpec,
        OperatorSpec,
    )


def merge(contributions: Iterable[Contribution]) -> Merged:
    """Merge; the order of contributions does not matter: layers count, and within one the names of the sources.

    Raises ValueError for two contributions of one source in one layer.
    """
    ordered = in_order(contributions)
    return Merged(
        links=_links(_all(ordered, lambda each: each.links)),
        addresses=_last(_all(ordered, lambda each: each.addresses), ids.address_id),
        routes=_last(map(normal, _all(ordered, lambda each: each.routes)), ids.route_id),
        rules=_last(_all(ordered, lambda each: each.rules), ids.rule_id),
        hostname=_hostname(_all(ordered, lambda each: _given(each.hostname))),
        resolvers=merge_resolvers(_all(ordered, lambda each: _given(each.resolvers))),
        time_servers=_time_servers(_all(ordered, lambda each: _given(each.time_servers))),
        operators=_last(_all(ordered, lambda each: each.operators), ids.operator_id),
    )


def in_order(contributions: Iterable[Contribution]) -> list[Contribution]:
    """Return them by layer and source; raises ValueError for two of one source in one layer."""
    ordered = sorted(contributions, key=lambda each: (each.layer, each.source))
    for before, after in pairwise(ordered):
        if (before.layer, before.source) == (after.layer, after.source):
            raise ValueError(f'two contributions of source "{after.source}" in layer {after.layer.word}')
    return ordered


def _all(ordered: Sequence[Contribution], part: Callable[[Contribution], Sequence[Spec]]) -> Iterator[Spec]:
    """Return a part of all contributions, each spec with the layer that it is from."""
    return (replace(spec, layer=each.layer) for each in ordered for spec in part(each))


def _given(spec: Spec | None) -> tuple[Spec, ...]:
    return () if spec is None else (spec,)


def _links(specs: Iterable[LinkSpec]) -> dict[str, LinkSpec]:
    merged: dict[str, LinkSpec] = {}
    for spec in specs:
        before = merged.get(spec.name)
        merged[spec.name] = spec if before is None else overlay(before, spec)
    return dict(sorted(merged.items()))


def _last(specs: Iterable[Spec], key: Callable[[Spec], str]) -> dict[str, Spec]:
    return dict(sorted({key(spec): spec for spec in specs}.items()))


def _hostname(specs: Iterable[HostnameSpec]) -> HostnameSpec | None:
    # max returns the first of equals
    return max(specs, key=lambda each: each.layer, default=None)


def _time_servers(specs: Iterable[TimeServerSpec]) -> TimeServerSpec | None:
    merged: TimeServerSpec | None = None
    for spec in specs:
        if not spec.servers:
            continue
        same = merged is not None and merged.layer is spec.layer
        before = merged.servers if merged is not None and same else ()
        merged = replace(spec, servers=(*before, *spec.servers))
    return merged
