"""The network as it is wanted, in layers: what each source says, and what holds once all of it is merged.

Upstream's pipeline: `internal/app/machined/pkg/controllers/network`.
"""

from services.network.layers.contribution import Contribution, Merged
from services.network.layers.links import (
    BondMaster,
    BondSlave,
    BridgeMaster,
    BridgeSlave,
    LinkSpec,
    Veth,
    Vlan,
    VrfMaster,
    VrfSlave,
    Wireguard,
    WireguardPeer,
)
from services.network.layers.merge import merge
from services.network.layers.specs import (
    DEFAULT_ROUTE_METRIC,
    AddressSpec,
    DhcpOptions,
    HostnameSpec,
    OperatorSpec,
    ResolverSpec,
    RouteSpec,
    RoutingRuleSpec,
    TimeServerSpec,
    VipOptions,
)
from services.network.layers.words import Layer

__all__ = [
    "DEFAULT_ROUTE_METRIC",
    "AddressSpec",
    "BondMaster",
    "BondSlave",
    "BridgeMaster",
    "BridgeSlave",
    "Contribution",
    "DhcpOptions",
    "HostnameSpec",
    "Layer",
    "LinkSpec",
    "Merged",
    "OperatorSpec",
    "ResolverSpec",
    "RouteSpec",
    "RoutingRuleSpec",
    "TimeServerSpec",
    "Veth",
    "VipOptions",
    "Vlan",
    "VrfMaster",
    "VrfSlave",
    "Wireguard",
    "WireguardPeer",
    "merge",
]
