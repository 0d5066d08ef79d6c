"""machine.network and machine.time of the v1alpha1 document."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface
from typing import TYPE_CHECKING

from services.network.dns.settings import FOR_PODS, read_host_dns
from services.network.etc import EtcSettings, HostEntry
from services.network.layers.configuration.complaints import Complaints, numbered
from services.network.layers.configuration.devices import Devices
from services.network.layers.configuration.settings import Settings
from services.network.layers.contribution import Contribution
from services.network.layers.defaults import LOOPBACK
from services.network.layers.specs import AddressSpec, HostnameSpec, ResolverSpec, TimeServerSpec
from services.network.layers.words import Layer
from services.network.state import RT_SCOPE_HOST, LinkName
from services.network.timesync.settings import read_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libtalos.config.network import HostEntry as HostSection
    from libtalos.config.network import NetworkSection
    from libtalos.config.schema import Machine
    from services.network.dns.settings import HostDnsSettings

SECTION = "machine.network"


def read_section(machine: Machine) -> Settings:
    """Return everything that can be used, and what is wrong with the rest."""
    config, host_dns = machine.network, read_host_dns(machine.features)
    complaints = Complaints()
    devices = Devices(complaints)
    for where, device in numbered(f"{SECTION}.interfaces", config.interfaces):
        devices.read(device, where)
    contribution = Contribution(
        layer=Layer.CONFIGURATION,
        links=tuple(devices.links),
        addresses=(*devices.addresses, *_pods_dns(host_dns)),
        routes=tuple(devices.routes),
        hostname=_hostname(config.hostname, complaints),
        resolvers=_resolvers(config, complaints),
        time_servers=TimeServerSpec(servers=machine.time.servers) if machine.time and machine.time.servers else None,
        operators=tuple(devices.operators),
    )
    return Settings(
        contribution=contribution,
        selectors=devices.selectors,
        etc=EtcSettings(
            hosts=tuple(_hosts(config.extra_host_entries, complaints)),
            default_search=not config.disable_search_domain,
        ),
        host_dns=host_dns,
        time=read_time(machine.time),
        ignored=frozenset(LinkName(each.interface) for each in config.interfaces if each.ignore),
        problems=tuple(complaints.problems),
    )


def _pods_dns(host_dns: HostDnsSettings) -> Iterator[AddressSpec]:
    if FOR_PODS in host_dns.listen:
        # on the loopback link: pods have routes to the node
        yield AddressSpec(link=LOOPBACK, address=ip_interface(FOR_PODS.address), scope=RT_SCOPE_HOST)


def _resolvers(config: NetworkSection, complaints: Complaints) -> ResolverSpec | None:
    servers = tuple(complaints.addresses(f"{SECTION}.nameservers", config.nameservers))
    search = tuple(complaints.names(f"{SECTION}.searchDomains", config.search_domains))
    if not servers and not search:
        return None
    return ResolverSpec(servers=servers, search=search, search_overridden=bool(search))


def _hostname(text: str, complaints: Complaints) -> HostnameSpec | None:
    name = HostnameSpec.parse(text) if text else None
    # HOST_NAME_MAX in linux/utsname.h; a label of DNS has 63 at most (RFC 1035)
    if name is not None and (not name.hostname or len(name.hostname) > 63 or len(name.domainname) > 64):
        complaints.add(f"{SECTION}.hostname", f'"{text}" has an empty or too long part (63 characters at most)')
        return None
    return name if name is None or complaints.is_name(f"{SECTION}.hostname", text) else None


def _hosts(entries: Sequence[HostSection], complaints: Complaints) -> Iterator[HostEntry]:
    for where, entry in numbered(f"{SECTION}.extraHostEntries", entries):
        address = complaints.parse(f"{where}.ip", entry.ip, ip_address, "an address")
        names = tuple(complaints.names(f"{where}.aliases", entry.aliases))
        if address is not None and names:
            yield HostEntry(address=address, names=names)
