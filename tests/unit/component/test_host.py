"""A composed component on a socket: the common contracts, start and stop."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

import libtalos
from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.server import listen
from libtalos.bus.settings import BusSettings
from libtalos.component.declaration import Declaration, Uses
from libtalos.component.host import ComponentHost
from libtalos.component.registry import Registry
from libtalos.component.runtime import Assembly, Runtime
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.gen.grpc.reflection.v1 import ServerReflectionRequest, ServerReflectionStub
from libtalos.gen.index import DIGESTS
from libtalos.gen.machine import TaskEvent
from libtalos.gen.talos.component.v1 import ComponentServiceStub, WatchEventsRequest
from libtalos.gen.talos.network.v1 import NetworkServiceBase

DECLARATION = Declaration(
    name="network", summary="a test", serves=("talos.network.v1",), uses=(Uses("init", "talos.resource.v1"),)
)


class Life:
    """Notes what the host asks of the domain."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def compose(self, runtime: Runtime) -> Assembly:
        self.runtime = runtime
        return Assembly(handlers=[NetworkServiceBase()], start=self.start, stop=self.stop)

    async def start(self) -> None:
        self.notes.append(f"start, healthy: {self.runtime.health.serving}")

    async def stop(self) -> None:
        self.notes.append("stop")


@pytest.fixture
def life() -> Life:
    return Life()


@pytest.fixture
async def channel(tmp_path: Path, life: Life) -> AsyncIterator[Channel]:
    host = ComponentHost(
        declaration=DECLARATION,
        compose=life.compose,
        environment={"TALOS_BUS_DIR": str(tmp_path)},
        registry=Registry(components={}),
        settings=BusSettings(drain_timeout=0.2),
        log=structlog.stdlib.get_logger(),
    )
    await host.start(listen(tmp_path / "network.sock"))
    channel = Channel(UnixAddress(tmp_path / "network.sock"))
    yield channel
    channel.close()
    await host.stop()
    assert life.notes == ["start, healthy: False", "stop"]


async def test_describe_names_version_and_contracts_with_digests(channel: Channel) -> None:
    reply = await channel.stub(ComponentServiceStub).describe()
    served = {contract.package: contract.digest for contract in reply.serves}
    assert (reply.name, reply.version) == ("network", libtalos.__version__)
    assert served["talos.network.v1"] == DIGESTS["talos.network.v1"]
    assert {"talos.component.v1", "talos.resource.v1", "grpc.health.v1"} <= set(served)
    assert [(use.component, use.package) for use in reply.uses] == [("init", "talos.resource.v1")]


async def test_metrics_are_read_when_asked(channel: Channel) -> None:
    reply = await channel.stub(ComponentServiceStub).get_metrics()
    values = {metric.name: metric.value for metric in reply.metrics}
    assert values["process_resident_memory_bytes"] > 2**20
    assert values["asyncio_tasks"] >= 1


async def test_health_serves_once_started(channel: Channel) -> None:
    reply = await channel.stub(HealthStub).check(HealthCheckRequest(service="talos.network.v1.NetworkService"))
    assert reply.status is HealthCheckResponseServingStatus.SERVING


async def test_reflection_lists_every_service(channel: Channel) -> None:
    requests = [ServerReflectionRequest(list_services="")]
    replies = [reply async for reply in channel.stub(ServerReflectionStub).server_reflection_info(requests)]
    response = replies[0].list_services_response
    assert response is not None
    assert [service.name for service in response.service] == [
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
        "talos.component.v1.ComponentService",
        "talos.network.v1.NetworkService",
        "talos.resource.v1.ResourceService",
    ]


async def test_events_are_served_with_tail_and_follow(channel: Channel, life: Life) -> None:
    stub = channel.stub(ComponentServiceStub)
    life.runtime.events.publish(TaskEvent(task="old"), actor_id="a")
    past = [reply async for reply in stub.watch_events(WatchEventsRequest(tail_events=-1, with_actor_id="a"))]
    assert len(past) == 1
    following = stub.watch_events(WatchEventsRequest(follow=True))
    waiting = asyncio.ensure_future(anext(following))
    await asyncio.sleep(0.05)
    life.runtime.events.publish(TaskEvent(task="new"))
    reply = await asyncio.wait_for(waiting, 1)
    assert reply.event is not None
    assert reply.event.component == "network"
