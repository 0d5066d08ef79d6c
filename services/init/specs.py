"""The services of init: the other components, and containerd."""

from __future__ import annotations

import os
import socket
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from libtalos.component.declaration import ALL_CAPABILITIES
from libtalos.component.registry import RegisteredComponent
from libtalos.supervise.checks import UnixConnect
from libtalos.supervise.health import HealthCheck
from libtalos.supervise.spec import Condition, ServiceSpec
from libtalos.supervise.status import ServiceId

# components whose own service has their name: the process that supervises it is called otherwise
SUPERVISORS = ("etcd", "kubelet")
# an executable file here with the name of a component is run in place of the one that is built in
REPLACEMENTS = Path("/usr/lib/talos/components")
CONTAINERD = ServiceId("containerd")
# as upstream's cri has them
CONTAINERD_VOLUMES = ("/var/lib", "/var/lib/cni", "CRI", "/var/run", "/opt")
CONTAINERD_SOCKET = "/run/containerd/containerd.sock"
# a component forks, imports and binds nothing of its own: far below a second unless the machine is very busy
READY_TIMEOUT = 60.0
# after upstream's apid: 15 s to drain before the group is killed
STOP_TIMEOUT = 15.0


class HealthOf(Protocol):
    """Makes the health check of a component."""

    def __call__(self, component: str) -> Callable[[], Awaitable[None]]:
        """A check that raises if the component does not say that it serves."""
        ...


def service_id(component: str) -> ServiceId:
    """What the process of a component is called among the services."""
    return ServiceId(f"{component}-supervisor" if component in SUPERVISORS else component)


def component_specs(
    components: Iterable[RegisteredComponent],
    *,
    python: str,
    sockets: Mapping[str, socket.socket],
    environment: Mapping[str, str],
    health: HealthOf,
    replacements: Path = REPLACEMENTS,
) -> list[ServiceSpec]:
    """One service per component: its socket handed over, its readiness announced, its health asked over the bus.

    A component that has a program of its name in the directory `replacements` is that program, with all else the same.
    """

    def spec(component: RegisteredComponent) -> ServiceSpec:
        program = replacements / component.name
        replaced = os.access(program, os.X_OK)
        return ServiceSpec(
            id=service_id(component.name),
            command=(str(program),) if replaced else (python, "-I", "-m", component.module),
            module=None if replaced else component.module,
            env=environment,
            health=HealthCheck(check=health(component.name)),
            notify=True,
            ready_timeout=READY_TIMEOUT,
            stop_timeout=STOP_TIMEOUT,
            cgroup=f"system/{component.name}",
            capabilities=_capabilities(component),
            listen={f"{component.name}.sock": sockets[component.name]},
        )

    return [spec(component) for component in components]


def containerd_spec(*, environment: Mapping[str, str], condition: Condition) -> ServiceSpec:
    """containerd, once its volumes and the files that it reads are there."""
    return ServiceSpec(
        id=CONTAINERD,
        command=("/usr/bin/containerd", "--config", "/etc/cri/containerd.toml"),
        env=environment,
        depends_on=(service_id("filesystem"),),
        condition=condition,
        health=HealthCheck(check=UnixConnect(CONTAINERD_SOCKET)),
        cgroup="system/runtime",
    )


def _capabilities(component: RegisteredComponent) -> frozenset[str] | None:
    return None if ALL_CAPABILITIES in component.capabilities else frozenset(component.capabilities)
