"""Links, addresses and routes on the wire. Layouts and numbers: linux/if_link.h, if_addr.h, rtnetlink.h."""

from __future__ import annotations

import socket
import struct
import sys
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Interface, IPv6Network, ip_address
from typing import TYPE_CHECKING

from services.network.links.details import decode as decode_details
from services.network.netlink import attribute_list, attributes, pack_attributes, u32
from services.network.state import (
    Address,
    Interface,
    Ip,
    Link,
    LinkIndex,
    LinkName,
    NextHop,
    Prefix,
    Route,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

RTM_NEWLINK, RTM_DELLINK, RTM_GETLINK = 16, 17, 18
RTM_NEWADDR, RTM_DELADDR, RTM_GETADDR = 20, 21, 22
RTM_NEWROUTE, RTM_DELROUTE, RTM_GETROUTE = 24, 25, 26
RTM_F_CLONED = 0x200

IFLA_ADDRESS, IFLA_BROADCAST, IFLA_IFNAME, IFLA_MTU, IFLA_LINK, IFLA_QDISC = 1, 2, 3, 4, 5, 6
IFLA_MASTER, IFLA_OPERSTATE, IFLA_LINKINFO, IFLA_IFALIAS, IFLA_CARRIER = 10, 16, 18, 20, 33
IFLA_LINK_NETNSID = 37
IFLA_CARRIER_CHANGES = 35
IFLA_PROP_LIST, IFLA_ALT_IFNAME, IFLA_PERM_ADDRESS = 52, 53, 54
IFLA_INFO_KIND, IFLA_INFO_DATA, IFLA_INFO_SLAVE_KIND = 1, 2, 4
IFA_ADDRESS, IFA_LOCAL, IFA_BROADCAST, IFA_ANYCAST, IFA_MULTICAST, IFA_FLAGS, IFA_RT_PRIORITY = 1, 2, 4, 5, 7, 8, 9
RTA_DST, RTA_OIF, RTA_GATEWAY, RTA_PRIORITY, RTA_PREFSRC, RTA_METRICS, RTA_MULTIPATH = 1, 4, 5, 6, 7, 8, 9
RTA_TABLE, RTA_VIA = 15, 18
RTAX_MTU = 2

_LINK = struct.Struct("=BxHiII")
_ADDRESS = struct.Struct("=BBBBI")
_ROUTE = struct.Struct("=BBBBBBBBI")
_NEXT_HOP = struct.Struct("=HBBi")
_ATTRIBUTE = struct.Struct("=HH")
_NUMBER = struct.Struct("=HHI")
# what fib_dump_info (net/ipv4/fib_semantics.c) writes of a route with a gateway and of one without: the header, and
# attributes of four bytes, whose own headers are read as one number each
_BY_GATEWAY = struct.Struct("=BBxxBBBBIIII4sIII4sII")
_ON_LINK = struct.Struct("=BBxxBBBBIIII4sIIII")


def _heads(*kinds: int) -> tuple[int, ...]:
    return tuple(int.from_bytes(_ATTRIBUTE.pack(8, kind), sys.byteorder) for kind in kinds)


_HEADS_BY_GATEWAY = _heads(RTA_TABLE, RTA_DST, RTA_PRIORITY, RTA_GATEWAY, RTA_OIF)
_PLAIN = frozenset({_HEADS_BY_GATEWAY, _heads(RTA_TABLE, RTA_DST, RTA_PRIORITY, RTA_OIF)})
_SIZE_4 = 4

DUMP_LINKS = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0)
DUMP_ADDRESSES = _ADDRESS.pack(socket.AF_UNSPEC, 0, 0, 0, 0)
DUMP_ROUTES = _ROUTE.pack(socket.AF_UNSPEC, 0, 0, 0, 0, 0, 0, 0, 0)


def decode_link(payload: bytes) -> Link:
    """Decode an RTM_NEWLINK."""
    _, kind, index, flags, _ = _LINK.unpack_from(payload)
    values = attributes(payload[_LINK.size :])
    info = attributes(values.get(IFLA_LINKINFO, b""))
    link_kind = _text(info.get(IFLA_INFO_KIND))
    properties = attribute_list(values.get(IFLA_PROP_LIST, b""))
    return Link(
        name=LinkName(_text(values.get(IFLA_IFNAME))),
        index=LinkIndex(index),
        type=kind,
        flags=flags,
        mtu=_number(values.get(IFLA_MTU)),
        hardware_addr=values.get(IFLA_ADDRESS, b""),
        permanent_addr=values.get(IFLA_PERM_ADDRESS, b""),
        broadcast_addr=values.get(IFLA_BROADCAST, b""),
        link_index=_number(values.get(IFLA_LINK)),
        parent_elsewhere=IFLA_LINK_NETNSID in values,
        master_index=_number(values.get(IFLA_MASTER)),
        operational_state=_number(values.get(IFLA_OPERSTATE)),
        carrier=bool(_number(values.get(IFLA_CARRIER))),
        carrier_changes=_number(values.get(IFLA_CARRIER_CHANGES)),
        queue_disc=_text(values.get(IFLA_QDISC)),
        kind=link_kind,
        slave_kind=_text(info.get(IFLA_INFO_SLAVE_KIND)),
        details=decode_details(link_kind, info.get(IFLA_INFO_DATA, b"")),
        alias=_text(values.get(IFLA_IFALIAS)),
        alt_names=tuple(_text(value) for name, value in properties if name == IFLA_ALT_IFNAME),
    )


