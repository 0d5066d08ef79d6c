"""Making and changing links by rtnetlink. Numbers: linux/if_link.h, linux/veth.h."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

from services.network.links.details import encode
from services.network.links.operations import LinkChange, NewLink
from services.network.netlink import NLM_F_CREATE, NLM_F_EXCL, NetlinkSocket, pack_attributes, u32
from services.network.state import IFF_MULTICAST, IFF_UP, Link, LinkIndex

if TYPE_CHECKING:
    from services.network.links.attribute import Details

RTM_NEWLINK, RTM_DELLINK = 16, 17
IFLA_ADDRESS, IFLA_IFNAME, IFLA_MTU, IFLA_LINK, IFLA_MASTER, IFLA_LINKINFO = 1, 3, 4, 5, 10, 18
IFLA_INFO_KIND, IFLA_INFO_DATA = 1, 2
VETH_INFO_PEER = 1

_LINK = struct.Struct("=BxHiII")


class LinuxLinks:
    """Links in the network namespace of the socket, which is that of the calling thread."""

    def __init__(self, *, netlink: NetlinkSocket) -> None:
        """Use an open socket."""
        self._netlink = netlink

    def find_link(self, link: Link) -> LinkIndex:
        """Return a link's index, which a link that was planned and then made has only now."""
        return link.index if link.index > 0 else index_of(link.name)

    def add_link(self, new: NewLink) -> None:
        """Make a link."""
        self._netlink.request(RTM_NEWLINK, encode_new(new), NLM_F_CREATE | NLM_F_EXCL)

    def remove_link(self, link: LinkIndex) -> None:
        """Remove a link."""
        self._netlink.request(RTM_DELLINK, _header(link))

    def change_link(self, link: LinkIndex, change: LinkChange) -> None:
        """Change what every link has."""
        self._netlink.request(RTM_NEWLINK, encode_change(link, change))

    def set_details(self, link: LinkIndex, kind: str, details: Details) -> None:
        """Change settings of the link's kind."""
        self._netlink.request(RTM_NEWLINK, encode_details(link, kind, details))


def index_of(name: str) -> LinkIndex:
    """Return the index of the link of a name; raises OSError (ENODEV) that names it."""
    try:
        return LinkIndex(socket.if_nametoindex(name))
    except OSError as error:
        raise OSError(error.errno, f"there is no link {name}") from error


def encode_new(new: NewLink) -> bytes:
    """Encode the RTM_NEWLINK that makes a link; raises OSError if what it stands on is not there."""
    info = {IFLA_INFO_KIND: new.kind.encode()}
    data = encode(new.kind, new.details, index_of)
    if new.peer:
        data += pack_attributes({VETH_INFO_PEER: _header(0) + pack_attributes({IFLA_IFNAME: _name(new.peer)})})
    if data:
        info[IFLA_INFO_DATA] = data
    values = {IFLA_IFNAME: _name(new.name), IFLA_LINKINFO: pack_attributes(info)}
    if new.parent:
        values[IFLA_LINK] = u32(index_of(new.parent))
    return _header(0) + pack_attributes(values)


def encode_change(link: int, change: LinkChange) -> bytes:
    """Encode the RTM_NEWLINK that changes what every link has; raises OSError if the master is not there."""
    values = {}
    if change.mtu is not None:
        values[IFLA_MTU] = u32(change.mtu)
    if change.hardware_addr is not None:
        values[IFLA_ADDRESS] = change.hardware_addr
    if change.master is not None:
        values[IFLA_MASTER] = u32(index_of(change.master) if change.master else 0)
    bits = {IFF_UP: change.up, IFF_MULTICAST: change.multicast}
    flags = sum(bit for bit, on in bits.items() if on)
    return _header(link, flags, sum(bit for bit, on in bits.items() if on is not None)) + pack_attributes(values)


def encode_details(link: int, kind: str, details: Details) -> bytes:
    """Encode the RTM_NEWLINK that changes settings of a kind; raises OSError if a link that they name is not there."""
    info = {IFLA_INFO_KIND: kind.encode(), IFLA_INFO_DATA: encode(kind, details, index_of)}
    return _header(link) + pack_attributes({IFLA_LINKINFO: pack_attributes(info)})


def _header(link: int, flags: int = 0, change: int = 0) -> bytes:
    return _LINK.pack(socket.AF_UNSPEC, 0, link, flags, change)


def _name(name: str) -> bytes:
    return name.encode() + b"\0"
