"""From chains to the rules of nftables, in the words in which nft tells them back, so that both can be compared.

nft leaves out what follows from something else (`tcp dport` says that it is TCP); so does this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from services.network.firewall.chains import PRIORITIES
from services.network.firewall.ranges import address_elements, address_ranges, is_everything, port_elements
from services.network.firewall.table import Chain, Table, rule_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from libtalos.resources.definitions.nftables import AddressMatch, Layer4Match, NfTablesChain, NfTablesRule
    from services.network.firewall.ranges import Version

Expressions = list[dict[str, Any]]
_PROTOCOLS: Final = {"tcp": "tcp", "udp": "udp", "icmp": "icmp", "icmpv6": "ipv6-icmp"}
_FAMILIES: Final[Mapping[str, Version]] = {"icmp": 4, "icmpv6": 6}
_ADDRESSES: Final[Mapping[Version, str]] = {4: "ip", 6: "ip6"}


def compile_table(chains: Mapping[str, NfTablesChain]) -> Table:
    """Return the table with these chains."""
    return Table(
        chains=tuple(
            Chain(
                name=name,
                type=chain.type,
                hook=chain.hook,
                priority=PRIORITIES[chain.priority],
                policy=chain.policy,
                rules=tuple(rule_text(each) for rule in chain.rules for each in _compile(rule)),
            )
            for name, chain in sorted(chains.items())
        )
    )


def _compile(rule: NfTablesRule) -> Iterator[Expressions]:
    """One rule for each address family that it can match, or one for both if it does not look at addresses."""
    before, after = list(_before(rule)), list(_after(rule))
    if rule.match_source_address is None and rule.match_destination_address is None:
        yield [*before, *after]
        return
    # a protocol that belongs to one family says which
    only = None if rule.match_layer4 is None else _FAMILIES.get(rule.match_layer4.protocol)
    for version in (only,) if only else _ADDRESSES:
        addresses = _addresses(rule, version)
        if addresses is not None:
            yield [*before, *(addresses or ([] if only else [_family(version)])), *after]


def _before(rule: NfTablesRule) -> Iterator[dict[str, Any]]:
    if rule.match_i_if_name is not None:
        names = rule.match_i_if_name
        yield _match({"meta": {"key": "iifname"}}, _one_or_set(names.interface_names), names.operator)
    if rule.match_conntrack_state is not None:
        states = list(rule.match_conntrack_state.states)
        yield _match({"ct": {"key": "state"}}, states if len(states) > 1 else states[0], "in")


def _addresses(rule: NfTablesRule, version: Version) -> Expressions | None:
    """The matches of a family; None if the rule can match nothing of it."""
    found: Expressions = []
    for field, match in (("saddr", rule.match_source_address), ("daddr", rule.match_destination_address)):
        if match is not None:
            expressions = _address(match, version, field)
            if expressions is None:
                return None
            found += expressions
    return found


def _address(match: AddressMatch, version: Version, field: str) -> Expressions | None:
    ranges = address_ranges(version, match.include_subnets, match.exclude_subnets)
    all_of_it, none_of_it = is_everything(version, ranges), not ranges
    if none_of_it if match.invert else all_of_it:
        return []
    if all_of_it or none_of_it:
        return None
    left = {"payload": {"protocol": _ADDRESSES[version], "field": field}}
    return [_match(left, _one_or_set(address_elements(version, ranges)), "!=" if match.invert else "==")]


def _after(rule: NfTablesRule) -> Iterator[dict[str, Any]]:
    if rule.match_layer4 is not None:
        yield _layer4(rule.match_layer4)
    if rule.match_limit is not None:
        rate = rule.match_limit.packet_rate_per_second
        yield {"limit": {"rate": rate, "burst": rate, "per": "second"}}
    if rule.anon_counter:
        yield {"counter": None}
    if rule.verdict is not None:
        yield {rule.verdict: None}


def _layer4(match: Layer4Match) -> dict[str, Any]:
    if match.match_icmp_type is not None:
        return _match(
            {"payload": {"protocol": match.protocol, "field": "type"}}, _one_or_set(match.match_icmp_type.types)
        )
    if match.match_destination_port is not None:
        ports = port_elements((each.lo, each.hi) for each in match.match_destination_port.ranges)
        return _match({"payload": {"protocol": match.protocol, "field": "dport"}}, _one_or_set(ports))
    return _match({"meta": {"key": "l4proto"}}, _PROTOCOLS[match.protocol])


def _family(version: Version) -> dict[str, Any]:
    return _match({"meta": {"key": "nfproto"}}, f"ipv{version}")


def _match(left: Mapping[str, Any], right: Any, operator: str = "==") -> dict[str, Any]:
    return {"match": {"op": operator, "left": left, "right": right}}


def _one_or_set(elements: Sequence[Any]) -> Any:
    # nft makes a plain comparison of a set with one element
    return elements[0] if len(elements) == 1 else {"set": list(elements)}
