"""machine.network of the v1alpha1 document."""

from __future__ import annotations

import msgspec

from libtalos.config.section import Section


class Route(Section, frozen=True):
    """A static route; without network it is the default route of the gateway's family, metric 0 means 1024."""

    network: str = ""
    gateway: str = ""
    source: str = ""
    metric: int = 0
    mtu: int = 0


class Interface(Section, frozen=True):
    """A link by its kernel name, with its addresses in CIDR notation; mtu 0 leaves the MTU alone."""

    interface: str = ""
    addresses: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    mtu: int = 0
    dhcp: bool | None = None
    ignore: bool | None = None


class HostEntry(Section, frozen=True):
    """A line of /etc/hosts."""

    ip: str = ""
    aliases: tuple[str, ...] = ()


class NetworkSection(Section, frozen=True):
    """machine.network"""

    hostname: str = ""
    interfaces: tuple[Interface, ...] = ()
    nameservers: tuple[str, ...] = ()
    search_domains: tuple[str, ...] = ()
    extra_host_entries: tuple[HostEntry, ...] = ()
    disable_search_domain: bool | None = msgspec.field(default=None)
