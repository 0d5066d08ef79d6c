"""What a service is, as its owner declares it."""

import enum
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from socket import socket
from typing import Protocol

from libtalos.supervise.health import HealthCheck
from libtalos.supervise.restart import RestartPolicy
from libtalos.supervise.status import ServiceId


class Condition(Protocol):
    """Something that a service waits for besides other services."""

    def describe(self) -> str:
        """What is awaited, to follow the words "Waiting for"."""

    async def wait(self) -> None:
        """Return once it holds."""


class Operation(enum.Enum):
    """What callers may do with a service over the contract."""

    START = "start"
    STOP = "stop"
    RESTART = "restart"


async def nothing() -> None:
    """Prepare nothing."""


def never() -> str | None:
    """Skip never."""
    return None


@dataclass(frozen=True, kw_only=True)
class ServiceSpec:
    """A service. Times are in seconds.

    `module` is the Python module that `command` runs (`python -I -m module`), if it is one: a supervisor that has a
    zygote forks it from there, and executes `command` where that cannot be.
    `cgroup` is relative to the supervisor's base, by default `system/<id>`. `listen` are sockets by name that the
    supervisor's owner keeps open; each start hands them over (LISTEN_FDS). With `notify` the service is up once it
    sends READY=1 to NOTIFY_SOCKET, and fails if it does not within `ready_timeout`. `skip` is asked at each start: a
    text is the reason why the service is not started (state Skipped). `prepare` runs before each start by request,
    not before restarts after a failure. `operations` are those that the contract allows.
    """

    id: ServiceId
    command: tuple[str, ...]
    module: str | None = None
    env: Mapping[str, str] = field(default_factory=dict)
    depends_on: tuple[ServiceId, ...] = ()
    restart: RestartPolicy = field(default_factory=RestartPolicy)
    health: HealthCheck | None = None
    notify: bool = False
    ready_timeout: float = 90.0
    stop_timeout: float = 10.0
    stop_signal: int = signal.SIGTERM
    cgroup: str = ""
    cwd: str = "/"
    oom_score_adj: int | None = None
    nice: int = 0
    uid: int | None = None
    gid: int | None = None
    groups: tuple[int, ...] = ()
    capabilities: frozenset[str] | None = None
    no_new_privileges: bool = False
    rlimits: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    listen: Mapping[str, socket] = field(default_factory=dict)
    prepare: Callable[[], Awaitable[None]] = nothing
    condition: Condition | None = None
    skip: Callable[[], str | None] = never
    operations: frozenset[Operation] = frozenset(Operation)

    def __post_init__(self) -> None:
        """Refuse what cannot be a service. Raises ValueError with the service's id."""
        if not self.id or "/" in self.id or self.id.startswith("."):
            raise ValueError(f'service id "{self.id}": must be a plain name, it becomes a log file and a cgroup')
        if not self.command:
            raise ValueError(f'service "{self.id}": the command is empty')
        if self.stop_timeout <= 0 or self.ready_timeout <= 0:
            raise ValueError(f'service "{self.id}": stop_timeout and ready_timeout must be more than 0 s')

    @property
    def group(self) -> str:
        """The name of its control group."""
        return self.cgroup or f"system/{self.id}"

    @property
    def checked(self) -> bool:
        """Whether it is only up once something says so."""
        return self.notify or self.health is not None

    def describe_command(self) -> str:
        """The program in upstream's words: Process(["/usr/bin/etcd" "--name=n1"])."""
        words = " ".join(f'"{word}"' for word in self.command)
        return f"Process([{words}])"
