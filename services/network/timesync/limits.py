"""The numbers of time synchronization, each with its reason. Times are in seconds."""

from __future__ import annotations

import datetime as dt

import msgspec

from libtalos.resources.backoff import BackoffPolicy


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the synchronization goes by.

    min_poll, max_poll: how often a server is asked, upstream's bounds. accuracy: how far off the clock may be, by
    which the pace is chosen (upstream's).
    step: an offset above is stepped at once, one below is slewed (upstream's; the kernel's loop takes 0.5 s at most).
    epoch: a step above begins a new epoch, so that who compares times can tell (upstream's).
    query_timeout: how long a server may take: light needs 0.3 s around the world, so that a later answer is useless.
    max_distance: how far a server itself may be off (RFC 5905, MAXDIST with some room).
    panic, confirmations: once the clock was right, a step above 1000 s (ntpd's panic threshold) is taken only if so
    many answers in a row, at most agreement apart, ask for it: one broken or hostile answer does not move the clock.
    not_before, not_after: no server's time outside of these is believed: nothing is earlier than this program, and
    certificates and file systems have limits of their own after that (a time in seconds since 1970).
    patience: how long the boot waits without a word in the log.
    """

    min_poll: float = 32.0
    max_poll: float = 2048.0
    accuracy: float = 0.2
    step: float = 0.4
    epoch: float = 900.0
    query_timeout: float = 3.0
    max_distance: float = 1.5
    panic: float = 1000.0
    confirmations: int = 3
    agreement: float = 1.0
    not_before: float = dt.datetime(2025, 1, 1, tzinfo=dt.UTC).timestamp()
    not_after: float = dt.datetime(2075, 1, 1, tzinfo=dt.UTC).timestamp()
    patience: float = 60.0
    # while no server answers: at once again at the boot, and then no more often than one that answers is asked
    retry: BackoffPolicy = BackoffPolicy(first=1.0, limit=32.0)
