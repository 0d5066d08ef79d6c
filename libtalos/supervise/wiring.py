"""A supervisor with all that belongs to it, put together for the composition root of a component."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from libtalos.gen.machine import ServiceStateEvent
from libtalos.linux.cgroup import Cgroups
from libtalos.linux.helper import Helper, start_helper
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.supervise.assembly import Parts, assemble
from libtalos.supervise.events import publishing
from libtalos.supervise.health import Clock
from libtalos.supervise.resources import ServiceResources, Store
from libtalos.supervise.rpc import SupervisorRpc
from libtalos.supervise.volumes import HeldVolumes

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

    from libtalos.bus.channel import Channel
    from libtalos.supervise.status import ServiceId


@dataclass(frozen=True, kw_only=True)
class Supervision(Parts):
    """The parts of a component that runs services. `open` it in the running loop, `close` it at the end."""

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
    helper: Helper | None = None,
    make_helper: Callable[[], Helper] | None = start_helper,
) -> Supervision:
    """Wire a supervisor to resources, events and logs. environment is what every service gets.

    notify_path is where services announce readiness; `.open()` it before starting any. For the helpers see assemble.
    """
    parts = assemble(
        cgroups=cgroups,
        environment=environment,
        clock=clock,
        notify_socket=notify_path,
        listeners=(ServiceResources(store), publishing(publish)),
        helper=helper,
        make_helper=make_helper,
        problem=problem,
    )
    return Supervision(
        supervisor=parts.supervisor,
        logs=parts.logs,
        children=parts.children,
        programs=parts.programs,
        starter=parts.starter,
        notify=parts.notify,
        rpc=SupervisorRpc(parts.supervisor, parts.logs, component=component),
    )


def held_volumes(
    supervised: Supervision, channel: Channel, service: ServiceId, volumes: Sequence[str], log: BoundLogger
) -> HeldVolumes:
    """The volumes that a service needs, held from before its start until it is down.

    channel is to the filesystem component; volumes are ids, parents first.
    """
    held = HeldVolumes(channel=channel, service=service, volumes=volumes, backoff=Backoff(BackoffPolicy()), log=log)
    supervised.supervisor.listen(held)
    return held
