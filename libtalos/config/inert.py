"""Fields that are read, kept and handed on, and that nothing on this node acts on yet: they must not pass silently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from libtalos.config.container import Documents
from libtalos.config.schema import MachineConfig
from libtalos.pki.secret import PLACEHOLDER

INERT: Final = frozenset(
    {
        "debug",
        "machine.acceptedCAs",
        "machine.env",
        "machine.network.interfaces[].vip",
        "machine.network.kubespan",
        *(
            f"machine.{key}"
            for key in (
                "controlPlane",
                "pods",
                "disks",
                "files",
                "registries",
                "udev",
                "logging",
                "kernel",
                "seccompProfiles",
                "baseRuntimeSpecOverrides",
            )
        ),
        "machine.sysctls",
        "machine.sysfs",
        "machine.features.rbac",
        "machine.features.stableHostname",
        "machine.features.apidCheckExtKeyUsage",
        "machine.features.nodeAddressSortAlgorithm",
        "machine.features.hostDNS.resolveMemberNames",
        "machine.features.kubernetesTalosAPIAccess",
        "machine.features.imageCache",
        "machine.kubelet.image",
        "machine.kubelet.credentialProviderConfig",
        "machine.kubelet.extraMounts",
        "cluster.apiServer",
        "cluster.controllerManager",
        "cluster.scheduler",
        "cluster.proxy",
        "cluster.coreDNS",
        "cluster.discovery.registries",
        "cluster.etcd.image",
        "cluster.etcd.subnet",
        "cluster.externalCloudProvider",
        "cluster.extraManifests",
        "cluster.extraManifestHeaders",
        "cluster.inlineManifests",
        "cluster.adminKubeconfig",
        "cluster.network.cni",
    }
)
# a container has no disk to install on; elsewhere `talos disks provision` acts on disk, diskSelector and wipe
INERT_IN_CONTAINER: Final = frozenset({"machine.install", "machine.systemDiskEncryption"})
INERT_ELSEWHERE: Final = frozenset(
    f"machine.install.{key}"
    for key in (
        "image",
        "extraKernelArgs",
        "extensions",
        "bootloader",
        "legacyBIOSSupport",
        "grubUseUKICmdline",
    )
)
# the kinds of documents that a component acts on
ACTIVE_KINDS: Final = frozenset(
    {
        "UserVolumeConfig",
        *("HostnameConfig", "ResolverConfig", "StaticHostConfig", "TimeSyncConfig"),
        *("LinkConfig", "DummyLinkConfig", "VLANConfig", "BridgeConfig", "VRFConfig", "BondConfig", "WireguardConfig"),
        *("RoutingRuleConfig", "BlackholeRouteConfig", "DHCPv4Config", "DHCPv6Config"),
        *("NetworkDefaultActionConfig", "NetworkRuleConfig", "TCPProbeConfig"),
    }
)


def inert(config: MachineConfig, *, container: bool) -> Iterator[str]:
    """The path of each field that says something (other than its default, or false) and has no effect, in a warning."""
    idle = INERT | (INERT_IN_CONTAINER if container else INERT_ELSEWHERE)
    # as it is written: without what has its default. That needs no type hints, which take 20 ms to resolve.
    said = msgspec.to_builtins(config, enc_hook=lambda _: PLACEHOLDER)
    return (f"{shown} has no effect in this version" for path, shown in _paths(said, "", "") if path in idle)


def inert_documents(documents: Documents) -> Iterator[str]:
    """A warning for each document of a kind that nothing acts on."""
    idle = (document for document in documents.others if type(document).__name__ not in ACTIVE_KINDS)
    return (f"{document.manifest} has no effect in this version" for document in idle)


def _paths(said: dict[str, Any], prefix: str, place: str) -> Iterator[tuple[str, str]]:
    """Each path, without and with the numbers of items; keys in items of lists follow `[].`."""
    for key, value in said.items():
        if value is False:
            continue
        path, shown = f"{prefix}{key}", f"{place}{key}"
        yield path, shown
        if isinstance(value, dict):
            yield from _paths(value, f"{path}.", f"{shown}.")
        elif isinstance(value, list | tuple):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    yield from _paths(item, f"{path}[].", f"{shown}[{index}].")
