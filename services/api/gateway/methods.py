"""Upstream's public methods: how many messages go each way, and which roles may call them.

Source: the method table of Talos 1.13 (internal/app/machined/pkg/system/services/machined.go and api/*.proto).
"""

from __future__ import annotations

from typing import Final

import msgspec

from libtalos.stubs import Cardinality
from services.api.gateway.roles import ADMIN, ETCD_BACKUP, IMAGE_VERIFIER, META_WRITER, OPERATOR, READER, Roles

_UNARY, _REPLIES = Cardinality.UNARY_UNARY, Cardinality.UNARY_STREAM
_REQUESTS, _BOTH = Cardinality.STREAM_UNARY, Cardinality.STREAM_STREAM

_ADMINS: Final = frozenset({ADMIN})
_OPERATORS: Final = frozenset({ADMIN, OPERATOR})
_READERS: Final = frozenset({ADMIN, OPERATOR, READER})
# its handlers take readers in maintenance mode only
_MAINTAINERS: Final = frozenset({ADMIN, READER})
_META: Final = frozenset({ADMIN, META_WRITER})
_ETCD: Final = _READERS | {ETCD_BACKUP}
_BACKUP: Final = _OPERATORS | {ETCD_BACKUP}
_VERIFIERS: Final = _READERS | {IMAGE_VERIFIER}


class PublicMethod(msgspec.Struct, frozen=True):
    """One method; enveloped ones answer with a list of messages, one for each node."""

    path: str
    cardinality: Cardinality
    roles: Roles
    enveloped: bool


# services whose answers have room for those of several nodes
ENVELOPED: Final = frozenset(
    {
        "machine.MachineService",
        "cluster.ClusterService",
        "inspect.InspectService",
        "storage.StorageService",
        "time.TimeService",
    }
)

_MACHINE: Final = "machine.MachineService"
_TABLE: Final = (
    (_MACHINE, _UNARY, _MAINTAINERS, "ApplyConfiguration"),
    (
        _MACHINE,
        _UNARY,
        _ADMINS,
        "Bootstrap EtcdRemoveMemberByID EtcdLeaveCluster EtcdForfeitLeadership EtcdDowngradeValidate "
        "EtcdDowngradeEnable EtcdDowngradeCancel Rollback Reset Upgrade GenerateClientConfiguration",
    ),
    (
        _MACHINE,
        _UNARY,
        _READERS,
        "Containers CPUFreqStats CPUInfo DiskStats Hostname LoadAvg LogsContainers Memory Mounts NetworkDeviceStats "
        "Processes ServiceList Stats SystemStat Version Netstat",
    ),
    (
        _MACHINE,
        _UNARY,
        _OPERATORS,
        "EtcdAlarmDisarm EtcdDefragment Reboot Restart ServiceRestart ServiceStart ServiceStop Shutdown ImagePull",
    ),
    (_MACHINE, _UNARY, _ETCD, "EtcdMemberList EtcdAlarmList EtcdStatus"),
    (_MACHINE, _UNARY, _META, "MetaWrite MetaDelete"),
    (_MACHINE, _REPLIES, _ADMINS, "Copy Kubeconfig Read"),
    (_MACHINE, _REPLIES, _READERS, "Dmesg Events List DiskUsage Logs ImageList"),
    (_MACHINE, _REPLIES, _BACKUP, "EtcdSnapshot"),
    (_MACHINE, _REPLIES, _OPERATORS, "PacketCapture"),
    (_MACHINE, _REQUESTS, _ADMINS, "EtcdRecover"),
    ("machine.ImageService", _REPLIES, _READERS, "List"),
    ("machine.ImageService", _REPLIES, _OPERATORS, "Pull"),
    ("machine.ImageService", _REQUESTS, _ADMINS, "Import"),
    ("machine.ImageService", _UNARY, _ADMINS, "Remove"),
    ("machine.ImageService", _UNARY, _VERIFIERS, "Verify"),
    ("machine.LifecycleService", _REPLIES, _ADMINS, "Install Upgrade"),
    ("machine.DebugService", _BOTH, _ADMINS, "ContainerRun"),
    ("cluster.ClusterService", _REPLIES, _READERS, "HealthCheck"),
    ("inspect.InspectService", _UNARY, _READERS, "ControllerRuntimeDependencies"),
    ("storage.StorageService", _UNARY, _READERS, "Disks"),
    ("storage.StorageService", _UNARY, _MAINTAINERS, "BlockDeviceWipe"),
    ("time.TimeService", _UNARY, _READERS, "Time TimeCheck"),
    ("cosi.resource.State", _UNARY, _READERS, "Get"),
    ("cosi.resource.State", _REPLIES, _READERS, "List Watch"),
    ("cosi.resource.State", _UNARY, _ADMINS, "Create Update Destroy Teardown TeardownAndDestroy"),
)
METHODS: Final = {
    f"/{service}/{name}": PublicMethod(f"/{service}/{name}", cardinality, roles, service in ENVELOPED)
    for service, cardinality, roles, names in _TABLE
    for name in names.split()
}
