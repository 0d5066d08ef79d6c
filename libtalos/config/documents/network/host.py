"""The host as such: its name, whom it asks for names and for the time."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Final

from libtalos.config.document import Document, Fault
from libtalos.config.documents.network.names import dns_names
from libtalos.config.section import Section
from libtalos.config.words import is_dns_name
from libtalos.config.written import Address, Duration

if TYPE_CHECKING:
    from libtalos.config.schema import Machine

LONGEST_HOSTNAME: Final = 63  # a label of DNS (RFC 1035); HOST_NAME_MAX in linux/utsname.h is 64


class AutoHostname(Enum):
    """How a hostname is made where none is given."""

    STABLE = "stable"
    OFF = "off"


class HostnameConfig(Document, frozen=True):
    """The hostname: a fixed one, above all other sources, or how one is made, below all others."""

    auto: AutoHostname | None = None
    hostname: str = ""

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        if self.auto is None and not self.hostname:
            yield Fault("", "either 'auto' or 'hostname' must be set")
        if self.auto is AutoHostname.STABLE and self.hostname:
            yield Fault("", "'auto' and 'hostname' cannot be set at the same time")
        label = self.hostname.partition(".")[0]
        if self.hostname and (not is_dns_name(self.hostname) or len(label) > LONGEST_HOSTNAME):
            yield Fault("hostname", f'"{self.hostname}" is not a valid hostname')

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if self.hostname and machine.network.hostname:
            yield Fault("hostname", "static hostname is already set in v1alpha1 config (machine.network.hostname)")
        if self.auto is not None and machine.features.stable_hostname:
            yield Fault("auto", "stable hostname is already set in v1alpha1 config (machine.features.stableHostname)")


class Nameserver(Section, frozen=True):
    """ResolverConfig.nameservers[]"""

    address: Address


class SearchDomains(Section, frozen=True):
    """ResolverConfig.searchDomains: disable_default leaves out the domain of the host's own name."""

    domains: tuple[str, ...] = ()
    disable_default: bool | None = None


class ResolverConfig(Document, frozen=True):
    """DNS servers and search domains; each list that is given replaces what DHCP and the platform say."""

    nameservers: tuple[Nameserver, ...] = ()
    search_domains: SearchDomains = SearchDomains()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from dns_names("searchDomains.domains", self.search_domains.domains)

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if self.nameservers and machine.network.nameservers:
            yield Fault("nameservers", "already set in v1alpha1 config (machine.network.nameservers)")
        if self.search_domains.domains and machine.network.search_domains:
            yield Fault("searchDomains.domains", "already set in v1alpha1 config (machine.network.searchDomains)")
        if self.search_domains.disable_default is not None and machine.network.disable_search_domain:
            problem = "already set in v1alpha1 config (machine.network.disableSearchDomain)"
            yield Fault("searchDomains.disableDefault", problem)


class StaticHostConfig(Document, frozen=True):
    """A line of /etc/hosts: the name of the document is the address."""

    name: Address
    hostnames: tuple[str, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        if not self.hostnames:
            yield Fault("hostnames", "at least one hostname is required")
        yield from dns_names("hostnames", self.hostnames)

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if any(entry.ip == str(self.name) for entry in machine.network.extra_host_entries):
            yield Fault("name", f"{self.name} is already set in v1alpha1 config (machine.network.extraHostEntries)")


class NTP(Section, frozen=True):
    """TimeSyncConfig.ntp: servers by name or address."""

    servers: tuple[str, ...] = ()


class PTP(Section, frozen=True):
    """TimeSyncConfig.ptp: devices such as /dev/ptp0."""

    devices: tuple[str, ...] = ()


class TimeSyncConfig(Document, frozen=True):
    """Time synchronization; without boot_timeout the boot waits for it without end."""

    enabled: bool | None = None
    boot_timeout: Duration | None = None
    ntp: NTP | None = None
    ptp: PTP | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        if self.ntp is not None and self.ptp is not None:
            yield Fault("", "only one of ntp and ptp can be set")
        if self.boot_timeout is not None and self.boot_timeout.value < 0:
            yield Fault("bootTimeout", "must not be negative")
        for index, server in enumerate(self.ntp.servers if self.ntp else ()):
            if not server or any(character.isspace() for character in server):
                yield Fault(f"ntp.servers[{index}]", f'"{server}" is not a name or an address')
        for index, device in enumerate(self.ptp.devices if self.ptp else ()):
            if not device.startswith("/dev/"):
                yield Fault(f"ptp.devices[{index}]", f'"{device}" is not a device such as /dev/ptp0')

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if machine.time is not None:
            yield Fault("", "time synchronization is already configured in v1alpha1 config (machine.time)")