def decode_address(payload: bytes) -> Address:
    """Decode an RTM_NEWADDR. On a point-to-point link IFA_LOCAL is ours and IFA_ADDRESS the peer's."""
    _, length, flags, scope, index = _ADDRESS.unpack_from(payload)
    values = attributes(payload[_ADDRESS.size :])
    address = values.get(IFA_ADDRESS, b"")
    local = values.get(IFA_LOCAL, address)
    return Address(
        link=LinkIndex(index),
        interface=_interface(local, length),
        peer=_ip(address) if address != local else None,
        broadcast=_optional(values.get(IFA_BROADCAST)),
        anycast=_optional(values.get(IFA_ANYCAST)),
        multicast=_optional(values.get(IFA_MULTICAST)),
        scope=scope,
        flags=_number(values.get(IFA_FLAGS)) or flags,
        priority=_number(values.get(IFA_RT_PRIORITY)),
    )


def decode_route(payload: bytes) -> Route:
    """Decode an RTM_NEWROUTE."""
    family, length, _, _, table, protocol, scope, kind, flags = _ROUTE.unpack_from(payload)
    values = attributes(payload[_ROUTE.size :])
    link = values.get(RTA_OIF)
    return Route(
        destination=_prefix(family, values.get(RTA_DST), length),
        link=None if link is None else LinkIndex(_number(link)),
        gateway=_gateway(values),
        source=_optional(values.get(RTA_PREFSRC)),
        priority=_number(values.get(RTA_PRIORITY)),
        table=_number(values.get(RTA_TABLE)) or table,
        scope=scope,
        type=kind,
        protocol=protocol,
        flags=flags,
        mtu=_number(attributes(values.get(RTA_METRICS, b"")).get(RTAX_MTU)),
        next_hops=tuple(_next_hops(values.get(RTA_MULTIPATH, b""))),
    )


class RouteReader:
    """Decodes dumps of routes. There may be thousands, and they are read anew at every change of anything.

    So what was the same in the last dump is not decoded again. Of what is new nearly all is of IPv4 and of one of two
    shapes, which are read at one go.
    """

    def __init__(self) -> None:
        """Know of no routes yet."""
        self._known: dict[bytes, Route] = {}

    def read(self, payloads: Iterable[bytes]) -> tuple[Route, ...]:
        """Return the routes; those of other protocols and cached copies are left out."""
        known, self._known = self._known, {}
        gateways: dict[bytes, Ip] = {}
        for payload in payloads:
            route = known.get(payload) or _read_at_once(payload, gateways)
            if route is None and is_ip_route(payload):
                route = decode_route(payload)
            if route is not None:
                self._known[payload] = route
        return tuple(self._known.values())


def _read_at_once(payload: bytes, gateways: dict[bytes, Ip]) -> Route | None:
    """Decode a plain IPv4 route as fib_dump_info writes it; None for any other. gateways: those that were met."""
    if len(payload) == _BY_GATEWAY.size:
        values = _BY_GATEWAY.unpack(payload)
        gateway = gateways.get(values[14]) or gateways.setdefault(values[14], IPv4Address(values[14]))
    elif len(payload) == _ON_LINK.size:
        values, gateway = _ON_LINK.unpack(payload), None
    else:
        return None
    family, length, _, protocol, scope, kind, flags, _, table, _, destination, _, priority, *_, link = values
    if family != socket.AF_INET or flags & RTM_F_CLONED or values[7::2] not in _PLAIN:
        return None
    return Route(
        destination=IPv4Network((destination, length), strict=False),
        link=link,
        gateway=gateway,
        priority=priority,
        table=table,
        scope=scope,
        type=kind,
        protocol=protocol,
        flags=flags,
    )


def is_ip_route(payload: bytes) -> bool:
    """Tell whether a dumped route is one of IPv4 or IPv6 and not a cached copy of one."""
    family, *_, flags = _ROUTE.unpack_from(payload)
    return family in {socket.AF_INET, socket.AF_INET6} and not flags & RTM_F_CLONED


