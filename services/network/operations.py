"""Changes of the kernel's state as values: each can be told, done and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec.structs import replace

from services.network.kernelnames import ROUTE_TYPES, TABLES, word
from services.network.state import RT_TABLE_MAIN, RTN_UNICAST, Link, Route

if TYPE_CHECKING:
    from services.network.kernel import Kernel
    from services.network.state import Interface, LinkName


class Operation(Protocol):
    """One change."""

    def describe(self) -> str:
        """Tell the change in words for people."""

    def execute(self, kernel: Kernel) -> bool:
        """Do it and tell whether there was anything to do; raises OSError."""

    def undo(self, kernel: Kernel) -> None:
        """Take back what execute did; raises OSError."""


class AddAddress(msgspec.Struct, frozen=True, kw_only=True):
    """Add an address to a link."""

    link: Link
    interface: Interface
    scope: int

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"add address {self.interface} to {self.link.name}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it. That the address is there is no error: the kernel itself adds those of a loopback link."""
        try:
            kernel.add_address(kernel.find_link(self.link), self.interface, self.scope)
        except FileExistsError:
            return False
        return True

    def undo(self, kernel: Kernel) -> None:
        """Remove the address."""
        kernel.remove_address(kernel.find_link(self.link), self.interface, self.scope)


class RemoveAddress(msgspec.Struct, frozen=True, kw_only=True):
    """Remove an address that this component once added."""

    link: Link
    interface: Interface
    scope: int

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"remove address {self.interface} from {self.link.name}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it."""
        kernel.remove_address(kernel.find_link(self.link), self.interface, self.scope)
        return True

    def undo(self, kernel: Kernel) -> None:
        """Add the address again."""
        kernel.add_address(kernel.find_link(self.link), self.interface, self.scope)


class AddRoute(msgspec.Struct, frozen=True, kw_only=True):
    """Add a route."""

    route: Route
    link: LinkName

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"add {_describe_route(self.route, self.link)}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it; FileExistsError if somebody else's route is in its place."""
        try:
            kernel.add_route(_found(kernel, self.route, self.link))
        except FileExistsError as error:
            raise FileExistsError(
                error.errno,
                f"another route to {self.route.destination} has metric {self.route.priority} already: "
                "remove that one, or set another metric in the machine config",
            ) from error
        return True

    def undo(self, kernel: Kernel) -> None:
        """Remove the route."""
        kernel.remove_route(_found(kernel, self.route, self.link))


class RemoveRoute(msgspec.Struct, frozen=True, kw_only=True):
    """Remove a route that this component once added."""

    route: Route
    link: LinkName

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"remove {_describe_route(self.route, self.link)}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it."""
        kernel.remove_route(_found(kernel, self.route, self.link))
        return True

    def undo(self, kernel: Kernel) -> None:
        """Add the route again."""
        kernel.add_route(_found(kernel, self.route, self.link))


class SetHostname(msgspec.Struct, frozen=True, kw_only=True):
    """Set the node's name."""

    hostname: str
    domainname: str
    old_hostname: str
    old_domainname: str

    def describe(self) -> str:
        """Tell the change in words for people."""
        domain = f" in domain {self.domainname}" if self.domainname else ""
        return f"set hostname {self.hostname}{domain}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it."""
        kernel.set_hostname(self.hostname, self.domainname)
        return True

    def undo(self, kernel: Kernel) -> None:
        """Set the name that the node had."""
        kernel.set_hostname(self.old_hostname, self.old_domainname)


def _found(kernel: Kernel, route: Route, link: LinkName) -> Route:
    """Return a route with the index that its link has by now, if it was planned together with it."""
    if route.link is None:
        return route
    return replace(route, link=kernel.find_link(Link(name=link, index=route.link)))


def _describe_route(route: Route, link: LinkName) -> str:
    destination = str(route.destination) if route.destination.prefixlen else "default"
    kind = "" if route.type == RTN_UNICAST else f"{word(ROUTE_TYPES, route.type)} "
    via = f" via {route.gateway}" if route.gateway else ""
    way = f" on {link}" if link else ""
    table = "" if route.table == RT_TABLE_MAIN else f" table {word(TABLES, route.table)}"
    return f"route {kind}{destination}{via}{way} metric {route.priority}{table}"
