"""Sets of numbers as ranges: what nftables keeps of subnets and ports."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_network, summarize_address_range
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Range = tuple[int, int]
Version = Literal[4, 6]


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Return the same numbers in ascending ranges that neither touch nor overlap."""
    merged: list[Range] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def subtract(ranges: Iterable[Range], without: Iterable[Range]) -> list[Range]:
    """Return the numbers of the ranges that are not in the others."""
    left = merge(ranges)
    for low, high in merge(without):
        left = [piece for each in left for piece in _cut(each, low, high)]
    return left


def address_ranges(version: Version, include: Iterable[str], exclude: Iterable[str]) -> list[Range]:
    """Return the addresses of a family in some subnets and not in others."""
    return subtract(_subnets(version, include), _subnets(version, exclude))


def is_everything(version: Version, ranges: list[Range]) -> bool:
    """Tell whether these are all addresses of a family."""
    return ranges == [(0, (1 << (32 if version == 4 else 128)) - 1)]


def address_elements(version: Version, ranges: Iterable[Range]) -> list[Any]:
    """Return ranges as nft writes them: an address, a prefix or a range."""
    return [_element(version, low, high) for low, high in ranges]


def port_elements(ranges: Iterable[Range]) -> list[Any]:
    """Return ranges of ports as nft writes them."""
    return [low if low == high else {"range": [low, high]} for low, high in merge(ranges)]


def _cut(each: Range, low: int, high: int) -> Iterator[Range]:
    if each[1] < low or high < each[0]:
        yield each
        return
    if each[0] < low:
        yield each[0], low - 1
    if high < each[1]:
        yield high + 1, each[1]


def _subnets(version: Version, texts: Iterable[str]) -> Iterator[Range]:
    for text in texts:
        subnet = ip_network(text)
        if subnet.version == version:
            yield int(subnet.network_address), int(subnet.broadcast_address)


def _element(version: Version, low: int, high: int) -> Any:
    if low == high:
        return _text(version, low)
    first, *more = _networks(version, low, high)
    if more:
        return {"range": [_text(version, low), _text(version, high)]}
    return {"prefix": {"addr": _text(version, low), "len": first}}


def _networks(version: Version, low: int, high: int) -> Iterator[int]:
    address = IPv4Address if version == 4 else IPv6Address
    return (each.prefixlen for each in summarize_address_range(address(low), address(high)))


def _text(version: Version, number: int) -> str:
    # as the C library writes it, which nft asks: Python has other words for addresses of IPv4 within IPv6
    if version == 4:
        return socket.inet_ntop(socket.AF_INET, number.to_bytes(4, "big"))
    return socket.inet_ntop(socket.AF_INET6, number.to_bytes(16, "big"))
