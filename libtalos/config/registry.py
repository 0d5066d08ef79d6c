"""Which kinds of documents there are, and the module that has each one's class."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from libtalos.config.document import API_VERSION, Document

# A module is imported when a config has one of its kinds: most configs have few. The class is called as the kind.
MODULES: Final = {
    "documents.network.host": ("HostnameConfig", "ResolverConfig", "StaticHostConfig", "TimeSyncConfig"),
    "documents.network.links": ("LinkConfig", "DummyLinkConfig", "VLANConfig", "BridgeConfig", "VRFConfig"),
    "documents.network.bond": ("BondConfig",),
    "documents.network.wireguard": ("WireguardConfig",),
    "documents.network.physical": ("LinkAliasConfig", "EthernetConfig"),
    "documents.network.dhcp": ("DHCPv4Config", "DHCPv6Config"),
    "documents.network.vip": ("Layer2VIPConfig", "HCloudVIPConfig"),
    "documents.network.routing": ("RoutingRuleConfig", "BlackholeRouteConfig"),
    "documents.network.probes": ("TCPProbeConfig",),
    "documents.network.firewall": ("NetworkDefaultActionConfig", "NetworkRuleConfig"),
    "documents.network.kubespan": ("KubeSpanConfig", "KubeSpanEndpointsConfig"),
    "volumes": ("UserVolumeConfig",),
    "documents.block.volumes": (
        "VolumeConfig",
        "RawVolumeConfig",
        "SwapVolumeConfig",
        "ExistingVolumeConfig",
        "ExternalVolumeConfig",
    ),
    "documents.block.zswap": ("ZswapConfig",),
    "documents.runtime.environment": ("EnvironmentConfig",),
    "documents.runtime.sinks": ("EventSinkConfig", "KmsgLogConfig"),
    "documents.runtime.watchers": ("WatchdogTimerConfig", "OOMConfig"),
    "documents.runtime.extension": ("ExtensionServiceConfig",),
    "documents.runtime.siderolink": ("SideroLinkConfig",),
    "documents.hardware.pci": ("PCIDriverRebindConfig",),
    "documents.cri.registries": ("RegistryMirrorConfig", "RegistryAuthConfig", "RegistryTLSConfig"),
    "documents.security.roots": ("TrustedRootsConfig",),
    "documents.security.images": ("ImageVerificationConfig",),
}
KINDS: Final = {kind: module for module, kinds in MODULES.items() for kind in kinds}


def document_class(version: str, kind: str) -> type[Document]:
    """The class of a kind. Raises KeyError with upstream's words if there is none."""
    if version != API_VERSION or kind not in KINDS:
        raise KeyError(f'"{kind}" "{version}": not registered')
    found: type[Document] = getattr(import_module(f"libtalos.config.{KINDS[kind]}"), kind)
    return found
