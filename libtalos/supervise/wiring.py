"""A supervisor with all that belongs to it, put together for the composition root of a component."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from libtalos.gen.machine import ServiceStateEvent
from libtalos.linux.cgroup import Cgroups
from libtalos.supervise.children import Children
from libtalos.supervise.events import publishing
from libtalos.supervise.health import Clock
from libtalos.supervise.launcher import Body, ProcessBody
from libtalos.supervise.logs import Logs
from libtalos.supervise.notify import NotifySocket
from libtalos.supervise.resources import ServiceResources, Store
from libtalos.supervise.rpc import SupervisorRpc
from libtalos.supervise.service import World
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.supervisor import Supervisor


@dataclass(frozen=True, kw_only=True)
class Supervision:
    """The parts of a component that runs services."""

    supervisor: Supervisor
    logs: Logs
    children: Children
    notify: NotifySocket
    rpc: SupervisorRpc


def supervision(
    *,
    component: str,
    cgroups: Cgroups,
    store: Store,
    publish: Callable[[ServiceStateEvent], object],
    clock: Clock,
    environment: Mapping[str, str],
    notify_path: Path,
    problem: Callable[[str], None],
) -> Supervision:
    """Wire a supervisor to resources, events and logs. environment is what every service gets.

    notify_path is where services announce readiness; open the socket (`.notify.open()`) before starting any that do.
    """
    children, logs = Children(), Logs(problem=problem)

    def body(spec: ServiceSpec) -> Body:
        return ProcessBody(
            spec,
            cgroups=cgroups,
            children=children,
            logs=logs,
            environment=environment,
            notify_socket=str(notify_path),
        )

    listeners = (ServiceResources(store), publishing(publish))
    supervisor = Supervisor(body=body, world=World(clock=clock), listeners=listeners)
    return Supervision(
        supervisor=supervisor,
        logs=logs,
        children=children,
        notify=NotifySocket(notify_path, receive=supervisor.notified, problem=problem),
        rpc=SupervisorRpc(supervisor, logs, component=component),
    )
