"""What is believed of a server's answer."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_address, ip_interface, ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.network.operators.dhcp4.message import Kind, Message, Option, Options
from services.network.operators.dhcp4.reading import MOST_ROUTES, read_lease
from services.network.operators.lease import Lease, LeaseRoute
from services.network.operators.timing import LONGEST_LEASE, SHORTEST_LEASE, SHORTEST_RENEWAL
from tests.unit.services.network.operators.servers import HARDWARE, four, seconds

MASK: Options = {Option.SUBNET_MASK: four("255.255.255.0")}
NOW = 1000.0


def read(address: str = "10.0.0.50", **given: bytes | None) -> Lease:
    """Read an answer of a server that gives an address, and options by their names."""
    usual: dict[int, bytes | None] = {Option.LEASE_TIME: seconds(120), Option.SERVER: four("10.0.0.1"), **MASK}
    every = usual | {Option[name]: value for name, value in given.items()}
    options = {code: value for code, value in every.items() if value is not None}
    message = Message(
        kind=Kind.ACK, reply=True, transaction=1, hardware=HARDWARE, yours=IPv4Address(address), options=options
    )
    return read_lease(message, NOW)


def route(destination: str, gateway: str | None = None) -> LeaseRoute:
    """A route."""
    way = None if gateway is None else ip_address(gateway)
    return LeaseRoute(destination=ip_network(destination), gateway=way)


def test_everything_that_a_server_gives() -> None:
    lease = read(
        ROUTER=four("10.0.0.1") + four("10.0.0.2"),
        RESOLVERS=four("10.0.0.3") + four("10.0.0.4"),
        DOMAIN=b"example.org\0",
        SEARCH=b"\1a\7example\3org\0\1b\xc0\2",
        HOSTNAME=b"node",
        MTU=(1400).to_bytes(2),
        TIME_SERVERS=four("10.0.0.5"),
    )
    assert lease == Lease(
        address=ip_interface("10.0.0.50/24"),
        server="10.0.0.1",
        asked_at=NOW,
        renew_at=NOW + 60,
        rebind_at=NOW + 105,
        expires_at=NOW + 120,
        routes=(route("0.0.0.0/0", "10.0.0.1"),),
        mtu=1400,
        hostname="node",
        domain="example.org",
        resolvers=(ip_address("10.0.0.3"), ip_address("10.0.0.4")),
        search=("a.example.org", "b.example.org"),
        time_servers=(ip_address("10.0.0.5"),),
    )


def test_classless_routes_take_the_place_of_the_router() -> None:
    routes = b"\x00" + four("10.0.0.9") + b"\x18\xac\x10\x05" + four("10.0.0.8") + b"\x10\xa9\xfe" + bytes(4)
    lease = read(ROUTER=four("10.0.0.1"), ROUTES=routes)
    assert lease.routes == (
        route("0.0.0.0/0", "10.0.0.9"),
        route("172.16.5.0/24", "10.0.0.8"),
        route("169.254.0.0/16"),
    )


def test_a_gateway_outside_of_the_network_is_made_reachable_first() -> None:
    """As Google's cloud and Hetzner have it: an address alone, and a router that is no neighbour by its number."""
    lease = read("10.0.0.50", SUBNET_MASK=four("255.255.255.255"), ROUTER=four("172.31.1.1"))
    assert lease.routes == (route("172.31.1.1/32"), route("0.0.0.0/0", "172.31.1.1"))
    told = read(SUBNET_MASK=four("255.255.255.255"), ROUTES=b"\x20\x0a\0\0\1\0\0\0\0" + b"\0" + four("10.0.0.1"))
    assert told.routes == (route("10.0.0.1/32"), route("0.0.0.0/0", "10.0.0.1"))


@pytest.mark.parametrize(
    ("lease", "renewal", "rebinding", "expected"),
    [
        (120, 0, 0, (60, 105, 120)),
        (120, 30, 90, (30, 90, 120)),
        (120, 90, 30, (30, 30, 120)),  # out of order: any server is asked, at the earlier time
        (120, 130, 140, (60, 105, 120)),
        (120, 1, 2, (SHORTEST_RENEWAL, SHORTEST_RENEWAL, 120)),
        (1, 0, 0, (5, 8.75, SHORTEST_LEASE)),
        (2**32 - 1, 0, 0, (LONGEST_LEASE / 2, LONGEST_LEASE * 0.875, LONGEST_LEASE)),
    ],
)
def test_times_are_bounded(lease: int, renewal: int, rebinding: int, expected: tuple[float, ...]) -> None:
    given = read(LEASE_TIME=seconds(lease), RENEWAL_TIME=seconds(renewal), REBINDING_TIME=seconds(rebinding))
    assert (given.renew_at - NOW, given.rebind_at - NOW, given.expires_at - NOW) == expected


