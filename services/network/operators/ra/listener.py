"""Hearing of options of router advertisements from the kernel, and asking routers for them."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

from services.network.netlink import NETLINK_ROUTE, SOL_NETLINK, split
from services.network.operators.ra.options import RTM_NEWNDUSEROPT, Advertised, decode_advertised

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from services.network.state import LinkIndex

NETLINK_ADD_MEMBERSHIP = 1
RTNLGRP_ND_USEROPT = 20
_LONGEST = 65536
_ALL_ROUTERS = "ff02::2"
# RFC 4861 4.1: type 133, code 0; the checksum is the kernel's (RFC 3542 3.1)
_SOLICITATION = struct.pack("!BBHI", 133, 0, 0, 0)
# RFC 4861 6.1.1: what has passed a router does not count
_HOP_LIMIT = 255


class AdvertisementListener:
    """Calls back with what routers advertise on any link of the namespace."""

    def __init__(self, heard: Callable[[Advertised], None]) -> None:
        """Open the socket in the thread's network namespace; raises OSError."""
        self._heard = heard
        self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, NETLINK_ROUTE)
        self._socket.setblocking(False)
        self._socket.bind((0, 0))
        self._socket.setsockopt(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, RTNLGRP_ND_USEROPT)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listen on an event loop."""
        loop.add_reader(self._socket.fileno(), self._readable)

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop listening and close the socket."""
        loop.remove_reader(self._socket.fileno())
        self._socket.close()

    def _readable(self) -> None:
        try:
            data = self._socket.recv(_LONGEST)
        except OSError:  # none there, or some were dropped (ENOBUFS): routers say everything again and again
            return
        for message in split(data):
            if message.type == RTM_NEWNDUSEROPT:
                for each in decode_advertised(message.payload):
                    self._heard(each)


def solicit(link: LinkIndex) -> None:
    """Ask the routers of a link to advertise; raises OSError, also if the link has no address to ask from.

    The kernel asks when a link comes up. This is for a component that comes later and was not there to hear.
    """
    kind = socket.SOCK_RAW | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK
    with socket.socket(socket.AF_INET6, kind, socket.IPPROTO_ICMPV6) as icmp:
        icmp.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, _HOP_LIMIT)
        icmp.sendto(_SOLICITATION, (_ALL_ROUTERS, 0, 0, link))
