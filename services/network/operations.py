"""Changes of the kernel's state as values: each can be told, done and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

import msgspec
from msgspec.structs import replace

from services.network.kernelnames import ROUTE_TYPES, TABLES, word
from services.network.state import RT_TABLE_MAIN, RTN_UNICAST, Assignment, Link, Route

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from services.network.kernel import Kernel
    from services.network.state import Interface, LinkName


T = TypeVar("T")
U = TypeVar("U")


class Operation(Protocol):
    """One change."""

    def describe(self) -> str:
        """Tell the change in words for people."""

    def execute(self, kernel: Kernel) -> bool:
        """Do it and tell whether there was anything to do; raises OSError."""

    def undo(self, kernel: Kernel) -> None:
        """Take back what execute did; raises OSError."""


@runtime_checkable
class Bulk(Operation, Protocol):
    """A change of a kind that a node may have thousands of, so that many are done at once."""

    @classmethod
    def execute_all(cls, operations: Sequence[Any], kernel: Kernel) -> list[bool | OSError]:
        """Do operations of this kind in order; return, in the same order, what execute would return or raise."""


class AddAddress(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Add an address to a link."""

    link: Link
    interface: Interface
    scope: int

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"add address {self.interface} to {self.link.name}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it. That the address is there is no error: the kernel itself adds those of a loopback link."""
        return _value(*self.execute_all([self], kernel))

    @classmethod
    def execute_all(cls, operations: Sequence[AddAddress], kernel: Kernel) -> list[bool | OSError]:
        """Do many at once."""
        errors = _at_once(operations, lambda each: _assigned(kernel, each), kernel.add_addresses)
        return [not isinstance(error, FileExistsError) and (error or True) for error in errors]

    def undo(self, kernel: Kernel) -> None:
        """Remove the address."""
        kernel.remove_address(*_assigned(kernel, self))


class RemoveAddress(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Remove an address that this component once added."""

    link: Link
    interface: Interface
    scope: int

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"remove address {self.interface} from {self.link.name}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it."""
        return _value(*self.execute_all([self], kernel))

    @classmethod
    def execute_all(cls, operations: Sequence[RemoveAddress], kernel: Kernel) -> list[bool | OSError]:
        """Do many at once."""
        errors = _at_once(operations, lambda each: _assigned(kernel, each), kernel.remove_addresses)
        return [error or True for error in errors]

    def undo(self, kernel: Kernel) -> None:
        """Add the address again."""
        kernel.add_address(*_assigned(kernel, self))


class AddRoute(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Add a route."""

    route: Route
    link: LinkName

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"add {_describe_route(self.route, self.link)}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it; FileExistsError if somebody else's route is in its place."""
        return _value(*self.execute_all([self], kernel))

    @classmethod
    def execute_all(cls, operations: Sequence[AddRoute], kernel: Kernel) -> list[bool | OSError]:
        """Do many at once."""
        errors = _at_once(operations, lambda each: _found(kernel, each.route, each.link), kernel.add_routes)
        return [error is None or _refused(each.route, error) for each, error in zip(operations, errors, strict=True)]

    def undo(self, kernel: Kernel) -> None:
        """Remove the route."""
        kernel.remove_route(_found(kernel, self.route, self.link))


class RemoveRoute(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Remove a route that this component once added."""

    route: Route
    link: LinkName

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"remove {_describe_route(self.route, self.link)}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it."""
        return _value(*self.execute_all([self], kernel))

    @classmethod
    def execute_all(cls, operations: Sequence[RemoveRoute], kernel: Kernel) -> list[bool | OSError]:
        """Do many at once."""
        errors = _at_once(operations, lambda each: _found(kernel, each.route, each.link), kernel.remove_routes)
        return [error or True for error in errors]

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


def _assigned(kernel: Kernel, operation: AddAddress | RemoveAddress) -> Assignment:
    return Assignment(kernel.find_link(operation.link), operation.interface, operation.scope)


def _refused(route: Route, error: OSError) -> OSError:
    if not isinstance(error, FileExistsError):
        return error
    return FileExistsError(
        error.errno,
        f"another route to {route.destination} has metric {route.priority} already: "
        "remove that one, or set another metric in the machine config",
    )


def _at_once(
    operations: Sequence[T],
    prepare: Callable[[T], U],
    send: Callable[[Sequence[U]], list[OSError | None]],
) -> list[OSError | None]:
    """Send what is prepared of each operation; what cannot be does not keep the others back."""
    errors: list[OSError | None] = []
    ready = []
    for each in operations:
        try:
            ready.append(prepare(each))
            errors.append(None)
        except OSError as error:
            errors.append(error)
    answers = iter(send(ready))
    return [next(answers) if error is None else error for error in errors]


def _value(result: bool | OSError) -> bool:
    if isinstance(result, OSError):
        raise result
    return result


def _found(kernel: Kernel, route: Route, link: LinkName) -> Route:
    """Return a route with the index that its link has by now, if it was planned together with it."""
    if route.link is None or route.link > 0:
        return route
    return replace(route, link=kernel.find_link(Link(name=link, index=route.link)))


def _describe_route(route: Route, link: LinkName) -> str:
    destination = str(route.destination) if route.destination.prefixlen else "default"
    kind = "" if route.type == RTN_UNICAST else f"{word(ROUTE_TYPES, route.type)} "
    via = f" via {route.gateway}" if route.gateway else ""
    way = f" on {link}" if link else ""
    table = "" if route.table == RT_TABLE_MAIN else f" table {word(TABLES, route.table)}"
    return f"route {kind}{destination}{via}{way} metric {route.priority}{table}"
