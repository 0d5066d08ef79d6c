"""The documents beside the v1alpha1 one that speak of the network. They are checked where they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from libtalos.config.documents.network import bond, dhcp, host, links, routing, vip
from libtalos.config.documents.network.common import LinkDocument
from libtalos.config.documents.network.wireguard import WireguardConfig
from services.network.etc import HostEntry
from services.network.layers.configuration.parts import bond_master, wireguard
from services.network.layers.links import BondSlave, BridgeMaster, BridgeSlave, LinkSpec, Vlan, VrfMaster, VrfSlave
from services.network.layers.routes import EVERYTHING
from services.network.layers.selectors import ARPHRD_ETHER
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
from services.network.layers.words import ClientIdentifier, Family, OperatorKind, RuleAction, VlanProtocol
from services.network.problem import Problem
from services.network.state import RT_TABLE_MAIN, RTN_BLACKHOLE, LinkName
from services.network.timesync.settings import read_time_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libtalos.config import Documents
    from libtalos.config.documents.network.common import RouteConfig
    from services.network.layers.configuration.settings import Settings

ARPHRD_NONE = 0xFFFE


def add_documents(settings: Settings, documents: Documents) -> Settings:
    """Return the settings with what the documents say."""
    said = settings.contribution
    named, resolver = documents.only(host.HostnameConfig), documents.only(host.ResolverConfig)
    time = documents.only(host.TimeSyncConfig)
    every = documents.of(LinkDocument)
    contribution = replace(
        said,
        links=(*said.links, *(link for each in every for link in _links(each))),
        addresses=(*said.addresses, *(address for each in every for address in _addresses(each))),
        routes=(*said.routes, *(route for each in every for route in _routes(each)), *_blackholes(documents)),
        rules=(*said.rules, *(rule for each in documents.of(routing.RoutingRuleConfig) for rule in _rules(each))),
        operators=(*said.operators, *_operators(documents)),
        hostname=HostnameSpec.parse(named.hostname) if named and named.hostname else said.hostname,
        resolvers=said.resolvers if resolver is None else _resolvers(resolver, said.resolvers or ResolverSpec()),
        time_servers=TimeServerSpec(servers=time.ntp.servers) if time and time.ntp else said.time_servers,
    )
    hosts = (HostEntry(address=each.name.value, names=each.hostnames) for each in documents.of(host.StaticHostConfig))
    silent = resolver is not None and bool(resolver.search_domains.disable_default)
    return replace(
        settings,
        contribution=contribution,
        etc=replace(
            settings.etc,
            hosts=(*settings.etc.hosts, *hosts),
            default_search=settings.etc.default_search and not silent,
        ),
        time=settings.time if time is None else read_time_document(time),
        problems=(*settings.problems, *_time_problems(time), *(each for link in every for each in _idle(link))),
        auto_hostname=named is None or named.auto is not host.AutoHostname.OFF,
    )


def _time_problems(document: host.TimeSyncConfig | None) -> Iterator[Problem]:
    if document is not None and document.ptp is not None:
        text = "clocks by PTP are not supported by this version: name servers under ntp"
        yield Problem(where="TimeSyncConfig ptp", text=text)


def _resolvers(config: host.ResolverConfig, before: ResolverSpec) -> ResolverSpec:
    """Return what the document says; each list may be said in the other document instead, but not in both."""
    search = config.search_domains.domains
    return ResolverSpec(
        servers=tuple(each.address.value for each in config.nameservers) or before.servers,
        search=search or before.search,
        search_overridden=bool(search) or before.search_overridden,
    )


def _links(config: LinkDocument) -> Iterator[LinkSpec]:
    link = LinkSpec(
        name=LinkName(config.name),
        up=config.up is not False,
        mtu=config.mtu,
        multicast=config.multicast,
        where=config.manifest,
    )
    hardware = getattr(config, "hardware_addr", None)
    yield replace(link, hardware_addr=b"" if hardware is None else hardware.value, **_parts(config))
    for index, name in enumerate(getattr(config, "links", ())):
        yield LinkSpec(name=LinkName(name), up=True, where=config.manifest, **_slave(config, index))


def _parts(config: LinkDocument) -> dict[str, Any]:
    """Return what a kind of links has beside what all have."""
    parts: dict[str, Any] = {}
    match config:
        case links.DummyLinkConfig():
            parts = _logical("dummy")
        case links.VLANConfig():
            mode = VlanProtocol.IEEE_802_1Q if config.vlan_mode is None else VlanProtocol.parse(config.vlan_mode.value)
            parts = _logical("vlan", parent=LinkName(config.parent), vlan=Vlan(vid=config.vlan_id, protocol=mode))
        case links.BridgeConfig():
            bridge = BridgeMaster(stp=bool(config.stp.enabled), vlan_filtering=bool(config.vlan.filtering))
            parts = _logical("bridge", bridge_master=bridge)
        case links.VRFConfig():
            parts = _logical("vrf", vrf_master=VrfMaster(table=config.table.value))
        case bond.BondConfig():
            parts = _logical("bond", bond_master=bond_master(config))
        case WireguardConfig():
            parts = _logical("wireguard", type=ARPHRD_NONE, wireguard=wireguard(config))
    return parts


def _logical(kind: str, **parts: Any) -> dict[str, Any]:
    return {"logical": True, "kind": kind, "type": ARPHRD_ETHER, **parts}


def _slave(config: LinkDocument, index: int) -> dict[str, Any]:
    master = LinkName(config.name)
    match config:
        case links.BridgeConfig():
            return {"bridge_slave": BridgeSlave(master=master)}
        case links.VRFConfig():
            return {"vrf_slave": VrfSlave(master=master)}
        case _:
            return {"bond_slave": BondSlave(master=master, index=index)}


def _addresses(config: LinkDocument) -> Iterator[AddressSpec]:
    for each in config.addresses:
        yield AddressSpec(link=LinkName(config.name), address=each.address.value, priority=each.route_priority)


def _idle(config: LinkDocument) -> Iterator[Problem]:
    for index, each in enumerate(config.addresses):
        if each.route_priority:
            text = "has no effect in this version: the route to the address's network has the kernel's metric"
            yield Problem(where=f"{config.manifest}: addresses[{index}].routePriority", text=text)


def _routes(config: LinkDocument) -> Iterator[RouteSpec]:
    for each in config.routes:
        yield RouteSpec(
            family=_family(each),
            link=LinkName(config.name),
            destination=None if each.destination is None else each.destination.value.network,
            gateway=None if each.gateway is None else each.gateway.value,
            source=None if each.source is None else each.source.value,
            priority=each.metric or DEFAULT_ROUTE_METRIC,
            mtu=each.mtu,
            table=RT_TABLE_MAIN if each.table is None else each.table.value,
        )


def _family(route: RouteConfig) -> Family:
    known = route.destination or route.gateway
    return Family.INET4 if known is None else Family.of(known.value.version)


def _blackholes(documents: Documents) -> Iterator[RouteSpec]:
    for each in documents.of(routing.BlackholeRouteConfig):
        network = each.name.value.network
        yield RouteSpec(
            family=Family.of(network.version),
            destination=network,
            priority=each.metric or DEFAULT_ROUTE_METRIC,
            type=RTN_BLACKHOLE,
        )


def _rules(config: routing.RoutingRuleConfig) -> Iterator[RoutingRuleSpec]:
    """Return the rule of the family that it is for, or one of each where it does not say."""
    prefixes = [each.value for each in (config.src, config.dst) if each is not None]
    for family in {Family.of(each.version) for each in prefixes} or EVERYTHING:
        yield RoutingRuleSpec(
            family=family,
            priority=config.priority,
            source=None if config.src is None else config.src.value.network,
            destination=None if config.dst is None else config.dst.value.network,
            table=RT_TABLE_MAIN if config.table is None else config.table.value,
            action=RuleAction.parse(config.action.value),
            in_link=LinkName(config.iif_name) if config.iif_name else None,
            out_link=LinkName(config.oif_name) if config.oif_name else None,
            fw_mark=config.fw_mark,
            fw_mask=config.fw_mask,
        )


def _operators(documents: Documents) -> Iterator[OperatorSpec]:
    for kind, configs in (
        (OperatorKind.DHCP4, documents.of(dhcp.DHCPv4Config)),
        (OperatorKind.DHCP6, documents.of(dhcp.DHCPv6Config)),
    ):
        for each in configs:
            yield OperatorSpec(kind=kind, link=LinkName(each.name), dhcp=_dhcp(each))
    for shared in documents.of(vip.Layer2VIPConfig):
        options = VipOptions(ip=shared.name.value)
        yield OperatorSpec(kind=OperatorKind.VIP, link=LinkName(shared.link), vip=options)


def _dhcp(config: dhcp.DHCPv4Config | dhcp.DHCPv6Config) -> DhcpOptions:
    identifier = config.client_identifier
    return DhcpOptions(
        route_metric=config.route_metric or DEFAULT_ROUTE_METRIC,
        skip_hostname_request=bool(config.ignore_hostname),
        client_identifier=ClientIdentifier.MAC if identifier is None else ClientIdentifier.parse(identifier.value),
        duid="" if config.duid_raw is None else config.duid_raw.value.hex(),
    )
