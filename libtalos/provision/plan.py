"""What a cluster consists of, as a plan."""

from collections.abc import Sequence
from ipaddress import IPv4Interface
from pathlib import Path

import msgspec

from libtalos.provision.bundle import WriteBundle, host_spec
from libtalos.provision.container import Container, CreateContainer, StartContainer
from libtalos.provision.links import NODE_LINK, ConnectNode, HostNetwork
from libtalos.provision.operations import Operation
from libtalos.provision.paths import ClusterName, ClusterPaths, NodeName
from libtalos.provision.root import MountRoot
from libtalos.provision.runc import Runc
from libtalos.provision.state import ClusterState, NodeState, StateStore
from libtalos.provision.storage import ConfigRequest, ConfigSource, MakeDirectories, MakeDisk, WriteConfig


class Plan(msgspec.Struct, frozen=True):
    """The operations that make a cluster: what lasts until it is destroyed, and what lasts while it runs."""

    storage: Sequence[Operation]
    runtime: Sequence[Operation]


class Planner(msgspec.Struct, frozen=True, kw_only=True):
    """Makes plans from states."""

    store: StateStore
    network: HostNetwork
    source: ConfigSource
    runc_program: str = "runc"

    def plan(self, state: ClusterState, *, stop_timeout: float) -> Plan:
        """Return the plan for state; stop_timeout (seconds) is what a node gets to shut down."""
        paths = self.store.paths(ClusterName(state.name))
        storage: list[Operation] = [MakeDirectories(self.store, paths, state)]
        runtime: list[Operation] = []
        for node in state.nodes:
            storage += self._storage(paths, state, node)
            runtime += self._runtime(paths, state, node, stop_timeout)
        return Plan(storage, runtime)

    def container(self, paths: ClusterPaths, name: str) -> Container:
        """Return the container of the node called name."""
        return Container(
            runc=Runc(paths.runc, self.runc_program),
            id=name,
            group=f"talos-{paths.tag}-{name}",
            paths=paths.node(NodeName(name)),
        )

    def _storage(self, paths: ClusterPaths, state: ClusterState, node: NodeState) -> list[Operation]:
        places = paths.node(NodeName(node.name))
        request = ConfigRequest(
            cluster=state.name,
            hostname=node.name,
            interface=NODE_LINK,
            node_address=node.address,
            gateway=str(IPv4Interface(state.gateway).ip),
        )
        return [
            WriteConfig(self.source, request, paths.secrets, places.config),
            MakeDisk(places, state.disk_size),
        ]

    def _runtime(
        self, paths: ClusterPaths, state: ClusterState, node: NodeState, stop_timeout: float
    ) -> list[Operation]:
        container = self.container(paths, node.name)
        return [
            WriteBundle(host_spec(hostname=node.name, group=container.group, paths=container.paths)),
            MountRoot(Path(state.image.path), container.paths.rootfs),
            CreateContainer(container),
            ConnectNode(
                network=self.network,
                container=container,
                name=f"talos{paths.tag}",
                alias=f"talos cluster {paths.directory} node {node.name}",
                address=IPv4Interface(state.gateway),
            ),
            StartContainer(container=container, stop_timeout=stop_timeout),
        ]
