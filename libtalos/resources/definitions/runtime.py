"""Resources of the machine itself: services, status, mounts, files, config."""

from typing import ClassVar, Literal

from libtalos.resources.spec import Column, Definition, Part, ResourceSpec

NAMESPACE = "runtime"

Stage = Literal[
    "booting", "installing", "maintenance", "running", "rebooting", "shutting down", "resetting", "upgrading"
]


class Service(ResourceSpec, frozen=True, kw_only=True):
    """A supervised service; the id is the service's. `unknown` until the first health check."""

    DEFINITION: ClassVar[Definition] = Definition(
        "Services.v1alpha1.talos.dev",
        NAMESPACE,
        (
            Column("Running", "{.running}"),
            Column("Healthy", "{.healthy}"),
            Column("Health Unknown", "{.unknown}"),
        ),
        aliases=("svc",),
    )

    running: bool
    healthy: bool
    unknown: bool


class UnmetCondition(Part, frozen=True, kw_only=True):
    """Why the machine is not ready yet."""

    name: str
    reason: str


class Readiness(Part, frozen=True, kw_only=True):
    """Whether the machine is ready, and if not, what is missing."""

    ready: bool = False
    unmet_conditions: tuple[UnmetCondition, ...] = ()


class MachineStatus(ResourceSpec, frozen=True, kw_only=True):
    """What the machine is doing; the id is `machine`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "MachineStatuses.runtime.talos.dev",
        NAMESPACE,
        (Column("Stage", "{.stage}"), Column("Ready", "{.status.ready}")),
    )

    stage: Stage
    status: Readiness = Readiness()


class MountStatus(ResourceSpec, frozen=True, kw_only=True):
    """A mount that the node made; the id names it in the mount table."""

    DEFINITION: ClassVar[Definition] = Definition(
        "MountStatuses.runtime.talos.dev",
        NAMESPACE,
        (
            Column("Source", "{.source}"),
            Column("Target", "{.target}"),
            Column("Filesystem Type", "{.filesystemType}"),
        ),
        aliases=("mounts",),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"encryptionProviders"})

    source: str
    target: str
    filesystem_type: str
    options: tuple[str, ...] = ()
    encrypted: bool = False
    encryption_providers: tuple[str, ...] = ()


class MetaKey(ResourceSpec, frozen=True, kw_only=True):
    """A value of META; the id is its key in hexadecimal, such as `0x0a`. What is no UTF-8 in the value is replaced."""

    DEFINITION: ClassVar[Definition] = Definition(
        "MetaKeys.runtime.talos.dev", NAMESPACE, (Column("Value", "{.value}"),), aliases=("meta",)
    )

    value: str


class MetaLoaded(ResourceSpec, frozen=True, kw_only=True):
    """Whether META was read, so that its MetaKeys are all of them; the id is `meta-loaded`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "MetaLoads.runtime.talos.dev", NAMESPACE, (Column("Done", "{.done}"),)
    )

    done: bool


class EtcFileStatus(ResourceSpec, frozen=True, kw_only=True):
    """A file under /etc that is in place; the id is its name below /etc."""

    DEFINITION: ClassVar[Definition] = Definition("EtcFileStatuses.files.talos.dev", "files")

    spec_version: str


class MachineConfigSpec(ResourceSpec, frozen=True, kw_only=True):
    """The machine config as YAML text; the id is `v1alpha1`."""

    DEFINITION: ClassVar[Definition] = Definition("MachineConfigs.config.talos.dev", "config", sensitive=True)

    yaml: str
