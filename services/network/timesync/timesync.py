"""Time synchronization as the node sees it: on or off, waiting or in sync, and told in time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import msgspec

from libtalos.component.waiting import happened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from structlog.stdlib import BoundLogger

    from services.network.timesync.sample import Sample
    from services.network.timesync.settings import TimeSettings


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What services that wait for the time look at.

    synced: they need not wait. epoch counts the long steps of the clock. disabled: nobody sets it here. reason: why it
    is not in sync, or is said to be without a server's word.
    """

    synced: bool = False
    epoch: int = 0
    disabled: bool = False
    reason: str = ""


class Syncer(Protocol):
    """Who measures and sets the clock."""

    @property
    def synced(self) -> bool:
        """Whether the clock was set by a server."""

    @property
    def complaint(self) -> str:
        """What keeps the clock from being set."""

    def use(self, servers: Sequence[str]) -> bool:
        """Ask these from now on; return whether they are others than before."""

    async def poll(self) -> float:
        """Measure, set the clock, and return in how many seconds to do so again."""


class Measuring(Protocol):
    """Who asks servers."""

    async def measure(self, server: str) -> Sample:
        """Return what one says; raises OSError, ValueError for what is no name, RefusalError."""


class TimeSync:
    """Runs a syncer while that is wanted, and says how far it is.

    clock is monotonic, in seconds. forbidden: why this node's clock is not its own, empty if it is. patience: seconds
    of waiting after which it is told. changed is called with every new status, polled after every measurement.
    """

    def __init__(
        self,
        *,
        make_syncer: Callable[[Callable[[], None]], Syncer],
        questioner: Measuring,
        clock: Callable[[], float],
        forbidden: str,
        patience: float,
        changed: Callable[[Status], None],
        polled: Callable[[], None],
        log: BoundLogger,
    ) -> None:
        """Build it; make_syncer is called when it is switched on for the first time, with what hears of long steps."""
        self._make_syncer = make_syncer
        self._questioner = questioner
        self._clock = clock
        self._forbidden = forbidden
        self._patience = patience
        self._changed = changed
        self._polled = polled
        self._log = log
        self._settings: TimeSettings | None = None
        self._servers: tuple[str, ...] = ()
        self._news = asyncio.Event()
        self._syncer: Syncer | None = None
        self._began = 0.0
        self._epoch = 0
        self._warned = False
        self._gave_up = False
        self._told: Status | None = None

    def want(self, settings: TimeSettings, servers: Sequence[str]) -> None:
        """Take what is wanted; run does the rest."""
        if (settings, tuple(servers)) != (self._settings, self._servers):
            self._settings, self._servers = settings, tuple(servers)
            self._news.set()

    def status(self) -> Status:
        """Return how far it is."""
        if self._settings is None:
            return Status(reason="the machine config is not known yet", epoch=self._epoch)
        if self._forbidden or not self._settings.enabled:
            reason = self._forbidden or "switched off by the machine config"
            return Status(synced=True, disabled=True, epoch=self._epoch, reason=reason)
        complaint = "" if self._syncer is None else self._syncer.complaint
        if self._syncer is not None and self._syncer.synced:
            return Status(synced=True, epoch=self._epoch, reason=complaint)
        return Status(synced=self._gave_up, epoch=self._epoch, reason=complaint or "no server has answered yet")

    async def measure(self, server: str = "") -> Sample:
        """Ask a server, by default the first of the node's own, and leave the clock alone.

        Raises LookupError if there is none, and what the questioner raises.
        """
        if not server and not self._servers:
            raise LookupError("the node has no time servers yet: name one")
        return await self._questioner.measure(server or self._servers[0])

    async def run(self) -> None:
        """Synchronize for ever."""
        self._began = self._clock()
        due = self._began
        self._tell()
        while True:
            await self._wait(due)
            now = self._clock()
            if self._news.is_set():
                self._news.clear()
                due = now if self._take() else due
            if self._syncer is not None and self._active() and now >= due:
                due = self._clock() + await self._syncer.poll()
                self._polled()
            self._judge(self._clock())
            self._tell()

    def _active(self) -> bool:
        return self._settings is not None and self._settings.enabled and not self._forbidden

    def _take(self) -> bool:
        """Take what is wanted; return whether to measure at once."""
        if not self._active():
            return False
        fresh = self._syncer is None
        self._syncer = self._syncer or self._make_syncer(self._jumped)
        return self._syncer.use(self._servers) or fresh

    def _bounds(self) -> list[float]:
        """Return the moments at which something is to be told while the clock is not in sync."""
        if not self._active() or (self._syncer is not None and self._syncer.synced):
            return []
        timeout = None if self._settings is None else self._settings.boot_timeout
        bounds = [] if self._warned else [self._began + self._patience]
        return [*bounds, *([] if timeout is None or self._gave_up else [self._began + timeout])]

    def _judge(self, now: float) -> None:
        bounds = self._bounds()
        if not bounds or now < min(bounds):
            return
        reason = self.status().reason
        timeout = None if self._settings is None else self._settings.boot_timeout
        if timeout is not None and now >= self._began + timeout:
            self._gave_up = self._warned = True
            self._log.warning("no longer waiting for the clock to be in sync", seconds=timeout, reason=reason)
        elif now >= self._began + self._patience:
            self._warned = True
            self._log.warning("etcd and the kubelet wait for the clock to be in sync", reason=reason)

    def _jumped(self) -> None:
        self._epoch += 1

    def _tell(self) -> None:
        status = self.status()
        if status != self._told:
            self._told = status
            self._changed(status)

    async def _wait(self, due: float) -> None:
        moments = [*([due] if self._syncer is not None and self._active() else []), *self._bounds()]
        await happened(self._news, max(0.0, min(moments) - self._clock()) if moments else None)
