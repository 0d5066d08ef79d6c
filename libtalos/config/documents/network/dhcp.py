"""DHCP on a link."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from libtalos.config.document import Fault, NamedDocument
from libtalos.config.documents.network.names import link_name
from libtalos.config.section import Uint32
from libtalos.config.written import Duid

if TYPE_CHECKING:
    from libtalos.config.schema import Machine


class ClientIdentifier(Enum):
    """As whom a client speaks."""

    NONE = "none"
    MAC = "mac"
    DUID = "duid"


class _DHCPConfig(NamedDocument, frozen=True):
    """The name of the document is that of the link; route_metric 0 means upstream's 1024, no identifier means mac."""

    route_metric: Uint32 = 0
    ignore_hostname: bool | None = None
    client_identifier: ClientIdentifier | None = None
    duid_raw: Duid | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from link_name("name", self.name)
        if self.client_identifier is ClientIdentifier.DUID and self.duid_raw is None:
            yield Fault("duidRaw", "duidRaw is required when clientIdentifier is duid")

    def warnings(self) -> Iterator[Fault]:
        """See Document."""
        if self.duid_raw is not None and self.client_identifier is not ClientIdentifier.DUID:
            yield Fault("duidRaw", "has no effect unless clientIdentifier is duid")

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if any(each.interface == self.name and each.dhcp for each in machine.network.interfaces):
            yield Fault("name", f"DHCP on {self.name} is already set in v1alpha1 config (machine.network.interfaces)")


class DHCPv4Config(_DHCPConfig, frozen=True):
    """DHCP for IPv4."""


class DHCPv6Config(_DHCPConfig, frozen=True):
    """DHCP for IPv6."""
