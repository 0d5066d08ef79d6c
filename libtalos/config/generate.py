"""A machine config from a few choices, as `talosctl gen config` makes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from libtalos.config.network import HostEntry, Interface, NetworkSection, Route
from libtalos.config.schema import (
    APIServer,
    CertificateAndKey,
    Cluster,
    ControlPlane,
    Discovery,
    EtcdSection,
    FeaturesSection,
    HostDNS,
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
KUBE_PRISM_PORT = 7445  # upstream's default


def control_plane(
    *,
    cluster_name: str,
    secrets: SecretsBundle,
    endpoint: str = "",
    hostname: str = "",
    interface: str = "eth0",
    addresses: Sequence[str] = (),
    gateway: str = "",
    mtu: int = 0,
    nameservers: Sequence[str] = (),
    search_domains: Sequence[str] = (),
    extra_hosts: Sequence[HostEntry] = (),
    cert_sans: Sequence[str] = (),
) -> MachineConfig:
    """The config of a control-plane node.

    endpoint is the URL of the Kubernetes API, with scheme and port, by default that of the node's first address.
    addresses, in CIDR notation, belong to interface; gateway becomes its default route. Raises ValidationError if the
    choices make no valid config.
    """
    from libtalos.config.validation import Mode, validate  # noqa: PLC0415 - validation imports the schema, too

    network = NetworkSection(
        hostname=hostname,
        interfaces=_interfaces(interface, tuple(addresses), gateway, mtu),
        nameservers=tuple(nameservers),
        search_domains=tuple(search_domains),
        extra_host_entries=tuple(extra_hosts),
    )
    config = MachineConfig(
        version="v1alpha1",
        debug=False,
        persist=True,
        machine=_machine(secrets, network, tuple(cert_sans)),
        cluster=_cluster(secrets, cluster_name, endpoint or _own_endpoint(addresses), tuple(cert_sans)),
    )
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


def _machine(secrets: SecretsBundle, network: NetworkSection, cert_sans: tuple[str, ...]) -> Machine:
    return Machine(
        type="controlplane",
        token=secrets.trustd_info.token,
        ca=_pair(secrets.certs.os),
        cert_sans=cert_sans,
        kubelet=KubeletSection(default_runtime_seccomp_profile_enabled=True, disable_manifests_directory=True),
        network=network,
        features=FeaturesSection(
            disk_quota_support=True,
            kube_prism=KubePrism(enabled=True, port=KUBE_PRISM_PORT),
            host_dns=HostDNS(enabled=True, forward_kube_dns_to_host=True),
        ),
    )


def _cluster(secrets: SecretsBundle, name: str, endpoint: str, cert_sans: tuple[str, ...]) -> Cluster:
    return Cluster(
        id=secrets.cluster.id,
        secret=secrets.cluster.secret,
        control_plane=ControlPlane(endpoint=endpoint),
        cluster_name=name,
        token=secrets.secrets.bootstrap_token,
        secretbox_encryption_secret=secrets.secrets.secretbox_encryption_secret,
        ca=_pair(secrets.certs.k8s),
        aggregator_ca=_pair(secrets.certs.k8s_aggregator),
        service_account=ServiceAccount(key=secrets.certs.k8s_service_account.key),
        api_server=APIServer(cert_sans=cert_sans) if cert_sans else None,
        discovery=Discovery(enabled=False),
        etcd=EtcdSection(ca=_pair(secrets.certs.etcd)),
    )


def _pair(pair: BundlePair) -> CertificateAndKey:
    return CertificateAndKey(crt=pair.crt, key=pair.key)
