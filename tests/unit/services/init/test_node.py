"""The life of the node with its services and status faked."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
import structlog
from structlog.testing import capture_logs

from libtalos.bus.errors import NotFoundError, UnavailableError
from libtalos.resources.definitions.runtime import Stage
from services.init.node import FORCED_STOP_TIMEOUT, LOG_DIRECTORY, STOP_TIMEOUT, Node
from services.init.sequence import SequenceLockedError, Sequencer


class Silent:
    """A listener that does not care."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_: None


class World:
    """Services and status: everything is up once the test says so."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.filesystem = asyncio.Event()
        self.everything = asyncio.Event()
        self.left: list[str] = []
        self.held: list[str] = []
        self.broken = False

    async def start(self, service_ids: Iterable[str]) -> None:
        self.notes.append(f"start {' '.join(service_ids)}")

    async def until_up(self, service_ids: Iterable[str]) -> None:
        await self.filesystem.wait()

    async def stop_all(self, within: float, *, keep: Iterable[str] = ()) -> Sequence[str]:
        kept = " ".join(keep)
        self.notes.append(f"stop within {within:g}{' but ' * bool(kept)}{kept}")
        return self.left

    async def check(self, labels: Sequence[str]) -> None:
        if "WHAT" in labels:
            raise NotFoundError("no such volume")

    async def wipe(self, labels: Sequence[str]) -> Sequence[str]:
        self.notes.append(f"wipe {' '.join(labels)}".strip())
        if self.broken:
            raise UnavailableError("filesystem is down")
        return ["remove everything"]

    async def unmount(self) -> tuple[Sequence[str], Sequence[str]]:
        self.notes.append("unmount")
        if self.broken:
            raise UnavailableError("filesystem is down")
        return ["unmount /var"], self.held

    def enter(self, stage: Stage, *, config_error: str = "") -> None:
        self.notes.append(f"{stage} {config_error}".strip())

    async def ready(self) -> None:
        await self.everything.wait()

    def keep_logs(self, directory: Path | None) -> None:
        self.notes.append(f"logs {directory}")


@pytest.fixture
def world() -> World:
    return World()


def make(world: World, config_error: str = "") -> Node:
    log = structlog.stdlib.get_logger()
    return Node(
        sequencer=Sequencer(listener=Silent(), clock=asyncio.get_running_loop().time, log=log),
        services=world,
        status=world,
        volumes=world,
        load_config=lambda: config_error,
        keep_logs=world.keep_logs,
        components=["filesystem", "etcd-supervisor"],
        log=log,
    )


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_everything_starts_at_once_and_running_waits_for_all(world: World) -> None:
    make(world).start()
    await settle()
    assert sorted(world.notes) == ["start etcd-supervisor", "start filesystem"]
    world.filesystem.set()
    await settle()
    assert world.notes[-1] == f"logs {LOG_DIRECTORY}"
    world.everything.set()
    await settle()
    assert world.notes[-1] == "running"


async def test_a_bad_config_leads_to_maintenance_with_the_reason(world: World) -> None:
    make(world, "line 3: no such key").start()
    await settle()
    assert "start filesystem" in world.notes
    assert world.notes[-1] == "maintenance line 3: no such key"


@pytest.mark.parametrize(("force", "bound"), [(False, STOP_TIMEOUT), (True, FORCED_STOP_TIMEOUT)])
async def test_shutdown_takes_over_the_boot_and_ends_the_node(world: World, force: bool, bound: float) -> None:
    node = make(world)
    node.start()
    await settle()
    actor = node.shutdown(force=force)
    await asyncio.wait_for(node.over(), 1)
    assert len(actor) == 36
    assert world.notes[-6:] == [
        "shutting down",
        f"stop within {bound:g} but filesystem",
        "logs None",
        "unmount",
        f"stop within {bound:g}",
        "logs None",
    ]


async def test_services_that_do_not_stop_do_not_keep_the_node(world: World) -> None:
    world.left = ["etcd-supervisor"]
    node = make(world)
    node.shutdown(force=True)
    await asyncio.wait_for(node.over(), 1)


async def test_a_second_shutdown_changes_nothing(world: World) -> None:
    node = make(world)
    node.shutdown(force=False)
    node.shutdown(force=False)
    await asyncio.wait_for(node.over(), 1)
    assert world.notes.count(f"stop within {STOP_TIMEOUT:g}") == world.notes.count("unmount") == 1


async def test_what_is_still_in_use_is_told_and_the_node_ends(world: World) -> None:
    world.held = ["/var: it is busy: process 7 (x) uses /var/file"]
    node = make(world)
    with capture_logs() as logs:
        node.shutdown(force=False)
        await asyncio.wait_for(node.over(), 1)
    assert {"event": "still in use, written back", "log_level": "error", "mount": world.held[0]} in logs


async def test_a_filesystem_that_does_not_answer_does_not_keep_the_node(world: World) -> None:
    world.broken = True
    node = make(world)
    with capture_logs() as logs:
        node.shutdown(force=False)
        await asyncio.wait_for(node.over(), 1)
    assert {"event": "not unmounted", "log_level": "error", "error": "filesystem is down"} in logs
    assert world.notes[-1] == "logs None"


@pytest.mark.parametrize(("graceful", "bound"), [(True, STOP_TIMEOUT), (False, FORCED_STOP_TIMEOUT)])
async def test_a_reset_stops_all_but_the_filesystem_wipes_and_ends_the_node(
    world: World, graceful: bool, bound: float
) -> None:
    node = make(world)
    node.start()
    await settle()
    actor = await node.reset(["EPHEMERAL"], graceful=graceful)
    await asyncio.wait_for(node.over(), 1)
    assert len(actor) == 36
    assert world.notes[2:] == [
        "resetting",
        f"stop within {bound:g} but filesystem",
        "logs None",
        "wipe EPHEMERAL",
        f"stop within {bound:g}",
        "logs None",
    ]


async def test_a_reset_with_an_unknown_label_stops_nothing(world: World) -> None:
    node = make(world)
    with pytest.raises(NotFoundError):
        await node.reset(["WHAT"], graceful=True)
    assert world.notes == []


async def test_a_reset_that_cannot_wipe_ends_the_node_nevertheless(world: World) -> None:
    world.broken = True
    node = make(world)
    await node.reset([], graceful=True)
    await asyncio.wait_for(node.over(), 1)
    assert world.notes[-1] == "wipe"


async def test_a_node_that_shuts_down_is_not_reset(world: World) -> None:
    node = make(world)
    node.shutdown(force=False)
    with pytest.raises(SequenceLockedError, match="shutting down"):
        await node.reset([], graceful=True)
    await asyncio.wait_for(node.over(), 1)
    assert "wipe" not in world.notes
