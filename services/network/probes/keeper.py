"""All probes: each wanted one has a task, and one that is no longer wanted has none."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Mapping

    from structlog.stdlib import BoundLogger

    from services.network.probes.prober import Outcome
    from services.network.probes.settings import Probe


class Tasks(Protocol):
    """Eternal tasks."""

    def spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Start one."""

    async def stop(self, name: str) -> None:
        """Cancel one, and wait until it is gone."""


class Publisher(Protocol):
    """Who shows probes."""

    def wanted(self, probes: Iterable[Probe]) -> None:
        """Show those that are wanted."""

    def outcomes(self, outcomes: Mapping[str, Outcome]) -> None:
        """Show what came of them, by id."""


class Probes:
    """Runs the probes that are wanted, and knows whether all succeed."""

    def __init__(
        self,
        *,
        tasks: Tasks,
        work: Callable[[Probe, Callable[[Outcome], None]], Coroutine[Any, Any, None]],
        publisher: Publisher,
        changed: Callable[[], None],
        log: BoundLogger,
    ) -> None:
        """Build it; work makes the eternal work of a probe, changed is called when connected has changed."""
        self._tasks = tasks
        self._work = work
        self._publisher = publisher
        self._changed = changed
        self._log = log
        self._wanted: dict[str, Probe] = {}
        self._running: dict[str, Probe] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._connected: bool | None = None
        self._news = asyncio.Event()

    @property
    def connected(self) -> bool | None:
        """Whether all probes succeed; None if there are none. One that has not said yet does not."""
        if not self._wanted:
            return None
        return all(name in self._outcomes and self._outcomes[name].success for name in self._wanted)

    def want(self, probes: Iterable[Probe]) -> None:
        """Take what is wanted; run does the rest.

        What came of a probe that is no longer wanted as it was is forgotten.
        """
        wanted = {each.id: each for each in probes}
        if wanted == self._wanted:
            return
        kept = {name for name, probe in wanted.items() if self._wanted.get(name) == probe}
        self._wanted = wanted
        self._outcomes = {name: outcome for name, outcome in self._outcomes.items() if name in kept}
        self._publisher.wanted(wanted.values())
        self._tell()
        self._news.set()

    async def run(self) -> None:
        """Start and stop probes for ever."""
        while True:
            await self._news.wait()
            self._news.clear()
            wanted = dict(self._wanted)
            for name in [name for name, probe in self._running.items() if wanted.get(name) != probe]:
                del self._running[name]
                await self._tasks.stop(_task(name))
            for name, probe in wanted.items():
                if name not in self._running:
                    self._running[name] = probe
                    self._tasks.spawn(_task(name), self._work(probe, self._hear(probe)))

    def _hear(self, probe: Probe) -> Callable[[Outcome], None]:
        def hear(outcome: Outcome) -> None:
            # its task may go on for a moment after it is no longer wanted
            if self._wanted.get(probe.id) == probe:
                self._take(probe.id, outcome)

        return hear

    def _take(self, name: str, outcome: Outcome) -> None:
        old = self._outcomes.get(name)
        if outcome == old:
            return
        self._outcomes[name] = outcome
        if not outcome.success:
            self._log.warning("a probe fails", probe=name, error=outcome.error)
        elif old is not None:
            self._log.info("a probe succeeds again", probe=name)
        self._tell()

    def _tell(self) -> None:
        self._publisher.outcomes(self._outcomes)
        if self.connected != self._connected:
            self._connected = self.connected
            self._changed()


def _task(name: str) -> str:
    return f"probe {name}"
