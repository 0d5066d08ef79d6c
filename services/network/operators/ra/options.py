"""DNS servers and search domains of router advertisements, as the kernel passes them on (RTM_NEWNDUSEROPT).

The kernel takes addresses and routes from them itself. Layouts: struct nduseroptmsg in linux/rtnetlink.h, RFC 8106 5.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import msgspec

from services.network.operators.addresses import read_servers
from services.network.operators.names import decode_labels, usable_names
from services.network.state import Ip, LinkIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

RTM_NEWNDUSEROPT = 68
_AF_INET6 = 10
_ROUTER_ADVERTISEMENT = 134
_RDNSS, _DNSSL = 25, 31

_MESSAGE = struct.Struct("=BxHiBB6x")
_HEAD = struct.Struct("!BBxxI")


class Advertised(msgspec.Struct, frozen=True, kw_only=True):
    """What one option says, for how many seconds; 0 takes it back. refused: what is not used, in words."""

    link: LinkIndex
    lifetime: int
    servers: tuple[Ip, ...] = ()
    search: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def decode_advertised(payload: bytes) -> Iterator[Advertised]:
    """Decode the payload of a message; what is cut off or of another kind is passed over."""
    if len(payload) < _MESSAGE.size:
        return
    family, length, index, kind, _ = _MESSAGE.unpack_from(payload)
    if family != _AF_INET6 or kind != _ROUTER_ADVERTISEMENT:
        return
    for option in _options(payload[_MESSAGE.size :][:length]):
        code, _, lifetime = _HEAD.unpack_from(option)
        if code == _RDNSS:
            servers, refused = read_servers(option[_HEAD.size :], 16, "DNS server")
            yield Advertised(link=LinkIndex(index), lifetime=lifetime, servers=servers, refused=refused)
        elif code == _DNSSL:
            search, refused = _search(option[_HEAD.size :])
            yield Advertised(link=LinkIndex(index), lifetime=lifetime, search=search, refused=refused)


def _options(data: bytes) -> Iterator[bytes]:
    """Cut into options, whose lengths count by 8 bytes (RFC 4861 4.6)."""
    offset = 0
    while offset + _HEAD.size <= len(data) and data[offset + 1]:
        length = data[offset + 1] * 8
        option = data[offset : offset + length]
        if len(option) < length:
            return
        yield option
        offset += length


def _search(data: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    try:
        return usable_names(decode_labels(data), "search domain")
    except ValueError as error:
        return (), (f"search domains: {error}",)
