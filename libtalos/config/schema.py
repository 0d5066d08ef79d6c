"""The v1alpha1 document: the fields that this version reads, under upstream's keys.

Field lists: upstream's pkg/machinery/config/types/v1alpha1. A key that is not here is refused, not ignored.
"""

from __future__ import annotations

from typing import Any

import msgspec

from libtalos.config.clusterparts import (
    AdminKubeconfig,
    AdmissionPlugin,
    Authorizer,
    ExternalCloudProvider,
    Flannel,
    InlineManifest,
    Resources,
    VolumeMount,
)
from libtalos.config.encryption import SystemDiskEncryption
from libtalos.config.machineparts import (
    ImageCache,
    InstallDiskSelector,
    InstallExtension,
    Kernel,
    Logging,
    MachineControlPlane,
    MachineDisk,
    MachineFile,
    RegistriesSection,
    SeccompProfile,
    TalosAPIAccess,
    Udev,
)
from libtalos.config.network import NetworkSection, TimeSection
from libtalos.config.section import Args, Section, Uint32
from libtalos.pki.secret import Secret, SecretKey


class CertificateAndKey(Section, frozen=True):
    """A certificate (PEM, base64 in the document) and, where this node may issue with it, its key."""

    crt: bytes = b""
    key: SecretKey | None = None


class NodeIP(Section, frozen=True):
    """Which addresses the kubelet may announce: CIDRs, `!` in front excludes."""

    valid_subnets: tuple[str, ...] = ()


class IDMapping(Section, frozen=True):
    """extraMounts[].uidMappings[], extraMounts[].gidMappings[]"""

    container_id: Uint32 = msgspec.field(default=0, name="containerID")
    host_id: Uint32 = msgspec.field(default=0, name="hostID")
    size: Uint32 = 0


class ExtraMount(Section, frozen=True):
    """An OCI mount that the kubelet sees in addition."""

    destination: str
    type: str = ""
    source: str = ""
    options: tuple[str, ...] = ()
    uid_mappings: tuple[IDMapping, ...] = ()
    gid_mappings: tuple[IDMapping, ...] = ()


class KubeletSection(Section, frozen=True):
    """machine.kubelet"""

    image: str = ""
    cluster_dns: tuple[str, ...] = msgspec.field(default=(), name="clusterDNS")
    extra_args: Args = msgspec.field(default_factory=dict)
    extra_mounts: tuple[ExtraMount, ...] = ()
    extra_config: dict[str, Any] = msgspec.field(default_factory=dict)
    credential_provider_config: dict[str, Any] = msgspec.field(default_factory=dict)
    default_runtime_seccomp_profile_enabled: bool | None = None
    register_with_fqdn: bool | None = msgspec.field(default=None, name="registerWithFQDN")
    node_ip: NodeIP | None = msgspec.field(default=None, name="nodeIP")
    skip_node_registration: bool | None = None
    disable_manifests_directory: bool | None = None


class InstallSection(Section, frozen=True):
    """machine.install"""

    disk: str = ""
    disk_selector: InstallDiskSelector | None = None
    image: str = ""
    extra_kernel_args: tuple[str, ...] = ()
    extensions: tuple[InstallExtension, ...] = ()
    bootloader: bool | None = None
    wipe: bool | None = None
    legacy_bios_support: bool | None = msgspec.field(default=None, name="legacyBIOSSupport")
    grub_use_uki_cmdline: bool | None = msgspec.field(default=None, name="grubUseUKICmdline")


class KubePrism(Section, frozen=True):
    """machine.features.kubePrism; port 0 means upstream's 7445."""

    enabled: bool | None = None
    port: int = 0


class HostDNS(Section, frozen=True):
    """machine.features.hostDNS"""

    enabled: bool | None = None
    forward_kube_dns_to_host: bool | None = msgspec.field(default=None, name="forwardKubeDNSToHost")
    resolve_member_names: bool | None = None


class FeaturesSection(Section, frozen=True):
    """machine.features"""

    rbac: bool | None = None
    stable_hostname: bool | None = None
    kubernetes_talos_api_access: TalosAPIAccess | None = msgspec.field(default=None, name="kubernetesTalosAPIAccess")
    apid_check_ext_key_usage: bool | None = None
    disk_quota_support: bool | None = None
    kube_prism: KubePrism | None = None
    host_dns: HostDNS | None = msgspec.field(default=None, name="hostDNS")
    image_cache: ImageCache | None = None
    node_address_sort_algorithm: str = ""


class Machine(Section, frozen=True):
    """machine: this node."""

    type: str = ""
    token: Secret | None = None
    ca: CertificateAndKey | None = None
    accepted_cas: tuple[CertificateAndKey, ...] = msgspec.field(default=(), name="acceptedCAs")
    cert_sans: tuple[str, ...] = msgspec.field(default=(), name="certSANs")
    control_plane: MachineControlPlane | None = None
    kubelet: KubeletSection = KubeletSection()
    pods: tuple[dict[str, Any], ...] = ()
    network: NetworkSection = NetworkSection()
    disks: tuple[MachineDisk, ...] = ()
    install: InstallSection | None = None
    files: tuple[MachineFile, ...] = ()
    time: TimeSection | None = None
    env: dict[str, str] = msgspec.field(default_factory=dict)
    sysctls: dict[str, str] = msgspec.field(default_factory=dict)
    sysfs: dict[str, str] = msgspec.field(default_factory=dict)
    registries: RegistriesSection | None = None
    system_disk_encryption: SystemDiskEncryption | None = None
    features: FeaturesSection = FeaturesSection()
    udev: Udev | None = None
    logging: Logging | None = None
    kernel: Kernel | None = None
    seccomp_profiles: tuple[SeccompProfile, ...] = ()
    base_runtime_spec_overrides: dict[str, Any] = msgspec.field(default_factory=dict)
    node_labels: dict[str, str] = msgspec.field(default_factory=dict)
    node_annotations: dict[str, str] = msgspec.field(default_factory=dict)
    node_taints: dict[str, str] = msgspec.field(default_factory=dict)


