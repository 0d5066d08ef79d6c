"""DNS servers and search domains of router advertisements."""

from __future__ import annotations

import struct
from ipaddress import IPv6Address, ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.network.operators.machine import NEVER
from services.network.operators.ra.options import Advertised, decode_advertised
from services.network.operators.ra.routers import Resolving, Routers
from services.network.operators.timing import LONGEST_LEASE
from services.network.state import LinkIndex

ETH0 = LinkIndex(2)


def option(code: int, lifetime: int, value: bytes) -> bytes:
    """An option of RFC 8106, padded to eight bytes."""
    value = value.ljust((len(value) + 7) // 8 * 8, b"\0")
    return struct.pack("!BBHI", code, 1 + len(value) // 8, 0, lifetime) + value


def message(*options: bytes, family: int = 10, kind: int = 134) -> bytes:
    """The kernel's message, with its attribute of who sent it."""
    data = b"".join(options)
    return struct.pack("=BBHiBBHI", family, 0, len(data), ETH0, kind, 0, 0, 0) + data + b"\x14\0\1\0" + bytes(16)


def rdnss(*addresses: str, lifetime: int = 600) -> bytes:
    """DNS servers."""
    return option(25, lifetime, b"".join(IPv6Address(each).packed for each in addresses))


def dnssl(names: bytes, lifetime: int = 600) -> bytes:
    """Search domains."""
    return option(31, lifetime, names)


def heard(routers: Routers, *options: bytes, now: float = 0.0) -> Resolving:
    """Hear options, and return what holds."""
    for each in decode_advertised(message(*options)):
        routers.hear(each, now)
    return routers.resolving().get(ETH0, Resolving())


def test_servers_and_domains() -> None:
    routers = Routers()
    both = heard(routers, rdnss("fd00::1", "fe80::1"), option(3, 600, bytes(24)), dnssl(b"\7example\3org\0\1a\0"))
    assert both.servers == (ip_address("fd00::1"), ip_address("fe80::1"))
    assert both.search == ("example.org", "a")
    assert routers.due == 600


def test_they_hold_as_long_as_the_router_says() -> None:
    routers = Routers()
    heard(routers, rdnss("fd00::1"), dnssl(b"\1a\0", lifetime=300))
    heard(routers, rdnss("fd00::1", lifetime=900), now=100)
    routers.expire(300)
    assert routers.resolving() == {ETH0: Resolving(servers=(ip_address("fd00::1"),))}
    assert routers.due == 1000
    routers.expire(1000)
    assert (routers.resolving(), routers.due) == ({}, NEVER)


def test_a_router_takes_them_back() -> None:
    routers = Routers()
    heard(routers, rdnss("fd00::1", "fd00::2"))
    assert heard(routers, rdnss("fd00::1", "fd00::9", lifetime=0)).servers == (ip_address("fd00::2"),)


def test_for_ever_is_a_year() -> None:
    routers = Routers()
    heard(routers, rdnss("fd00::1", lifetime=2**32 - 1))
    assert routers.due == LONGEST_LEASE


def test_a_link_that_is_gone_takes_them_with_it() -> None:
    routers = Routers()
    heard(routers, rdnss("fd00::1"))
    routers.keep([ETH0])
    assert ETH0 in routers.resolving()
    routers.keep([LinkIndex(3)])
    assert routers.resolving() == {}


def test_a_flood_of_servers_and_domains_is_bounded_and_told() -> None:
    routers = Routers()
    for number in range(1000):
        both = heard(routers, rdnss(f"fd00::{number + 1:x}"), dnssl(f"\4n{number:03}\0".encode()))
    assert (len(both.servers), len(both.search)) == (8, 32)
    assert routers.errors() == {ETH0: "n999: 32 are in use already"}


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (rdnss("::1"), "DNS server: ::1 is a loopback address"),
        (rdnss("ff02::1"), "DNS server: ff02::1 is a multicast address"),
        (dnssl(b"\4a\nb\r\0"), "search domain: 'a\\nb\\r' is not a name"),
        (dnssl(b"\x3fab"), "search domains: a name is cut off"),
    ],
)
def test_what_cannot_be_used_is_told(bad: bytes, why: str) -> None:
    routers = Routers()
    assert heard(routers, bad) == Resolving()
    assert routers.errors() == {ETH0: why}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        message(rdnss("fd00::1"))[:-21],
        message(rdnss("fd00::1"), family=2),
        message(rdnss("fd00::1"), kind=137),
        message(b"\x19\0" + bytes(6)),
        message(b"\x19\x04" + bytes(6)),
    ],
)
def test_other_messages_are_passed_over(data: bytes) -> None:
    assert list(decode_advertised(data)) == []


@settings(deadline=None)
@given(st.binary(max_size=100), st.sampled_from([25, 31]), st.integers(0, 2**32 - 1))
def test_whatever_a_router_says_no_line_of_a_file_can_come_of_it(value: bytes, code: int, lifetime: int) -> None:
    routers = Routers()
    now = heard(routers, option(code, lifetime, value))
    for name in now.search:
        assert all(letter.isascii() and (letter.isalnum() or letter in "-_.") for letter in name)
    assert all(letter.isprintable() for text in routers.errors().values() for letter in text)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_noise_is_passed_over(noise: bytes) -> None:
    assert all(isinstance(each, Advertised) for each in decode_advertised(message()[:16] + noise))
