"""talos.component.v1: who this process is, how it fares, what happens in it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import AsyncIterator, Callable, Sequence

import libtalos
from libtalos.component.declaration import Declaration
from libtalos.component.events import EventLog
from libtalos.component.metrics import Metrics
from libtalos.component.tail import selector
from libtalos.gen.index import DIGESTS
from libtalos.gen.talos.component.v1 import (
    ComponentServiceBase,
    DescribeRequest,
    DescribeResponse,
    Event,
    GetMetricsRequest,
    GetMetricsResponse,
    Metric,
    ServedContract,
    UsedContract,
    WatchEventsRequest,
    WatchEventsResponse,
)


class ComponentRpc(ComponentServiceBase):
    """The contract that every component serves. clock is monotonic, in seconds; now is the wall clock."""

    def __init__(
        self,
        *,
        declaration: Declaration,
        contracts: Sequence[str],
        events: EventLog,
        metrics: Metrics,
        clock: Callable[[], float],
        now: Callable[[], dt.datetime],
    ) -> None:
        self._declaration = declaration
        self._contracts = contracts
        self._events = events
        self._metrics = metrics
        self._clock = clock
        self._now = now
        self._started = clock()
        self._started_at = now()

    async def describe(self, message: DescribeRequest) -> DescribeResponse:  # noqa: ARG002 - no fields
        """Name, version, contracts with their digests, uptime."""
        return DescribeResponse(
            name=self._declaration.name,
            version=libtalos.__version__,
            serves=[ServedContract(package=name, digest=DIGESTS[name]) for name in self._contracts],
            uses=[UsedContract(component=use.component, package=use.contract) for use in self._declaration.uses],
            started_at=self._started_at,
            uptime=dt.timedelta(seconds=self._clock() - self._started),
            pid=os.getpid(),
        )

    async def get_metrics(self, message: GetMetricsRequest) -> GetMetricsResponse:  # noqa: ARG002 - no fields
        """Every metric of the process, read now."""
        return GetMetricsResponse(
            metrics=[
                Metric(name=reading.name, unit=reading.unit, value=reading.read(), labels=dict(reading.labels))
                for reading in self._metrics.readings
            ]
        )

    async def watch_events(self, message: WatchEventsRequest) -> AsyncIterator[WatchEventsResponse]:
        """The asked-for tail, then, with follow, everything new."""
        select = selector(message, self._now())
        if not message.follow:
            for event in select(self._events.kept()):
                if _wanted(event, message.with_actor_id):
                    yield WatchEventsResponse(event=event)
            return
        async for event in self._events.follow(past=select):
            if _wanted(event, message.with_actor_id):
                yield WatchEventsResponse(event=event)


def _wanted(event: Event, actor_id: str) -> bool:
    return not actor_id or event.actor_id == actor_id
