"""The health of a component, asked over the bus as anybody would."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from libtalos.bus.directory import Bus
from libtalos.bus.errors import BusError, UnavailableError
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub


def health_check(bus: Bus, component: str) -> Callable[[], Awaitable[None]]:
    """A check that raises UnavailableError unless the component says that it serves."""
    stub = bus.channel(component).stub(HealthStub)

    async def check() -> None:
        try:
            reply = await stub.check(HealthCheckRequest())
        except BusError as error:
            raise UnavailableError(f"{component} does not answer: {error.message}") from error
        if reply.status is not HealthCheckResponseServingStatus.SERVING:
            raise UnavailableError(f"{component} says {reply.status.name}")

    return check
