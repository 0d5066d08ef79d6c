"""Chains of nftables (upstream: `pkg/machinery/resources/network`, nftables_chain.go). Subnets are in CIDR notation."""

from typing import ClassVar, Literal

import msgspec

from libtalos.resources.spec import Column, Definition, Part, ResourceSpec

Verdict = Literal["accept", "drop"]
Protocol = Literal["tcp", "udp", "icmp", "icmpv6"]
ConntrackState = Literal["new", "related", "established", "invalid"]


class InterfaceMatch(Part, frozen=True):
    """One of these links, or none of them."""

    interface_names: tuple[str, ...] = msgspec.field(name="interfaceName")
    operator: Literal["==", "!="] = "=="


class AddressMatch(Part, frozen=True, omit_defaults=True):
    """An address in the subnets that are included but not in those that are excluded; invert turns it round."""

    include_subnets: tuple[str, ...] = ()
    exclude_subnets: tuple[str, ...] = ()
    invert: bool = False


class PortRange(Part, frozen=True):
    """Ports from lo to hi, both included."""

    lo: int
    hi: int


class PortMatch(Part, frozen=True):
    """A port in one of these ranges."""

    ranges: tuple[PortRange, ...]


class IcmpTypeMatch(Part, frozen=True):
    """An ICMP message of one of these types."""

    types: tuple[str, ...]


class Layer4Match(Part, frozen=True, omit_defaults=True):
    """The transport protocol, with its ports or its types."""

    protocol: Protocol
    match_destination_port: PortMatch | None = None
    match_icmp_type: IcmpTypeMatch | None = msgspec.field(default=None, name="matchICMPType")


class ConntrackMatch(Part, frozen=True):
    """A connection in one of these states."""

    states: tuple[ConntrackState, ...]


class LimitMatch(Part, frozen=True):
    """No more than so many packets in a second."""

    packet_rate_per_second: int


class NfTablesRule(Part, frozen=True, omit_defaults=True):
    """A rule: every match that is there has to hold."""

    match_i_if_name: InterfaceMatch | None = None
    match_conntrack_state: ConntrackMatch | None = None
    match_source_address: AddressMatch | None = None
    match_destination_address: AddressMatch | None = None
    match_layer4: Layer4Match | None = None
    match_limit: LimitMatch | None = None
    anon_counter: bool = msgspec.field(default=False, name="anonymousCounter")
    verdict: Verdict | None = None


class NfTablesChain(ResourceSpec, frozen=True, kw_only=True):
    """A chain that the node wants in nftables; the id is its name. priority is in upstream's words."""

    DEFINITION: ClassVar[Definition] = Definition(
        "NfTablesChains.net.talos.dev",
        "network",
        (
            Column("Type", "{.type}"),
            Column("Hook", "{.hook}"),
            Column("Priority", "{.priority}"),
            Column("Policy", "{.policy}"),
        ),
        aliases=("chain", "chains"),
    )

    type: Literal["filter"] = "filter"
    hook: Literal["prerouting", "input"]
    priority: str
    policy: Verdict
    rules: tuple[NfTablesRule, ...] = ()
