"""Upstream's words for flags of the kernel, bit by bit, the lowest first (upstream: `pkg/machinery/nethelpers`)."""

from __future__ import annotations

# linux/if.h
LINK_FLAGS = (
    *("UP", "BROADCAST", "DEBUG", "LOOPBACK", "POINTTOPOINT", "NOTRAILERS", "RUNNING", "NOARP", "PROMISC", "ALLMULTI"),
    *("MASTER", "SLAVE", "MULTICAST", "PORTSEL", "AUTOMEDIA", "DYNAMIC", "LOWER_UP", "DORMANT", "ECHO"),
)
# linux/if_addr.h IFA_F_*
ADDRESS_FLAGS = (
    *("temporary", "nodad", "optimistic", "dadfailed", "homeaddress", "deprecated", "tentative", "permanent"),
    *("mngmtmpaddr", "noprefixroute", "mcautojoin", "stableprivacy"),
)
# linux/rtnetlink.h RTM_F_*, from bit 8
ROUTE_FLAGS = ("notify", "cloned", "equalize", "prefix", "lookuptable", "fibmatch", "offload", "trap")
