"""Resources of the kubelet component (upstream: `pkg/machinery/resources/k8s`)."""

from typing import Any, ClassVar

import msgspec

from libtalos.resources.spec import Column, Definition, Part, ResourceSpec

NAMESPACE = "k8s"


class Mount(Part, frozen=True, kw_only=True):
    """An OCI mount."""

    destination: str
    type: str = ""
    source: str = ""
    options: tuple[str, ...] = ()


class KubeletSpec(ResourceSpec, frozen=True, kw_only=True):
    """How the kubelet is to run; the id is `kubelet`. `config` is its KubeletConfiguration."""

    DEFINITION: ClassVar[Definition] = Definition("KubeletSpecs.kubernetes.talos.dev", NAMESPACE, sensitive=True)
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"extraMounts", "credentialProviderConfig"})

    image: str = ""
    args: tuple[str, ...] = ()
    extra_mounts: tuple[Mount, ...] = ()
    expected_nodename: str = ""
    config: dict[str, Any] = msgspec.field(default_factory=dict)
    credential_provider_config: dict[str, Any] = msgspec.field(default_factory=dict)


class Nodename(ResourceSpec, frozen=True, kw_only=True):
    """The name under which the node is in Kubernetes; the id is `nodename`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "Nodenames.kubernetes.talos.dev", NAMESPACE, (Column("Nodename", "{.nodename}"),)
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"skipNodeRegistration"})

    nodename: str
    hostname_version: str = ""
    skip_node_registration: bool = False


class NodeStatus(ResourceSpec, frozen=True, kw_only=True):
    """The node as Kubernetes sees it; the id is the node's name."""

    DEFINITION: ClassVar[Definition] = Definition(
        "NodeStatuses.kubernetes.talos.dev",
        NAMESPACE,
        (Column("Ready", "{.nodeReady}"), Column("Unschedulable", "{.unschedulable}")),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"podCIDRs"})

    nodename: str
    node_ready: bool = False
    unschedulable: bool = False
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    annotations: dict[str, str] = msgspec.field(default_factory=dict)
    pod_cidrs: tuple[str, ...] = msgspec.field(default=(), name="podCIDRs")
