"""Settings of every kind."""

from __future__ import annotations

from ipaddress import ip_network

from hypothesis import strategies as st

from services.network.firewall.settings import Prefix, Rule, Settings, Source


def _prefix(version: int, number: int, length: int) -> Prefix:
    bits = 32 if version == 4 else 128
    packed = (number >> (bits - length) << (bits - length) if length else 0).to_bytes(bits // 8, "big")
    return ip_network((packed, length))


# few bits that differ, so that subnets meet
def _prefixes_of(version: int) -> st.SearchStrategy[Prefix]:
    bits = 32 if version == 4 else 128
    numbers = st.one_of(
        st.integers(0, (1 << bits) - 1),
        st.integers(0, 15).map(lambda high: high << (bits - 4)),
        st.just(0xFFFF01020304),
    ).map(lambda number: number & ((1 << bits) - 1))
    return st.builds(_prefix, st.just(version), numbers, st.one_of(st.integers(0, bits), st.sampled_from((0, 1, bits))))


prefixes = st.one_of(_prefixes_of(4), _prefixes_of(6))
sources = st.builds(Source, subnet=prefixes, without=st.one_of(st.none(), prefixes))
port_ranges = st.tuples(st.integers(0, 65535), st.integers(0, 65535)).map(lambda pair: (min(pair), max(pair)))
rules = st.builds(
    Rule,
    name=st.just("rule"),
    protocol=st.sampled_from(("tcp", "udp", "icmp", "icmpv6")),
    ports=st.lists(port_ranges, min_size=1, max_size=4).map(tuple),
    sources=st.lists(sources, max_size=4).map(tuple),
)
settings = st.builds(
    Settings,
    action=st.sampled_from(("accept", "block")),
    rules=st.lists(rules, max_size=4).map(tuple),
    cluster=st.one_of(st.none(), st.lists(prefixes, min_size=1, max_size=3).map(tuple)),
    host_dns=st.booleans(),
)
