"""The life of one service: wait, prepare, run, run again, stop.

The texts are upstream's (internal/app/machined/pkg/system).
"""

import asyncio
import contextlib
import json
from collections.abc import Callable
from random import Random

from libtalos.linux.exits import Exit
from libtalos.supervise.errors import LaunchError
from libtalos.supervise.health import Clock, Sleep
from libtalos.supervise.journal import Journal
from libtalos.supervise.launcher import Body
from libtalos.supervise.restart import Again, Done, GiveUp, RestartMode, RestartState, decide
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import DOWN, ServiceState


class World:
    """Time and chance. `clock` is monotonic, in seconds; `random` is in [0, 1)."""

    def __init__(
        self, *, clock: Clock, sleep: Sleep = asyncio.sleep, random: Callable[[], float] | None = None
    ) -> None:
        self.clock = clock
        self.sleep = sleep
        self.random = random or Random().random  # noqa: S311 spreads delays


class Service:
    """Runs one service. `unmet` tells what it still waits for, in upstream's words; `poke` makes it ask again."""

    def __init__(
        self,
        spec: ServiceSpec,
        *,
        journal: Journal,
        body: Callable[[ServiceSpec], Body],
        unmet: Callable[[ServiceSpec], list[str]],
        world: World,
    ) -> None:
        self.spec = spec
        self.journal = journal
        self._make_body = body
        self._body: Body | None = None
        self._unmet = unmet
        self._world = world
        self._poked = asyncio.Event()
        self._ready = asyncio.Event()
        self._stopping = False
        self._task: asyncio.Task[None] | None = None

    @property
    def active(self) -> bool:
        """Whether it is started and not down yet."""
        return self._task is not None and not self._task.done()

    def start(self) -> None:
        """Begin its life; nothing happens if it lives already."""
        if self.active:
            return
        self._stopping = False
        self._body = self._make_body(self.spec)
        self._task = asyncio.get_running_loop().create_task(
            _Life(self, self._body).run(), name=f"service {self.spec.id}"
        )

    async def stop(self) -> None:
        """Stop it: the stop signal, then after stop_timeout the whole group is killed. Returns when it is down."""
        if self._task is None or self._body is None or self._task.done():
            return
        escalation: asyncio.TimerHandle | None = None
        if not self._stopping:
            self._stopping = True
            if self._body.pid is None:
                self._task.cancel()
            else:
                self.journal.record(ServiceState.STOPPING, f"Sending SIGTERM to {self.spec.describe_command()}")
                self._body.signal(self.spec.stop_signal)
                escalation = asyncio.get_running_loop().call_later(self.spec.stop_timeout, self._escalate)
        try:
            await asyncio.wait([self._task])
        finally:
            if escalation is not None:
                escalation.cancel()

    def abandon(self, reason: str) -> None:
        """Kill it now, whatever it is doing: a deadline has passed."""
        if self._task is None or self._body is None or self._task.done():
            return
        self._stopping = True
        self.journal.record(ServiceState.STOPPING, reason)
        if self._body.pid is None:
            self._task.cancel()
        self._body.kill()

    def poke(self) -> None:
        """Something that it may wait for has changed."""
        self._poked.set()

    def owns(self, pid: int) -> bool:
        """Whether a process belongs to it."""
        return self.active and self._body is not None and self._body.owns(pid)

    def notified(self, fields: dict[str, str]) -> None:
        """Take a message of sd_notify(3) from one of its processes."""
        if fields.get("READY") == "1":
            self._ready.set()

    def _escalate(self) -> None:
        if self.active and self._body is not None:
            self.journal.record(ServiceState.STOPPING, f"Sending SIGKILL to {self.spec.describe_command()}")
            self._body.kill()


