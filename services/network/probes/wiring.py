"""The probes' objects, put together."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from services.network.probes.keeper import Probes
from services.network.probes.prober import Outcome, Prober, connect
from services.network.probes.resources import ProbePublisher

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from structlog.stdlib import BoundLogger

    from services.network.probes.keeper import Tasks
    from services.network.probes.resources import Store
    from services.network.probes.settings import Probe


def wire(
    *, store: Store, tasks: Tasks, clock: Callable[[], float], changed: Callable[[], None], log: BoundLogger
) -> Probes:
    """Build the probes from the process's network namespace; changed is called when connected has changed."""

    def work(probe: Probe, told: Callable[[Outcome], None]) -> Coroutine[Any, Any, None]:
        return Prober(probe=probe, connect=connect, sleep=asyncio.sleep, clock=clock, told=told).run()

    return Probes(tasks=tasks, work=work, publisher=ProbePublisher(store), changed=changed, log=log)
