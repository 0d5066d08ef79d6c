"""The server side of the bus: one listening socket, generated service bases behind it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import ssl as ssl_module
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import structlog

from libtalos.bus.access import Access, OpenAccess
from libtalos.bus.connections import Make
from libtalos.bus.dispatch import Director, Dispatcher, Served
from libtalos.bus.listener import Listener
from libtalos.bus.settings import BACKLOG, BusSettings
from libtalos.stubs import Cardinality, Method

# root and its group: who may write here owns the node
SOCKET_MODE = 0o660
# turns of the event loop to read a request, begin its call, refuse it, and write the answer
LAST_TURNS = 4


class Service(Protocol):
    """A generated service base."""

    def __mapping__(self) -> dict[str, Method]:
        """The methods by path."""
        ...


class Server:
    """Serves handlers on one socket until it is drained."""

    def __init__(
        self,
        handlers: Sequence[Service],
        *,
        access: Access | None = None,
        settings: BusSettings | None = None,
        log: structlog.stdlib.BoundLogger | None = None,
        director: Director | None = None,
    ) -> None:
        """With a director, it chooses what serves a call; handlers are what the others are served by.

        Raises ValueError for a director with grpclib, which has nothing like it.
        """
        self._director = director
        self._settings = settings or BusSettings()
        self._log = log or structlog.stdlib.get_logger()
        self._dispatcher = Dispatcher(access=access or OpenAccess(), settings=self._settings, log=self._log)
        self._served = {
            path: serve(path, method, self._settings)
            for service in handlers
            for path, method in service.__mapping__().items()
        }
        self._listener: Listener | None = None

    @property
    def services(self) -> tuple[str, ...]:
        """Full names of the services served, sorted."""
        return tuple(sorted({path[1:].partition("/")[0] for path in self._served}))

    async def start(self, sock: socket.socket, *, tls: ssl_module.SSLContext | None = None) -> None:
        """Serve on a bound and listening socket; the socket belongs to the server from here on."""
        sock.setblocking(False)
        self._listener = Listener(sock=sock, make=self._transport(), log=self._log, tls=tls, settings=self._settings)
        self._listener.start()

    async def drain(self, within: float | None = None) -> None:
        """Stop accepting, let calls finish for at most `within` seconds, close every connection.

        The default for `within` is the settings' drain_timeout; calls that it ends have the settings' end_timeout to
        end. Callers that are not accepted yet queue in the socket's backlog if somebody else, such as init, keeps it
        open; calls on accepted connections that are not begun yet are refused, so that their callers try again.
        """
        if self._listener is None:
            return
        listener, self._listener = self._listener, None
        await listener.stop()
        await self._dispatcher.drain(self._settings.drain_timeout if within is None else within)
        # what has arrived meanwhile is read in the first turn of the loop, and refused in the next ones
        for _ in range(LAST_TURNS):
            await asyncio.sleep(0)
        await listener.close()

    def _transport(self) -> Make:
        if self._settings.transport == "grpclib":
            if self._director is not None:
                raise ValueError("a director needs the transport http2")
            from libtalos.bus.grpclib.server import GrpclibServer  # noqa: PLC0415 - only where it is chosen

            return GrpclibServer(self._served, dispatcher=self._dispatcher, settings=self._settings).make
        from libtalos.bus.http2.server import Http2Server  # noqa: PLC0415 - only where it is chosen

        return Http2Server(
            self._served,
            dispatcher=self._dispatcher,
            settings=self._settings,
            log=self._log,
            director=self._director,
        ).make


def serve(path: str, method: Method, settings: BusSettings) -> Served:
    """A method of a generated service base as a transport serves it."""
    unary = method.cardinality is Cardinality.UNARY_UNARY
    return Served(path, *method, timeout=settings.call_deadline if unary else settings.stream_deadline)


def listen(path: Path, *, backlog: int = BACKLOG) -> socket.socket:
    """Bind and listen at path (mode 0660), in place of a stale socket. Raises OSError with the path."""
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    before = os.umask(0o777 & ~SOCKET_MODE)
    try:
        sock.bind(str(path))
    except OSError as error:
        sock.close()
        raise OSError(error.errno, f"cannot bind {path}: {error.strerror}") from error
    finally:
        os.umask(before)
    sock.listen(backlog)
    return sock
