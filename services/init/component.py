"""init, PID 1: boot and shutdown, services, machine config, machine status."""

from __future__ import annotations

from libtalos.component.declaration import Declaration, Uses
from libtalos.resources.definitions.runtime import MachineConfigSpec, MachineStatus, Service

DECLARATION = Declaration(
    name="init",
    summary="boots the node, runs its services, keeps its machine config",
    serves=("talos.init.v1", "talos.supervisor.v1"),
    uses=(
        # a reset wipes what it keeps, a shutdown unmounts it, and containerd holds volumes of it
        Uses("filesystem", "talos.filesystem.v1"),
        # the state of the services that these two run is part of the machine status
        Uses("etcd", "talos.component.v1"),
        Uses("etcd", "talos.supervisor.v1"),
        Uses("kubelet", "talos.component.v1"),
        Uses("kubelet", "talos.supervisor.v1"),
    ),
    publishes=(Service, MachineStatus, MachineConfigSpec),
)
