"""Choosing a server, measuring the clock by it, and setting the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from services.network.timesync.discipline import Action, Discipline
from services.network.timesync.packet import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from structlog.stdlib import BoundLogger

    from services.network.timesync.clock import Clock
    from services.network.timesync.limits import Limits
    from services.network.timesync.sample import Sample

# what a server says that is asked too often, and not that it is never to be asked
_TOO_OFTEN = "RATE"


class Measuring(Protocol):
    """Who asks servers."""

    async def measure(self, server: str) -> Sample:
        """Return what one says; raises OSError, RefusalError."""


class Syncer:
    """Keeps a clock by servers of which it stays with one as long as that is good.

    jumped is called after a step that is longer than the limits' epoch.
    """

    def __init__(
        self, *, questioner: Measuring, clock: Clock, limits: Limits, jumped: Callable[[], None], log: BoundLogger
    ) -> None:
        """Build it, without servers."""
        self._questioner = questioner
        self._clock = clock
        self._limits = limits
        self._jumped = jumped
        self._log = log
        self._discipline = Discipline(limits)
        self._servers: tuple[str, ...] = ()
        self._order: tuple[str, ...] = ()
        self._refused: set[str] = set()
        self._failures = 0
        self._complaint = ""
        self._synced = False

    @property
    def synced(self) -> bool:
        """Whether the clock was set by a server; it stays true when servers are gone, as the clock stays right."""
        return self._synced

    @property
    def complaint(self) -> str:
        """What keeps the clock from being set; empty while a server's answers are good."""
        return self._complaint

    def use(self, servers: Sequence[str]) -> bool:
        """Ask these from now on; return whether they are others than before."""
        if tuple(dict.fromkeys(servers)) == self._servers:
            return False
        self._servers = self._order = tuple(dict.fromkeys(servers))
        self._refused.clear()
        self._failures = 0
        return True

    async def poll(self) -> float:
        """Measure, set the clock, and return in how many seconds to do so again."""
        sample = await self._measure()
        if sample is not None and self._apply(sample):
            self._failures, self._complaint = 0, ""
            return self._discipline.poll
        self._failures += 1
        # one that answered, and whose answer waits for others, is asked no more often than that
        return self._limits.retry.pause(self._failures - 1) if sample is None else self._discipline.poll

    async def _measure(self) -> Sample | None:
        """Ask one after the other, beginning with the one that was good last."""
        candidates = [each for each in self._order if each not in self._refused]
        if not candidates:
            self._complain("all servers refuse to be asked" if self._servers else "there are no time servers", "")
        for server in candidates:
            try:
                return await self._questioner.measure(server)
            except RefusalError as error:
                self._refuse(server, error)
            except OSError as error:
                self._complain(str(error) or f"no answer within {self._limits.query_timeout:g} s", server)
            self._rotate(server)
        return None

    def _refuse(self, server: str, error: RefusalError) -> None:
        if error.code == _TOO_OFTEN:
            self._discipline.slow_down()
        else:
            self._refused.add(server)
        self._complain(str(error), server)

    def _apply(self, sample: Sample) -> bool:
        """Do what a sample asks for; return whether the server was of use."""
        verdict = self._discipline.judge(sample)
        if verdict.action is Action.REFUSE:
            self._rotate(sample.server)
            self._complain(verdict.reason, sample.server)
            return False
        try:
            self._set(sample, verdict.action)
        except OSError as error:
            self._complain(f"the clock cannot be set: {error}", sample.server)
            return False
        if not self._synced or self._complaint:
            self._log.info("the clock is in sync", server=sample.server, offset=sample.offset, delay=sample.delay)
        self._synced = True
        return True

    def _set(self, sample: Sample, action: Action) -> None:
        error = sample.distance + sample.delay / 2
        if action is Action.STEP:
            self._log.warning("the clock is stepped", server=sample.server, offset=sample.offset)
            self._clock.step(sample.offset, error=error, leap=sample.leap)
            if abs(sample.offset) > self._limits.epoch:
                self._jumped()
        elif action is Action.SLEW:
            self._clock.slew(sample.offset, poll=self._discipline.poll, error=error, leap=sample.leap)

    def _rotate(self, server: str) -> None:
        """Ask the others first next time."""
        self._order = (*(each for each in self._order if each != server), server)

    def _complain(self, complaint: str, server: str) -> None:
        text = f"{server}: {complaint}" if server else complaint
        # once for each state, not once for each try
        if text != self._complaint:
            self._log.warning("the clock is not measured", server=server, error=complaint)
        self._complaint = text
