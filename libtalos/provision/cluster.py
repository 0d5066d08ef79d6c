"""Clusters: create, look at, destroy."""

import asyncio
import enum
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from libtalos.provision import health, operations
from libtalos.provision.errors import ProvisionError, UnknownClusterError
from libtalos.provision.health import Node
from libtalos.provision.links import subnet
from libtalos.provision.operations import Lasting, Progress
from libtalos.provision.paths import ClusterName, ClusterPaths, NodeName
from libtalos.provision.plan import Planner
from libtalos.provision.state import ClusterState, ImageState, NodeState, StateStore, image_state
from libtalos.provision.storage import check_disk_size

DEFAULT_NAME: Final = ClusterName("talos-default")
DEFAULT_CIDR: Final = "10.5.0.0/24"
DEFAULT_DISK_SIZE: Final = 4 * 2**30
STOP_TIMEOUT: Final = 30.0
"""Seconds that a node gets to shut down before it is killed."""


class Outcome(enum.Enum):
    """What create found and did."""

    CREATED = "created"
    RESTARTED = "started again"
    """It was there, but (in part) not running: the host was restarted, a node died, a create was killed."""
    RUNNING = "already running"


class CreateRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for. None: what the cluster has if it exists, else the default."""

    name: ClusterName
    image: Path | None = None
    cidr: str | None = None
    disk_size: int | None = None


class NodeView(msgspec.Struct, frozen=True, kw_only=True):
    """A node as it is now; pid is 0 where there is none, unmet is what it says it waits for."""

    cluster: str
    node: str
    state: str
    healthy: bool
    unmet: list[str]
    pid: int
    address: str
    image: str
    bus: str
    console: str


class Provisioner(msgspec.Struct, frozen=True, kw_only=True):
    """The clusters of one TALOS_HOME.

    find_image gives the image for a cluster that none was named for; now, the time of creation.
    """

    store: StateStore
    planner: Planner
    find_image: Callable[[], Path]
    progress: Progress
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def create(self, request: CreateRequest) -> Outcome:
        """Bring the cluster up, without waiting for its health; whatever of it runs is left alone.

        If a step fails or is interrupted, everything that this call made is taken back. Raises ProvisionError if the
        cluster exists with other parameters, or what is asked for cannot be had.
        """
        with self.store.locked(self.progress):
            state = self._existing(request)
            if state is None:
                return self._create(self._new_state(request))
            self._check_same(state, request)
            if all(self._pid(state, node.name) for node in state.nodes):
                self._tell_newer_image(state)
                return Outcome.RUNNING
            return self._restart(self._with_image(state, request))

    async def wait(self, name: ClusterName, *, timeout: float) -> None:  # noqa: ASYNC109 - says what it waited for
        """Return once every node is healthy. Raises ProvisionError if one dies, or after timeout seconds."""
        await asyncio.gather(
            *(health.wait_healthy(node, timeout=timeout, progress=self.progress) for node in self._nodes(name))
        )

    def destroy(self, name: ClusterName, *, stop_timeout: float = STOP_TIMEOUT) -> None:
        """Stop the nodes and remove everything of the cluster, whole or in part.

        Raises ProvisionError if there is nothing of that name, or something could not be removed: then what is
        needed to try again is kept.
        """
        with self.store.locked(self.progress):
            if not self.store.exists(name):
                raise self._unknown(name)
            state = self._remains(name)
            plan = self.planner.plan(state, stop_timeout=stop_timeout)
            if self._alive(state):
                self.progress(f"stop the nodes of cluster {name}, which get {stop_timeout:g} s for it")
            self._undo(name, plan.runtime)
            self._undo(name, plan.storage)

    async def show(self, name: ClusterName | None = None) -> list[NodeView]:
        """Return every node of the cluster called name, or of all clusters, as it is now.

        Raises ProvisionError if there is no cluster of that name.
        """
        if name is not None and not self.store.exists(name):
            raise self._unknown(name)
        states = [self.store.load(each) for each in ([name] if name else self.store.names())]
        return [await self._view(state, node) for state in states if state is not None for node in state.nodes]

    def _existing(self, request: CreateRequest) -> ClusterState | None:
        state = self.store.load(request.name)
        directory = self.store.paths(request.name).directory
        if state is None and directory.is_dir() and any(directory.iterdir()):
            raise ProvisionError(f"{directory}: left in part by something; run `talos cluster destroy` first")
        return state

    def _new_state(self, request: CreateRequest) -> ClusterState:
        addresses = subnet(request.cidr or DEFAULT_CIDR)
        node = NodeName(f"{request.name}-controlplane-1")
        self.store.paths(request.name).check_socket_paths(node)
        return ClusterState(
            name=request.name,
            created=self.now().isoformat(timespec="seconds"),
            image=image_state(request.image or self.find_image()),
            cidr=str(addresses.network),
            gateway=str(addresses.gateway),
            disk_size=check_disk_size(request.disk_size or DEFAULT_DISK_SIZE),
            nodes=(NodeState(name=node, address=str(addresses.node(0))),),
        )

    def _create(self, state: ClusterState) -> Outcome:
        plan = self.planner.plan(state, stop_timeout=0)
        operations.execute([*plan.storage, *plan.runtime], self.progress)
        return Outcome.CREATED

    def _restart(self, state: ClusterState) -> Outcome:
        plan = self.planner.plan(state, stop_timeout=STOP_TIMEOUT)
        self.progress(f"cluster {state.name} is not running: clear away what is left, keep its config and disks")
        self._undo(ClusterName(state.name), plan.runtime)
        operations.execute([*map(Lasting, plan.storage), *plan.runtime], self.progress)
        return Outcome.RESTARTED

    def _undo(self, name: ClusterName, plan: Sequence[operations.Operation]) -> None:
        failures = operations.undo(plan)
        if failures:
            listed = "\n".join(f"  {failure}" for failure in failures)
            raise ProvisionError(f"cluster {name}: not everything could be removed; try again after this:\n{listed}")

    def _check_same(self, state: ClusterState, request: CreateRequest) -> None:
        asked = subnet(request.cidr).network if request.cidr else state.cidr
        differences = [
            f"{option} {there} and not {wanted}"
            for option, there, wanted in (
                ("--cidr", state.cidr, str(asked)),
                ("--disk-size", state.disk_size, request.disk_size or state.disk_size),
            )
            if there != wanted
        ]
        if request.image and self._alive(state) and image_state(request.image) != state.image:
            differences.append(f"--image {state.image.path} (as it was then) and not {request.image}")
        if differences:
            raise ProvisionError(
                f"cluster {state.name} exists with {', '.join(differences)}; "
                f"run `talos cluster destroy --name {state.name}` first"
            )

    def _with_image(self, state: ClusterState, request: CreateRequest) -> ClusterState:
        if request.image is None and Path(state.image.path).exists():
            return msgspec.structs.replace(state, image=image_state(Path(state.image.path)))
        return msgspec.structs.replace(state, image=image_state(request.image or self.find_image()))

    def _tell_newer_image(self, state: ClusterState) -> None:
        image = Path(state.image.path)
        if not image.exists() or image_state(image) != state.image:
            self.progress(f"note: {image} was replaced since this cluster was created; destroy and create it to use it")

    def _remains(self, name: ClusterName) -> ClusterState:
        try:
            state = self.store.load(name)
        except ProvisionError as error:
            self.progress(f"note: {error}")
            state = None
        return state or self._guess(name)

    def _guess(self, name: ClusterName) -> ClusterState:
        # What is taken away is found by names that follow from the cluster's; the parameters do not matter for that.
        addresses = subnet(DEFAULT_CIDR)
        directory = self.store.paths(name).directory
        nodes = sorted(path.name for path in directory.glob(f"{name}-*") if path.is_dir())
        return ClusterState(
            name=name,
            created="",
            image=ImageState(path="", size=0, mtime_ns=0),
            cidr=DEFAULT_CIDR,
            gateway=str(addresses.gateway),
            disk_size=0,
            nodes=tuple(NodeState(name=node, address=str(addresses.node(0))) for node in nodes),
        )

    def _alive(self, state: ClusterState) -> bool:
        return any(self._pid(state, node.name) for node in state.nodes)

    def _pid(self, state: ClusterState, node: str) -> int:
        container = self.planner.container(self._paths(state), node)
        return (container.pid() or 0) if container.running() else 0

    def _paths(self, state: ClusterState) -> ClusterPaths:
        return self.store.paths(ClusterName(state.name))

    def _nodes(self, name: ClusterName) -> Iterator[Node]:
        state = self.store.load(name)
        if state is None:
            raise self._unknown(name)
        for node in state.nodes:
            container = self.planner.container(self._paths(state), node.name)
            pid = container.pid()
            if pid is None:
                said = health.tail(container.paths.console)
                raise health.NodeDiedError(f"{node.name}: not running; the end of {container.paths.console}:\n{said}")
            yield Node(node.name, pid, container.paths)

    async def _view(self, state: ClusterState, node: NodeState) -> NodeView:
        paths = self._paths(state).node(NodeName(node.name))
        pid = self._pid(state, node.name)
        status = await health.probe(paths) if pid else None
        return NodeView(
            cluster=state.name,
            node=node.name,
            state=("unresponsive" if status is None else health.describe(status)) if pid else "stopped",
            healthy=status is not None and health.is_healthy(status),
            unmet=health.reasons(status) if status else [],
            pid=pid,
            address=node.address,
            image=state.image.path,
            bus=str(paths.bus),
            console=str(paths.console),
        )

    def _unknown(self, name: ClusterName) -> UnknownClusterError:
        known = ", ".join(self.store.names()) or "none"
        return UnknownClusterError(f"no cluster {name!r} in {self.store.home}; there are: {known}")
