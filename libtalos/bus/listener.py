"""Accepting connections: each one is known from the moment it is taken from the socket, until it is closed."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl as ssl_module
from collections import Counter
from functools import partial

import structlog

from libtalos.bus.connections import Connection, Make
from libtalos.bus.settings import BusSettings

# so many connections are taken before the loop turns to something else
AT_ONCE = 64
# seconds without accepting when descriptors or memory have run out (asyncio's ACCEPT_RETRY_DELAY)
PAUSE = 1.0
# seconds for a peer to take what was written to it before its connection was closed
FLUSH_TIMEOUT = 0.5


class Listener:
    """Takes connections from a listening socket that others may keep open: what it has not taken is theirs."""

    def __init__(
        self,
        *,
        sock: socket.socket,
        make: Make,
        log: structlog.stdlib.BoundLogger,
        tls: ssl_module.SSLContext | None = None,
        settings: BusSettings | None = None,
    ) -> None:
        settings = settings or BusSettings()
        self._most = settings.max_connections_per_address
        # asyncio takes no handshake for granted: None is its minute
        self._handshake = None if tls is None else settings.handshake_timeout
        self._from: Counter[str] = Counter()
        self._sock = sock
        self._make = make
        self._tls = tls
        self._log = log
        self._loop = asyncio.get_running_loop()
        self._connecting: set[asyncio.Task[None]] = set()
        self._open: set[Connection] = set()
        self._empty = asyncio.Event()
        self._later: asyncio.TimerHandle | None = None

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return len(self._open)

    def start(self) -> None:
        """Begin to accept."""
        self._later = None
        self._loop.add_reader(self._sock, self._accept)

    async def stop(self) -> None:
        """Accept no more; return when every connection that was accepted can be served."""
        if self._later is not None:
            self._later.cancel()
        self._loop.remove_reader(self._sock)
        self._sock.close()
        if self._connecting:
            # that takes a turn of the loop or two, but for a TLS peer that does not go on
            _, late = await asyncio.wait(self._connecting, timeout=FLUSH_TIMEOUT)
            for task in late:
                task.cancel()
        for connection in list(self._open):
            connection.go_away()

    async def close(self) -> None:
        """Close every connection; a peer that does not read its last messages is cut off."""
        for connection in self._open:
            connection.transport.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(FLUSH_TIMEOUT):
                while self._open:
                    self._empty.clear()
                    await self._empty.wait()
        for connection in self._open:
            connection.transport.abort()

    def _accept(self) -> None:
        for _ in range(AT_ONCE):
            try:
                taken, address = self._sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                self._log.error("cannot accept connections", error=error.strerror, again_in=PAUSE)
                self._loop.remove_reader(self._sock)
                self._later = self._loop.call_later(PAUSE, self.start)
                return
            taken.setblocking(False)
            # a unix socket's peer has no address; which process it is, the connection finds out
            place = str(address[0]) if isinstance(address, tuple) else ""
            if place and self._most is not None and self._from[place] >= self._most:
                self._log.warning("too many connections from one address", address=place, most=self._most)
                taken.close()
                continue
            task = self._loop.create_task(self._connect(taken, place), name="accepted connection")
            self._connecting.add(task)
            task.add_done_callback(self._connecting.discard)

    async def _connect(self, taken: socket.socket, place: str) -> None:
        connection = self._make(partial(self._forget, place))
        self._open.add(connection)
        self._from[place] += 1
        try:
            await self._loop.connect_accepted_socket(
                lambda: connection.protocol, taken, ssl=self._tls, ssl_handshake_timeout=self._handshake
            )
        except BaseException as error:
            taken.close()
            self._forget(place, connection)
            if not isinstance(error, OSError):
                raise
            self._log.info("a connection was lost before it was made", error=str(error))

    def _forget(self, place: str, connection: Connection) -> None:
        if connection in self._open:
            self._open.discard(connection)
            self._from[place] -= 1
            if not self._from[place]:
                del self._from[place]
        if not self._open:
            self._empty.set()
