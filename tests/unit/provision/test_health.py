import asyncio
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from libtalos.bus.server import Server
from libtalos.provision import health
from libtalos.provision.health import Node, NodeDiedError, NotHealthyError, probe, wait_healthy
from libtalos.provision.paths import NodePaths
from libtalos.provision.process import Pid
from libtalos.resources.definitions.runtime import MachineStatus, Readiness, Service, UnmetCondition
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.store import ResourceStore

BOOTING = MachineStatus(stage="booting")
UNMET = MachineStatus(
    stage="running",
    status=Readiness(unmet_conditions=(UnmetCondition(name="services", reason="etcd is not healthy"),)),
)
READY = MachineStatus(stage="running", status=Readiness(ready=True))


@pytest.fixture
def paths() -> Iterator[NodePaths]:
    # Not tmp_path: the paths of unix sockets are short.
    with tempfile.TemporaryDirectory(prefix="health-") as directory:
        paths = NodePaths(Path(directory))
        paths.bus.mkdir()
        yield paths


@pytest.fixture
def first() -> Iterator["subprocess.Popen[bytes]"]:
    """Stands for the node's PID 1."""
    with subprocess.Popen(["sleep", "1000"]) as process:
        yield process
        process.kill()


@pytest.fixture
def node(first: "subprocess.Popen[bytes]", paths: NodePaths) -> Node:
    return Node("n1", Pid(first.pid), paths)


@pytest.fixture
def store() -> ResourceStore:
    return ResourceStore("init", lambda: 0.0, publishes=[MachineStatus, Service])


@asynccontextmanager
async def served(paths: NodePaths, store: ResourceStore) -> AsyncIterator[None]:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(paths.bus / "init.sock"))
        listener.listen()
        server = Server([ResourceRpc(store)])
        await server.start(listener)
        try:
            yield
        finally:
            await server.drain(1)


class Said(list[str]):
    """What was told, and a way to wait for a line of it."""

    def __init__(self) -> None:
        super().__init__()
        self.news = asyncio.Event()

    def __call__(self, line: str) -> None:
        self.append(line)
        self.news.set()

    async def until(self, line: str) -> None:
        while line not in self:
            self.news.clear()
            await self.news.wait()


async def test_progress_is_told_until_the_node_is_healthy(node: Node, paths: NodePaths, store: ResourceStore) -> None:
    said = Said()
    waiting = asyncio.create_task(wait_healthy(node, timeout=10, progress=said))
    store.put("machine", BOOTING)
    async with served(paths, store):
        await said.until("n1: booting, not ready")
        store.put("etcd", Service(running=True, healthy=False, unknown=True))
        await said.until("n1: service etcd: running")
        store.put("machine", UNMET)
        await said.until("n1: running, not ready (services: etcd is not healthy)")
        assert not waiting.done()
        store.put("etcd", Service(running=True, healthy=True, unknown=False))
        await said.until("n1: service etcd: healthy")
        store.put("machine", READY)
        await waiting
    assert said[-1] == "n1: running, ready"
    assert len(said) == len(set(said)), "nothing is told twice"


async def test_a_status_that_is_destroyed_is_not_health(node: Node, paths: NodePaths, store: ResourceStore) -> None:
    said = Said()
    store.put("machine", BOOTING)
    async with served(paths, store):
        waiting = asyncio.create_task(wait_healthy(node, timeout=10, progress=said))
        await said.until("n1: booting, not ready")
        store.destroy(MachineStatus, "machine")
        store.put("etcd", Service(running=False, healthy=False, unknown=True))
        store.destroy(Service, "etcd")
        await said.until("n1: service etcd: removed")
        assert not waiting.done()
        store.put("machine", READY)
        await waiting


async def test_a_death_is_reported_at_once_with_the_end_of_the_console(
    node: Node, paths: NodePaths, store: ResourceStore, first: "subprocess.Popen[bytes]"
) -> None:
    paths.console.write_text("".join(f"line {number}\n" for number in range(100)))
    said = Said()
    store.put("machine", BOOTING)
    async with asyncio.timeout(5), served(paths, store):
        waiting = asyncio.create_task(wait_healthy(node, timeout=3600, progress=said))
        await said.until("n1: booting, not ready")
        first.kill()
        with pytest.raises(NodeDiedError, match=r"(?s)n1: its PID 1 .* exited; .*line 80\n.*line 99$") as caught:
            await waiting
    assert "line 79" not in str(caught.value)


async def test_a_process_that_is_gone_already_is_a_death(node: Node, first: "subprocess.Popen[bytes]") -> None:
    first.kill()
    first.wait()
    with pytest.raises(NodeDiedError, match=r"(?s)exited; .*\(nothing\)"):
        await wait_healthy(node, timeout=10, progress=lambda _: None)


async def test_when_time_is_up_it_is_told_what_is_missing(node: Node, paths: NodePaths, store: ResourceStore) -> None:
    store.put("machine", UNMET)
    store.put("etcd", Service(running=True, healthy=False, unknown=False))
    store.put("api", Service(running=True, healthy=True, unknown=False))
    said = Said()
    async with served(paths, store):
        with pytest.raises(NotHealthyError) as caught:
            await wait_healthy(node, timeout=0.5, progress=said)
    assert str(caught.value).splitlines() == [
        "n1: not healthy after 0.5 s: running",
        "  services: etcd is not healthy",
        "  service etcd unhealthy",
    ]


async def test_a_probe_says_what_the_node_says_now(paths: NodePaths, store: ResourceStore) -> None:
    assert await probe(paths) is None
    store.put("machine", UNMET)
    async with served(paths, store):
        assert await probe(paths) == UNMET


async def test_a_probe_of_a_node_that_hangs_is_bounded(paths: NodePaths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PROBE_TIMEOUT", 0.1)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(paths.bus / "init.sock"))
        listener.listen()
        async with asyncio.timeout(2):
            assert await probe(paths) is None


def waiting_for(count: int) -> MachineStatus:
    unmet = tuple(UnmetCondition(name="services", reason=f"{number}") for number in range(count))
    return MachineStatus(stage="booting", status=Readiness(unmet_conditions=unmet))


def told(statuses: list[MachineStatus]) -> list[str]:
    seen, lines = health.Seen(), list[str]()
    for status in statuses:
        if seen.is_news(status):
            lines.append(health.describe(status))
        seen.status = status
    return lines


def test_a_line_is_told_only_when_it_comes_closer_or_the_stage_changes() -> None:
    stopping = MachineStatus(stage="shutting down")
    assert told([*map(waiting_for, (5, 6, 5, 4, 5, 2, 3)), READY, READY, stopping]) == [
        "booting, 5 conditions unmet",
        "booting, 4 conditions unmet",
        "booting, not ready (services: 0; services: 1)",
        "running, ready",
        "shutting down, not ready",
    ]
