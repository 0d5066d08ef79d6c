"""The edge: upstream's machine API, and the node's resources, services and events as one."""

from __future__ import annotations

from libtalos.component.declaration import Declaration, Uses
from libtalos.resources.definitions.meta import Namespace, ResourceDefinition

DECLARATION = Declaration(
    name="api",
    summary="serves upstream's machine API and all components' resources, services and events on one socket",
    serves=("machine", "storage", "time", "cosi.resource", "talos.api.v1", "talos.supervisor.v1"),
    uses=(
        Uses("init", "talos.component.v1"),
        Uses("init", "talos.init.v1"),
        Uses("init", "talos.resource.v1"),
        Uses("init", "talos.supervisor.v1"),
        Uses("filesystem", "talos.component.v1"),
        Uses("filesystem", "talos.resource.v1"),
        Uses("filesystem", "talos.filesystem.v1"),
        Uses("network", "talos.component.v1"),
        Uses("network", "talos.resource.v1"),
        Uses("network", "talos.network.v1"),
        Uses("etcd", "talos.component.v1"),
        Uses("etcd", "talos.resource.v1"),
        Uses("etcd", "talos.supervisor.v1"),
        Uses("kubelet", "talos.component.v1"),
        Uses("kubelet", "talos.resource.v1"),
        Uses("kubelet", "talos.supervisor.v1"),
    ),
    publishes=(ResourceDefinition, Namespace),
)
