"""The parts of supervision put together; libtalos.supervise.wiring adds what a component publishes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from libtalos.linux.cgroup import Cgroups
from libtalos.linux.helper import Helper, start_helper
from libtalos.supervise.children import Children
from libtalos.supervise.health import Clock
from libtalos.supervise.journal import Listener
from libtalos.supervise.launcher import Body, ProcessBody
from libtalos.supervise.logs import Logs
from libtalos.supervise.notify import NotifySocket
from libtalos.supervise.programs import Programs
from libtalos.supervise.service import World
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.starter import Starter
from libtalos.supervise.supervisor import Supervisor


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Everything that supervision consists of. `open` it in the running loop, `close` it at the end."""

    supervisor: Supervisor
    logs: Logs
    children: Children
    programs: Programs
    starter: Starter
    notify: NotifySocket

    def open(self) -> None:
        """Listen for readiness messages and get ready to start programs. Raises OSError."""
        self.starter.warm_up()
        self.notify.open()

    def close(self) -> None:
        """Give back sockets, pipes and files. Services are not stopped by this: that is Supervisor.stop_all."""
        self.notify.close()
        self.starter.close()
        self.logs.close()


def assemble(
    *,
    cgroups: Cgroups,
    environment: Mapping[str, str],
    clock: Clock,
    notify_socket: Path,
    listeners: Sequence[Listener] = (),
    logs: Logs | None = None,
    helper: Helper | None = None,
    make_helper: Callable[[], Helper] | None = start_helper,
    problem: Callable[[str], None] = lambda _: None,
) -> Parts:
    """Put it together. `environment` is what every service gets; `problem` hears what goes wrong without an error.

    `helper` was started by the caller, who wants it to get ready beside other things; without it one is made at `open`.
    `make_helper` makes that one, and those that take the place of one that has ended. None: who starts a program or two
    does not need the 5 MB of a helper.
    """
    kept = logs if logs is not None else Logs(problem=problem)
    children = Children()
    starter = Starter(children=children, helper=helper, make=make_helper, problem=problem)

    def body(spec: ServiceSpec) -> Body:
        return ProcessBody(
            spec,
            cgroups=cgroups,
            logs=kept,
            start=starter.start,
            environment=environment,
            notify_socket=str(notify_socket),
        )

    supervisor = Supervisor(body=body, world=World(clock=clock), listeners=listeners)
    notify = NotifySocket(notify_socket, receive=supervisor.notified, problem=problem)
    programs = Programs(environment=environment, start=starter.start)
    return Parts(supervisor=supervisor, logs=kept, children=children, programs=programs, starter=starter, notify=notify)
