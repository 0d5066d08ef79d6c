"""A component that runs services, seen over a real bus, from its first moment."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import structlog

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.health import Health, HealthRpc
from libtalos.bus.server import Server, Service, listen
from libtalos.gen.talos.component.v1 import ComponentServiceBase, WatchEventsRequest, WatchEventsResponse
from libtalos.gen.talos.supervisor import v1 as pb
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.resources.definitions.runtime import MachineStatus
from libtalos.supervise.rpc import SERVICE_NAME
from services.init.machine import Machine
from services.init.peers import PeerWatch
from services.init.supervised import RemoteSupervisor

HEALTHY = pb.ServiceHealth(healthy=True)


class Supervisor(pb.SupervisorServiceBase):
    """Has the services that it is given, and counts who asks for them."""

    def __init__(self) -> None:
        self.services: list[pb.Service] = []
        self.asked = 0

    async def list_services(self, message: pb.ListServicesRequest) -> pb.ListServicesResponse:
        self.asked += 1
        return pb.ListServicesResponse(services=self.services)


class Events(ComponentServiceBase):
    """Nothing happens."""

    async def watch_events(self, message: WatchEventsRequest) -> AsyncIterator[WatchEventsResponse]:
        await asyncio.Event().wait()
        yield WatchEventsResponse()


class Seen:
    """The statuses of the machine, one after the other."""

    def __init__(self) -> None:
        self.statuses: list[MachineStatus] = []
        self._more = asyncio.Event()

    def take(self, status: MachineStatus) -> None:
        self.statuses.append(status)
        self._more.set()

    async def until_ready(self) -> None:
        async with asyncio.timeout(5):
            while not (self.statuses and self.statuses[-1].status.ready):
                self._more.clear()
                await self._more.wait()


@asynccontextmanager
async def followed(path: Path, handlers: Iterable[Service]) -> AsyncIterator[Seen]:
    """A machine without services of its own that follows the ones of a component."""
    server = Server([*handlers])
    await server.start(listen(path))
    channel = Channel(UnixAddress(path))
    seen = Seen()
    machine = Machine(own=lambda: (), peers=["etcd"], publish=[seen.take])
    machine.enter("running")
    watch = PeerWatch(
        component="etcd",
        supervisor=RemoteSupervisor(channel=channel),
        report=machine.report,
        backoff=Backoff(BackoffPolicy()),
        log=structlog.get_logger(),
    )
    task = asyncio.create_task(watch.run())
    try:
        yield seen
    finally:
        task.cancel()
        await asyncio.wait([task])
        channel.close()
        await server.drain(0.5)


async def test_the_machine_is_not_ready_before_a_component_has_decided_what_it_runs(tmp_path: Path) -> None:
    """Its list is empty at first, which is not to say that all of it is fine."""
    health, supervisor = Health(), Supervisor()
    health.hold(SERVICE_NAME)
    health.set(True)
    rpc = HealthRpc(health=health, services=[SERVICE_NAME])
    async with followed(tmp_path / "s", [rpc, supervisor, Events()]) as seen:
        # one call more over the same bus: what was asked before it has been answered
        await _ask_health(tmp_path / "s")
        assert supervisor.asked == 0
        running = pb.Service(id="etcd", state=pb.ServiceState.RUNNING, health=HEALTHY)
        supervisor.services.append(running)
        health.release(SERVICE_NAME)
        await seen.until_ready()
        assert [status.status.ready for status in seen.statuses] == [False, True]
        assert seen.statuses[0].status.unmet_conditions[0].reason == "etcd has not reported its services"


async def _ask_health(path: Path) -> None:
    channel = Channel(UnixAddress(path))
    try:
        remote = RemoteSupervisor(channel=channel)
        changes = asyncio.ensure_future(anext(aiter(remote.changes())))
        done, _ = await asyncio.wait([changes], timeout=0.1)
        assert not done
        changes.cancel()
        await asyncio.wait([changes])
    finally:
        channel.close()


async def test_a_component_may_have_decided_to_run_none(tmp_path: Path) -> None:
    health, supervisor = Health(), Supervisor()
    health.hold(SERVICE_NAME)
    health.set(True)
    rpc = HealthRpc(health=health, services=[SERVICE_NAME])
    async with followed(tmp_path / "s", [rpc, supervisor, Events()]) as seen:
        health.release(SERVICE_NAME)
        await seen.until_ready()


async def test_one_that_only_knows_its_health_as_a_whole_has_decided(tmp_path: Path) -> None:
    health = Health()
    health.set(True)
    async with followed(tmp_path / "s", [HealthRpc(health=health, services=[]), Supervisor(), Events()]) as seen:
        await seen.until_ready()
