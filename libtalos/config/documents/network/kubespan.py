"""KubeSpan: the encrypted network among the nodes of a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from libtalos.config.document import Document, Fault
from libtalos.config.section import Section, Uint32
from libtalos.config.words import LARGEST_MTU, is_cidr
from libtalos.config.written import AddressPort, Prefix

if TYPE_CHECKING:
    from libtalos.config.schema import Machine

DEFAULT_MTU: Final = 1420
SMALLEST_MTU: Final = 1280  # RFC 8200, section 5


class KubeSpanFilters(Section, frozen=True):
    """KubeSpanConfig.filters: which addresses are announced as endpoints (`!` excludes), which networks are not."""

    endpoints: tuple[str, ...] = ()
    exclude_advertised_networks: tuple[Prefix, ...] = ()


class KubeSpanConfig(Document, frozen=True):
    """Whether and how this node takes part; mtu 0 means 1420."""

    enabled: bool | None = None
    advertise_kubernetes_networks: bool | None = None
    allow_down_peer_bypass: bool | None = None
    harvest_extra_endpoints: bool | None = None
    mtu: Uint32 = 0
    filters: KubeSpanFilters = KubeSpanFilters()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        if self.mtu and not SMALLEST_MTU <= self.mtu <= LARGEST_MTU:
            yield Fault("mtu", f"{self.mtu} is not between {SMALLEST_MTU} and {LARGEST_MTU}")
        for index, text in enumerate(self.filters.endpoints):
            if not is_cidr(text.removeprefix("!")):
                yield Fault(f"filters.endpoints[{index}]", f'"{text}" is not a network in CIDR notation')

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if machine.network.kubespan is not None:
            yield Fault("", "KubeSpan is already configured in v1alpha1 config (machine.network.kubespan)")


class KubeSpanEndpointsConfig(Document, frozen=True):
    """Endpoints of this node that it cannot know by itself, such as those of an address translation."""

    extra_announced_endpoints: tuple[AddressPort, ...] = ()
