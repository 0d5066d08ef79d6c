"""Health checks: when they run and what their answers mean."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Check = Callable[[], Awaitable[None]]
Sleep = Callable[[float], Awaitable[None]]
Clock = Callable[[], float]


@dataclass(frozen=True, kw_only=True)
class HealthCheck:
    """A check and its times in seconds; the defaults are upstream's (health.DefaultSettings).

    `check` raises if the service is unhealthy; the text becomes the health message. Unlike upstream, the first
    `initial_delay` is not slept through: it is a phase of quick checks, one each `warmup_period`, whose failures are
    not told (the health stays unknown) and whose first success ends it. So a service is never called healthy later
    than upstream would, and mostly a second earlier.
    """

    check: Check
    initial_delay: float = 1.0
    period: float = 5.0
    timeout: float = 0.5
    warmup_period: float = 0.02

    def __post_init__(self) -> None:
        """Refuse times that would never check or never rest. Raises ValueError."""
        if self.initial_delay < 0 or min(self.period, self.timeout, self.warmup_period) <= 0:
            raise ValueError(f"health check: initial_delay must be >= 0, all other times more than 0 s: {self}")

    async def probe(self) -> str:
        """Check once; returns what is wrong, "" if nothing is."""
        try:
            async with asyncio.timeout(self.timeout):
                await self.check()
        except TimeoutError as error:
            return str(error) or f"no answer within {self.timeout:g} s"
        except Exception as error:
            # whatever a check raises is the service's health, not our fault
            return str(error) or type(error).__name__
        return ""

    async def watch(self, report: Callable[[str], None], *, sleep: Sleep, clock: Clock) -> None:
        """Check forever and report each answer (see probe). Ends by cancellation only."""
        warm_until = clock() + self.initial_delay
        while (problem := await self.probe()) and clock() + self.warmup_period < warm_until:
            await sleep(self.warmup_period)
        while True:
            report(problem)
            await sleep(self.period)
            problem = await self.probe()
