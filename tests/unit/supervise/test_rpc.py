from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from libtalos.bus.errors import FailedPreconditionError, NotFoundError
from libtalos.gen.machine import ServiceStateEvent, ServiceStateEventAction
from libtalos.gen.talos.supervisor import v1 as pb
from libtalos.resources.definitions.runtime import Service
from libtalos.supervise.events import publishing
from libtalos.supervise.logs import Logs
from libtalos.supervise.resources import ServiceResources
from libtalos.supervise.rpc import SupervisorRpc
from libtalos.supervise.spec import Operation, ServiceSpec
from libtalos.supervise.status import ServiceState, ServiceStatus
from libtalos.supervise.supervisor import Supervisor

Make = Callable[..., ServiceSpec]
Reach = Callable[..., Awaitable[ServiceStatus]]


@pytest.fixture
def rpc(supervisor: Supervisor) -> SupervisorRpc:
    logs = Logs()
    logs.open("a").write(b"one\ntwo\n")
    return SupervisorRpc(supervisor, logs, component="etcd")


async def test_services_are_listed_with_all_that_is_known(
    rpc: SupervisorRpc, supervisor: Supervisor, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("b", "a"), spec("a")])
    assert (await rpc.start_service(pb.StartServiceRequest(id="a"))).service is not None
    await reach("a")
    first, second = (await rpc.list_services(pb.ListServicesRequest())).services
    assert (first.id, first.component, first.state, first.pid) == ("a", "etcd", pb.ServiceState.RUNNING, 1001)
    assert first.health == pb.ServiceHealth(unknown=True)
    assert first.events[0].message == "Starting service"
    assert (second.state, second.depends_on, second.pid) == (pb.ServiceState.INITIALIZED, ["a"], 0)
    bytes(first)  # encodes


async def test_stop_and_restart_answer_with_the_service(
    rpc: SupervisorRpc, supervisor: Supervisor, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a")])
    await rpc.start_service(pb.StartServiceRequest(id="a"))
    await reach("a")
    stopped = (await rpc.stop_service(pb.StopServiceRequest(id="a"))).service
    assert stopped is not None
    assert stopped.state == pb.ServiceState.FINISHED
    await rpc.restart_service(pb.RestartServiceRequest(id="a"))
    await reach("a")


async def test_what_a_service_does_not_allow_is_refused(rpc: SupervisorRpc, supervisor: Supervisor, spec: Make) -> None:
    supervisor.load([spec("a", operations=frozenset({Operation.RESTART}))])
    with pytest.raises(FailedPreconditionError, match='service "a" doesn\'t support stop operation via API'):
        await rpc.stop_service(pb.StopServiceRequest(id="a"))
    with pytest.raises(NotFoundError, match='service "x" not defined'):
        await rpc.restart_service(pb.RestartServiceRequest(id="x"))
    await supervisor.stop_all(1)
    with pytest.raises(FailedPreconditionError, match="shutting down"):
        await rpc.restart_service(pb.RestartServiceRequest(id="a"))


async def test_logs_are_listed_and_streamed(rpc: SupervisorRpc) -> None:
    assert (await rpc.list_logs(pb.ListLogsRequest())).ids == ["a"]
    request = pb.StreamLogsRequest(id="a", tail_lines=1)
    assert [reply.lines async for reply in rpc.stream_logs(request)] == [b"two\n"]
    with pytest.raises(NotFoundError, match='log "x" was not registered'):
        [reply async for reply in rpc.stream_logs(pb.StreamLogsRequest(id="x"))]


async def test_each_event_is_published_in_upstreams_form(supervisor: Supervisor, spec: Make, reach: Reach) -> None:
    published: list[ServiceStateEvent] = []
    supervisor.listen(publishing(published.append))
    supervisor.load([spec("a", skip=lambda: "no image")])
    await supervisor.start_all()
    await reach("a", ServiceState.SKIPPED)
    actions = [event.action for event in published]
    assert actions == [ServiceStateEventAction.STARTING, ServiceStateEventAction.SKIPPED]
    assert (published[1].service, published[1].message) == ("a", "Service skipped: no image")


async def test_a_service_is_a_resource_while_it_runs(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    class Store:
        rows: dict[str, Service]

        def __init__(self) -> None:
            self.rows = {}

        def put(self, resource_id: str, spec: Service, /) -> None:
            self.rows[resource_id] = spec

        def destroy(self, spec_class: type[Service], resource_id: str, /) -> None:
            assert spec_class is Service
            del self.rows[resource_id]

    store = Store()
    supervisor.listen(ServiceResources(store))
    supervisor.load([spec("a", notify=True)])
    await supervisor.start_all()
    await reach("a")
    assert store.rows == {"a": Service(running=True, healthy=False, unknown=True)}
    supervisor.notified(7, {"READY": "1"})
    await supervisor.until(supervisor.services()[0].id, lambda s: s.up)
    assert store.rows == {"a": Service(running=True, healthy=True, unknown=False)}
    await supervisor.stop(supervisor.services()[0].id)
    assert store.rows == {}
