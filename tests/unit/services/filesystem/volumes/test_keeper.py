"""The event loop's side: turns with events, retries when they are due, requests, closing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from structlog.stdlib import get_logger
from structlog.testing import capture_logs

from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.definitions.volumes import MountRequest, VolumeConfig, VolumePhase, VolumeStatus
from libtalos.resources.store import ResourceStore
from services.filesystem.volumes.keeper import FailedVolumeError, UnknownVolumeError, VolumeKeeper
from services.filesystem.volumes.requests import RequestError, RequestFile, Requests
from services.filesystem.volumes.resources import PUBLISHES, VolumePublisher
from services.filesystem.volumes.wanted import USER_WAVE
from tests.unit.services.filesystem.volumes.places import MadeUp, look, volume


class Kept:
    """A keeper with a clock that the test moves: a sleep ends when `wake` is called, which is that much later."""

    def __init__(self, path: Path, *places: MadeUp) -> None:
        self.store = ResourceStore("filesystem", lambda: 0.0, publishes=PUBLISHES)
        self.now = 0.0
        self.pauses: list[float] = []
        self.slept = asyncio.Event()
        self._wake = asyncio.Event()
        self.keeper = VolumeKeeper(
            system=tuple(volume(place) for place in places),
            requests=Requests(RequestFile(path / "requests.json")),
            look=look,
            publish=VolumePublisher(self.store),
            policy=BackoffPolicy(first=1.0, limit=8.0, sleep=self._sleep, jitter=lambda: 1.0),
            turns=(asyncio.Lock(),),
            down=lambda: False,
            clock=lambda: self.now,
            log=get_logger(),
        )

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.slept.set()
        self._wake.clear()
        await self._wake.wait()

    async def wake(self) -> None:
        """Let the pause end that the keeper is in, and wait for the next one."""
        self.now += self.pauses[-1]
        self.slept.clear()
        self._wake.set()
        await asyncio.wait_for(self.slept.wait(), 5)

    async def until(self, volume_id: str, phase: VolumePhase | None) -> None:
        """Wait for a phase, or that the volume is gone."""
        async with asyncio.timeout(5):
            with closing(self.store.watch(VolumeStatus.DEFINITION.type)) as watcher:
                while self.phase(volume_id) is not phase:
                    await anext(watcher)

    def phase(self, volume_id: str) -> VolumePhase | None:
        found = self.store.find(VolumeStatus, volume_id)
        return found.spec.phase if found else None

    def requesters(self, volume_id: str) -> tuple[str, ...]:
        found = self.store.find(MountRequest, volume_id)
        return found.spec.requesters if found else ()


@asynccontextmanager
async def running(path: Path, *places: MadeUp) -> AsyncIterator[Kept]:
    kept = Kept(path, *places)
    task = asyncio.create_task(kept.keeper.run())
    try:
        yield kept
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_system_volumes_are_brought_about_and_told(tmp_path: Path) -> None:
    place = MadeUp("a")
    with capture_logs() as logs:
        async with running(tmp_path, place) as kept:
            await asyncio.wait_for(kept.keeper.system_ready.wait(), 5)
    changes = [entry["phase"] for entry in logs if entry["event"] == "volume status"]
    assert changes == ["waiting -> missing", "missing -> provisioned", "provisioned -> prepared", "prepared -> ready"]
    assert kept.requesters("a") == ("sequencer",)
    assert kept.store.find(VolumeConfig, "a") is not None


async def test_a_failed_volume_is_tried_again_ever_later(tmp_path: Path) -> None:
    place = MadeUp("a")
    place.faults = {"format"}
    with capture_logs() as logs:
        async with running(tmp_path, place) as kept:
            await asyncio.wait_for(kept.slept.wait(), 5)
            for _ in range(4):
                await kept.wake()
            assert kept.pauses == [1.0, 2.0, 4.0, 8.0, 8.0]
            assert not kept.keeper.system_ready.is_set()
            place.faults = set()
            kept.now += kept.pauses[-1]
            kept.keeper.look_again()
            await asyncio.wait_for(kept.keeper.system_ready.wait(), 5)
    errors = [entry["error"] for entry in logs if entry["log_level"] == "error"]
    assert errors == ["cannot format a: No space left on device"] * 5


async def test_an_event_does_not_hasten_what_failed(tmp_path: Path) -> None:
    place = MadeUp("a")
    place.faults = {"make"}
    async with running(tmp_path, place) as kept:
        await asyncio.wait_for(kept.slept.wait(), 5)
        tries = place.done.count("room")
        kept.slept.clear()
        kept.keeper.look_again()
        await asyncio.wait_for(kept.slept.wait(), 5)
        assert place.done.count("room") == tries


async def test_user_volumes_come_and_go_with_the_config(tmp_path: Path) -> None:
    place = MadeUp("u-a")
    async with running(tmp_path, MadeUp("a")) as kept:
        kept.keeper.want([volume(place, wave=USER_WAVE)])
        await kept.until("u-a", VolumePhase.READY)
        assert await kept.keeper.mount("u-a", "service/x") == "/u-a"
        assert kept.requesters("u-a") == ("block.UserVolumeConfigController", "service/x")
        kept.keeper.want([])
        with pytest.raises(RequestError, match="not wanted any more"):
            await kept.keeper.mount("u-a", "service/y")
        kept.keeper.unmount("u-a", "service/x")
        await kept.until("u-a", None)
        assert place.done[-1] == "unmount"
        assert kept.store.find(VolumeConfig, "u-a") is None
        kept.keeper.want([volume(place, wave=USER_WAVE)])
        await kept.until("u-a", VolumePhase.READY)


async def test_a_request_for_a_failed_volume_is_refused_and_not_kept(tmp_path: Path) -> None:
    place = MadeUp("a")
    place.faults = {"mount"}
    async with running(tmp_path, place) as kept:
        await kept.until("a", VolumePhase.FAILED)
        with pytest.raises(FailedVolumeError, match="cannot mount a: No space left"):
            await kept.keeper.mount("a", "service/x")
        with pytest.raises(UnknownVolumeError, match="there are a"):
            await kept.keeper.mount("b", "service/x")
        assert list(Requests(RequestFile(tmp_path / "requests.json"))) == []


async def test_who_leaves_while_a_volume_is_not_ready_asks_for_nothing(tmp_path: Path) -> None:
    place = MadeUp("u-a")
    place.makeable = False
    async with running(tmp_path, MadeUp("a")) as kept:
        kept.keeper.want([volume(place, wave=USER_WAVE)])
        await kept.until("u-a", VolumePhase.MISSING)
        asking = asyncio.create_task(kept.keeper.mount("u-a", "service/x"))
        await asyncio.sleep(0)
        asking.cancel()
        await asyncio.wait([asking])
        assert "service/x" not in {request.requester for request in Requests(RequestFile(tmp_path / "requests.json"))}
