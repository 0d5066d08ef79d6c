"""The life of the node: initialize, boot, run, shut down."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Iterable
from collections.abc import Sequence as Sequenced
from pathlib import Path
from typing import Protocol

import structlog

from libtalos.bus.errors import BusError
from libtalos.resources.definitions.runtime import Stage
from services.init.sequence import Phase, Sequence, SequenceFailedError, SequenceLockedError, Sequencer, Task

# upstream's BootTimeout, in seconds
BOOT_TIMEOUT = 70 * 60.0
# bounds, in seconds, on the stop of everything; a component may take 15 s to drain
STOP_TIMEOUT = 30.0
FORCED_STOP_TIMEOUT = 10.0
# bounds, in seconds, the unmounting of everything: a disk may have much to be written back
UNMOUNT_TIMEOUT = 15.0
LOG_DIRECTORY = Path("/var/log")


class Services(Protocol):
    """The services of init, as the life of the node needs them."""

    async def start(self, service_ids: Iterable[str]) -> None:
        """Start these; return when they are under way."""
        ...

    async def until_up(self, service_ids: Iterable[str]) -> None:
        """Wait until these are up."""
        ...

    async def stop_all(self, within: float, *, keep: Iterable[str] = ()) -> Sequenced[str]:
        """Stop everything but what to keep within a bound; returns what is still there."""
        ...


class Status(Protocol):
    """The machine status."""

    def enter(self, stage: Stage, *, config_error: str = "") -> None:
        """Go to another stage."""
        ...

    async def ready(self) -> None:
        """Wait until everything is up."""
        ...


class Volumes(Protocol):
    """The volumes of the node, as its end needs them."""

    async def check(self, labels: Sequenced[str]) -> None:
        """Raise BusError if a label is not known."""
        ...

    async def wipe(self, labels: Sequenced[str]) -> Sequenced[str]:
        """Take these away, all if none is named; returns what was done."""
        ...

    async def unmount(self) -> tuple[Sequenced[str], Sequenced[str]]:
        """Unmount everything; returns what was done, and what could not be, each with who uses it."""
        ...


class Node:
    """Runs the sequences. It is the only one that decides when the node is done."""

    def __init__(
        self,
        *,
        sequencer: Sequencer,
        services: Services,
        status: Status,
        volumes: Volumes,
        load_config: Callable[[], str],
        keep_logs: Callable[[Path | None], None],
        components: Sequenced[str],
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        self._sequencer = sequencer
        self._services = services
        self._status = status
        self._volumes = volumes
        self._load_config = load_config
        self._keep_logs = keep_logs
        self._components = components
        self._log = log
        self._config_error = ""
        self._boot: asyncio.Task[None] | None = None
        self._shutdown: asyncio.Task[None] | None = None
        self._over = asyncio.Event()

    def start(self) -> None:
        """Begin to boot."""
        self._boot = asyncio.create_task(self._guarded(self._boot_up()), name="boot")

    def shutdown(self, *, force: bool) -> str:
        """Begin to shut down, taking over whatever runs; returns the actor id of the run at once."""
        actor_id = str(uuid.uuid4())
        if self._shutdown is None:
            self._status.enter("shutting down")
            work = self._sequencer.run(self._shutdown_sequence(force=force), actor_id=actor_id, takeover=True)
            self._shutdown = asyncio.create_task(self._finish(work), name="shutdown")
        return actor_id

    async def reset(self, labels: Sequenced[str], *, graceful: bool) -> str:
        """Begin to wipe volumes, all if none is named, and to end the node; returns the actor id of the run at once.

        Raises BusError for a label that is not known, SequenceLockedError if the node is about to end already.
        """
        await self._volumes.check(labels)
        if self._shutdown is not None:
            raise SequenceLockedError("the node is shutting down")
        actor_id = str(uuid.uuid4())
        self._status.enter("resetting")
        work = self._sequencer.run(self._reset_sequence(labels, graceful=graceful), actor_id=actor_id, takeover=True)
        self._shutdown = asyncio.create_task(self._finish(work), name="reset")
        return actor_id

    async def over(self) -> None:
        """Wait until the node is shut down."""
        await self._over.wait()

    async def _boot_up(self) -> None:
        actor_id = str(uuid.uuid4())
        await self._sequencer.run(self._initialize_sequence(), actor_id=actor_id)
        if self._config_error:
            self._log.warning("entering maintenance service")
            self._status.enter("maintenance", config_error=self._config_error)
            return
        await self._sequencer.run(self._boot_sequence(), actor_id=str(uuid.uuid4()))
        self._status.enter("running")

    async def _guarded(self, work: Awaitable[None]) -> None:
        """A boot that fails leaves the node as it is, for somebody to look at."""
        try:
            await work
        except SequenceFailedError as error:
            self._log.error("boot failed: the node stays up as it is", error=str(error))

    async def _finish(self, work: Awaitable[None]) -> None:
        try:
            await self._guarded(work)
        finally:
            self._over.set()

    def _initialize_sequence(self) -> Sequence:
        start = tuple(Task(f"start{name.title().replace('-', '')}", self._starter(name)) for name in self._components)
        return Sequence("initialize", (Phase("config", (Task("loadConfig", self._load),)), Phase("machined", start)))

    def _boot_sequence(self) -> Sequence:
        return Sequence(
            "boot",
            (
                Phase("ephemeral", (Task("mountEphemeralPartition", self._await_filesystem),)),
                Phase("startEverything", (Task("startAllServices", self._await_everything),)),
            ),
        )

    def _shutdown_sequence(self, *, force: bool) -> Sequence:
        within = FORCED_STOP_TIMEOUT if force else STOP_TIMEOUT
        stop_users = self._stopping(within, keep=("filesystem",), name="stopServices")
        return Sequence("shutdown", (stop_users, self._unmounting(), self._stopping(within)))

    def _reset_sequence(self, labels: Sequenced[str], *, graceful: bool) -> Sequence:
        async def wipe() -> None:
            for step in await self._volumes.wipe(labels):
                self._log.info("done", step=step)

        within = STOP_TIMEOUT if graceful else FORCED_STOP_TIMEOUT
        task = Task("resetSystemDiskSpec" if labels else "resetSystemDisk", wipe)
        stop_users = self._stopping(within, keep=("filesystem",))
        return Sequence("reset", (stop_users, Phase("reset", (task,)), self._stopping(within, name="shutdown")))

    def _unmounting(self) -> Phase:
        """What upstream does in four phases, since one component has all mounts: pods', binds, user volumes, system."""

        async def unmount() -> None:
            try:
                async with asyncio.timeout(UNMOUNT_TIMEOUT):
                    done, held = await self._volumes.unmount()
            except (BusError, TimeoutError) as error:
                # the node ends all the same
                self._log.error("not unmounted", error=str(error) or f"not done within {UNMOUNT_TIMEOUT:g} s")
                return
            self._log.info("unmounted", mounts=len(done))
            for mount in held:
                self._log.error("still in use, written back", mount=mount)

        return Phase("unmountSystem", (Task("unmountSystemDisk", unmount),))

    def _stopping(self, within: float, *, keep: Sequenced[str] = (), name: str = "stopEverything") -> Phase:
        async def stop_everything() -> None:
            left = await self._services.stop_all(within, keep=keep)
            self._keep_logs(None)
            if left:
                self._log.error("services did not stop", services=list(left), within=within)

        return Phase(name, (Task("stopAllServices", stop_everything),))

    def _starter(self, name: str) -> Callable[[], Awaitable[None]]:
        async def start() -> None:
            await self._services.start([name])

        return start

    async def _load(self) -> None:
        self._config_error = self._load_config()

    async def _await_filesystem(self) -> None:
        await self._services.until_up(["filesystem"])
        self._keep_logs(LOG_DIRECTORY)

    async def _await_everything(self) -> None:
        async with asyncio.timeout(BOOT_TIMEOUT):
            await self._status.ready()
