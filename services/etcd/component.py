"""What the etcd component is: contracts, resources, privileges."""

from libtalos.component.declaration import Declaration, Uses
from libtalos.resources.definitions.etcd import EtcdMember, EtcdSpec, PKIStatus
from libtalos.resources.definitions.runtime import Service

DECLARATION = Declaration(
    name="etcd",
    summary="Runs the node's etcd member, with certificates from the cluster's secrets",
    serves=("talos.etcd.v1", "talos.supervisor.v1"),
    uses=(
        Uses("init", "talos.resource.v1"),
        Uses("filesystem", "talos.resource.v1"),
        # the service holds the volumes that it works in
        Uses("filesystem", "talos.filesystem.v1"),
        Uses("network", "talos.resource.v1"),
    ),
    publishes=(EtcdSpec, EtcdMember, PKIStatus, Service),
    # etcd runs as a user of its own: its files are made for it, its process is signalled
    capabilities=("CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_FOWNER", "CAP_KILL", "CAP_SETGID", "CAP_SETPCAP", "CAP_SETUID"),
)
