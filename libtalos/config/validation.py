"""What a machine config must say beyond being readable; texts are upstream's where upstream has one."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from urllib.parse import urlsplit

from libtalos.config.conflicts import conflicts
from libtalos.config.container import Documents
from libtalos.config.devicecheck import has_vip
from libtalos.config.encryption import REFUSED, SystemDiskEncryption
from libtalos.config.errors import ConfigError, ValidationError
from libtalos.config.inert import inert, inert_documents
from libtalos.config.netcheck import check_network, check_time
from libtalos.config.partcheck import check_cluster_parts, check_machine_parts
from libtalos.config.schema import CertificateAndKey, Cluster, Machine, MachineConfig
from libtalos.config.words import is_cidr, is_dns_name
from libtalos.pki.keys import PkiError

MACHINE_TYPES = ("init", "controlplane", "worker", "join")  # join is upstream's old word for worker
CONTROL_PLANE_TYPES = ("init", "controlplane")


class Mode(Enum):
    """Upstream's runtime modes: where the machine runs."""

    CONTAINER = "container"
    CLOUD = "cloud"
    METAL = "metal"


def validate(config: MachineConfig, mode: Mode) -> tuple[str, ...]:
    """Warnings about a v1alpha1 document that stands alone. Raises what validate_documents raises."""
    return validate_documents(Documents(machine_config=config), mode)


def validate_documents(documents: Documents, mode: Mode) -> tuple[str, ...]:
    """Warnings about a config that can be used. Raises ValidationError with every fault if it cannot.

    Faults of single documents beside the v1alpha1 one are not told: `load_documents` refuses those.
    """
    config = documents.machine_config
    if config is None:
        raise ConfigError("config not found")
    problems = [*_problems(config, mode), *conflicts(documents)]
    if problems:
        raise ValidationError(problems)
    said = (f"{document.manifest}: {fault}" for document in documents.others for fault in document.warnings())
    return (*inert(config, container=mode is Mode.CONTAINER), *inert_documents(documents), *said)


def control_plane(config: MachineConfig) -> bool:
    """Whether the machine is one of the control plane."""
    return config.machine is not None and config.machine.type in CONTROL_PLANE_TYPES


def _problems(config: MachineConfig, mode: Mode) -> Iterator[str]:
    if config.version != "v1alpha1":
        yield f'version: expected "v1alpha1", got "{config.version}"'
    if config.persist is False:
        yield ".persist should be enabled"
    if config.machine is None:
        yield "machine instructions are required"
    else:
        yield from _machine_problems(config.machine)
        if mode is Mode.CONTAINER:
            yield from _container_problems(config.machine)
        elif config.machine.system_disk_encryption not in {None, SystemDiskEncryption()}:
            yield f"machine.systemDiskEncryption: {REFUSED}"
        install = config.machine.install
        if mode is Mode.METAL and install is not None and not (install.disk or install.disk_selector):
            yield "either install disk or diskSelector should be defined"
    if config.cluster is None:
        yield "cluster instructions are required"
    else:
        yield from _cluster_problems(config.cluster)


def _machine_problems(machine: Machine) -> Iterator[str]:
    if machine.type not in MACHINE_TYPES:
        yield f'unknown machine type "{machine.type}"'
    elif machine.type in CONTROL_PLANE_TYPES:
        yield from _issuing_ca_problems(machine)
    elif machine.ca and machine.ca.key:
        yield "issuing Talos API CA key is not allowed on non-controlplane nodes (.machine.ca)"
    yield from _pair_problems("machine.ca", machine.ca)
    for name in machine.cert_sans:
        if not is_dns_name(name) and not is_cidr(name, prefix=False):
            yield f'machine.certSANs: "{name}" is neither an IP address nor a valid DNS name'
    yield from check_network(machine.network)
    if machine.type not in CONTROL_PLANE_TYPES and has_vip(machine.network.interfaces):
        yield "virtual (shared) IP is not allowed on non-controlplane nodes"
    if machine.time is not None:
        yield from check_time(machine.time)
    yield from check_machine_parts(machine)


def _issuing_ca_problems(machine: Machine) -> Iterator[str]:
    if not machine.ca and not machine.accepted_cas:
        yield "issuing CA or some accepted CAs are required (.machine.ca, machine.acceptedCAs)"
    elif machine.ca and not machine.ca.key:
        yield "issuing CA key is required for controlplane nodes (.machine.ca.key)"


def _container_problems(machine: Machine) -> Iterator[str]:
    dns = machine.features.host_dns
    if dns is None:
        yield "hostDNS config is required in container mode"
        return
    if not dns.enabled:
        yield "hostDNS must be enabled in container mode"
    if not dns.forward_kube_dns_to_host:
        yield "forwardKubeDNSToHost must be enabled in container mode"


def _cluster_problems(cluster: Cluster) -> Iterator[str]:
    yield from _endpoint_problems(cluster.control_plane.endpoint)
    yield from check_cluster_parts(cluster)
    domain = cluster.network.dns_domain
    if domain and not is_dns_name(domain):
        yield f'"{domain}" is not a valid DNS name'
    subnets = {
        "cluster.network.podSubnets": cluster.network.pod_subnets,
        "cluster.network.serviceSubnets": cluster.network.service_subnets,
        "cluster.etcd.advertisedSubnets": tuple(subnet.removeprefix("!") for subnet in cluster.etcd.advertised_subnets),
        "cluster.etcd.listenSubnets": tuple(subnet.removeprefix("!") for subnet in cluster.etcd.listen_subnets),
    }
    for path, items in subnets.items():
        yield from (f'{path}: "{item}" is not a subnet in CIDR notation' for item in items if not is_cidr(item))
    authorities = {"ca": cluster.ca, "aggregatorCA": cluster.aggregator_ca, "etcd.ca": cluster.etcd.ca}
    for key, pair in authorities.items():
        yield from _pair_problems(f"cluster.{key}", pair)


def _endpoint_problems(endpoint: str) -> Iterator[str]:
    if not endpoint:
        yield "cluster.controlPlane.endpoint is required"
        return
    try:
        url = urlsplit(endpoint)
        complete = url.scheme == "https" and url.hostname and url.port
    except ValueError:
        complete = False
    if not complete:
        yield f'cluster.controlPlane.endpoint: "{endpoint}" is not a URL like https://192.0.2.1:6443'


def _pair_problems(path: str, pair: CertificateAndKey | None) -> Iterator[str]:
    """Whether certificate and key are readable and belong together; says nothing about the key's content."""
    from libtalos.pki.authority import KeyPair, check_authority, load_certificate  # noqa: PLC0415 - 40 ms

    if pair is None:
        return
    try:
        if pair.key is not None:
            check_authority(KeyPair(pair.crt, pair.key))
        else:
            load_certificate(pair.crt)
    except PkiError as error:
        yield f"{path}: {error}"
