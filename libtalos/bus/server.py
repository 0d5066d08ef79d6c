"""The server side of the bus: one listening socket, generated service bases behind it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import grpclib.server
import structlog
from grpclib.const import Handler
from grpclib.protocol import H2Protocol

from libtalos.bus.access import Access, OpenAccess
from libtalos.bus.codec import BusCodec
from libtalos.bus.dispatch import Dispatcher
from libtalos.bus.settings import BusSettings

# root and its group: who may write here owns the node
SOCKET_MODE = 0o660


class Service(Protocol):
    """A generated service base."""

    def __mapping__(self) -> dict[str, Handler]:
        """Handlers by method path."""
        ...


class _Mapped:
    """Handlers that are wrapped already, in the shape that grpclib wants."""

    def __init__(self, mapping: Mapping[str, Handler]) -> None:
        self._mapping = dict(mapping)

    def __mapping__(self) -> dict[str, Handler]:
        return self._mapping


class _Listener(grpclib.server.Server):
    """grpclib's server, with its connections within reach so that they can really be closed."""

    def __init__(self, handlers: Sequence[Any], **options: Any) -> None:
        super().__init__(handlers, **options)
        self.protocols: list[H2Protocol] = []

    def _protocol_factory(self) -> H2Protocol:
        protocol = super()._protocol_factory()
        self.protocols = [known for known in self.protocols if not is_closed(known)]
        self.protocols.append(protocol)
        return protocol


def is_closed(protocol: H2Protocol) -> bool:
    """Whether a protocol's connection is gone (a protocol that is not connected yet is not)."""
    return bool(getattr(protocol.handler, "closing", False))


class Server:
    """Serves handlers on one socket until it is drained."""

    def __init__(
        self,
        handlers: Sequence[Service],
        *,
        access: Access | None = None,
        settings: BusSettings | None = None,
        log: structlog.stdlib.BoundLogger | None = None,
    ) -> None:
        self._settings = settings or BusSettings()
        self._dispatcher = Dispatcher(
            access=access or OpenAccess(), settings=self._settings, log=log or structlog.stdlib.get_logger()
        )
        self._handlers = {
            path: self._dispatcher.wrap(path, handler)
            for service in handlers
            for path, handler in service.__mapping__().items()
        }
        self._listener: _Listener | None = None

    @property
    def services(self) -> tuple[str, ...]:
        """Full names of the services served, sorted."""
        return tuple(sorted({path[1:].partition("/")[0] for path in self._handlers}))

    async def start(self, sock: socket.socket) -> None:
        """Serve on a bound and listening socket; the socket belongs to the server from here on."""
        codec = BusCodec(self._settings.max_message_size)
        self._listener = _Listener([_Mapped(self._handlers)], codec=codec)
        sock.setblocking(False)
        await self._listener.start(sock=sock, backlog=self._settings.backlog)

    async def drain(self, within: float | None = None) -> None:
        """Stop accepting, let calls finish for at most `within` seconds, close every connection.

        The default for `within` is the settings' drain_timeout. New callers queue in the
        socket's backlog if somebody else, such as init, keeps it open.
        """
        if self._listener is None:
            return
        listener, self._listener = self._listener, None
        listener._server.close()  # type: ignore[union-attr]  # noqa: SLF001 - Server.close() would cancel the calls
        await self._dispatcher.drain(self._settings.drain_timeout if within is None else within)
        # one turn of the loop, for the answers of the calls that have just ended to be written
        await asyncio.sleep(0)
        for protocol in listener.protocols:
            with contextlib.suppress(AttributeError):  # a connection that was never made
                protocol.connection.close()


def listen(path: Path, *, backlog: int = 512) -> socket.socket:
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