def encode_address(index: LinkIndex, interface: Interface, scope: int) -> bytes:
    """Encode an RTM_NEWADDR or RTM_DELADDR; IPv4 networks with room for one get their broadcast address."""
    values = {IFA_LOCAL: interface.ip.packed, IFA_ADDRESS: interface.ip.packed}
    if interface.version == 4 and interface.network.prefixlen < 31 and not interface.ip.is_loopback:  # RFC 3021
        values[IFA_BROADCAST] = interface.network.broadcast_address.packed
    header = _ADDRESS.pack(_family(interface.version), interface.network.prefixlen, 0, scope, index)
    return header + pack_attributes(values)


def encode_route(route: Route) -> bytes:
    """Encode an RTM_NEWROUTE or RTM_DELROUTE of one way."""
    destination, gateway = route.destination, route.gateway
    link = route.link
    if gateway is not None and link is not None and _is_plain(route) and destination.version == gateway.version == 4:
        return _encode_by_gateway(route, destination.network_address, gateway, link)
    family = _family(destination.version)
    parts = [
        _ROUTE.pack(
            family,
            destination.prefixlen,
            0,
            0,
            route.table if route.table < 256 else 0,
            route.protocol,
            route.scope,
            route.type,
            0,
        ),
        _NUMBER.pack(_NUMBER.size, RTA_TABLE, route.table),
        _NUMBER.pack(_NUMBER.size, RTA_PRIORITY, route.priority),
    ]
    if destination.prefixlen:
        parts.append(_address(RTA_DST, destination.network_address))
    if route.link is not None:
        parts.append(_NUMBER.pack(_NUMBER.size, RTA_OIF, route.link))
    if gateway is not None:
        parts.append(_pack_gateway(destination.version, gateway))
    if route.source is not None:
        parts.append(_address(RTA_PREFSRC, route.source))
    if route.mtu:
        parts.append(pack_attributes({RTA_METRICS: pack_attributes({RTAX_MTU: u32(route.mtu)})}))
    return b"".join(parts)


def _is_plain(route: Route) -> bool:
    return route.destination.prefixlen > 0 and route.source is None and not route.mtu


def _encode_by_gateway(route: Route, address: Ip, gateway: Ip, link: LinkIndex) -> bytes:
    """Encode at one go what _read_at_once reads: thousands of routes are of this shape or none is."""
    table, to, priority, via, out = _HEADS_BY_GATEWAY
    return _BY_GATEWAY.pack(
        socket.AF_INET,
        route.destination.prefixlen,
        route.table if route.table < 256 else 0,
        route.protocol,
        route.scope,
        route.type,
        0,
        table,
        route.table,
        to,
        address.packed,
        priority,
        route.priority,
        via,
        gateway.packed,
        out,
        link,
    )


def _address(kind: int, address: Ip) -> bytes:
    packed = address.packed
    return _ATTRIBUTE.pack(_ATTRIBUTE.size + len(packed), kind) + packed


def _pack_gateway(version: int, gateway: Ip) -> bytes:
    if gateway.version == version:
        return _address(RTA_GATEWAY, gateway)
    return pack_attributes({RTA_VIA: struct.pack("=H", _family(gateway.version)) + gateway.packed})


def _next_hops(data: bytes) -> list[NextHop]:
    hops, offset = [], 0
    while offset + _NEXT_HOP.size <= len(data):
        length, _, hops_less_one, index = _NEXT_HOP.unpack_from(data, offset)
        if length < _NEXT_HOP.size:
            break
        values = attributes(data[offset + _NEXT_HOP.size : offset + length])
        hops.append(NextHop(link=LinkIndex(index), gateway=_gateway(values), weight=hops_less_one + 1))
        offset += (length + 3) & ~3
    return hops


def _gateway(values: dict[int, bytes]) -> Ip | None:
    via = values.get(RTA_VIA, b"")
    return _ip(via[2:]) if via else _optional(values.get(RTA_GATEWAY))


def _prefix(family: int, address: bytes | None, length: int) -> Prefix:
    if family == socket.AF_INET:
        return IPv4Network((address or bytes(4), length), strict=False)
    return IPv6Network((address or bytes(16), length), strict=False)


def _interface(address: bytes, length: int) -> Interface:
    return IPv4Interface((address, length)) if len(address) == _SIZE_4 else IPv6Interface((address, length))


def _family(version: int) -> int:
    return socket.AF_INET if version == 4 else socket.AF_INET6


def _ip(value: bytes) -> Ip:
    return ip_address(value)


def _optional(value: bytes | None) -> Ip | None:
    return None if value is None else _ip(value)


def _number(value: bytes | None) -> int:
    return 0 if value is None else int.from_bytes(value[:4], sys.byteorder)


def _text(value: bytes | None) -> str:
    return "" if value is None else value.split(b"\0")[0].decode(errors="replace")
