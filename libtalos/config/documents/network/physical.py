"""Physical links: names for them by what they are, and the settings of their cards."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import msgspec

from libtalos.config.document import Fault, NamedDocument
from libtalos.config.documents.network.names import link_name
from libtalos.config.section import Section, Uint32


class LinkSelector(Section, frozen=True):
    """LinkAliasConfig.selector: which links are meant, in the Common Expression Language."""

    match: str = ""


class LinkAliasConfig(NamedDocument, frozen=True):
    """Another name for the one link that the selector matches; with `%d` in the name, numbered ones for several."""

    selector: LinkSelector = LinkSelector()

    @property
    def numbered(self) -> bool:
        """Whether the name stands for several links."""
        return "%d" in self.name

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if self.name.count("%") > self.name.count("%d") or self.name.count("%d") > 1:
            yield Fault("name", f'"{self.name}" may have one %d, and no other %')
        yield from link_name("name", self.name.replace("%d", "0"))
        if not self.selector.match.strip():
            yield Fault("selector.match", "selector.match is required")


class EthernetRings(Section, frozen=True):
    """EthernetConfig.rings, as `ethtool -G` has them; None leaves a value alone."""

    rx: Uint32 | None = None
    tx: Uint32 | None = None
    rx_mini: Uint32 | None = msgspec.field(default=None, name="rx-mini")
    rx_jumbo: Uint32 | None = msgspec.field(default=None, name="rx-jumbo")
    rx_buf_len: Uint32 | None = msgspec.field(default=None, name="rx-buf-len")
    cqe_size: Uint32 | None = msgspec.field(default=None, name="cqe-size")
    tx_push: bool | None = msgspec.field(default=None, name="tx-push")
    rx_push: bool | None = msgspec.field(default=None, name="rx-push")
    tx_push_buf_len: Uint32 | None = msgspec.field(default=None, name="tx-push-buf-len")
    tcp_data_split: bool | None = msgspec.field(default=None, name="tcp-data-split")


class EthernetChannels(Section, frozen=True):
    """EthernetConfig.channels, as `ethtool -L` has them; None leaves a value alone."""

    rx: Uint32 | None = None
    tx: Uint32 | None = None
    other: Uint32 | None = None
    combined: Uint32 | None = None


class WakeOnLan(Enum):
    """What wakes the machine."""

    PHY = "phy"
    UNICAST = "unicast"
    MULTICAST = "multicast"
    BROADCAST = "broadcast"
    ARP = "arp"
    MAGIC = "magic"
    MAGIC_SECURE = "magicsecure"
    FILTER = "filter"


class EthernetConfig(NamedDocument, frozen=True):
    """Settings of a card; wake_on_lan None leaves it alone, an empty list turns it off."""

    features: dict[str, bool] = msgspec.field(default_factory=dict)
    rings: EthernetRings | None = None
    channels: EthernetChannels | None = None
    wake_on_lan: tuple[WakeOnLan, ...] | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from link_name("name", self.name)
