"""Following the services of another component over restarts of it."""

import asyncio
from collections.abc import AsyncIterator, Mapping

import structlog

from libtalos.bus.errors import UnavailableError
from libtalos.gen.google.protobuf import Any
from libtalos.gen.machine import ServiceStateEvent, TaskEvent
from libtalos.gen.talos.supervisor.v1 import Service, ServiceHealth, ServiceState
from libtalos.resources.backoff import Backoff, BackoffPolicy
from services.init.peers import PeerWatch
from services.init.status import ServiceSummary
from services.init.supervised import is_state_event, summary

ETCD = ServiceSummary(id="etcd", running=True, healthy=True)


class Component:
    """Answers two times, goes away, comes back."""

    def __init__(self) -> None:
        self.connections = 0

    async def services(self) -> Mapping[str, ServiceSummary]:
        return {"etcd": ETCD}

    async def changes(self) -> AsyncIterator[None]:
        self.connections += 1
        yield None
        if self.connections > 1:
            await asyncio.Event().wait()
        raise UnavailableError("the component is stopping")


async def no_sleep(_seconds: float) -> None:
    await asyncio.sleep(0)


async def test_a_component_that_restarts_is_missing_in_between() -> None:
    reports: list[bool] = []
    watch = PeerWatch(
        component="etcd",
        supervisor=Component(),
        report=lambda _component, services: reports.append(services is not None),
        backoff=Backoff(BackoffPolicy(sleep=no_sleep)),
        log=structlog.stdlib.get_logger(),
    )
    task = asyncio.create_task(watch.run())
    for _ in range(20):
        await asyncio.sleep(0)
    task.cancel()
    assert reports == [True, False, True]


def test_only_state_events_count() -> None:
    assert is_state_event(Any.pack(ServiceStateEvent(service="etcd")))
    assert not is_state_event(Any.pack(TaskEvent(task="t")))
    assert not is_state_event(None)


def test_a_service_without_an_answer_is_not_healthy_yet() -> None:
    health = ServiceHealth(unknown=True, healthy=False)
    found = summary(Service(id="etcd", state=ServiceState.RUNNING, health=health))
    assert (found.running, found.healthy, found.skipped) == (True, False, False)
    assert summary(Service(id="kubelet", state=ServiceState.SKIPPED)).problem == ""
