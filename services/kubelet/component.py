"""What the kubelet component is: contracts, resources, privileges."""

from libtalos.component.declaration import ALL_CAPABILITIES, Declaration, Uses
from libtalos.resources.definitions.k8s import KubeletSpec, Nodename
from libtalos.resources.definitions.runtime import Service

DECLARATION = Declaration(
    name="kubelet",
    summary="Renders the kubelet's configuration and runs the kubelet, if the image has one",
    serves=("talos.kubelet.v1", "talos.supervisor.v1"),
    uses=(
        Uses("init", "talos.resource.v1"),
        Uses("filesystem", "talos.resource.v1"),
        # the service holds the volumes that it works in
        Uses("filesystem", "talos.filesystem.v1"),
        Uses("network", "talos.resource.v1"),
    ),
    publishes=(KubeletSpec, Nodename, Service),
    # the kubelet mounts, makes namespaces and control groups, and owns the files of pods
    capabilities=(ALL_CAPABILITIES,),
)
