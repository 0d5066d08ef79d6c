"""What the machine config says of the host DNS."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

import msgspec

from services.network.dns.endpoint import Endpoint

if TYPE_CHECKING:
    from libtalos.config.schema import FeaturesSection

# upstream's: on the node itself, and what pods reach the node at (constants.HostDNSAddress)
FOR_NODE = Endpoint(ip_address("127.0.0.53"))
FOR_PODS = Endpoint(ip_address("169.254.116.108"))


class HostDnsSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the node has a name server of its own, and whether pods use it, too."""

    enabled: bool = False
    for_pods: bool = False

    @property
    def listen(self) -> tuple[Endpoint, ...]:
        """Where it is to listen."""
        if not self.enabled:
            return ()
        return (FOR_NODE, FOR_PODS) if self.for_pods else (FOR_NODE,)


def read_host_dns(features: FeaturesSection | None) -> HostDnsSettings:
    """Read machine.features; None is a config without."""
    section = None if features is None else features.host_dns
    if section is None or not section.enabled:
        return HostDnsSettings()
    return HostDnsSettings(enabled=True, for_pods=bool(section.forward_kube_dns_to_host))
