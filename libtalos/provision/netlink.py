"""The host's network through rtnetlink."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import ENODEV
from ipaddress import IPv4Interface, IPv4Network
from socket import AF_INET
from typing import TYPE_CHECKING, Any

import msgspec

from libtalos.provision.errors import ProvisionError
from libtalos.provision.links import HostLink
from libtalos.provision.process import Pid

if TYPE_CHECKING:
    from pyroute2 import IPRoute

# linux/rtnetlink.h: the kernel's own table of local and broadcast addresses; the addresses themselves are asked for.
_TABLE_LOCAL = 255


class Netlink(msgspec.Struct, frozen=True):
    """Implements HostNetwork for the network namespace of this process."""

    def links(self) -> Sequence[HostLink]:
        """Return every link with its IPv4 networks. Raises ProvisionError if the kernel refuses."""
        with _netlink("list the links") as route:
            networks = _networks(route)
            return [
                HostLink(link.get("ifname"), link.get("ifalias") or "", tuple(networks[link["index"]]))
                for link in route.get_links()
            ]

    def add_pair(self, *, name: str, alias: str, address: IPv4Interface, peer: str, pid: Pid) -> None:
        """Make the veth pair. Raises ProvisionError if the kernel refuses; nothing is left then."""
        with _netlink(f"make the veth pair {name}") as route:
            route.link("add", ifname=name, kind="veth", peer={"ifname": peer, "net_ns_pid": pid})
            try:
                index = route.link_lookup(ifname=name)[0]
                route.link("set", index=index, ifalias=alias)
                route.addr("add", index=index, address=str(address.ip), prefixlen=address.network.prefixlen)
                route.link("set", index=index, state="up")
            except BaseException:
                route.link("del", ifname=name)
                raise

    def remove(self, name: str) -> None:
        """Remove the link, if it is there. Raises ProvisionError if the kernel refuses."""
        # its other end may go at the same moment, with the node's network namespace, and take it along
        with _netlink(f"remove the link {name}", gone_is_done=True) as route:
            for index in route.link_lookup(ifname=name):
                route.link("del", index=index)


@contextmanager
def _netlink(action: str, *, gone_is_done: bool = False) -> "Iterator[IPRoute]":
    from pyroute2 import IPRoute, NetlinkError  # noqa: PLC0415 - 100 ms and 25 MB that most commands do not need

    try:
        with IPRoute() as route:
            yield route
    except NetlinkError as error:
        if gone_is_done and error.code == ENODEV:
            return
        raise ProvisionError(f"cannot {action}: {error.args[-1]} (netlink error {error.code})") from error


def _networks(route: "IPRoute") -> dict[int, list[IPv4Network]]:
    found: dict[int, list[IPv4Network]] = defaultdict(list)
    for address in route.get_addr(family=AF_INET):
        found[address["index"]].append(_network(address.get("address"), address["prefixlen"]))
    for entry in route.get_routes(family=AF_INET):
        if _is_specific(entry):
            found[entry.get("oif")].append(_network(entry.get("dst"), entry["dst_len"]))
    return found


def _is_specific(entry: Any) -> bool:
    # A default route overlaps with everything and reserves nothing.
    return bool(entry["dst_len"] and entry.get("oif") and entry.get("table") != _TABLE_LOCAL)


def _network(address: str, length: int) -> IPv4Network:
    return IPv4Network((address, length), strict=False)
