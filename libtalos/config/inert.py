"""Fields that are read, kept and handed on, and that nothing on this node acts on yet: they must not pass silently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from libtalos.config.container import Documents
from libtalos.config.schema import MachineConfig

INERT: Final = frozenset(
    {
        "debug",
        "machine.acceptedCAs",
        "machine.env",
        "machine.sysctls",
        "machine.sysfs",
        "machine.features.rbac",
        "machine.features.stableHostname",
        "machine.features.apidCheckExtKeyUsage",
        "machine.features.nodeAddressSortAlgorithm",
        "machine.kubelet.image",
        "machine.kubelet.extraMounts",
        "cluster.apiServer",
        "cluster.controllerManager",
        "cluster.scheduler",
        "cluster.proxy",
        "cluster.coreDNS",
        "cluster.discovery.registries",
        "cluster.etcd.image",
        "cluster.network.cni",
    }
)
# a container has no disk to install on; elsewhere `talos disks provision` acts on disk and wipe
INERT_IN_CONTAINER: Final = frozenset({"machine.install"})
INERT_ELSEWHERE: Final = frozenset(
    f"machine.install.{key}" for key in ("image", "extraKernelArgs", "grubUseUKICmdline")
)
# the kinds of documents that a component acts on
ACTIVE_KINDS: Final = frozenset({"UserVolumeConfig"})


def inert(config: MachineConfig, *, container: bool) -> Iterator[str]:
    """The path of each field that says something (other than its default, or false) and has no effect, in a warning."""
    idle = INERT | (INERT_IN_CONTAINER if container else INERT_ELSEWHERE)
    return (f"{path} has no effect in this version" for path in _paths(config, "") if path in idle)


def inert_documents(documents: Documents) -> Iterator[str]:
    """A warning for each document of a kind that nothing acts on."""
    idle = (document for document in documents.others if type(document).__name__ not in ACTIVE_KINDS)
    return (f"{document.manifest} has no effect in this version" for document in idle)


def _paths(section: msgspec.Struct, prefix: str) -> Iterator[str]:
    defaults = type(section)()
    names = zip(section.__struct_fields__, section.__struct_encode_fields__, strict=True)
    for name, key in names:
        value = getattr(section, name)
        if value not in (getattr(defaults, name), False):
            path = f"{prefix}{key}"
            yield path
            if isinstance(value, msgspec.Struct):
                yield from _paths(value, f"{path}.")
