"""When is a service that has ended started again? A pure function from what happened to what to do."""

import enum
from dataclasses import dataclass, replace
from typing import NamedTuple


class RestartMode(enum.Enum):
    """Upstream's three kinds of restart."""

    FOREVER = "forever"
    ONCE = "once"
    UNTIL_SUCCESS = "until_success"


@dataclass(frozen=True, kw_only=True)
class RestartPolicy:
    """How to restart. Times are in seconds.

    The first restart after a healthy period is immediate. Each further failure in a row waits `factor` times longer,
    from `initial` up to `maximum`, each delay spread by `jitter` (0.2: up to 20 % more or less) so that services that
    fail together do not come back together. A run of at least `healthy_after` forgets the failures before it.
    `limit` failures in a row are the end (None: never); upstream retries forever every 5 s.
    """

    mode: RestartMode = RestartMode.FOREVER
    initial: float = 0.1
    factor: float = 2.0
    maximum: float = 30.0
    jitter: float = 0.2
    healthy_after: float = 10.0
    limit: int | None = None

    def __post_init__(self) -> None:
        """Refuse numbers that make no policy. Raises ValueError."""
        if not (0 <= self.initial <= self.maximum and self.factor >= 1 and 0 <= self.jitter < 1):
            raise ValueError(f"restart policy: needs 0 <= initial <= maximum, factor >= 1, 0 <= jitter < 1: {self}")
        if self.healthy_after < 0 or (self.limit is not None and self.limit < 1):
            raise ValueError(f"restart policy: needs healthy_after >= 0 and limit >= 1 (or None): {self}")

    @classmethod
    def forever(cls) -> "RestartPolicy":
        """Start it again whatever happened."""
        return cls(mode=RestartMode.FOREVER)

    @classmethod
    def once(cls) -> "RestartPolicy":
        """Run it one time."""
        return cls(mode=RestartMode.ONCE)

    @classmethod
    def until_success(cls) -> "RestartPolicy":
        """Start it again until it ends with exit code 0."""
        return cls(mode=RestartMode.UNTIL_SUCCESS)

    def limited(self, failures: int) -> "RestartPolicy":
        """The same policy, giving up after that many failures in a row."""
        return replace(self, limit=failures)


class RestartState(NamedTuple):
    """What the policy remembers between two runs: how many failures came in a row."""

    failures: int = 0


class Again(NamedTuple):
    """Start it again after `delay` seconds."""

    delay: float
    state: RestartState


class Done(NamedTuple):
    """It has ended as it should."""


class GiveUp(NamedTuple):
    """It has failed for good."""

    failures: int


Decision = Again | Done | GiveUp


def decide(policy: RestartPolicy, state: RestartState, *, success: bool, uptime: float, random: float) -> Decision:
    """What follows a run that lasted `uptime` seconds. `random` is in [0, 1), drawn by the caller."""
    if policy.mode is RestartMode.ONCE:
        return Done() if success else GiveUp(1)
    if policy.mode is RestartMode.UNTIL_SUCCESS and success:
        return Done()
    before = 0 if uptime >= policy.healthy_after else state.failures
    failures = before + 1
    if policy.limit is not None and failures >= policy.limit:
        return GiveUp(failures)
    return Again(_delay(policy, before, random), RestartState(failures))


def _delay(policy: RestartPolicy, failures: int, random: float) -> float:
    """Nothing for the first failure in a row, then exponential. The exponent is bounded: floats overflow."""
    if failures == 0:
        return 0.0
    base = min(policy.maximum, policy.initial * policy.factor ** min(failures - 1, 100))
    return base * (1 + policy.jitter * (2 * random - 1))
