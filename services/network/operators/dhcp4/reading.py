"""From a server's answer to a lease. A server may be anybody's: everything that it says is looked at first."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from typing import TYPE_CHECKING, TypeVar

from services.network.operators.addresses import fault, read_servers
from services.network.operators.dhcp4.message import Message, Option, Options
from services.network.operators.lease import Lease, LeaseRoute
from services.network.operators.names import decode_labels, decode_name, usable_names
from services.network.operators.timing import lease_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

# RFC 2131 4.4.5: 0.875 of the lease
_REBIND_PART = 0.875
# A node of a large site has a handful; each is a request to the kernel at every reconcile.
MOST_ROUTES = 64
# Below this Linux takes IPv6 from the link (RFC 8200 5); above there is no Ethernet, and drivers refuse.
LEAST_MTU, MOST_MTU = 1280, 9216
_DEFAULT = IPv4Network("0.0.0.0/0")
_NOT_FOR_ROUTES = (IPv4Network("127.0.0.0/8"), IPv4Network("224.0.0.0/3"))


def read_lease(message: Message, asked_at: float) -> Lease:
    """Read an OFFER or ACK; raises ValueError if its address cannot be used. The rest is used as far as it can be."""
    address = _address(message)
    options, refused = message.options, list[str]()
    times = lease_times(
        asked_at,
        _lease_time(options),
        _seconds(options, Option.RENEWAL_TIME),
        _seconds(options, Option.REBINDING_TIME),
        rebind_part=_REBIND_PART,
    )
    resolvers, bad_resolvers = read_servers(options.get(Option.RESOLVERS, b""), 4, "DNS server")
    time_servers, bad_time_servers = read_servers(options.get(Option.TIME_SERVERS, b""), 4, "time server")
    no_routes: tuple[LeaseRoute, ...] = ()
    routes = _guarded(lambda: _routes(options, address, refused), no_routes, "routes", refused)
    return Lease(
        address=address,
        server=str(message.server or ""),
        asked_at=asked_at,
        renew_at=times.renew_at,
        rebind_at=times.rebind_at,
        expires_at=times.expires_at,
        routes=routes,
        mtu=_guarded(lambda: _mtu(options), None, "MTU", refused),
        hostname=_name(options, Option.HOSTNAME, "hostname", refused),
        domain=_name(options, Option.DOMAIN, "domain", refused),
        resolvers=resolvers,
        search=_guarded(lambda: _search(options, refused), (), "search domains", refused),
        time_servers=time_servers,
        refused=(*refused, *bad_resolvers, *bad_time_servers),
    )


def _address(message: Message) -> IPv4Interface:
    why = fault(message.yours)
    if why:
        raise ValueError(why)
    mask = message.options.get(Option.SUBNET_MASK)
    try:
        length = _natural_length(message.yours) if mask is None else _prefix_length(mask)
    except ValueError as error:
        raise ValueError(f"{message.yours}: {error}") from error
    interface = IPv4Interface((message.yours, length))
    ends = (interface.network.network_address, interface.network.broadcast_address)
    if length < 31 and interface.ip in ends:
        raise ValueError(f"{interface} is the network's own or its broadcast address")
    return interface


def _prefix_length(mask: bytes) -> int:
    number = int.from_bytes(mask)
    ones = number.bit_count()
    # a network shorter than /8 would take what is others' with it
    if len(mask) != 4 or ones < 8 or number != (1 << 32) - (1 << (32 - ones)):
        raise ValueError(f"mask {'.'.join(map(str, mask[:8]))} is not one of a network of /8 or smaller")
    return ones


def _natural_length(address: IPv4Address) -> int:
    """What a server means that sends no mask: the class of the address (RFC 791)."""
    first = address.packed[0]
    return 8 if first < 128 else 16 if first < 192 else 24


def _routes(options: Options, address: IPv4Interface, refused: list[str]) -> tuple[LeaseRoute, ...]:
    """Read classless routes, and the router if there are none (RFC 3442: with them, the router does not count)."""
    if Option.ROUTES in options:
        routes = list(_classless(options[Option.ROUTES]))
    else:
        routers = options.get(Option.ROUTER, b"")[:4]
        routes = [LeaseRoute(destination=_DEFAULT, gateway=IPv4Address(routers))] if len(routers) == 4 else []
    good = dict.fromkeys(each for each in routes if _is_good(each, address, refused))
    if len(good) > MOST_ROUTES:
        refused.append(f"routes: {len(good)} are too many, the first {MOST_ROUTES} are used")
    return _reachable(tuple(good)[:MOST_ROUTES], address)


def _classless(data: bytes) -> Iterator[LeaseRoute]:
    """RFC 3442: the length of the prefix, as many bytes of it as count, the gateway; 0.0.0.0 is on-link."""
    offset = 0
    while offset < len(data):
        length = data[offset]
        count = (length + 7) // 8
        prefix, gateway = data[offset + 1 :][:count], data[offset + 1 + count :][:4]
        if length > 32 or len(gateway) < 4:
            raise ValueError("classless routes are cut off or out of bounds")
        destination = IPv4Network((prefix.ljust(4, b"\0"), length), strict=False)
        router = IPv4Address(gateway)
        yield LeaseRoute(destination=destination, gateway=None if router.is_unspecified else router)
        offset += 1 + count + 4


def _is_good(route: LeaseRoute, address: IPv4Interface, refused: list[str]) -> bool:
    destination, gateway = route.destination, route.gateway
    why = "" if gateway is None else fault(gateway)
    if gateway == address.ip:
        why = f"{gateway} is the node's own address"
    if any(isinstance(destination, IPv4Network) and destination.subnet_of(each) for each in _NOT_FOR_ROUTES):
        why = f"{destination} is not routed"
    if why:
        refused.append(f"route to {destination}: {why}")
    return not why


def _reachable(routes: tuple[LeaseRoute, ...], address: IPv4Interface) -> tuple[LeaseRoute, ...]:
    """Put an on-link route before those whose gateway is outside of the network, as clouds have them with a /32."""
    on_link = [address.network, *(each.destination for each in routes if each.gateway is None)]
    gateways = [each.gateway for each in routes if each.gateway is not None]
    outside = dict.fromkeys(each for each in gateways if not any(each in network for network in on_link))
    extra = (LeaseRoute(destination=IPv4Network(int(each))) for each in outside)
    return (*extra, *routes)


def _mtu(options: Options) -> int | None:
    if Option.MTU not in options:
        return None
    mtu = int.from_bytes(options[Option.MTU])
    if not LEAST_MTU <= mtu <= MOST_MTU:
        raise ValueError(f"{mtu} is not within {LEAST_MTU} and {MOST_MTU}")
    return mtu


def _search(options: Options, refused: list[str]) -> tuple[str, ...]:
    names, bad = usable_names(decode_labels(options.get(Option.SEARCH, b"")), "search domain")
    refused.extend(bad)
    return names


def _name(options: Options, option: Option, what: str, refused: list[str]) -> str:
    # no name at all is what some servers send for "none"
    value = options.get(option, b"").rstrip(b"\0")
    return _guarded(lambda: decode_name(value), "", what, refused) if value else ""


def _lease_time(options: Options) -> float:
    seconds = _seconds(options, Option.LEASE_TIME)
    if not seconds:
        raise ValueError("it does not say for how long the address is")
    return seconds


def _seconds(options: Options, option: Option) -> float:
    value = options.get(option, b"")
    return float(int.from_bytes(value)) if len(value) == 4 else 0.0


def _guarded(read: Callable[[], T], otherwise: T, what: str, refused: list[str]) -> T:
    try:
        return read()
    except ValueError as error:
        refused.append(f"{what}: {error}")
        return otherwise
