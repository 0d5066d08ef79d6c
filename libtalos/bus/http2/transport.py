"""The bus's own transport on the client's side: the connection that is there, or a new one."""

from __future__ import annotations

import asyncio
import errno
import ssl as ssl_module
from collections.abc import Awaitable
from typing import Any

from libtalos.bus.address import Address, UnixAddress
from libtalos.bus.errors import NotBegunError
from libtalos.bus.http2.client import ClientConnection
from libtalos.bus.http2.outgoing import StreamingCall
from libtalos.bus.http2.reading import ReadRoom
from libtalos.bus.settings import BusSettings
from libtalos.bus.transport import Outgoing


class Http2Transport:
    """Calls to one address."""

    def __init__(self, address: Address, *, settings: BusSettings, tls: ssl_module.SSLContext | None) -> None:
        self._address = address
        self._settings = settings
        self._tls = tls
        if tls is not None:
            tls.set_alpn_protocols(["h2"])
        # no host stands in the path of a socket; grpc's clients send this name
        self._authority = b"localhost" if isinstance(address, UnixAddress) else str(address).encode()
        self._connection: ClientConnection | None = None
        self._connecting: asyncio.Task[ClientConnection] | None = None
        # all that are not gone: one that the server leaves ends with its last call
        self._all: list[ClientConnection] = []
        self._room = ReadRoom()
        self._closed = False

    async def connect(self) -> None:
        """Connect if there is no connection; many callers share one try. Raises OSError."""
        if self._connection is not None and self._connection.usable:
            return
        if self._closed:
            raise ConnectionAbortedError(errno.ECONNABORTED, "the channel was closed")
        if self._connecting is None:
            self._connecting = asyncio.create_task(self._connect(), name=f"connection to {self._address}")
            self._connecting.add_done_callback(self._connected)
        connecting = self._connecting
        # whoever is cancelled does not take the connection from the others
        await asyncio.wait([connecting])
        if connecting.cancelled():
            raise ConnectionAbortedError(errno.ECONNABORTED, "the channel was closed meanwhile")
        connecting.result()

    def unary(self, call: Outgoing, request: Any) -> Awaitable[Any]:
        """One request, one reply."""
        connection = self._connection
        if connection is None or not connection.usable:
            raise NotBegunError(f"there is no connection to {self._address}")
        return connection.unary(call, request)

    async def open(self, call: Outgoing) -> StreamingCall:
        """Begin a call with streams."""
        connection = self._connection
        if connection is None or not connection.usable:
            raise NotBegunError(f"there is no connection to {self._address}")
        return await connection.open(call)

    def close(self) -> None:
        """Close every connection; none is made any more."""
        self._closed = True
        if self._connecting is not None and not self._connecting.cancel():
            self._connected(self._connecting)
        for connection in self._all:
            connection.close()

    async def wait_closed(self) -> None:
        """Return when all connections are closed."""
        if self._connecting is not None:
            await asyncio.wait([self._connecting])
        for connection in self._all:
            await connection.gone.wait()

    async def _connect(self) -> ClientConnection:
        loop = asyncio.get_running_loop()
        if isinstance(self._address, UnixAddress):
            _, connection = await loop.create_unix_connection(self._make, str(self._address.path))
        else:
            # a peer that does not answer the goodbye of TLS is not waited for
            leave = None if self._tls is None else self._settings.end_timeout
            _, connection = await loop.create_connection(
                self._make, self._address.host, self._address.port, ssl=self._tls, ssl_shutdown_timeout=leave
            )
        return connection

    def _make(self) -> ClientConnection:
        scheme = b"http" if self._tls is None else b"https"
        return ClientConnection(
            address=self._address,
            authority=self._authority,
            scheme=scheme,
            settings=self._settings,
            room=self._room,
        )

    def _connected(self, task: asyncio.Task[ClientConnection]) -> None:
        if self._connecting is task:
            self._connecting = None
            if not task.cancelled() and task.exception() is None:
                self._connection = task.result()
                self._all = [one for one in self._all if not one.gone.is_set()] + [self._connection]
