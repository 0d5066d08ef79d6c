"""The kernel behind a small Protocol, and Linux behind the Protocol."""

from __future__ import annotations

import ctypes
import errno
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from services.network import rtnetlink as rt
from services.network import rulecodec as rules
from services.network.advertisements import read_acceptances, write_acceptance
from services.network.ethtool import Ethtool
from services.network.links.kernel import LinuxLinks
from services.network.links.kinds import WIREGUARD
from services.network.links.operations import LinkKernel
from services.network.links.wireguard.kernel import LinuxWireguard
from services.network.links.wireguard.operations import WireguardKernel
from services.network.netlink import NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NetlinkSocket, Request, raise_any
from services.network.state import (
    RTPROT_KERNEL,
    Address,
    Assignment,
    Interface,
    Link,
    LinkIndex,
    LinkName,
    Route,
    Rule,
    Seen,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.network.advertisements import Acceptance
    from services.network.links.wireguard.change import DeviceChange
    from services.network.links.wireguard.wire import WireguardDevice


class Kernel(LinkKernel, WireguardKernel, Protocol):
    """What this component asks of the kernel. Every method raises OSError with the kernel's errno."""

    def read(self) -> Seen:
        """Return everything as it is now."""

    def add_address(self, link: LinkIndex, interface: Interface, scope: int) -> None:
        """Add an address; FileExistsError if the link has it."""

    def remove_address(self, link: LinkIndex, interface: Interface, scope: int) -> None:
        """Remove an address."""

    def add_route(self, route: Route) -> None:
        """Add a route; FileExistsError if its destination has one of the same metric in that table.

        One of the kernel's own kind (RTPROT_KERNEL) may stand beside another link's of the same metric.
        """

    def remove_route(self, route: Route) -> None:
        """Remove a route."""

    def add_addresses(self, assignments: Sequence[Assignment]) -> list[OSError | None]:
        """Add many addresses in order; return for each what add_address would raise."""

    def remove_addresses(self, assignments: Sequence[Assignment]) -> list[OSError | None]:
        """Remove many addresses in order; return for each what remove_address would raise."""

    def add_routes(self, routes: Sequence[Route]) -> list[OSError | None]:
        """Add many routes in order; return for each what add_route would raise."""

    def remove_routes(self, routes: Sequence[Route]) -> list[OSError | None]:
        """Remove many routes in order; return for each what remove_route would raise."""

    def add_rule(self, rule: Rule) -> None:
        """Add a routing rule; FileExistsError if there is one that is the same."""

    def remove_rule(self, rule: Rule) -> None:
        """Remove a routing rule."""

    def set_hostname(self, hostname: str, domainname: str) -> None:
        """Set the names of the UTS namespace."""

    def set_acceptance(self, link: LinkName, acceptance: Acceptance) -> None:
        """Say whether a link listens to routers."""


class LinuxKernel(LinuxLinks):
    """Linux, in the namespaces that the process was in when this was made."""

    def __init__(self, *, netlink: NetlinkSocket, ethtool: Ethtool, proc: Path = Path("/proc")) -> None:
        """Use open sockets and the procfs at proc."""
        super().__init__(netlink=netlink)
        self._wireguard = LinuxWireguard()
        self._route_reader = rt.RouteReader()
        self._ethtool = ethtool
        self._proc = proc
        self._libc = ctypes.CDLL(None, use_errno=True)

    def close(self) -> None:
        """Close what was opened since."""
        self._wireguard.close()

    def read(self) -> Seen:
        """Return everything as it is now."""
        links = self._links()
        return Seen(
            links={link.name: link for link in links},
            addresses=self._addresses(),
            routes=self._routes(),
            rules=self._rules(),
            hostname=socket.gethostname(),
            domainname=_unset_as_empty((self._proc / "sys/kernel/domainname").read_text().strip()),
            acceptances=read_acceptances(self._proc, (link.name for link in links)),
            ipv6=self._has_ipv6(),
        )

    def set_wireguard(self, link: LinkIndex, change: DeviceChange) -> None:
        """Change a WireGuard link."""
        self._wireguard.change(link, change)

    def add_address(self, link: LinkIndex, interface: Interface, scope: int) -> None:
        """Add an address."""
        raise_any(self.add_addresses([Assignment(link, interface, scope)]))

    def remove_address(self, link: LinkIndex, interface: Interface, scope: int) -> None:
        """Remove an address."""
        raise_any(self.remove_addresses([Assignment(link, interface, scope)]))

    def add_route(self, route: Route) -> None:
        """Add a route."""
        raise_any(self.add_routes([route]))

    def remove_route(self, route: Route) -> None:
        """Remove a route."""
        raise_any(self.remove_routes([route]))

    def add_addresses(self, assignments: Sequence[Assignment]) -> list[OSError | None]:
        """Add many addresses."""
        payloads = [rt.encode_address(*each) for each in assignments]
        return self._netlink.request_all(
            [Request(rt.RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, each) for each in payloads]
        )

    def remove_addresses(self, assignments: Sequence[Assignment]) -> list[OSError | None]:
        """Remove many addresses."""
        return self._netlink.request_all([Request(rt.RTM_DELADDR, 0, rt.encode_address(*each)) for each in assignments])

    def add_routes(self, routes: Sequence[Route]) -> list[OSError | None]:
        """Add many routes."""
        return self._netlink.request_all([_new_route(each) for each in routes])

    def remove_routes(self, routes: Sequence[Route]) -> list[OSError | None]:
        """Remove many routes."""
        return self._netlink.request_all([Request(rt.RTM_DELROUTE, 0, rt.encode_route(each)) for each in routes])

    def add_rule(self, rule: Rule) -> None:
        """Add a routing rule."""
        self._netlink.request(rules.RTM_NEWRULE, rules.encode_rule(rule), NLM_F_CREATE | NLM_F_EXCL)

    def remove_rule(self, rule: Rule) -> None:
        """Remove a routing rule."""
        self._netlink.request(rules.RTM_DELRULE, rules.encode_rule(rule))

    def set_hostname(self, hostname: str, domainname: str) -> None:
        """Set the names of the UTS namespace."""
        socket.sethostname(hostname)
        name = domainname.encode()
        if self._libc.setdomainname(name, ctypes.c_size_t(len(name))):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))

    def set_acceptance(self, link: LinkName, acceptance: Acceptance) -> None:
        """Say whether a link listens to routers."""
        write_acceptance(self._proc, link, acceptance)

    def _links(self) -> list[Link]:
        links = (rt.decode_link(each) for each in self._netlink.dump(rt.RTM_GETLINK, rt.DUMP_LINKS))
        return [self._complete(each) for each in links]

    def _complete(self, link: Link) -> Link:
        return replace(link, device=self._ethtool.read(link.name), wireguard=self._wireguard_of(link))

    def _wireguard_of(self, link: Link) -> WireguardDevice | None:
        if link.kind != WIREGUARD.name:
            return None
        try:
            return self._wireguard.read(link.index)
        except OSError as error:
            if error.errno != errno.ENODEV:  # it has gone since the links were listed
                raise
            return None

    def _addresses(self) -> tuple[Address, ...]:
        return tuple(rt.decode_address(each) for each in self._netlink.dump(rt.RTM_GETADDR, rt.DUMP_ADDRESSES))

    def _routes(self) -> tuple[Route, ...]:
        return self._route_reader.read(self._netlink.dump(rt.RTM_GETROUTE, rt.DUMP_ROUTES))

    def _rules(self) -> tuple[Rule, ...]:
        dumped = self._netlink.dump(rules.RTM_GETRULE, rules.DUMP_RULES)
        return tuple(rules.decode_rule(each) for each in dumped if rules.is_ip_rule(each))

    def _has_ipv6(self) -> bool:
        try:
            return (self._proc / "sys/net/ipv6/conf/lo/disable_ipv6").read_text().strip() == "0"
        except FileNotFoundError:
            return False


def _new_route(route: Route) -> Request:
    # the kernel appends its own, so that two links can be in the same network
    beside = NLM_F_APPEND if route.protocol == RTPROT_KERNEL else NLM_F_EXCL
    return Request(rt.RTM_NEWROUTE, NLM_F_CREATE | beside, rt.encode_route(route))


def _unset_as_empty(name: str) -> str:
    # What the kernel calls a name that nobody has set (UTS_DOMAINNAME in linux/uts.h).
    return "" if name == "(none)" else name
