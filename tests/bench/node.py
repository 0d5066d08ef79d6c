"""A node to measure: a cluster of its own, destroyed whatever happens."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from libtalos.provision import process
from libtalos.provision.cluster import CreateRequest, Provisioner
from libtalos.provision.container import Container
from libtalos.provision.errors import UnknownClusterError
from libtalos.provision.machineconfig import GeneratedConfig
from libtalos.provision.netlink import Netlink
from libtalos.provision.paths import ClusterName, NodeName
from libtalos.provision.plan import Planner
from libtalos.provision.process import Pid
from libtalos.provision.state import StateStore

NAME = ClusterName("bench")
NODE = NodeName("bench-controlplane-1")
# of the benchmarking networks (RFC 2544), which nobody routes
CIDR = "198.19.250.0/24"
HEALTHY_WITHIN = 120.0
STOP_WITHIN = 60.0


@dataclass(slots=True)
class Steps:
    """Hears the provisioner's progress and stamps it, in seconds since 1970 as the node's own log is."""

    at: list[tuple[float, str]] = field(default_factory=list)

    def __call__(self, line: str) -> None:
        """A step begins."""
        self.at.append((time.time(), line))

    def began(self, words: str) -> float:
        """When the step that begins with these words began."""
        return next(at for at, line in self.at if line.startswith(words))


@dataclass(frozen=True, slots=True)
class BenchNode:
    """A healthy node. Times are in seconds since 1970."""

    container: Container
    pid: Pid
    create: float
    start: float
    healthy: float

    def stop(self) -> float:
        """Shut it down; seconds until its PID 1, and with it every process of it, is gone."""
        with process.opened(self.pid) as fd:
            began = time.monotonic()
            self.container.signal("TERM")
            if not process.wait_for_exit(fd, timeout=STOP_WITHIN):
                raise TimeoutError(f"the node did not shut down within {STOP_WITHIN:g} s")
            return time.monotonic() - began


@contextmanager
def running_node(home: Path, image: Path) -> Iterator[BenchNode]:
    """A healthy node that was just made from an image. home is the TALOS_HOME; what is left there goes first."""
    steps = Steps()
    store = StateStore(home)
    planner = Planner(store=store, network=Netlink(), source=GeneratedConfig())
    clusters = Provisioner(store=store, planner=planner, find_image=lambda: image, progress=steps)
    _remove(clusters)
    try:
        clusters.create(CreateRequest(name=NAME, image=image, cidr=CIDR))
        asyncio.run(clusters.wait(NAME, timeout=HEALTHY_WITHIN))
        healthy = time.time()
        container = planner.container(store.paths(NAME), NODE)
        yield BenchNode(
            container=container,
            pid=_alive(container),
            create=steps.began("create container"),
            start=steps.began(f"start {NODE}"),
            healthy=healthy,
        )
    finally:
        with process.uninterrupted():
            _remove(clusters)


def _alive(container: Container) -> Pid:
    pid = container.pid()
    if pid is None:
        raise ProcessLookupError(f"{container.id} is not running; see {container.paths.console}")
    return pid


def _remove(clusters: Provisioner) -> None:
    try:
        clusters.destroy(NAME, stop_timeout=0)
    except UnknownClusterError:
        return
