"""A kernel in memory, with the habits of Linux that matter for planning."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_interface
from typing import Any

from services.network.advertisements import Acceptance
from services.network.firewall.keeper import Outcome
from services.network.firewall.operations import Operation
from services.network.firewall.settings import Settings
from services.network.links.operations import LinkChange
from services.network.memory import Memory
from services.network.prefixroutes import has_prefix_route, prefix_route
from services.network.state import (
    IFA_F_SECONDARY,
    IFF_LOOPBACK,
    IFF_UP,
    RT_SCOPE_HOST,
    RTPROT_KERNEL,
    Address,
    Assignment,
    Interface,
    Link,
    LinkIndex,
    LinkName,
    Prefix,
    Route,
    Rule,
    Seen,
)
from tests.unit.services.network.links.fakes import FakeLinks, refuse


def link(name: str, index: int, *, up: bool = False, mtu: int = 1500) -> Link:
    """A link."""
    flags = (IFF_UP if up else 0) | (IFF_LOOPBACK if name == "lo" else 0)
    return Link(name=LinkName(name), index=LinkIndex(index), flags=flags, mtu=mtu)


@dataclass
class FakeKernel(FakeLinks):
    """Kernel in memory, with the routes that Linux makes for addresses.

    ipv6 False is a namespace without it. broken: operations by name that are refused.
    """

    links: dict[Any, Link] = field(default_factory=lambda: {"lo": link("lo", 1, mtu=65536)})
    addresses: list[Address] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    hostname: str = "(none)"
    domainname: str = ""
    ipv6: bool = True
    acceptances: dict[LinkName, Acceptance] = field(default_factory=dict)
    broken: dict[str, int] = field(default_factory=dict)

    def read(self) -> Seen:
        """Everything."""
        self._may("read")
        return Seen(
            links={each.name: each for each in self.links.values()},
            addresses=tuple(self.addresses),
            routes=tuple(self.routes),
            rules=tuple(self.rules),
            hostname=self.hostname,
            domainname=self.domainname,
            acceptances=dict(self.acceptances),
            ipv6=self.ipv6,
        )

    def plug(self, new: Link) -> None:
        """A link comes."""
        self.links[new.name] = new

    def unplug(self, name: str) -> None:
        """A link goes, and with it what it had."""
        self.remove_link(self.links[LinkName(name)].index)

    def remove_link(self, link: LinkIndex) -> None:
        """Remove a link, and with it what it had."""
        self._may("remove_link")
        super().remove_link(link)
        left = {each.index for each in self.links.values()}
        self.addresses = [each for each in self.addresses if each.link in left]
        self.routes = [each for each in self.routes if each.link is None or each.link in left]

    def change_link(self, link: LinkIndex, change: LinkChange) -> None:
        """Change a link; a loopback link that comes up gets its addresses."""
        self._may("change_link")
        old = self._of(link)
        super().change_link(link, change)
        new = self._of(link)
        if new.up and old.flags & IFF_LOOPBACK and not old.up:
            for text in ("127.0.0.1/8", "::1/128") if self.ipv6 else ("127.0.0.1/8",):
                self.addresses.append(Address(link=link, interface=ip_interface(text), scope=RT_SCOPE_HOST))
        if old.up and not new.up:
            self.routes = [each for each in self.routes if each.link != link]
        for address in [each for each in self.addresses if each.link == link and new.up and not old.up]:
            self._connect(address)

    def add_address(self, link: LinkIndex, interface: Interface, scope: int) -> None:
        """Add an address."""
        self._may("add_address")
        self._of(link)
        if interface.version == 6 and not self.ipv6:
            raise refuse(errno.EACCES)
        if any((each.link, each.interface) == (link, interface) for each in self.addresses):
            raise refuse(errno.EEXIST)
        second = interface.version == 4 and interface.network in self._networks(link)
        address = Address(link=link, interface=interface, scope=scope, flags=IFA_F_SECONDARY if second else 0)
        self.addresses.append(address)
        self._connect(address)

    def remove_address(self, link: LinkIndex, interface: Interface, scope: int) -> None:
        """Remove an address; with the first one of an IPv4 network go the others (promote_secondaries is off)."""
        self._may("remove_address")
        same = [each for each in self.addresses if each.link == link and each.interface.network == interface.network]
        if interface not in [each.interface for each in same]:
            raise refuse(errno.EADDRNOTAVAIL)
        first = same[0].interface == interface and interface.version == 4
        gone = same if first else [each for each in same if each.interface == interface]
        self.addresses = [each for each in self.addresses if each not in gone]
        if interface.network not in self._networks(link):
            lost = [prefix_route(each) for each in gone]
            self.routes = [each for each in self.routes if each not in lost]

    def add_route(self, route: Route) -> None:
        """Add a route; its gateway has to be reachable."""
        self._may("add_route")
        place = (route.destination, route.priority, route.table)
        others = [each for each in self.routes if (each.destination, each.priority, each.table) == place]
        if route in others or (others and route.protocol != RTPROT_KERNEL):
            raise refuse(errno.EEXIST)
        if route.gateway is not None and not self._reaches(route):
            raise refuse(errno.ENETUNREACH)
        self.routes.append(route)

    def remove_route(self, route: Route) -> None:
        """Remove a route."""
        self._may("remove_route")
        if route not in self.routes:
            raise refuse(errno.ESRCH)
        self.routes.remove(route)

    def add_addresses(self, assignments: Sequence[Assignment]) -> list[OSError | None]:
        """Add many addresses."""
        return [attempt(self.add_address, *each) for each in assignments]

    def remove_addresses(self, assignments: Sequence[Assignment]) -> list[OSError | None]:
        """Remove many addresses."""
        return [attempt(self.remove_address, *each) for each in assignments]

    def add_routes(self, routes: Sequence[Route]) -> list[OSError | None]:
        """Add many routes."""
        return [attempt(self.add_route, each) for each in routes]

    def remove_routes(self, routes: Sequence[Route]) -> list[OSError | None]:
        """Remove many routes."""
        return [attempt(self.remove_route, each) for each in routes]

    def add_rule(self, rule: Rule) -> None:
        """Add a rule."""
        self._may("add_rule")
        if rule in self.rules:
            raise refuse(errno.EEXIST)
        self.rules.append(rule)

    def remove_rule(self, rule: Rule) -> None:
        """Remove a rule."""
        self._may("remove_rule")
        if rule not in self.rules:
            raise refuse(errno.ENOENT)
        self.rules.remove(rule)

    def set_hostname(self, hostname: str, domainname: str) -> None:
        """Name the node."""
        self._may("set_hostname")
        self.hostname, self.domainname = hostname, domainname

    def set_acceptance(self, link: LinkName, acceptance: Acceptance) -> None:
        """Listen to routers or not."""
        self._may("set_acceptance")
        self.acceptances[link] = acceptance

    def _may(self, operation: str) -> None:
        if operation in self.broken:
            raise refuse(self.broken[operation])

    def _networks(self, link: LinkIndex) -> set[Prefix]:
        return {each.interface.network for each in self.addresses if each.link == link}

    def _connect(self, address: Address) -> None:
        route = prefix_route(address)
        if has_prefix_route(address, self._of(address.link)) and route not in self.routes:
            self.routes.append(route)

    def _reaches(self, route: Route) -> bool:
        networks = [each.interface.network for each in self.addresses if each.link == route.link]
        networks += [each.destination for each in self.routes if each.link == route.link and each.gateway is None]
        return any(route.gateway in each for each in networks)


def attempt(work: Callable[..., None], *arguments: object) -> OSError | None:
    """Return what a piece of work raises."""
    try:
        work(*arguments)
    except OSError as error:
        return error
    return None


@dataclass
class FakeMemories:
    """Remembers what was saved last; error is raised instead."""

    saved: Memory | None = None
    error: OSError | None = None

    def save(self, memory: Memory) -> None:
        """Keep it."""
        if self.error is not None:
            raise self.error
        self.saved = memory


class NoFirewall:
    """A firewall that nobody asked for; wanted is what it was told last."""

    def __init__(self) -> None:
        self.wanted: Settings | None = None

    def want(self, settings: Settings) -> None:
        """Remember it."""
        self.wanted = settings

    async def plan(self, settings: Settings | None = None) -> tuple[Operation, ...]:
        """Nothing to do."""
        return ()

    async def apply(self) -> Outcome:
        """Nothing done."""
        return Outcome()
