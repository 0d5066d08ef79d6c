"""The clock's state as published resources, with upstream's keys and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libtalos.resources.definitions.time import AdjtimeStatus, TimeStatus

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

    from libtalos.resources.spec import ResourceSpec
    from services.network.resources import Store
    from services.network.timesync.clock import Clock
    from services.network.timesync.timesync import Status

PUBLISHES: tuple[type[ResourceSpec], ...] = (TimeStatus, AdjtimeStatus)
NODE = "node"


class TimePublisher:
    """Publishes how the clock is."""

    def __init__(self, *, store: Store, clock: Clock, log: BoundLogger) -> None:
        """Publish in a store."""
        self._store = store
        self._clock = clock
        self._log = log
        self._reason = ""

    def status(self, status: Status) -> None:
        """Say whether the clock is in sync, and in the log why it is not, or need not be."""
        spec = TimeStatus(synced=status.synced, epoch=status.epoch, sync_disabled=status.disabled)
        self._store.replace(TimeStatus, {NODE: spec})
        if status.disabled and status.reason != self._reason:
            self._log.info("the clock is not set by this node", reason=status.reason)
        self._reason = status.reason

    def adjustment(self) -> None:
        """Say how the kernel keeps the clock."""
        try:
            seen = self._clock.read()
        except OSError as error:
            self._log.warning("the clock's state cannot be read", error=str(error))
            return
        spec = AdjtimeStatus(
            offset=duration(seen.offset),
            frequency_adjustment_ratio=seen.frequency_ratio,
            max_error=duration(seen.max_error),
            est_error=duration(seen.est_error),
            status=" | ".join(seen.status),
            constant=seen.constant,
            sync_status=seen.synchronized,
            state=seen.state,
        )
        self._store.replace(AdjtimeStatus, {NODE: spec})


def duration(nanoseconds: int) -> str:
    """Return a span of time as Go writes it."""
    from libtalos.config.written import Duration  # noqa: PLC0415 - when there is something to publish, not before

    return str(Duration(nanoseconds))
