"""The chains that settings ask for: upstream's, rule for rule."""

from __future__ import annotations

from ipaddress import ip_interface, ip_network

import msgspec

from services.network.firewall.chains import make_chains
from services.network.firewall.compile import compile_table
from services.network.firewall.settings import Rule, Settings, Source

ROUTED = (ip_interface("10.5.0.2/24"), ip_interface("10.244.1.1/24"))
RULE = Rule(
    name="apid",
    protocol="tcp",
    ports=((50000, 50001), (443, 443)),
    sources=(Source(subnet=ip_network("192.168.0.0/16"), without=ip_network("192.168.7.0/24")),),
)
CLUSTER = (ip_network("10.244.0.0/16"), ip_network("10.96.0.0/12"))


def rules(settings: Settings, chain: str) -> list[dict[str, object]]:
    """The rules of a chain as they are published, without what every rule has."""
    plain = msgspec.json.decode(msgspec.json.encode(make_chains(settings, ROUTED)[chain].rules))
    assert all(each.pop("anonymousCounter") for each in plain)
    return list(plain)


def test_nothing_that_is_said_is_no_chain() -> None:
    assert make_chains(Settings(cluster=CLUSTER, host_dns=True), ROUTED) == {}


def test_accepting_drops_whom_a_rule_does_not_name() -> None:
    chains = make_chains(Settings(rules=(RULE,), cluster=CLUSTER), ROUTED)
    heads = {name: (each.type, each.hook, each.priority, each.policy) for name, each in chains.items()}
    assert heads == {
        "ingress": ("filter", "input", "NfTablesChainPriority(-140)", "accept"),
        "prerouting": ("filter", "prerouting", "NfTablesChainPriority(-110)", "accept"),
    }
    dropping = {
        "matchSourceAddress": {
            "includeSubnets": ["192.168.0.0/16"],
            "excludeSubnets": ["192.168.7.0/24"],
            "invert": True,
        },
        "matchLayer4": {
            "protocol": "tcp",
            "matchDestinationPort": {"ranges": [{"lo": 443, "hi": 443}, {"lo": 50000, "hi": 50001}]},
        },
        "verdict": "drop",
    }
    trusted = {
        "matchIIfName": {"interfaceName": ["lo", "siderolink", "kubespan"], "operator": "=="},
        "verdict": "accept",
    }
    settings = Settings(rules=(RULE,), cluster=CLUSTER)
    assert rules(settings, "ingress") == [trusted, dropping]
    assert rules(settings, "prerouting") == [
        trusted,
        {"matchDestinationAddress": {"includeSubnets": ["10.5.0.2/32"], "invert": True}, "verdict": "accept"},
        {"matchConntrackState": {"states": ["new"]}, **dropping},
    ]


def test_blocking_lets_through_what_a_node_needs() -> None:
    settings = Settings(action="block", cluster=(*CLUSTER, ip_network("fd00::/64")), host_dns=True)
    inside = {"includeSubnets": ["10.244.0.0/16", "10.96.0.0/12", "fd00::/64"]}
    resolver = {"includeSubnets": ["169.254.116.108/32", "fd54:616c:6f73:0:204f:5320:444e:531/128"]}
    port = {"ranges": [{"lo": 53, "hi": 53}]}
    assert rules(settings, "ingress")[1:] == [
        {"matchConntrackState": {"states": ["established", "related"]}, "verdict": "accept"},
        {"matchConntrackState": {"states": ["invalid"]}, "verdict": "drop"},
        {
            "matchLayer4": {
                "protocol": "icmp",
                "matchICMPType": {
                    "types": ["timestamp-request", "timestamp-reply", "address-mask-request", "address-mask-reply"]
                },
            },
            "verdict": "drop",
        },
        *(
            {"matchLayer4": {"protocol": each}, "matchLimit": {"packetRatePerSecond": 5}, "verdict": "accept"}
            for each in ("icmp", "icmpv6")
        ),
        *(
            {
                "matchSourceAddress": inside,
                "matchDestinationAddress": resolver,
                "matchLayer4": {"protocol": each, "matchDestinationPort": port},
                "verdict": "accept",
            }
            for each in ("udp", "tcp")
        ),
        {"matchSourceAddress": inside, "matchDestinationAddress": inside, "verdict": "accept"},
    ]
    assert rules(settings, "prerouting")[-2:] == [
        {"matchConntrackState": {"states": ["new"]}, "matchLayer4": {"protocol": each}, "verdict": "drop"}
        for each in ("tcp", "udp")
    ]


def test_an_icmp_rule_does_not_look_at_the_checksum_for_ports() -> None:
    ping = Rule(name="ping", protocol="icmp", ports=((1, 1),), sources=(Source(subnet=ip_network("10.0.0.0/8")),))
    table = compile_table(make_chains(Settings(action="block", rules=(ping,)), ROUTED))
    assert "dport" not in table.chains[0].rules[-1]
    assert '"l4proto"' in table.chains[0].rules[-1]


def test_a_rule_that_names_nobody_opens_nothing_and_closes_for_all() -> None:
    nobody = Rule(name="nobody", protocol="tcp", ports=((22, 22),))
    opening = compile_table(make_chains(Settings(action="block", rules=(nobody,)), ROUTED)).chains[0]
    assert not any("dport" in each for each in opening.rules)
    closing = compile_table(make_chains(Settings(rules=(nobody,)), ROUTED)).chains[0]
    assert [each for each in closing.rules if "dport" in each and "ipv4" in each and "drop" in each]
    assert [each for each in closing.rules if "dport" in each and "ipv6" in each and "drop" in each]
