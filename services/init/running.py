"""The services of init as the life of the node and the machine status see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import structlog

from libtalos.supervise.status import ServiceEvent, ServiceId, ServiceState, ServiceStatus
from libtalos.supervise.supervisor import Supervisor
from services.init.status import ServiceSummary


class RunningServices:
    """A supervisor behind the words of services.init.node."""

    def __init__(self, *, supervisor: Supervisor) -> None:
        self._supervisor = supervisor

    async def start(self, service_ids: Iterable[str]) -> None:
        """Start these; return when they are under way."""
        for service_id in service_ids:
            await self._supervisor.start(ServiceId(service_id))

    async def until_up(self, service_ids: Iterable[str]) -> None:
        """Wait until these are up. Raises SuperviseError if one fails for good."""
        await self._supervisor.until_up(ServiceId(service_id) for service_id in service_ids)

    async def stop_all(self, within: float, *, keep: Iterable[str] = ()) -> Sequence[str]:
        """Stop everything but what to keep within a bound in seconds; returns what is still there."""
        return await self._supervisor.stop_all(within, keep=tuple(ServiceId(service_id) for service_id in keep))

    def summaries(self) -> list[ServiceSummary]:
        """What readiness needs to know of each."""
        return [_summary(status) for status in self._supervisor.services()]


def _summary(status: ServiceStatus) -> ServiceSummary:
    return ServiceSummary(
        id=status.id,
        running=status.state is ServiceState.RUNNING,
        healthy=not status.checked or status.health.healthy is True,
        skipped=status.state is ServiceState.SKIPPED,
    )


class ServiceNews:
    """A listener for the supervisor: writes each event into init's log and works the machine status out anew."""

    def __init__(self, *, log: structlog.stdlib.BoundLogger, refresh: Callable[[], None]) -> None:
        self._log = log
        self._refresh = refresh

    def __call__(self, status: ServiceStatus, event: ServiceEvent) -> None:
        """Take one event."""
        self._log.info(event.message, service=status.id, state=event.state.value)
        self._refresh()
