"""What is wanted as published resources: the words of every layer, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import UNSET

from libtalos.resources.definitions import networkspecs as published
from libtalos.resources.definitions.networkspecs import CONFIG_NAMESPACE
from libtalos.resources.flagwords import ADDRESS_FLAGS, ROUTE_FLAGS
from services.network import kernelnames as names
from services.network.layers import ids
from services.network.layers.merge import merge
from services.network.layers.words import ClientIdentifier, Family, OperatorKind
from services.network.linkresources import link_spec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from libtalos.resources.definitions.network import Family as WordOfFamily
    from libtalos.resources.spec import ResourceSpec
    from services.network.layers.contribution import Contribution, Merged
    from services.network.layers.specs import (
        AddressSpec,
        DhcpOptions,
        HostnameSpec,
        OperatorSpec,
        ResolverSpec,
        RouteSpec,
        RoutingRuleSpec,
        TimeServerSpec,
    )
    from services.network.resources import Store

    S = TypeVar("S", bound=ResourceSpec)

PUBLISHES: tuple[type[ResourceSpec], ...] = (
    published.LinkSpec,
    published.AddressSpec,
    published.RouteSpec,
    published.RoutingRuleSpec,
    published.HostnameSpec,
    published.ResolverSpec,
    published.TimeServerSpec,
    published.OperatorSpec,
)

Rows = dict[type["ResourceSpec"], dict[str, "ResourceSpec"]]


def publish_specs(store: Store, contributions: Iterable[Contribution], merged: Merged) -> None:
    """Make the store say what is wanted."""
    unmerged: Rows = {kind: {} for kind in PUBLISHES}
    for each in contributions:
        for kind, rows in spec_rows(merge([each])).items():
            unmerged[kind] |= {ids.layered_id(each.layer, each.source, name): spec for name, spec in rows.items()}
    for kind, rows in unmerged.items():
        store.replace(kind, rows, namespace=CONFIG_NAMESPACE)
    for kind, rows in spec_rows(merged).items():
        store.replace(kind, rows)


def spec_rows(merged: Merged) -> Rows:
    """Return every spec by its type and id."""
    return {
        published.LinkSpec: _each(merged.links, link_spec),
        published.AddressSpec: _each(merged.addresses, address_spec),
        published.RouteSpec: _each(merged.routes, route_spec),
        published.RoutingRuleSpec: _each(merged.rules, rule_spec),
        published.HostnameSpec: _one(ids.HOSTNAME, merged.hostname, hostname_spec),
        published.ResolverSpec: _one(ids.RESOLVERS, merged.resolvers, resolver_spec),
        published.TimeServerSpec: _one(ids.TIME_SERVERS, merged.time_servers, time_server_spec),
        published.OperatorSpec: _each(merged.operators, operator_spec),
    }


T = TypeVar("T")


def _each(specs: Mapping[str, T], show: Callable[[T], ResourceSpec]) -> dict[str, ResourceSpec]:
    return {name: show(spec) for name, spec in specs.items()}


def _one(name: str, spec: T | None, show: Callable[[T], ResourceSpec]) -> dict[str, ResourceSpec]:
    return {} if spec is None else {name: show(spec)}


def family_word(family: Family) -> WordOfFamily:
    """Return the word for a family."""
    return "inet4" if family is Family.INET4 else "inet6"


def address_spec(spec: AddressSpec) -> published.AddressSpec:
    """Return an address as a resource."""
    return published.AddressSpec(
        address=str(spec.address),
        link_name=spec.link,
        family=family_word(spec.family),
        scope=names.word(names.SCOPES, spec.scope),
        flags=names.flags(ADDRESS_FLAGS, spec.flags),
        announce_with_arp=spec.announce,
        priority=spec.priority,
        layer=spec.layer.word,
    )


def route_spec(spec: RouteSpec) -> published.RouteSpec:
    """Return a route as a resource."""
    return published.RouteSpec(
        family=family_word(spec.family),
        dst=_text(spec.destination),
        src=_text(spec.source),
        gateway=_text(spec.gateway),
        out_link_name=spec.link or "",
        table=names.word(names.TABLES, spec.table),
        priority=spec.priority,
        scope=names.word(names.SCOPES, spec.scope),
        type=names.word(names.ROUTE_TYPES, spec.type),
        flags=names.flags(ROUTE_FLAGS, spec.flags >> 8),
        protocol=names.word(names.PROTOCOLS, spec.protocol),
        layer=spec.layer.word,
        mtu=spec.mtu,
    )


def rule_spec(spec: RoutingRuleSpec) -> published.RoutingRuleSpec:
    """Return a routing rule as a resource."""
    return published.RoutingRuleSpec(
        family=family_word(spec.family),
        src=_text(spec.source),
        dst=_text(spec.destination),
        table=names.word(names.TABLES, spec.table),
        priority=spec.priority,
        action=spec.action.word,
        iif_name=spec.in_link or "",
        oif_name=spec.out_link or "",
        fw_mark=spec.fw_mark,
        fw_mask=spec.fw_mask,
        layer=spec.layer.word,
    )


def hostname_spec(spec: HostnameSpec) -> published.HostnameSpec:
    """Return the node's name as a resource."""
    return published.HostnameSpec(hostname=spec.hostname, domainname=spec.domainname, layer=spec.layer.word)


def resolver_spec(spec: ResolverSpec) -> published.ResolverSpec:
    """Return name servers and search domains as a resource."""
    return published.ResolverSpec(
        dns_servers=tuple(map(str, spec.servers)),
        search_domains=spec.search,
        search_domains_overridden=spec.search_overridden,
        layer=spec.layer.word,
    )


def time_server_spec(spec: TimeServerSpec) -> published.TimeServerSpec:
    """Return time servers as a resource."""
    return published.TimeServerSpec(time_servers=spec.servers, layer=spec.layer.word)


def operator_spec(spec: OperatorSpec) -> published.OperatorSpec:
    """Return an operator as a resource."""
    client = None if spec.dhcp is None else _dhcp(spec.dhcp)
    return published.OperatorSpec(
        operator=spec.kind.word,
        link_name=spec.link,
        require_up=spec.require_up,
        dhcp4=client if spec.kind is OperatorKind.DHCP4 else None,
        dhcp6=client if spec.kind is OperatorKind.DHCP6 else None,
        vip=None
        if spec.vip is None
        else published.VIPOperator(ip=str(spec.vip.ip), gratuitous_arp=spec.vip.gratuitous_arp),
        layer=spec.layer.word,
    )


def _dhcp(options: DhcpOptions) -> published.DHCPOperator:
    identifier = options.client_identifier
    known = published.ClientIdentifier(client_identifier=identifier.word, duid_raw_hex=options.duid or UNSET)
    return published.DHCPOperator(
        route_metric=options.route_metric,
        skip_hostname_request=options.skip_hostname_request or UNSET,
        client_identifier=known if identifier is not ClientIdentifier.NONE else UNSET,
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)
