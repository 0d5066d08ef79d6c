"""Accepting connections: each one is known from the moment it is taken from the socket, until it is closed."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl as ssl_module

import structlog

from libtalos.bus.connections import Connection, Make

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
    ) -> None:
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
                taken, _address = self._sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                self._log.error("cannot accept connections", error=error.strerror, again_in=PAUSE)
                self._loop.remove_reader(self._sock)
                self._later = self._loop.call_later(PAUSE, self.start)
                return
            taken.setblocking(False)
            task = self._loop.create_task(self._connect(taken), name="accepted connection")
            self._connecting.add(task)
            task.add_done_callback(self._connecting.discard)

    async def _connect(self, taken: socket.socket) -> None:
        connection = self._make(self._forget)
        self._open.add(connection)
        try:
            await self._loop.connect_accepted_socket(lambda: connection.protocol, taken, ssl=self._tls)
        except BaseException as error:
            taken.close()
            self._forget(connection)
            if not isinstance(error, OSError):
                raise
            self._log.info("a connection was lost before it was made", error=str(error))

    def _forget(self, connection: Connection) -> None:
        self._open.discard(connection)
        if not self._open:
            self._empty.set()
