"""What a component is composed from, and what its composition gives back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

import msgspec
import structlog

from libtalos.bus.directory import Bus
from libtalos.bus.health import Health
from libtalos.bus.server import Service
from libtalos.component.declaration import Declaration
from libtalos.component.events import EventLog
from libtalos.component.metrics import Metrics
from libtalos.component.tasks import TaskGuard
from libtalos.resources.store import ResourceStore


class Runtime(msgspec.Struct, frozen=True, kw_only=True):
    """The services of the process itself, for the composition root. clock is monotonic, in seconds."""

    declaration: Declaration
    environment: Mapping[str, str]
    bus: Bus
    store: ResourceStore
    events: EventLog
    tasks: TaskGuard
    metrics: Metrics
    health: Health
    clock: Callable[[], float]
    log: structlog.stdlib.BoundLogger


async def _nothing() -> None:
    """For a component that has nothing to start or stop."""


class Assembly(msgspec.Struct, frozen=True, kw_only=True):
    """A composed component: what it serves beside the common contracts, how it starts and how it stops.

    start returns when the component is ready for work; stop undoes it after the last call has been answered.
    """

    handlers: Sequence[Service]
    start: Callable[[], Awaitable[None]] = msgspec.field(default=_nothing)
    stop: Callable[[], Awaitable[None]] = msgspec.field(default=_nothing)


Compose = Callable[[Runtime], Assembly]
