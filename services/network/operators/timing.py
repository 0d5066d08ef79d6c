"""How long a client waits, and the bounds of what a server may say about time. Seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from random import Random

# Upstream renews no sooner. A server that gives a second would otherwise be asked without a pause.
SHORTEST_RENEWAL = 5.0
# Twice the shortest renewal: there has to be time to renew before the end.
SHORTEST_LEASE = 10.0
# "For ever" (0xffffffff) counts as a year too: asking again after half of it costs nothing, and no time is special.
LONGEST_LEASE = 365 * 86400.0
# RFC 2131 4.4.5: a client that gets no answer while it renews asks again after half of the time that is left, but not
# sooner than after this.
SHORTEST_PATIENCE = 60.0


class Times(NamedTuple):
    """When to renew, when to ask any server, and when to stop using what was given."""

    renew_at: float
    rebind_at: float
    expires_at: float


def lease_times(asked_at: float, lease: float, renewal: float, rebinding: float, *, rebind_part: float) -> Times:
    """Bound what a server says; renewal and rebinding 0 are not said, as are those that are out of order.

    rebind_part: the part of the lease after which any server is asked if the server says nothing.
    """
    lease = min(max(lease, SHORTEST_LEASE), LONGEST_LEASE)
    rebinding = rebinding if 0 < rebinding < lease else lease * rebind_part
    renewal = renewal if 0 < renewal < rebinding else min(lease / 2, rebinding)
    renewal = max(renewal, SHORTEST_RENEWAL)
    return Times(asked_at + renewal, asked_at + max(rebinding, renewal), asked_at + lease)


def patience(now: float, until: float) -> float:
    """Return when to ask again for a lease that is held until a time."""
    return min(until, now + max(SHORTEST_PATIENCE, (until - now) / 2))


def doubled(attempt: int, random: Random, *, first: float = 4.0, limit: float = 64.0) -> float:
    """Return the pause after a try, counted from 0: RFC 2131 4.1, doubled up to a limit, give or take a second."""
    return min(limit, first * 2.0 ** min(attempt, 16)) + random.uniform(-1, 1)


def grown(before: float, random: Random, *, first: float, limit: float) -> float:
    """Return the pause after one of some length, 0 for the first: RFC 8415 15, about doubled, give or take a tenth."""
    if not before:
        return first * (1 + random.uniform(0, 0.1))
    pause = before * (2 + random.uniform(-0.1, 0.1))
    return pause if pause < limit else limit * (1 + random.uniform(-0.1, 0.1))
