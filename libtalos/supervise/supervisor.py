"""All services of a process: loaded together, started in parallel as dependencies allow, stopped in reverse order."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime

from libtalos.supervise import graph
from libtalos.supervise.errors import ClosedError, ServiceGraphError, SuperviseError, UnknownServiceError
from libtalos.supervise.journal import Journal, Listener, utc_now
from libtalos.supervise.launcher import Body
from libtalos.supervise.service import Service, World
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import ServiceEvent, ServiceId, ServiceState, ServiceStatus

# of a total deadline the last fifth, at most this many seconds, is for the kernel to end what was killed
_LAST_RESORT = 1.0
# services that are made ready before those before them are asked for
_AT_A_TIME = 8


class Supervisor:
    """Runs services. `body` makes the process side of one; `listeners` are told of each event, in order."""

    def __init__(
        self,
        *,
        body: Callable[[ServiceSpec], Body],
        world: World,
        listeners: Sequence[Listener] = (),
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._body = body
        self._world = world
        self._listeners = list(listeners)
        self._now = now
        self._services: dict[ServiceId, Service] = {}
        self._dependents: dict[ServiceId, tuple[ServiceId, ...]] = {}
        self._up: set[ServiceId] = set()
        self._waiting: set[asyncio.Event] = set()
        self._closed = False

    def listen(self, listener: Listener) -> None:
        """Tell this one too of each event from now on."""
        self._listeners.append(listener)

    def load(self, specs: Iterable[ServiceSpec]) -> None:
        """Add services, all or none. Raises ServiceGraphError: id twice, unknown dependency, cycle; ClosedError."""
        if self._closed:
            raise ClosedError
        specs = list(specs)
        wanted = {service.spec.id: service.spec.depends_on for service in self._services.values()}
        for spec in specs:
            if spec.id in wanted:
                raise ServiceGraphError(f'service "{spec.id}" is defined twice')
            wanted[spec.id] = spec.depends_on
        graph.check(wanted)
        for spec in specs:
            journal = Journal(spec, now=self._now, listener=self._tell)
            self._services[spec.id] = Service(
                spec, journal=journal, body=self._body, unmet=self._unmet, world=self._world
            )
        self._dependents = graph.dependents(wanted)

    def replace(self, spec: ServiceSpec) -> None:
        """Give a loaded service a new specification; it counts from the next start. Raises UnknownServiceError."""
        service = self._get(spec.id)
        wanted = {known.spec.id: known.spec.depends_on for known in self._services.values()} | {
            spec.id: spec.depends_on
        }
        graph.check(wanted)
        service.spec = service.journal.spec = spec
        self._dependents = graph.dependents(wanted)

    async def start_all(self) -> None:
        """Start every service. Returns when all are under way; each waits for its own dependencies."""
        for number, service_id in enumerate(tuple(self._services)):
            self._start(service_id)
            if number % _AT_A_TIME == 0:
                await asyncio.sleep(0)  # these are forked while the next ones are made ready

    async def start(self, service_id: ServiceId) -> ServiceStatus:
        """Start one; nothing happens if it is started. Raises UnknownServiceError, ClosedError."""
        self._start(service_id)
        return self.status(service_id)

    async def stop(self, service_id: ServiceId) -> ServiceStatus:
        """Stop one and return when its whole group is gone; its dependents stay. Raises UnknownServiceError."""
        await self._get(service_id).stop()
        return self.status(service_id)

    async def restart(self, service_id: ServiceId) -> ServiceStatus:
        """Stop it if it runs, then start it. Raises UnknownServiceError, ClosedError."""
        if self._closed:
            raise ClosedError
        await self._get(service_id).stop()
        return await self.start(service_id)

    async def stop_all(self, within: float, *, keep: Collection[ServiceId] = ()) -> tuple[ServiceId, ...]:
        """Stop every service but those to keep, dependents first, and start none any more.

        Returns as soon as all are down, and after `within` seconds in any case; before that, what is left is killed.
        Returns the services that even so are not down.
        """
        self._closed = True
        stopped = {service_id: asyncio.Event() for service_id in self._services}
        for kept in keep:
            stopped[kept].set()
        ending = [service_id for service_id in self._services if service_id not in keep]
        tasks = [asyncio.create_task(self._stop_in_turn(s, stopped), name=f"stop {s}") for s in ending]
        if not tasks:
            return ()
        reserve = min(_LAST_RESORT, within / 5)
        _, pending = await asyncio.wait(tasks, timeout=within - reserve)
        if pending:
            self._abandon(within, ending)
            _, pending = await asyncio.wait(pending, timeout=reserve)
        for task in pending:
            task.cancel()
        return tuple(service_id for service_id in ending if self._services[service_id].active)

    def services(self) -> list[ServiceStatus]:
        """All services, sorted by id."""
        return [self.status(service_id) for service_id in sorted(self._services)]

    def status(self, service_id: ServiceId) -> ServiceStatus:
        """A snapshot of one. Raises UnknownServiceError."""
        return self._get(service_id).journal.status()

    def spec(self, service_id: ServiceId) -> ServiceSpec:
        """The specification of one. Raises UnknownServiceError."""
        return self._get(service_id).spec

    async def until(self, service_id: ServiceId, holds: Callable[[ServiceStatus], bool]) -> ServiceStatus:
        """Wait until something holds for a service. Raises UnknownServiceError."""
        changed = asyncio.Event()
        self._waiting.add(changed)
        try:
            while not holds(status := self.status(service_id)):
                changed.clear()
                await changed.wait()
        finally:
            self._waiting.discard(changed)
        return status

    async def until_up(self, service_ids: Iterable[ServiceId]) -> None:
        """Wait until these are up. Raises SuperviseError with the reason if one fails for good or is stopped."""
        ended = {ServiceState.FAILED, ServiceState.FINISHED}
        for service_id in service_ids:
            status = await self.until(service_id, lambda s: s.up or s.state in ended)
            if not status.up:
                reason = status.events[-1].message if status.events else status.state.value
                raise SuperviseError(f'service "{service_id}" is not up: {reason}')

    def notified(self, pid: int, fields: dict[str, str]) -> bool:
        """Pass on a readiness message by who sent it; False if the sender belongs to no service."""
        services = self._services.values()
        service = next((s for s in services if s.journal.facts.pid == pid), None)
        # before the first event of a run, or from a child of the main process: ask the control groups
        service = service or next((s for s in services if s.spec.notify and s.owns(pid)), None)
        if service is None:
            return False
        service.notified(fields)
        return True

    def _get(self, service_id: ServiceId) -> Service:
        try:
            return self._services[service_id]
        except KeyError:
            raise UnknownServiceError(service_id) from None

    def _start(self, service_id: ServiceId) -> None:
        service = self._get(service_id)
        if self._closed:
            raise ClosedError
        service.start()

    async def _stop_in_turn(self, service_id: ServiceId, stopped: dict[ServiceId, asyncio.Event]) -> None:
        for dependent in self._dependents.get(service_id, ()):
            await stopped[dependent].wait()
        await self._services[service_id].stop()
        stopped[service_id].set()

    def _abandon(self, within: float, ending: Iterable[ServiceId]) -> None:
        for service_id in ending:
            service = self._services[service_id]
            late = [name for name in self._dependents.get(service_id, ()) if self._services[name].active]
            waited = f' (gave up on {", ".join(late)} while stopping "{service_id}")' if late else ""
            service.abandon(f"Sending SIGKILL: not everything stopped within {within:g} s{waited}")

    def _unmet(self, spec: ServiceSpec) -> list[str]:
        return [f'service "{name}" to be "up"' for name in spec.depends_on if name not in self._up]

    def _tell(self, status: ServiceStatus, event: ServiceEvent) -> None:
        self._note_up(status)
        for listener in self._listeners:
            listener(status, event)
        for changed in self._waiting:
            changed.set()

    def _note_up(self, status: ServiceStatus) -> None:
        if status.up == (status.id in self._up):
            return
        (self._up.add if status.up else self._up.discard)(status.id)
        for name in self._dependents.get(status.id, ()):
            self._services[name].poke()
