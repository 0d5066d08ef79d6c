"""The network's state as published resources, with upstream's keys and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from libtalos.resources.definitions.network import (
    AddressStatus,
    Family,
    HostnameStatus,
    LinkStatus,
    NameServer,
    NetworkStatus,
    NextHop,
    NodeAddress,
    ResolverStatus,
    RouteStatus,
    RoutingRuleStatus,
    TimeServerStatus,
)
from libtalos.resources.flagwords import ADDRESS_FLAGS, LINK_FLAGS, ROUTE_FLAGS
from services.network import kernelnames as names
from services.network.layers.ids import make_route_id, make_rule_id
from services.network.layers.words import Family as WordOfFamily
from services.network.links.parts import link_parts
from services.network.specresources import PUBLISHES as SPECS
from services.network.specresources import publish_specs
from services.network.state import LinkIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libtalos.resources.spec import ResourceSpec
    from services.network.layers.contribution import Contribution, Merged
    from services.network.layers.specs import HostnameSpec
    from services.network.nodeaddress import NodeAddresses
    from services.network.state import Address, Interface, Ip, Link, Prefix, Route, Rule, Seen

    S = TypeVar("S", bound=ResourceSpec)

PUBLISHES: tuple[type[ResourceSpec], ...] = (
    LinkStatus,
    AddressStatus,
    RouteStatus,
    RoutingRuleStatus,
    HostnameStatus,
    ResolverStatus,
    TimeServerStatus,
    NodeAddress,
    NetworkStatus,
    *SPECS,
)


class Store(Protocol):
    """What this needs of a resource store."""

    def replace(self, spec_class: type[S], specs: Mapping[str, S], *, namespace: str = "") -> None:
        """Make these the resources of a type; a namespace that is not named is the type's first one."""


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What is published besides the kernel's state; search are the domains that are searched.

    connected: whether all probes succeed, None if there are none.
    """

    contributions: tuple[Contribution, ...] = ()
    merged: Merged
    search: tuple[str, ...] = ()
    addresses: NodeAddresses
    etc_files_ready: bool
    connected: bool | None = None


def publish(store: Store, seen: Seen, published: Published) -> None:
    """Make the store say what is."""
    store.replace(LinkStatus, {link.name: link_status(link, seen) for link in seen.links.values()})
    addresses = {f"{seen.name(each.link)}/{each.interface}": address_status(each, seen) for each in seen.addresses}
    store.replace(AddressStatus, addresses)
    store.replace(RouteStatus, {route_id(each, seen): route_status(each, seen) for each in seen.routes})
    store.replace(RoutingRuleStatus, rule_statuses(seen))
    store.replace(HostnameStatus, _hostname(published.merged.hostname))
    store.replace(ResolverStatus, _resolvers(published))
    store.replace(TimeServerStatus, _time_servers(published.merged))
    store.replace(NodeAddress, _node_addresses(published.addresses))
    store.replace(NetworkStatus, {"status": _network_status(seen, published)})
    publish_specs(store, published.contributions, published.merged)


def link_status(link: Link, seen: Seen) -> LinkStatus:
    """Return a link as a resource."""
    parts = link_parts(link, lambda index: seen.name(LinkIndex(index)))
    return LinkStatus(
        alias=link.alias,
        alt_names=link.alt_names,
        index=link.index,
        type=names.word(names.LINK_TYPES, link.type),
        link_index=link.link_index,
        flags=names.flags(LINK_FLAGS, link.flags),
        hardware_addr=_mac(link.hardware_addr),
        permanent_addr=_mac(link.permanent_addr),
        broadcast_addr=_mac(link.broadcast_addr),
        mtu=link.mtu,
        queue_disc=link.queue_disc,
        master_index=link.master_index,
        operational_state=names.word(names.OPERATIONAL_STATES, link.operational_state),
        kind=link.kind,
        slave_kind=link.slave_kind,
        bus_path=link.device.bus_path,
        driver=link.device.driver,
        driver_version=link.device.driver_version,
        firmware_version=link.device.firmware_version,
        link_state=link.carrier,
        speed_mbit=link.device.speed,
        port=names.word(names.PORTS, link.device.port),
        duplex=names.word(names.DUPLEXES, link.device.duplex),
        vlan=parts.vlan,
        bridge_master=parts.bridge_master,
        bond_master=parts.bond_master,
        vrf_master=parts.vrf_master,
        wireguard=parts.wireguard,
        veth=parts.veth,
    )


def address_status(address: Address, seen: Seen) -> AddressStatus:
    """Return an address as a resource."""
    return AddressStatus(
        address=str(address.interface),
        local=str(address.interface.ip),
        broadcast=_text(address.broadcast),
        anycast=_text(address.anycast),
        multicast=_text(address.multicast),
        link_index=address.link,
        link_name=seen.name(address.link),
        family=_family(address.interface),
        scope=names.word(names.SCOPES, address.scope),
        flags=names.flags(ADDRESS_FLAGS, address.flags),
        priority=address.priority,
    )


def route_status(route: Route, seen: Seen) -> RouteStatus:
    """Return a route as a resource; the default route has no destination."""
    return RouteStatus(
        family=_family(route.destination),
        dst=_destination(route.destination),
        src=_text(route.source),
        gateway=_text(route.gateway),
        out_link_index=route.link or 0,
        out_link_name=seen.name(route.link),
        table=names.word(names.TABLES, route.table),
        priority=route.priority,
        scope=names.word(names.SCOPES, route.scope),
        type=names.word(names.ROUTE_TYPES, route.type),
        flags=names.flags(ROUTE_FLAGS, route.flags >> 8),
        protocol=names.word(names.PROTOCOLS, route.protocol),
        mtu=route.mtu,
        next_hops=tuple(
            NextHop(
                gateway=_text(hop.gateway),
                out_link_index=hop.link,
                out_link_name=seen.name(hop.link),
                weight=hop.weight,
            )
            for hop in route.next_hops
        ),
    )


def route_id(route: Route, seen: Seen) -> str:
    """Return upstream's id of a route of the kernel's."""
    return make_route_id(
        family=WordOfFamily.of(route.destination.version),
        link=seen.name(route.link),
        gateway=route.gateway,
        destination=route.destination,
        priority=route.priority,
        table=route.table,
    )


def rule_statuses(seen: Seen) -> dict[str, RoutingRuleStatus]:
    """Return routing rules as resources; of those with one family and priority all but the first are numbered."""
    statuses: dict[str, RoutingRuleStatus] = {}
    for rule in seen.rules:
        name = make_rule_id(rule.family, rule.priority)
        count = sum(known == name or known.startswith(f"{name}/") for known in statuses)
        statuses[f"{name}/{count + 1}" if count else name] = rule_status(rule)
    return statuses


def rule_status(rule: Rule) -> RoutingRuleStatus:
    """Return a routing rule as a resource."""
    return RoutingRuleStatus(
        family="inet4" if rule.family.version == 4 else "inet6",
        src="" if rule.source is None else str(rule.source),
        dst="" if rule.destination is None else str(rule.destination),
        table=names.word(names.TABLES, rule.table),
        priority=rule.priority,
        action=names.word(names.RULE_ACTIONS, rule.action),
        iif_name=rule.in_link or "",
        oif_name=rule.out_link or "",
        fw_mark=rule.fw_mark,
        fw_mask=rule.fw_mask,
    )


def _hostname(hostname: HostnameSpec | None) -> dict[str, HostnameStatus]:
    if hostname is None:
        return {}
    return {"hostname": HostnameStatus(hostname=hostname.hostname, domainname=hostname.domainname)}


def _resolvers(published: Published) -> dict[str, ResolverStatus]:
    if published.merged.resolvers is None:
        return {}
    servers = tuple(str(each) for each in published.merged.resolvers.servers)
    status = ResolverStatus(
        dns_servers=servers,
        name_servers=tuple(NameServer(addr=each) for each in servers),
        search_domains=published.search,
    )
    return {"resolvers": status}


def _time_servers(merged: Merged) -> dict[str, TimeServerStatus]:
    if merged.time_servers is None:
        return {}
    return {"timeservers": TimeServerStatus(time_servers=merged.time_servers.servers)}


def _node_addresses(addresses: NodeAddresses) -> dict[str, NodeAddress]:
    default = () if addresses.default is None else (addresses.default,)
    sets = {
        "default": default,
        "current": addresses.current,
        "routed": addresses.routed,
        "accumulative": addresses.accumulative,
    }
    return {name: NodeAddress(addresses=_texts(members)) for name, members in sets.items()}


def _network_status(seen: Seen, published: Published) -> NetworkStatus:
    return NetworkStatus(
        address_ready=bool(published.addresses.current),
        connectivity_ready=_has_default_route(seen) if published.connected is None else published.connected,
        hostname_ready=published.merged.hostname is not None,
        etc_files_ready=published.etc_files_ready,
    )


def _has_default_route(seen: Seen) -> bool:
    return any(not each.destination.prefixlen for each in seen.routes)


def _texts(interfaces: Iterable[Interface]) -> tuple[str, ...]:
    return tuple(str(each) for each in interfaces)


def _family(value: Interface | Prefix) -> Family:
    return "inet4" if value.version == 4 else "inet6"


def _destination(prefix: Prefix) -> str:
    return str(prefix) if prefix.prefixlen else ""


def _text(address: Ip | None) -> str:
    return "" if address is None else str(address)


def _mac(address: bytes) -> str:
    return address.hex(":")