class ControlPlane(Section, frozen=True):
    """cluster.controlPlane: endpoint is the URL of the Kubernetes API."""

    endpoint: str = ""
    local_api_server_port: int = msgspec.field(default=0, name="localAPIServerPort")


class CNI(Section, frozen=True):
    """cluster.network.cni: name is flannel, custom or none."""

    name: str = ""
    urls: tuple[str, ...] = ()
    flannel: Flannel | None = None


class ClusterNetwork(Section, frozen=True):
    """cluster.network"""

    cni: CNI | None = None
    dns_domain: str = "cluster.local"
    pod_subnets: tuple[str, ...] = ("10.244.0.0/16",)
    service_subnets: tuple[str, ...] = ("10.96.0.0/12",)


class ServiceAccount(Section, frozen=True):
    """cluster.serviceAccount: the key that signs service account tokens."""

    key: SecretKey | None = None


class ControlPlaneProgram(Section, frozen=True):
    """cluster.controllerManager"""

    image: str = ""
    extra_args: Args = msgspec.field(default_factory=dict)
    extra_volumes: tuple[VolumeMount, ...] = ()
    env: dict[str, str] = msgspec.field(default_factory=dict)
    resources: Resources | None = None


class Scheduler(ControlPlaneProgram, frozen=True):
    """cluster.scheduler"""

    config: dict[str, Any] = msgspec.field(default_factory=dict)


class APIServer(ControlPlaneProgram, frozen=True):
    """cluster.apiServer"""

    cert_sans: tuple[str, ...] = msgspec.field(default=(), name="certSANs")
    admission_control: tuple[AdmissionPlugin, ...] = ()
    audit_policy: dict[str, Any] = msgspec.field(default_factory=dict)
    authorization_config: tuple[Authorizer, ...] = ()


class Proxy(Section, frozen=True):
    """cluster.proxy"""

    disabled: bool | None = None
    image: str = ""
    mode: str = ""
    extra_args: Args = msgspec.field(default_factory=dict)


class RegistryKubernetes(Section, frozen=True):
    """cluster.discovery.registries.kubernetes"""

    disabled: bool | None = None


class RegistryService(Section, frozen=True):
    """cluster.discovery.registries.service"""

    disabled: bool | None = None
    endpoint: str = ""


class Registries(Section, frozen=True):
    """cluster.discovery.registries"""

    kubernetes: RegistryKubernetes = RegistryKubernetes()
    service: RegistryService = RegistryService()


class Discovery(Section, frozen=True):
    """cluster.discovery"""

    enabled: bool | None = None
    registries: Registries = Registries()


class EtcdSection(Section, frozen=True):
    """cluster.etcd: subnets are CIDRs, `!` in front excludes; subnet is upstream's old key for one to announce."""

    image: str = ""
    ca: CertificateAndKey | None = None
    extra_args: Args = msgspec.field(default_factory=dict)
    subnet: str = ""
    advertised_subnets: tuple[str, ...] = ()
    listen_subnets: tuple[str, ...] = ()


class CoreDNS(Section, frozen=True):
    """cluster.coreDNS"""

    disabled: bool | None = None
    image: str = ""


class Cluster(Section, frozen=True):
    """cluster: what all nodes share."""

    id: str = ""
    secret: Secret | None = None
    control_plane: ControlPlane = ControlPlane()
    cluster_name: str = ""
    network: ClusterNetwork = ClusterNetwork()
    token: Secret | None = None
    aescbc_encryption_secret: Secret | None = None
    secretbox_encryption_secret: Secret | None = None
    ca: CertificateAndKey | None = None
    accepted_cas: tuple[CertificateAndKey, ...] = msgspec.field(default=(), name="acceptedCAs")
    aggregator_ca: CertificateAndKey | None = msgspec.field(default=None, name="aggregatorCA")
    service_account: ServiceAccount | None = None
    api_server: APIServer | None = None
    controller_manager: ControlPlaneProgram | None = None
    proxy: Proxy | None = None
    scheduler: Scheduler | None = None
    discovery: Discovery = Discovery()
    etcd: EtcdSection = EtcdSection()
    core_dns: CoreDNS | None = msgspec.field(default=None, name="coreDNS")
    external_cloud_provider: ExternalCloudProvider | None = None
    extra_manifests: tuple[str, ...] = ()
    extra_manifest_headers: dict[str, Secret] = msgspec.field(default_factory=dict)
    inline_manifests: tuple[InlineManifest, ...] = ()
    admin_kubeconfig: AdminKubeconfig | None = None
    allow_scheduling_on_control_planes: bool | None = None


class MachineConfig(Section, frozen=True):
    """The whole v1alpha1 document."""

    version: str = ""
    debug: bool | None = None
    persist: bool | None = None
    machine: Machine | None = None
    cluster: Cluster | None = None
