"""Sets of addresses and ports as ranges, against sets of numbers."""

from __future__ import annotations

from ipaddress import ip_address, ip_network
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.network.firewall.ranges import (
    address_elements,
    address_ranges,
    is_everything,
    merge,
    port_elements,
    subtract,
)
from tests.unit.services.network.firewall.strategies import prefixes

small = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))


def numbers(ranges: list[tuple[int, int]]) -> set[int]:
    """Every number in ranges."""
    return {number for low, high in ranges for number in range(low, high + 1)}


@given(st.lists(small), st.lists(small))
def test_ranges_are_sets(some: list[tuple[int, int]], others: list[tuple[int, int]]) -> None:
    assert numbers(merge(some)) == numbers(some)
    left = subtract(some, others)
    assert numbers(left) == numbers(some) - numbers(others)
    assert left == merge(left)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(left))


@given(st.lists(prefixes, max_size=3), st.lists(prefixes, max_size=3))
def test_addresses_at_the_edges_are_in_the_ranges_as_in_the_subnets(
    include: list[object], exclude: list[object]
) -> None:
    for version in (4, 6):
        subnets = [ip_network(str(each)) for each in include if ip_network(str(each)).version == version]
        without = [ip_network(str(each)) for each in exclude if ip_network(str(each)).version == version]
        ranges = address_ranges(version, map(str, include), map(str, exclude))
        bits = 32 if version == 4 else 128
        for each in (*subnets, *without):
            for number in (int(each[0]) - 1, int(each[0]), int(each[-1]), int(each[-1]) + 1):
                if not 0 <= number < 1 << bits:
                    continue
                address = ip_address(number.to_bytes(bits // 8, "big"))
                inside = any(address in subnet for subnet in subnets) and not any(
                    address in subnet for subnet in without
                )
                assert inside is any(low <= number <= high for low, high in ranges)


def test_elements_are_written_as_nft_does() -> None:
    ranges = address_ranges(4, ["10.0.0.0/24", "10.2.0.0/24", "10.9.9.9/32"], ["10.2.0.0/32"])
    assert address_elements(4, ranges) == [
        {"prefix": {"addr": "10.0.0.0", "len": 24}},
        {"range": ["10.2.0.1", "10.2.0.255"]},
        "10.9.9.9",
    ]
    assert address_elements(6, address_ranges(6, ["::ffff:1.2.3.4/128"], [])) == ["::ffff:1.2.3.4"]
    assert port_elements([(80, 80), (81, 90), (22, 22)]) == [22, {"range": [80, 90]}]


def test_everything_is_known() -> None:
    assert is_everything(4, address_ranges(4, ["0.0.0.0/1", "128.0.0.0/1"], []))
    assert not is_everything(4, address_ranges(4, ["0.0.0.0/0"], ["10.0.0.1/32"]))
    assert is_everything(6, address_ranges(6, ["::/0"], ["0.0.0.0/0"]))