@pytest.mark.parametrize(
    ("address", "options", "why"),
    [
        (str(IPv4Address(0)), {}, "nobody's address"),
        ("255.255.255.255", {}, "nobody's address"),
        ("127.0.0.5", {}, "loopback address"),
        ("224.0.0.5", {}, "multicast address"),
        ("240.0.0.5", {}, "reserved network"),
        ("0.1.2.3", {}, "reserved network"),
        ("10.0.0.255", {}, "broadcast address"),
        ("10.0.0.0", {}, "network's own"),
        ("10.0.0.5", {"SUBNET_MASK": four("255.0.255.0")}, "mask 255.0.255.0"),
        ("10.0.0.5", {"SUBNET_MASK": bytes(4)}, "mask 0.0.0.0"),
        ("10.0.0.5", {"SUBNET_MASK": b"\xff"}, "mask 255"),
        ("10.0.0.5", {"LEASE_TIME": None}, "for how long"),
        ("10.0.0.5", {"LEASE_TIME": b"\0"}, "for how long"),
    ],
)
def test_an_address_that_cannot_be_is_refused(address: str, options: dict[str, bytes | None], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read(address, **options)


@pytest.mark.parametrize(("address", "length"), [("10.0.0.50", 8), ("172.16.0.50", 16), ("192.168.1.50", 24)])
def test_without_a_mask_the_class_counts(address: str, length: int) -> None:
    assert read(address, SUBNET_MASK=None).address.network.prefixlen == length


@pytest.mark.parametrize(
    ("options", "refused"),
    [
        ({"HOSTNAME": b"evil\nnameserver 6.6.6.6"}, "hostname: 'evil\\nnameserver 6.6.6.6' is not a name"),
        ({"HOSTNAME": b"a" * 64}, f"hostname: '{'a' * 64}' is not a name"),
        ({"DOMAIN": b"a b"}, "domain: 'a b' is not a name"),
        ({"DOMAIN": b"\xff.org"}, "domain: '\\\\xff.org' is not a name"),
        ({"SEARCH": b"\4a\nb\r\0"}, "search domain: 'a\\nb\\r' is not a name"),
        ({"SEARCH": b"\xc0\0"}, "search domains: a compressed name points forward"),
        ({"SEARCH": b"\5ab"}, "search domains: a name is cut off"),
        ({"MTU": (68).to_bytes(2)}, "MTU: 68 is not within 1280 and 9216"),
        ({"MTU": (65535).to_bytes(2)}, "MTU: 65535 is not within 1280 and 9216"),
        ({"RESOLVERS": four("127.0.0.1")}, "DNS server: 127.0.0.1 is a loopback address"),
        ({"TIME_SERVERS": four("224.0.0.1")}, "time server: 224.0.0.1 is a multicast address"),
        ({"ROUTER": four("10.0.0.50")}, "route to 0.0.0.0/0: 10.0.0.50 is the node's own address"),
        ({"ROUTER": four("127.0.0.1")}, "route to 0.0.0.0/0: 127.0.0.1 is a loopback address"),
        ({"ROUTES": b"\x08\x7f" + four("10.0.0.1")}, "route to 127.0.0.0/8: 127.0.0.0/8 is not routed"),
        ({"ROUTES": b"\x21" + bytes(9)}, "routes: classless routes are cut off or out of bounds"),
        ({"ROUTES": b"\x18\x0a"}, "routes: classless routes are cut off or out of bounds"),
    ],
)
def test_what_cannot_be_used_is_told_and_the_rest_holds(options: dict[str, bytes], refused: str) -> None:
    lease = read("10.0.0.50", **options)
    assert lease.refused == (refused,)
    assert lease == read_without(lease)


def read_without(lease: Lease) -> Lease:
    """The lease of a server that says nothing more, with the same complaint."""
    plain = read()
    return Lease(
        address=plain.address,
        server=plain.server,
        asked_at=plain.asked_at,
        renew_at=plain.renew_at,
        rebind_at=plain.rebind_at,
        expires_at=plain.expires_at,
        refused=lease.refused,
    )


def test_there_are_not_more_routes_than_a_node_can_have() -> None:
    routes = b"".join(b"\x20\x0b\0" + number.to_bytes(2) + four("10.0.0.1") for number in range(500))
    lease = read(ROUTES=routes)
    assert len(lease.routes) == MOST_ROUTES
    assert lease.refused == ("routes: 500 are too many, the first 64 are used",)


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from([each for each in Option if 0 < each < 255]), st.binary(max_size=60)),
    st.ip_addresses(v=4),
)
def test_whatever_a_server_says_no_line_of_a_file_can_come_of_it(options: Options, yours: IPv4Address) -> None:
    message = Message(kind=Kind.ACK, transaction=1, hardware=HARDWARE, yours=yours, options=options)
    try:
        lease = read_lease(message, NOW)
    except ValueError:
        return
    names = (*lease.search, *((lease.hostname,) if lease.hostname else ()), *((lease.domain,) if lease.domain else ()))
    for name in names:
        assert all(each.isascii() and (each.isalnum() or each in "-_.") for each in name)
    assert all(each.isprintable() for text in lease.refused for each in text)
    assert NOW + SHORTEST_RENEWAL <= lease.renew_at <= lease.rebind_at <= NOW + LONGEST_LEASE
    assert len(lease.routes) <= 2 * MOST_ROUTES
    assert lease.mtu is None or 1280 <= lease.mtu <= 9216
