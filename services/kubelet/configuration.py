"""The KubeletConfiguration (kubelet.config.k8s.io/v1beta1), as upstream builds it."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any, Final

from libtalos.config import MachineConfig
from libtalos.config.schema import Cluster, Machine
from libtalos.config.validation import control_plane
from services.kubelet.version import (
    CONFIGURES_RUNTIME,
    CONFIGURES_TAINTS,
    DEFAULTS_SECCOMP,
    JUDGES_CGROUPS,
    SHUTS_DOWN_GRACEFULLY,
    Version,
)

RUNTIME: Final = "unix:///run/containerd/containerd.sock"
MANIFESTS: Final = "/etc/kubernetes/manifests"
CLUSTER_CA: Final = "/etc/kubernetes/pki/ca.crt"
# network's, for pods: the node's own file may name an address that only the node reaches
RESOLV_CONF: Final = "/run/network/resolv.conf"
TAINTS: Final = ({"key": "node-role.kubernetes.io/control-plane", "effect": "NoSchedule"},)
DNS_HOST: Final = 10  # Kubernetes' convention: the tenth address of each service subnet
# fields with which an older kubelet refuses its configuration, or which it does not have
SINCE: Final = {
    "shutdownGracePeriod": SHUTS_DOWN_GRACEFULLY,
    "shutdownGracePeriodCriticalPods": SHUTS_DOWN_GRACEFULLY,
    "seccompDefault": DEFAULTS_SECCOMP,
}
# upstream's protected fields
PROTECTED: Final = frozenset(
    {
        "apiVersion",
        "kind",
        "staticPodPath",
        "staticPodURL",
        "port",
        "authentication",
        "authorization",
        "cgroupRoot",
        "systemCgroups",
        "kubeletCgroups",
        "rotateCertificates",
        "protectKernelDefaults",
        "containerRuntimeEndpoint",
        "resolvConf",
        "registerWithTaints",
    }
)


class ConfigurationError(Exception):
    """The machine config asks for something that the kubelet cannot be given."""


def configuration(config: MachineConfig, *, version: Version, unified: bool) -> dict[str, Any]:
    """The whole configuration; unified says whether cgroup2 is all there is.

    Raises ConfigurationError for a field that must not be overridden.
    """
    machine, cluster = config.machine or Machine(), config.cluster or Cluster()
    extra = machine.kubelet.extra_config
    for name in extra:
        if name in PROTECTED:
            raise ConfigurationError(f'field "{name}" can\'t be overridden (.machine.kubelet.extraConfig)')
    fixed, defaults = _fixed(machine, unified=unified), _defaults(config, machine, cluster)
    if version >= JUDGES_CGROUPS and not unified:
        defaults["failCgroupV1"] = False
    if version >= CONFIGURES_RUNTIME:
        fixed["containerRuntimeEndpoint"] = RUNTIME
    if version >= CONFIGURES_TAINTS and tainted(config):
        fixed["registerWithTaints"] = list(TAINTS)
    return {**fixed, **_supported(defaults, version), **extra}


def left_out(config: MachineConfig, *, version: Version) -> tuple[str, ...]:
    """The fields that upstream sets, and that a kubelet of that version has to do without."""
    machine = config.machine or Machine()
    defaults = _defaults(config, machine, config.cluster or Cluster())
    present = {**_supported(defaults, version), **machine.kubelet.extra_config}
    return tuple(name for name in defaults if name not in present)


def tainted(config: MachineConfig) -> bool:
    """Whether the node keeps ordinary pods away."""
    allowed = config.cluster is not None and config.cluster.allow_scheduling_on_control_planes is True
    return control_plane(config) and not allowed


def _fixed(machine: Machine, *, unified: bool) -> dict[str, Any]:
    fixed: dict[str, Any] = {
        "apiVersion": "kubelet.config.k8s.io/v1beta1",
        "kind": "KubeletConfiguration",
        "port": 10250,
        "authentication": {
            "x509": {"clientCAFile": CLUSTER_CA},
            "webhook": {"enabled": True},
            "anonymous": {"enabled": False},
        },
        "authorization": {"mode": "Webhook"},
        "cgroupRoot": "/",
        "kubeletCgroups": "/podruntime/kubelet",
        "rotateCertificates": True,
        # a container cannot set the kernel's defaults
        "protectKernelDefaults": False,
        "resolvConf": RESOLV_CONF,
    }
    if unified:
        # The kubelet moves there what it finds in the root group. With v1 hierarchies that is every process, those of
        # podruntime too: the node's own groups are in cgroup2, or in v1's freezer, out of which it would take them.
        fixed["systemCgroups"] = "/system"
    if not machine.kubelet.disable_manifests_directory:
        fixed["staticPodPath"] = MANIFESTS
    return fixed


def _defaults(config: MachineConfig, machine: Machine, cluster: Cluster) -> dict[str, Any]:
    defaults: dict[str, Any] = {
        "address": "0.0.0.0",  # noqa: S104 - upstream's default; clients need a certificate or a token
        "oomScoreAdj": -450,
        "clusterDomain": cluster.network.dns_domain,
        "clusterDNS": list(machine.kubelet.cluster_dns) or _cluster_dns(cluster.network.service_subnets),
        "serializeImagePulls": False,
        "failSwapOn": False,
        "cgroupDriver": "cgroupfs",
        "systemReserved": {
            "cpu": "50m",
            "pid": "100",
            "ephemeral-storage": "256Mi",
            "memory": "512Mi" if control_plane(config) else "384Mi",
        },
        "logging": {"format": "json"},
        "shutdownGracePeriod": "30s",
        "shutdownGracePeriodCriticalPods": "10s",
        "streamingConnectionIdleTimeout": "5m",
        "tlsMinVersion": "VersionTLS13",
    }
    if machine.kubelet.default_runtime_seccomp_profile_enabled:
        defaults["seccompDefault"] = True
    return defaults


def _supported(fields: dict[str, Any], version: Version) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if version >= SINCE.get(name, version)}


def _cluster_dns(subnets: tuple[str, ...]) -> list[str]:
    try:
        return [str(ip_network(subnet, strict=False)[DNS_HOST]) for subnet in subnets]
    except (ValueError, IndexError) as error:
        raise ConfigurationError(f"cluster.network.serviceSubnets: no address for DNS: {error}") from error
