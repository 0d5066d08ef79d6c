"""machine.network and machine.time of the v1alpha1 document."""

from __future__ import annotations

import msgspec

from libtalos.config.devices import Interface, Route
from libtalos.config.section import Section, Uint32
from libtalos.config.written import Duration

__all__ = ["HostEntry", "Interface", "KubeSpan", "KubeSpanFilter", "NetworkSection", "Route", "TimeSection"]


class HostEntry(Section, frozen=True):
    """A line of /etc/hosts."""

    ip: str = ""
    aliases: tuple[str, ...] = ()


class KubeSpanFilter(Section, frozen=True):
    """machine.network.kubespan.filters: CIDRs, `!` in front excludes."""

    endpoints: tuple[str, ...] = ()
    exclude_advertised_networks: tuple[str, ...] = ()


class KubeSpan(Section, frozen=True):
    """machine.network.kubespan: the encrypted network among nodes; mtu 0 means 1420."""

    enabled: bool | None = None
    advertise_kubernetes_networks: bool | None = None
    allow_down_peer_bypass: bool | None = None
    harvest_extra_endpoints: bool | None = None
    mtu: Uint32 = 0
    filters: KubeSpanFilter | None = None


class NetworkSection(Section, frozen=True):
    """machine.network"""

    hostname: str = ""
    interfaces: tuple[Interface, ...] = ()
    nameservers: tuple[str, ...] = ()
    search_domains: tuple[str, ...] = ()
    extra_host_entries: tuple[HostEntry, ...] = ()
    kubespan: KubeSpan | None = None
    disable_search_domain: bool | None = msgspec.field(default=None)


class TimeSection(Section, frozen=True):
    """machine.time: without boot_timeout the boot waits without end."""

    disabled: bool | None = None
    servers: tuple[str, ...] = ()
    boot_timeout: Duration | None = None
