"""Name servers and search domains, wanted by several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.network.layers.specs import ResolverSpec
from services.network.layers.words import Layer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.network.state import Ip


def merge_resolvers(specs: Iterable[ResolverSpec]) -> ResolverSpec | None:
    """Merge specs that come by rising layers."""
    merged: ResolverSpec | None = None
    for spec in specs:
        merged = spec if merged is None else _over(merged, spec)
    return merged


def _over(before: ResolverSpec, over: ResolverSpec) -> ResolverSpec:
    return ResolverSpec(
        servers=_servers(before, over),
        search=over.search if _overrides(before, over) else _search(before.search, over.search),
        search_overridden=before.search_overridden or over.search_overridden,
        layer=over.layer,
    )


def _servers(before: ResolverSpec, over: ResolverSpec) -> tuple[Ip, ...]:
    """Within a layer all count. The configuration's replace others; those of other layers replace their families'.

    One that is told twice in a layer, as by DHCPv6 and by a router, is one.
    """
    if before.layer is over.layer:
        return tuple(dict.fromkeys((*before.servers, *over.servers)))
    if over.layer is Layer.CONFIGURATION:
        return over.servers or before.servers
    versions = {server.version for server in over.servers}
    return (*over.servers, *(server for server in before.servers if server.version not in versions))


def _overrides(before: ResolverSpec, over: ResolverSpec) -> bool:
    return over.search_overridden and before.layer is not over.layer


def _search(before: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return (*(name for name in dict.fromkeys(new) if name not in before), *before)
