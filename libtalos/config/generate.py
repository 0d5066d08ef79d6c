"""A machine config from a few choices, as `talosctl gen config` makes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from libtalos.config.network import HostEntry, Interface, NetworkSection, Route
from libtalos.config.schema import (
    APIServer,
    CertificateAndKey,
    Cluster,
    ClusterNetwork,
    ControlPlane,
    Discovery,
    EtcdSection,
    FeaturesSection,
    HostDNS,
    InstallSection,
    KubeletSection,
    KubePrism,
    Machine,
    MachineConfig,
    ServiceAccount,
)

if TYPE_CHECKING:
    from libtalos.pki.bundle import CertificateAndKey as BundlePair
    from libtalos.pki.bundle import SecretsBundle

API_PORT = 6443
DNS_DOMAIN = "cluster.local"  # Kubernetes' default
KUBE_PRISM_PORT = 7445  # upstream's default


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What a config is made from besides the cluster's secrets.

    endpoint is the URL of the Kubernetes API, with scheme and port, by default that of the node's first address.
    addresses, in CIDR notation, belong to interface; gateway becomes its default route. install_disk is a device path,
    needed on a machine that Talos is to be installed on.
    """

    cluster_name: str
    endpoint: str = ""
    hostname: str = ""
    interface: str = "eth0"
    addresses: tuple[str, ...] = ()
    gateway: str = ""
    mtu: int = 0
    nameservers: tuple[str, ...] = ()
    search_domains: tuple[str, ...] = ()
    extra_hosts: tuple[HostEntry, ...] = ()
    cert_sans: tuple[str, ...] = ()
    dns_domain: str = DNS_DOMAIN
    install_disk: str = ""
    discovery: bool = False


def control_plane(secrets: SecretsBundle, choices: Choices) -> MachineConfig:
    """The config of a control-plane node. Raises ValidationError if the choices make no valid config."""
    machine = replace(_machine(secrets, choices), type="controlplane", ca=_pair(secrets.certs.os))
    return _checked(machine, _issuing_cluster(secrets, choices))


def worker(secrets: SecretsBundle, choices: Choices) -> MachineConfig:
    """The config of a worker: it has no authority's key. Raises ValidationError as control_plane does."""
    machine = replace(_machine(secrets, choices), type="worker", ca=CertificateAndKey(crt=secrets.certs.os.crt))
    return _checked(machine, _cluster(secrets, choices))


def _checked(machine: Machine, cluster: Cluster) -> MachineConfig:
    from libtalos.config.validation import Mode, validate  # noqa: PLC0415 - validation imports the schema, too

    config = MachineConfig(version="v1alpha1", debug=False, persist=True, machine=machine, cluster=cluster)
    validate(config, Mode.CONTAINER)
    return config


def _own_endpoint(addresses: Sequence[str]) -> str:
    if not addresses:
        return ""
    host = addresses[0].partition("/")[0]
    return f"https://[{host}]:{API_PORT}" if ":" in host else f"https://{host}:{API_PORT}"


def _interfaces(name: str, addresses: tuple[str, ...], gateway: str, mtu: int) -> tuple[Interface, ...]:
    if not (addresses or gateway or mtu):
        return ()
    routes = (Route(network="::/0" if ":" in gateway else "0.0.0.0/0", gateway=gateway),) if gateway else ()
    return (Interface(interface=name, addresses=addresses, routes=routes, mtu=mtu),)


def _machine(secrets: SecretsBundle, choices: Choices) -> Machine:
    network = NetworkSection(
        hostname=choices.hostname,
        interfaces=_interfaces(choices.interface, choices.addresses, choices.gateway, choices.mtu),
        nameservers=choices.nameservers,
        search_domains=choices.search_domains,
        extra_host_entries=choices.extra_hosts,
    )
    return Machine(
        token=secrets.trustd_info.token,
        cert_sans=choices.cert_sans,
        kubelet=KubeletSection(default_runtime_seccomp_profile_enabled=True, disable_manifests_directory=True),
        network=network,
        install=InstallSection(disk=choices.install_disk) if choices.install_disk else None,
        features=FeaturesSection(
            disk_quota_support=True,
            kube_prism=KubePrism(enabled=True, port=KUBE_PRISM_PORT),
            host_dns=HostDNS(enabled=True, forward_kube_dns_to_host=True),
        ),
    )


def _cluster(secrets: SecretsBundle, choices: Choices) -> Cluster:
    """What every node of the cluster knows."""
    cluster = Cluster(
        id=secrets.cluster.id,
        secret=secrets.cluster.secret,
        control_plane=ControlPlane(endpoint=choices.endpoint or _own_endpoint(choices.addresses)),
        cluster_name=choices.cluster_name,
        token=secrets.secrets.bootstrap_token,
        ca=CertificateAndKey(crt=secrets.certs.k8s.crt),
        discovery=Discovery(enabled=choices.discovery),
    )
    if choices.dns_domain == cluster.network.dns_domain:
        return cluster
    return replace(cluster, network=ClusterNetwork(dns_domain=choices.dns_domain))


def _issuing_cluster(secrets: SecretsBundle, choices: Choices) -> Cluster:
    """What the control plane knows besides: the keys with which it issues and encrypts."""
    return replace(
        _cluster(secrets, choices),
        secretbox_encryption_secret=secrets.secrets.secretbox_encryption_secret,
        ca=_pair(secrets.certs.k8s),
        aggregator_ca=_pair(secrets.certs.k8s_aggregator),
        service_account=ServiceAccount(key=secrets.certs.k8s_service_account.key),
        api_server=APIServer(cert_sans=choices.cert_sans) if choices.cert_sans else None,
        etcd=EtcdSection(ca=_pair(secrets.certs.etcd)),
    )


def _pair(pair: BundlePair) -> CertificateAndKey:
    return CertificateAndKey(crt=pair.crt, key=pair.key)
