"""Volumes for the event loop: every event leads to a turn, in which each volume gets as far as it can."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack, suppress
from typing import Any, NamedTuple, Protocol

import structlog

from libtalos.mounts import Operation, View
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.definitions.volumes import VolumePhase, VolumeType
from services.filesystem.volumes.places import Remains
from services.filesystem.volumes.planning import Planned, planned
from services.filesystem.volumes.requests import (
    SYSTEM,
    USER,
    Request,
    RequestError,
    Requests,
    UnknownRequestError,
    checked,
)
from services.filesystem.volumes.seen import Status
from services.filesystem.volumes.wanted import USER_WAVE, Volume
from services.filesystem.volumes.work import Wanted, Worker, complete


class UnknownVolumeError(LookupError):
    """No volume has that id."""


class FailedVolumeError(Exception):
    """The volume is in the phase failed; the message says why."""


class Picture(NamedTuple):
    """All that is known of volumes at one moment."""

    volumes: tuple[Volume, ...]
    states: dict[str, Status]
    requests: tuple[Request, ...]


class Publish(Protocol):
    """Shows volumes to others."""

    def all(self, picture: Picture) -> None:
        """Publish everything."""

    def status(self, volume: Volume, status: Status) -> None:
        """Publish the state of one volume."""

    def closed(self, volume: Volume, status: Status) -> None:
        """Publish that a volume is closed, and nothing of it any more."""


class VolumeKeeper:
    """Keeps volumes as they are wanted. `system_ready` is set once all that every node has are ready and mounted."""

    def __init__(
        self,
        *,
        system: tuple[Volume, ...],
        requests: Requests,
        look: Callable[[], View],
        publish: Publish,
        policy: BackoffPolicy,
        turns: tuple[asyncio.Lock, ...],
        down: Callable[[], bool],
        clock: Callable[[], float],
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        """Take what every node has, and what does the work; turns are shared with others who open disks or mount.

        down says that nothing is to be mounted.

        clock is monotonic, in seconds.
        """
        self.system_ready = asyncio.Event()
        self._system = system
        self._user: dict[str, Volume] = {}
        self._leaving: dict[str, Volume] = {}
        self._requests = requests
        self._look = look
        self._publish = publish
        self._policy = policy
        self._alone = turns
        self._down = down
        self._clock = clock
        self._log = log
        self._states: dict[str, Status] = {}
        self._failures: dict[str, int] = {}
        self._due: dict[str, float] = {}
        self._news = asyncio.Event()
        self._turned = asyncio.Condition()

    async def run(self) -> None:
        """Take a turn now, with each event, and when a failed volume is due again; for ever."""
        worker = Worker(look=self._look, done=self._said(self._done), report=self._said(self._reported))
        while True:
            self._news.clear()
            async with AsyncExitStack() as alone:
                for turn in self._alone:
                    await alone.enter_async_context(turn)
                if self._down():
                    self._note_unmounted()
                else:
                    await self._turn(worker)
            async with self._turned:
                self._turned.notify_all()
            await self._next()

    def look_again(self) -> None:
        """Take a turn: something has changed, on a disk perhaps. What failed is tried again when it is due."""
        self._news.set()

    def want(self, volumes: Iterable[Volume]) -> None:
        """Make these the user volumes. Others are closed as soon as nobody uses them; what is in them stays."""
        wanted = {volume.id: volume for volume in volumes}
        for volume_id, record in self._requests.volumes().items():
            if volume_id not in wanted and volume_id not in {volume.id for volume in self._system}:
                remains = Volume(volume_id, VolumeType.PARTITION, Remains(record.target), USER_WAVE)
                self._leaving.setdefault(volume_id, self._user.get(volume_id, remains))
                self._states.setdefault(volume_id, Status(VolumePhase.READY, mounted=True))
        for volume_id, volume in wanted.items():
            self._leaving.pop(volume_id, None)
            if self._user.get(volume_id) != volume:
                self._states.pop(volume_id, None)
        self._user = wanted
        self._failures.clear()
        self._due.clear()
        self.look_again()

    async def mount(self, volume_id: str, requester: str) -> str:
        """Note that somebody wants a volume mounted, wait until it is, and return where.

        Raises UnknownVolumeError, RequestError, FailedVolumeError, OSError; nothing is noted then, nor if the caller
        leaves meanwhile.
        """
        volume = self._find(volume_id)
        if not volume.place.target:
            raise RequestError("it is never mounted")
        new = self._requests.add(volume_id, checked(requester), volume.place.target)
        self._requested(turn=not self._is_mounted(volume_id))
        try:
            await self._until_mounted(volume_id)
        except BaseException:
            if new:
                with suppress(UnknownRequestError):  # taken back meanwhile
                    self._requests.remove(volume_id, requester)
                self._requested()
            raise
        return volume.place.target

    def unmount(self, volume_id: str, requester: str) -> None:
        """Forget that somebody wants a volume mounted. Raises UnknownRequestError, RequestError, OSError."""
        self._requests.remove(volume_id, checked(requester))
        self._requested()

    async def plan(self, volumes: Sequence[Volume] | None = None) -> list[Planned]:
        """Return what volumes take, without doing it: these, or the user volumes there are. Raises OSError."""
        wanted = tuple(self._user.values()) if volumes is None else volumes
        async with AsyncExitStack() as alone:
            for turn in self._alone:
                await alone.enter_async_context(turn)
            return await asyncio.to_thread(planned, wanted, self._look)

    def _requested(self, *, turn: bool = True) -> None:
        """Show who wants what by now, and take a turn for it."""
        self._show()
        if turn:
            self._news.set()

    def _show(self) -> None:
        self._publish.all(Picture(self._volumes(), dict(self._states), self._all_requests()))

    def _volumes(self) -> tuple[Volume, ...]:
        return (*self._system, *self._user.values(), *self._leaving.values())

    def _find(self, volume_id: str) -> Volume:
        known = {volume.id: volume for volume in (*self._system, *self._user.values())}
        if volume_id in self._leaving:
            raise RequestError("it is not wanted any more, and closed when nobody uses it")
        if volume_id not in known:
            raise UnknownVolumeError(f"there is no volume of that id; there are {', '.join(sorted(known))}")
        return known[volume_id]

    async def _until_mounted(self, volume_id: str) -> None:
        async with self._turned:
            while not self._is_mounted(volume_id):
                status = self._states.get(volume_id, Status())
                if status.phase is VolumePhase.FAILED:
                    raise FailedVolumeError(status.error)
                await self._turned.wait()

    def _is_mounted(self, volume_id: str) -> bool:
        status = self._states.get(volume_id, Status())
        return status.phase is VolumePhase.READY and status.mounted

    async def _turn(self, worker: Worker) -> None:
        self._note_own_requests()
        volumes = (*self._system, *self._user.values())
        now = self._clock()
        resting = {volume_id for volume_id, due in self._due.items() if due > now}
        wanted = Wanted(volumes, {request.volume for request in self._all_requests()}, resting)
        self._show()
        states = await asyncio.to_thread(worker.settle, wanted, dict(self._states))
        self._keep(volumes, states)
        await self._close_unused(worker)
        self._plan_retries()
        self._show()
        if complete(self._system, self._states, wanted.mounted):
            self.system_ready.set()

    def _note_unmounted(self) -> None:
        """Show that no volume is mounted: all mounts were taken away by a request."""
        self._states = {key: status._replace(mounted=False, source="") for key, status in self._states.items()}
        self._show()

    def _keep(self, volumes: Iterable[Volume], states: dict[str, Status]) -> None:
        """Keep the states that a turn has led to, but for volumes that are wanted otherwise by now."""
        present = {volume.id: volume for volume in (*self._system, *self._user.values())}
        kept = {volume.id: states[volume.id] for volume in volumes if present.get(volume.id) == volume}
        leaving = {gone: self._states[gone] for gone in self._leaving if gone in self._states}
        self._states = {**kept, **leaving}

    async def _close_unused(self, worker: Worker) -> None:
        for volume_id, volume in list(self._leaving.items()):
            before = self._states.get(volume_id, Status())
            if self._requests.of(volume_id) or self._due.get(volume_id, 0) > self._clock():
                continue
            after = await asyncio.to_thread(worker.close, volume, before)
            if volume_id not in self._leaving:
                continue  # wanted again meanwhile, and looked at anew
            self._tell(volume_id, before, after)
            if after.phase is VolumePhase.CLOSED:
                self._publish.closed(volume, after)
                del self._leaving[volume_id]
                self._states.pop(volume_id, None)
            else:
                self._states[volume_id] = after

    def _note_own_requests(self) -> None:
        """Ask for all user volumes, and for none that is not one any more."""
        try:
            for volume in self._user.values():
                self._requests.add(volume.id, USER, volume.place.target)
            for volume_id in self._leaving:
                if USER in self._requests.of(volume_id):
                    self._requests.remove(volume_id, USER)
        except OSError as error:
            # a volume that is not asked for is not mounted, and the next turn asks again
            self._log.error("requests for volumes cannot be kept", error=str(error))

    def _all_requests(self) -> tuple[Request, ...]:
        own = (Request(volume.id, SYSTEM) for volume in self._system if volume.place.target)
        return (*own, *self._requests)

    def _plan_retries(self) -> None:
        now = self._clock()
        failed = {key for key, status in self._states.items() if status.phase is VolumePhase.FAILED}
        self._failures = {key: count for key, count in self._failures.items() if key in failed}
        self._due = {key: due for key, due in self._due.items() if key in failed and due > now}
        for volume_id in failed.difference(self._due):
            failures = self._failures.get(volume_id, 0)
            self._due[volume_id] = now + self._policy.pause(failures)
            self._failures[volume_id] = failures + 1

    async def _next(self) -> None:
        """Return with the next event, or when the first failed volume is due."""
        waits: set[asyncio.Future[Any]] = {asyncio.ensure_future(self._news.wait())}
        if self._due:
            pause = max(0.0, min(self._due.values()) - self._clock())
            waits.add(asyncio.ensure_future(self._policy.sleep(pause)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in waits:
                task.cancel()

    def _said(self, hear: Callable[..., None]) -> Callable[..., None]:
        """Return what the working thread may call: the event loop hears it, in the same order."""
        loop = asyncio.get_running_loop()

        def say(*news: object) -> None:
            loop.call_soon_threadsafe(hear, *news)

        return say

    def _done(self, volume_id: str, operation: Operation) -> None:
        self._log.info("done", volume=volume_id, step=operation.describe())

    def _reported(self, volume_id: str, status: Status) -> None:
        self._tell(volume_id, self._states.get(volume_id, Status()), status)
        self._states[volume_id] = status
        volume = next((each for each in (*self._system, *self._user.values()) if each.id == volume_id), None)
        if volume is not None:
            self._publish.status(volume, status)

    def _tell(self, volume_id: str, before: Status, after: Status) -> None:
        change = f"{before.phase} -> {after.phase}"
        if after.phase is VolumePhase.FAILED and after != before:
            self._log.error("volume status", volume=volume_id, phase=change, error=after.error)
        elif after.phase is not before.phase:
            self._log.info("volume status", volume=volume_id, phase=change)
