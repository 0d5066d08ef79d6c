"""Hearing of options of router advertisements from the kernel, and asking routers for them."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

from services.network.netlink import NETLINK_ROUTE, NetlinkListener, split
from services.network.operators.ra.options import RTM_NEWNDUSEROPT, Advertised, decode_advertised

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.network.state import LinkIndex

RTNLGRP_ND_USEROPT = 20
_LONGEST = 65536
_ALL_ROUTERS = "ff02::2"
# RFC 4861 4.1: type 133, code 0; the checksum is the kernel's (RFC 3542 3.1)
_SOLICITATION = struct.pack("!BBHI", 133, 0, 0, 0)
# RFC 4861 6.1.1: what has passed a router does not count
_HOP_LIMIT = 255


class AdvertisementListener(NetlinkListener):
    """Calls back with what routers advertise on any link of the namespace."""

    def __init__(self, heard: Callable[[Advertised], None]) -> None:
        """Open the socket in the thread's network namespace; raises OSError."""
        self._heard = heard
        super().__init__(NETLINK_ROUTE, group=RTNLGRP_ND_USEROPT)

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
