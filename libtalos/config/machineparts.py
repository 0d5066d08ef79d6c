"""Parts of machine in the v1alpha1 document: files, disks, registries, logs, the kernel and what pods may do."""

from __future__ import annotations

from enum import Enum
from typing import Any, ClassVar, Self

import msgspec

from libtalos.config.section import Section
from libtalos.config.urls import Url
from libtalos.config.written import Written
from libtalos.pki.secret import Secret, SecretKey

LARGEST_MODE = 0o7777


class FileMode(Written[int]):
    """The permissions of a file, written in octal digits: `0o644`."""

    __slots__ = ()
    SCHEMA: ClassVar[dict[str, object]] = {"type": ["integer", "string"]}

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse octal digits after `0o` or `0`, or a decimal number. Raises ValueError."""
        octal = text.startswith("0")
        try:
            mode = int(text.removeprefix("0o"), 8 if octal else 10) if text.isascii() and text.isalnum() else -1
        except ValueError:
            mode = -1
        if not 0 <= mode <= LARGEST_MODE:
            raise ValueError(f'"{text}" is not the permissions of a file such as 0o644')
        return cls(mode)

    def __str__(self) -> str:
        return f"0o{self.value:o}"


class Disabled(Section, frozen=True):
    """machine.controlPlane.controllerManager, machine.controlPlane.scheduler"""

    disabled: bool | None = None


class MachineControlPlane(Section, frozen=True):
    """machine.controlPlane: what does not run on this node of the control plane."""

    controller_manager: Disabled | None = None
    scheduler: Disabled | None = None


class FileOperation(Enum):
    """What becomes of a file that is there."""

    CREATE = "create"
    APPEND = "append"
    OVERWRITE = "overwrite"


class MachineFile(Section, frozen=True, kw_only=True):
    """machine.files[]: the content may be secret."""

    content: Secret | None = None
    permissions: FileMode | None = None
    path: str
    op: FileOperation | None = None


class DiskPartition(Section, frozen=True):
    """machine.disks[].partitions[]: no size, or 0, is all that is left."""

    size: str = ""
    mountpoint: str = ""


class MachineDisk(Section, frozen=True):
    """machine.disks[]"""

    device: str = ""
    partitions: tuple[DiskPartition, ...] = ()


class InstallDiskSelector(Section, frozen=True):
    """machine.install.diskSelector: texts may have wildcards, size is a comparison such as `>= 1TB`."""

    size: str = ""
    name: str = ""
    model: str = ""
    serial: str = ""
    modalias: str = ""
    uuid: str = ""
    wwid: str = ""
    type: str = ""
    bus_path: str = ""


class InstallExtension(Section, frozen=True):
    """machine.install.extensions[]"""

    image: str = ""


class RegistryMirror(Section, frozen=True):
    """machine.registries.mirrors: who is asked before the registry."""

    endpoints: tuple[str, ...] = ()
    override_path: bool | None = None
    skip_fallback: bool | None = None


class RegistryIdentity(Section, frozen=True):
    """clientIdentity: who the node is to the registry, in base64 of PEM."""

    crt: bytes = b""
    key: SecretKey | None = None


class RegistryTLS(Section, frozen=True):
    """machine.registries.config.*.tls"""

    client_identity: RegistryIdentity | None = None
    ca: bytes = b""
    insecure_skip_verify: bool | None = None


class RegistryAuth(Section, frozen=True):
    """machine.registries.config.*.auth"""

    username: str = ""
    password: Secret | None = None
    auth: Secret | None = None
    identity_token: Secret | None = None


class RegistryHost(Section, frozen=True):
    """machine.registries.config: how one gets in."""

    tls: RegistryTLS | None = None
    auth: RegistryAuth | None = None


class RegistriesSection(Section, frozen=True):
    """machine.registries, by the registries' hosts."""

    mirrors: dict[str, RegistryMirror | None] = msgspec.field(default_factory=dict)
    config: dict[str, RegistryHost | None] = msgspec.field(default_factory=dict)


class Udev(Section, frozen=True):
    """machine.udev"""

    rules: tuple[str, ...] = ()


class LogDestination(Section, frozen=True, kw_only=True):
    """machine.logging.destinations[]: format is json_lines."""

    endpoint: Url
    format: str = ""
    extra_tags: dict[str, str] = msgspec.field(default_factory=dict)


class Logging(Section, frozen=True):
    """machine.logging"""

    destinations: tuple[LogDestination, ...] = ()


class KernelModule(Section, frozen=True):
    """machine.kernel.modules[]"""

    name: str = ""
    parameters: tuple[str, ...] = ()


class Kernel(Section, frozen=True):
    """machine.kernel"""

    modules: tuple[KernelModule, ...] = ()


class SeccompProfile(Section, frozen=True):
    """machine.seccompProfiles[]: name is that of a file."""

    name: str = ""
    value: dict[str, Any] = msgspec.field(default_factory=dict)


class TalosAPIAccess(Section, frozen=True):
    """machine.features.kubernetesTalosAPIAccess"""

    enabled: bool | None = None
    allowed_roles: tuple[str, ...] = ()
    allowed_kubernetes_namespaces: tuple[str, ...] = ()


class ImageCache(Section, frozen=True):
    """machine.features.imageCache"""

    local_enabled: bool | None = None
