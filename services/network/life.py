"""Starting and stopping the domain."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Protocol

from libtalos.component.waiting import happened

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from structlog.stdlib import BoundLogger

# How long readiness waits for init to tell the config, in seconds. init starts this component, so it is up and answers
# in milliseconds; a node whose init does not must get on with its boot.
CONFIG_DEADLINE = 5.0


class Tasks(Protocol):
    """Eternal tasks."""

    def spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Start one."""


class Monitor(Protocol):
    """The ears of the component."""

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listen on an event loop."""

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop listening."""


class Life:
    """The life of the domain in its process."""

    def __init__(
        self,
        *,
        monitor: Monitor,
        work: Mapping[str, Callable[[], Coroutine[Any, Any, None]]],
        tasks: Tasks,
        settled: asyncio.Event,
        log: BoundLogger,
        config_deadline: float = CONFIG_DEADLINE,
    ) -> None:
        """Build it; work has the eternal tasks by name, settled is set once the config holds, or that there is none."""
        self._monitor = monitor
        self._work = work
        self._tasks = tasks
        self._settled = settled
        self._log = log
        self._config_deadline = config_deadline

    async def start(self) -> None:
        """Start, and return when the network is as wanted as it can be at once.

        Nothing that may never come is waited for, or the boot would hang: a link that is missing leaves the component
        ready and its health not serving, until the link is there.
        """
        self._monitor.start(asyncio.get_running_loop())
        for name, work in self._work.items():
            self._tasks.spawn(name, work())
        if not await happened(self._settled, self._config_deadline):
            self._log.warning("init has not told the machine config; ready without it", seconds=self._config_deadline)

    async def stop(self) -> None:
        """Stop listening. The network stays as it is: this process may be restarted, the node goes on."""
        self._monitor.stop(asyncio.get_running_loop())
