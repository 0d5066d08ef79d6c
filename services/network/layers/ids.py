"""Upstream's ids (`pkg/machinery/resources/network`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.network.kernelnames import TABLES, word
from services.network.layers.words import Family
from services.network.state import RT_TABLE_MAIN

if TYPE_CHECKING:
    from services.network.layers.specs import AddressSpec, OperatorSpec, RouteSpec, RoutingRuleSpec
    from services.network.layers.words import Layer
    from services.network.state import Ip, Prefix

HOSTNAME = "hostname"
RESOLVERS = "resolvers"
TIME_SERVERS = "timeservers"


def address_id(spec: AddressSpec) -> str:
    """Return `link/address`."""
    return f"{spec.link}/{spec.address}"


def route_id(spec: RouteSpec) -> str:
    """Return the id of a wanted route."""
    return make_route_id(
        family=spec.family,
        link=spec.link or "",
        gateway=spec.gateway,
        destination=spec.destination,
        priority=spec.priority,
        table=spec.table,
    )


def make_route_id(
    *, family: Family, link: str, gateway: Ip | None, destination: Prefix | None, priority: int, table: int
) -> str:
    """Return `[table/][link/]family/gateway/destination/metric`; a default route has no destination.

    The table only if it is not main, the link only for IPv6.
    """
    prefix = "" if table == RT_TABLE_MAIN else f"{word(TABLES, table)}/"
    way = f"{link}/" if family is Family.INET6 else ""
    target = destination if destination is not None and destination.prefixlen else ""
    return f"{prefix}{way}{family.word}/{'' if gateway is None else gateway}/{target}/{priority}"


def rule_id(spec: RoutingRuleSpec) -> str:
    """Return the id of a wanted rule."""
    return make_rule_id(spec.family, spec.priority)


def make_rule_id(family: Family, priority: int) -> str:
    """Return `family/priority`, with five digits at least."""
    return f"{family.word}/{priority:05}"


def operator_id(spec: OperatorSpec) -> str:
    """Return `kind/link`, and the address of a shared one."""
    address = "" if spec.vip is None else f"/{spec.vip.ip}"
    return f"{spec.kind.word}/{spec.link}{address}"


def layered_id(layer: Layer, source: str, spec_id: str) -> str:
    """Return the id of an unmerged spec: `layer/[source/]id`."""
    return "/".join(part for part in (layer.word, source, spec_id) if part)
