"""From settings to the chains that upstream makes of them, rule for rule (nftables_chain_config.go).

ingress filters what is for the node itself. prerouting comes before destinations are rewritten: without it the ports of
Kubernetes' services (node ports) would be open to all, since their traffic is forwarded and never comes to ingress.
"""

from __future__ import annotations

from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING, Final

from libtalos.resources.definitions.nftables import (
    AddressMatch,
    ConntrackMatch,
    IcmpTypeMatch,
    InterfaceMatch,
    Layer4Match,
    LimitMatch,
    NfTablesChain,
    NfTablesRule,
    PortMatch,
    PortRange,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from libtalos.resources.definitions.nftables import Verdict
    from services.network.firewall.settings import Prefix, Rule, Settings
    from services.network.state import Interface

INGRESS: Final = "ingress"
PREROUTING: Final = "prerouting"
# upstream's, which have no name of their own: after mangle (-150), before destinations are rewritten (-100)
PRIORITIES: Final[Mapping[str, int]] = {"NfTablesChainPriority(-140)": -140, "NfTablesChainPriority(-110)": -110}
_AFTER_MANGLE, _BEFORE_NAT = PRIORITIES
# loopback, SideroLink and KubeSpan, which carry only what has been let in already
_TRUSTED = ("lo", "siderolink", "kubespan")
# CVE-1999-0524: messages that tell strangers the node's clock and network mask
_TELLING = ("timestamp-request", "timestamp-reply", "address-mask-request", "address-mask-reply")
_ICMP_RATE = 5
# constants.HostDNSAddress and HostDNSAddressV6
_HOST_DNS = (ip_address("169.254.116.108"), ip_address("fd54:616c:6f73::204f:5320:444e:531"))


def make_chains(settings: Settings, routed: Iterable[Interface]) -> dict[str, NfTablesChain]:
    """Return the chains by name, none if nothing is to be filtered; routed are the node's addresses for others."""
    if settings.silent:
        return {}
    block = settings.action == "block"
    return {
        INGRESS: NfTablesChain(
            hook="input",
            priority=_AFTER_MANGLE,
            policy="drop" if block else "accept",
            rules=(
                _trusted(),
                *(_preamble(settings) if block else ()),
                *(_rule(each, settings) for each in settings.rules),
            ),
        ),
        PREROUTING: NfTablesChain(
            hook="prerouting",
            priority=_BEFORE_NAT,
            policy="accept",
            rules=(
                _trusted(),
                _counted("accept", match_destination_address=_not_ours(settings, routed)),
                *(_rule(each, settings, conntrack=ConntrackMatch(states=("new",))) for each in settings.rules),
                *(_new_connections() if block else ()),
            ),
        ),
    }


def _preamble(settings: Settings) -> Iterator[NfTablesRule]:
    yield _counted("accept", match_conntrack_state=ConntrackMatch(states=("established", "related")))
    yield _counted("drop", match_conntrack_state=ConntrackMatch(states=("invalid",)))
    yield _counted("drop", match_layer4=Layer4Match(protocol="icmp", match_icmp_type=IcmpTypeMatch(types=_TELLING)))
    limit = LimitMatch(packet_rate_per_second=_ICMP_RATE)
    yield _counted("accept", match_layer4=Layer4Match(protocol="icmp"), match_limit=limit)
    yield _counted("accept", match_layer4=Layer4Match(protocol="icmpv6"), match_limit=limit)
    if settings.cluster is None:
        return
    inside = AddressMatch(include_subnets=_texts(settings.cluster))
    if settings.host_dns:
        resolver = AddressMatch(include_subnets=tuple(_host_dns(settings.cluster)))
        for protocol in ("udp", "tcp"):
            port = Layer4Match(protocol=protocol, match_destination_port=_ports([(53, 53)]))
            yield _counted("accept", match_source_address=inside, match_destination_address=resolver, match_layer4=port)
    yield _counted("accept", match_source_address=inside, match_destination_address=inside)


def _rule(rule: Rule, settings: Settings, conntrack: ConntrackMatch | None = None) -> NfTablesRule:
    block = settings.action == "block"
    # the ports of an ICMP message would be its checksum
    ports = None if rule.protocol in {"icmp", "icmpv6"} else _ports(sorted(rule.ports))
    return _counted(
        "accept" if block else "drop",
        match_conntrack_state=conntrack,
        match_source_address=AddressMatch(
            include_subnets=_texts(each.subnet for each in rule.sources),
            exclude_subnets=_texts(each.without for each in rule.sources if each.without is not None),
            invert=not block,
        ),
        match_layer4=Layer4Match(protocol=rule.protocol, match_destination_port=ports),
    )


def _not_ours(settings: Settings, routed: Iterable[Interface]) -> AddressMatch:
    pods = settings.cluster or ()
    ours = (each.ip for each in routed if not any(each.ip in subnet for subnet in pods))
    return AddressMatch(include_subnets=tuple(str(ip_network(each)) for each in ours), invert=True)


def _new_connections() -> Iterator[NfTablesRule]:
    for protocol in ("tcp", "udp"):
        yield _counted(
            "drop",
            match_conntrack_state=ConntrackMatch(states=("new",)),
            match_layer4=Layer4Match(protocol=protocol),
        )


def _trusted() -> NfTablesRule:
    return _counted("accept", match_i_if_name=InterfaceMatch(interface_names=_TRUSTED))


def _counted(
    verdict: Verdict,
    *,
    match_i_if_name: InterfaceMatch | None = None,
    match_conntrack_state: ConntrackMatch | None = None,
    match_source_address: AddressMatch | None = None,
    match_destination_address: AddressMatch | None = None,
    match_layer4: Layer4Match | None = None,
    match_limit: LimitMatch | None = None,
) -> NfTablesRule:
    return NfTablesRule(
        match_i_if_name=match_i_if_name,
        match_conntrack_state=match_conntrack_state,
        match_source_address=match_source_address,
        match_destination_address=match_destination_address,
        match_layer4=match_layer4,
        match_limit=match_limit,
        anon_counter=True,
        verdict=verdict,
    )


def _ports(ranges: Iterable[tuple[int, int]]) -> PortMatch:
    return PortMatch(ranges=tuple(PortRange(lo=low, hi=high) for low, high in ranges))


def _host_dns(cluster: Iterable[Prefix]) -> Iterator[str]:
    six = any(each.version == 6 for each in cluster)
    return (str(ip_network(each)) for each in _HOST_DNS if each.version == 4 or six)


def _texts(prefixes: Iterable[Prefix]) -> tuple[str, ...]:
    return tuple(str(each) for each in prefixes)
