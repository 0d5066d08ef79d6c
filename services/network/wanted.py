"""What the node wants of its network: plain values, made from the machine config and from the platform."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface

import msgspec

from services.network.state import RT_SCOPE_HOST, RT_SCOPE_UNIVERSE, Interface, Ip, LinkName, Prefix

LOOPBACK = LinkName("lo")
# upstream's defaults when nobody names a resolver (constants.DefaultPrimaryResolver and DefaultSecondaryResolver)
DEFAULT_RESOLVERS: tuple[Ip, ...] = (ip_address("1.1.1.1"), ip_address("8.8.8.8"))


class WantedLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link that is to be up; mtu in bytes, None leaves as it is. where names the place in the config."""

    name: LinkName
    mtu: int | None = None
    where: str = ""


class WantedAddress(msgspec.Struct, frozen=True, kw_only=True):
    """An address that a link is to have."""

    link: LinkName
    interface: Interface
    scope: int = RT_SCOPE_UNIVERSE


class WantedRoute(msgspec.Struct, frozen=True, kw_only=True):
    """A route in the main table; priority is the metric, None for gateway is on-link, for the rest the kernel's."""

    link: LinkName
    destination: Prefix
    gateway: Ip | None = None
    source: Ip | None = None
    priority: int
    mtu: int | None = None


class HostName(msgspec.Struct, frozen=True, kw_only=True):
    """The node's name, cut at the first dot."""

    hostname: str
    domainname: str = ""

    @classmethod
    def parse(cls, name: str) -> HostName:
        """Cut a name at its first dot."""
        hostname, _, domainname = name.partition(".")
        return cls(hostname=hostname, domainname=domainname)

    @property
    def fqdn(self) -> str:
        """The whole name."""
        return f"{self.hostname}.{self.domainname}" if self.domainname else self.hostname


class Resolvers(msgspec.Struct, frozen=True, kw_only=True):
    """Name servers in the order in which they are asked, and search domains.

    Without search domains the node's own domain is searched, unless no_default_search.
    """

    servers: tuple[Ip, ...] = DEFAULT_RESOLVERS
    search: tuple[str, ...] = ()
    no_default_search: bool = False


class HostEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of /etc/hosts."""

    address: Ip
    names: tuple[str, ...]


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is wanted. hostname None: nothing is known to name the node by yet."""

    links: tuple[WantedLink, ...]
    addresses: tuple[WantedAddress, ...]
    routes: tuple[WantedRoute, ...] = ()
    hostname: HostName | None = None
    resolvers: Resolvers = Resolvers()
    hosts: tuple[HostEntry, ...] = ()


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that keeps the node from what is wanted; where is a path in the config or the name of a part."""

    where: str
    text: str

    def __str__(self) -> str:
        """Return both, as a log line has it."""
        return f"{self.where}: {self.text}"


LOOPBACK_LINK = WantedLink(name=LOOPBACK, where="the loopback link")
LOOPBACK_ADDRESSES = tuple(
    WantedAddress(link=LOOPBACK, interface=ip_interface(text), scope=RT_SCOPE_HOST)
    for text in ("127.0.0.1/8", "::1/128")
)
