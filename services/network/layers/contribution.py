"""What one source says, and what all of them say together."""

from __future__ import annotations

import msgspec

from services.network.layers.links import LinkSpec
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


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What holds, by ids (services.network.layers.ids) in their order; each spec's layer is the one that it is from."""

    links: dict[str, LinkSpec] = msgspec.field(default_factory=dict)
    addresses: dict[str, AddressSpec] = msgspec.field(default_factory=dict)
    routes: dict[str, RouteSpec] = msgspec.field(default_factory=dict)
    rules: dict[str, RoutingRuleSpec] = msgspec.field(default_factory=dict)
    hostname: HostnameSpec | None = None
    resolvers: ResolverSpec | None = None
    time_servers: TimeServerSpec | None = None
    operators: dict[str, OperatorSpec] = msgspec.field(default_factory=dict)
