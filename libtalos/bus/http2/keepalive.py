"""Connections of which nothing is heard: those that never say what they are, and those whose peer stands still."""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

from libtalos.bus.http2.frames import PING, ErrorCode, frame
from libtalos.bus.settings import BusSettings

_QUESTION = b"libtalos"


class Watched(Protocol):
    """A connection as its keepalive sees it. heard is when the last byte came, on the loop's clock."""

    loop: asyncio.AbstractEventLoop
    streams: dict[int, Any]
    heard: float
    out: list[bytes | memoryview]

    def kick(self) -> None:
        """Send what is in `out`."""
        ...

    def fail(self, code: ErrorCode, text: str) -> None:
        """End the connection for what the peer did."""
        ...

    def abandon(self, reason: str) -> None:
        """End the connection to a peer that is not there any more."""
        ...


class Keepalive:
    """Asks for a sign of life when there are calls and nothing was heard for an interval."""

    def __init__(self, connection: Watched, settings: BusSettings) -> None:
        self._connection = connection
        self._interval = settings.keepalive_interval
        self._timeout = settings.keepalive_timeout
        self._handshake = settings.handshake_timeout
        self._timer: asyncio.TimerHandle | None = None

    def start_handshake(self) -> None:
        """Wait for the peer's settings."""
        if self._handshake is not None:
            self._timer = self._connection.loop.call_later(self._handshake, self._never_began)

    def start(self) -> None:
        """The connection is made."""
        self.stop()
        if self._interval is not None:
            self._later(self._connection.loop.time() + self._interval)

    def stop(self) -> None:
        """The connection is over."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _later(self, when: float) -> None:
        self._timer = self._connection.loop.call_at(when, self._look)

    def _look(self) -> None:
        connection, interval = self._connection, self._interval or 0.0
        now = connection.loop.time()
        due = connection.heard + interval
        if not connection.streams or now < due:
            self._later(max(due, now + interval) if not connection.streams else due)
            return
        connection.out.append(frame(PING, 0, 0, _QUESTION))
        connection.kick()
        self._timer = connection.loop.call_later(self._timeout, self._answered, connection.heard)

    def _answered(self, heard: float) -> None:
        if self._connection.heard > heard:
            self._later(self._connection.heard + (self._interval or 0.0))
        else:
            # it does not read either: there is no use in a polite end
            silent = self._connection.loop.time() - heard
            self._connection.abandon(f"nothing was heard of the other side for {silent:.0f} s")

    def _never_began(self) -> None:
        text = f"the connection did not begin with SETTINGS within {self._handshake:g} s"
        self._connection.fail(ErrorCode.SETTINGS_TIMEOUT, text)