class _Life:
    """One life of a service, from a start to the state in which it stays."""

    def __init__(self, service: Service, body: Body) -> None:
        self._service = service
        self._spec = service.spec
        self._journal = service.journal
        self._world = service._world  # noqa: SLF001 two halves of one object: what lasts, and one life
        self._body = body
        self._restarts = 0
        self._failure = ""
        self._notes: set[str] = set()

    async def run(self) -> None:
        """Live; the last event says how it ended. Raises CancelledError if cancelled by anyone but stop."""
        end = ServiceState.FAILED, "Service failed"
        try:
            end = await self._live()
        except asyncio.CancelledError:
            end = ServiceState.FINISHED, "Service finished successfully"
            if not self._service._stopping:  # noqa: SLF001
                raise
        except Exception as error:
            # prepare, condition and skip are the owner's code
            end = ServiceState.FAILED, _capital(str(error) or type(error).__name__)
        finally:
            left = await self._leave_nothing()
            self._journal.ended()
            self._journal.record(end[0], end[1] + left)

    async def _leave_nothing(self) -> str:
        """Empty and remove the group; what the last event has to add if that failed."""
        try:
            await self._body.clear()
            self._body.remove()
        except OSError as error:
            return f" (its control group could not be removed: {error})"
        return ""

    async def _live(self) -> tuple[ServiceState, str]:
        self._journal.record(ServiceState.STARTING, "Starting service")
        reason = self._spec.skip()
        if reason is not None:
            return ServiceState.SKIPPED, f"Service skipped: {reason}"
        await self._wait()
        self._journal.record(ServiceState.PREPARING, "Running pre state")
        await self._spec.prepare()
        self._journal.record(ServiceState.PREPARING, "Creating service runner")
        # a predecessor of this process may have left it running
        await self._body.clear()
        return await self._run_until_done()

    async def _wait(self) -> None:
        """Wait for the dependencies and the condition at the same time, and tell what is still missing."""
        condition = self._spec.condition
        poked = self._service._poked  # noqa: SLF001
        waiter = None if condition is None else asyncio.ensure_future(condition.wait())
        if waiter is not None:
            waiter.add_done_callback(lambda _: poked.set())
        told = ""
        try:
            while True:
                poked.clear()
                missing = self._service._unmet(self._spec)  # noqa: SLF001
                if condition is not None and waiter is not None:
                    missing += [] if waiter.done() else [condition.describe()]
                if not missing:
                    break
                told = self._tell_waiting(told, ", ".join(missing))
                await poked.wait()
            if waiter is not None:
                waiter.result()
        finally:
            await _cancel(waiter)

    def _tell_waiting(self, told: str, missing: str) -> str:
        if missing != told:
            self._journal.record(ServiceState.WAITING, f"Waiting for {missing}")
        return missing

    async def _run_until_done(self) -> tuple[ServiceState, str]:
        state = RestartState()
        while True:
            began = self._world.clock()
            problem = await self._run_once()
            uptime = self._world.clock() - began
            if self._service._stopping:  # noqa: SLF001
                return ServiceState.FINISHED, "Service finished successfully"
            decision = decide(
                self._spec.restart, state, success=not problem, uptime=uptime, random=self._world.random()
            )
            match decision:
                case Done():
                    return ServiceState.FINISHED, "Service finished successfully"
                case GiveUp(failures):
                    return ServiceState.FAILED, self._final(problem, failures)
                case Again(delay, state):
                    self._journal.record(ServiceState.WAITING, self._going_on(problem))
                    if delay > 0:
                        await self._world.sleep(delay)
                    self._restarts += 1

    async def _run_once(self) -> str:
        """Run the process to its end; returns what went wrong, "" if it ended well."""
        self._failure = ""
        self._service._ready.clear()  # noqa: SLF001
        try:
            notes = await self._body.launch()
        except LaunchError as error:
            return str(error)
        pid = self._body.pid
        if pid is not None:
            text = f"Process {self._spec.describe_command()} started with PID {pid}"
            self._journal.running(pid, text, restarts=self._restarts)
            self._tell(notes)
        watcher = asyncio.ensure_future(self._watch()) if self._spec.checked else None
        try:
            result = await self._body.exited()
        finally:
            await _cancel(watcher)
        self._journal.ended()
        # what the main process leaves behind must not live beside its successor
        await self._body.clear()
        return self._problem(result)

    def _tell(self, notes: list[str]) -> None:
        for note in notes:
            if note not in self._notes:
                self._notes.add(note)
                self._journal.record(ServiceState.RUNNING, note)

    async def _watch(self) -> None:
        """Readiness first, then health checks; with no check, readiness is the health."""
        if self._spec.notify and not await self._became_ready():
            return
        if self._spec.health is None:
            self._judge("")
            return
        await self._spec.health.watch(self._judge, sleep=self._world.sleep, clock=self._world.clock)

    async def _became_ready(self) -> bool:
        try:
            async with asyncio.timeout(self._spec.ready_timeout):
                await self._service._ready.wait()  # noqa: SLF001
        except TimeoutError:
            self._failure = f"did not announce readiness (READY=1) within {self._spec.ready_timeout:g} s"
            self._body.kill()
            return False
        return True

    def _judge(self, problem: str) -> None:
        if self._journal.state is ServiceState.RUNNING:
            self._journal.judge(problem)

    def _problem(self, result: Exit) -> str:
        if result.ok and not self._failure:
            return ""
        last = self._body.last_line()
        words = self._failure or result.describe()
        return words + (f" (last log {json.dumps(last, ensure_ascii=False)})" if last else "")

    def _going_on(self, problem: str) -> str:
        command = self._spec.describe_command()
        if not problem:
            return f"Runner {command} exited without error, going to restart it"
        how = "forever" if self._spec.restart.mode is RestartMode.FOREVER else "until it succeeds"
        return f"Error running {command}, going to restart {how}: {problem}"

    def _final(self, problem: str, failures: int) -> str:
        if self._spec.restart.mode is RestartMode.ONCE:
            return _capital(problem)
        return f"Gave up after {failures} failures in a row: {problem or 'exited without error'}"


def is_down(state: ServiceState) -> bool:
    """Whether a service in that state has no process and gets none by itself."""
    return state in DOWN


async def _cancel(task: "asyncio.Future[None] | None") -> None:
    if task is not None and not task.done():
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
