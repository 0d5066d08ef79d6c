"""Links without much of their own: physical ones, dummies, VLANs, bridges and VRFs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final

import msgspec

from libtalos.config.devicecheck import LARGEST_VLAN
from libtalos.config.document import Fault
from libtalos.config.documents.network.common import LinkDocument
from libtalos.config.documents.network.names import link_name, link_names
from libtalos.config.section import Section, Uint16
from libtalos.config.written import HardwareAddress, RoutingTable

RESERVED_TABLES: Final = frozenset({0, 253, 254, 255})  # unspec, default, main, local: they have routes of others


class LinkConfig(LinkDocument, frozen=True):
    """A physical link."""


class DummyLinkConfig(LinkDocument, frozen=True):
    """A link that leads nowhere and keeps addresses."""

    hardware_addr: HardwareAddress | None = None


class VLANProtocol(Enum):
    """How frames are tagged."""

    DOT1Q = "802.1q"
    DOT1AD = "802.1ad"


class VLANConfig(LinkDocument, frozen=True, kw_only=True):
    """A VLAN over a parent link; without vlan_mode it is an 802.1q one."""

    vlan_id: Uint16 = msgspec.field(name="vlanID")
    vlan_mode: VLANProtocol | None = None
    parent: str

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if not 0 < self.vlan_id <= LARGEST_VLAN:
            yield Fault("vlanID", f"{self.vlan_id} is not between 1 and {LARGEST_VLAN}")
        if not self.parent:
            yield Fault("parent", "parent is required")
        elif self.parent == self.name:
            yield Fault("parent", "a link cannot be its own parent")
        yield from link_name("parent", self.parent)


class BridgeSTP(Section, frozen=True):
    """BridgeConfig.stp: the spanning tree protocol."""

    enabled: bool | None = None


class BridgeVLAN(Section, frozen=True):
    """BridgeConfig.vlan"""

    filtering: bool | None = None


class BridgeConfig(LinkDocument, frozen=True):
    """A bridge and its ports."""

    hardware_addr: HardwareAddress | None = None
    links: tuple[str, ...] = ()
    stp: BridgeSTP = BridgeSTP()
    vlan: BridgeVLAN = BridgeVLAN()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from link_names("links", self.links)


class VRFConfig(LinkDocument, frozen=True, kw_only=True):
    """A virtual router: the routes of its links are in a table of their own."""

    hardware_addr: HardwareAddress | None = None
    links: tuple[str, ...] = ()
    table: RoutingTable

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from link_names("links", self.links)
        if self.table.value in RESERVED_TABLES:
            yield Fault("table", f'"{self.table}" belongs to the host: give the VRF a table of its own')
