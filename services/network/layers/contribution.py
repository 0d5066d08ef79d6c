"""What one source says, and what all of them say together."""

from __future__ import annotations

from functools import cached_property

import msgspec

from services.network.layers.links import LinkSpec
from services.network.layers.routes import destination
from services.network.layers.specs import (
    AddressSpec,
    HostnameSpec,
    OperatorSpec,
    ResolverSpec,
    RouteSpec,
    RoutingRuleSpec,
    TimeServerSpec,
)
from services.network.layers.words import Layer
from services.network.state import AddressKey, RouteKey, ip_text, prefix_text


class Contribution(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one source says in one layer. Of what is said twice here, the later word counts.

    source: its name among those of its layer, such as `dhcp4/eth0`; empty where a layer has one source. The layers of
    the specs need not be set: they are this one.
    """

    layer: Layer
    source: str = ""
    links: tuple[LinkSpec, ...] = ()
    addresses: tuple[AddressSpec, ...] = ()
    routes: tuple[RouteSpec, ...] = ()
    rules: tuple[RoutingRuleSpec, ...] = ()
    hostname: HostnameSpec | None = None
    resolvers: ResolverSpec | None = None
    time_servers: TimeServerSpec | None = None
    operators: tuple[OperatorSpec, ...] = ()


class Merged(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What holds, by ids (services.network.layers.ids) in their order; each spec's layer is the one that it is from."""

    links: dict[str, LinkSpec] = msgspec.field(default_factory=dict)
    addresses: dict[str, AddressSpec] = msgspec.field(default_factory=dict)
    routes: dict[str, RouteSpec] = msgspec.field(default_factory=dict)
    rules: dict[str, RoutingRuleSpec] = msgspec.field(default_factory=dict)
    hostname: HostnameSpec | None = None
    resolvers: ResolverSpec | None = None
    time_servers: TimeServerSpec | None = None
    operators: dict[str, OperatorSpec] = msgspec.field(default_factory=dict)

    @cached_property
    def address_keys(self) -> tuple[AddressKey, ...]:
        """The keys of the addresses, in their order."""
        return tuple([AddressKey(each.link, str(each.address)) for each in self.addresses.values()])

    @cached_property
    def route_keys(self) -> tuple[RouteKey, ...]:
        """The keys of the routes, in their order."""
        return tuple([_route_key(each) for each in self.routes.values()])


def _route_key(spec: RouteSpec) -> RouteKey:
    to = prefix_text(destination(spec))
    return RouteKey(spec.link or "", to, ip_text(spec.gateway), spec.priority, spec.table)
