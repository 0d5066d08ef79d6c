"""The receiving side of sd_notify(3): who says READY=1 on a datagram socket."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from pathlib import Path

_CREDENTIALS = struct.Struct("3i")  # struct ucred: pid, uid, gid
_MESSAGE_SIZE = 4096


class NotifySocket:
    """A NOTIFY_SOCKET at a path; tells the sender's pid (in our pid namespace) when it is ready."""

    def __init__(self, path: Path) -> None:
        """Take the path; nothing is bound yet."""
        self.path = path
        self._socket: socket.socket | None = None
        self._ready: asyncio.Future[int] | None = None

    def open(self) -> None:
        """Bind the socket and listen in the running event loop. Raises OSError."""
        self.path.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self._socket.bind(str(self.path))
        self.reset()
        asyncio.get_running_loop().add_reader(self._socket.fileno(), self.look)

    def reset(self) -> None:
        """Wait for readiness anew."""
        self._ready = asyncio.get_running_loop().create_future()

    async def ready(self) -> int:
        """Wait for READY=1 and return the sender's pid."""
        if self._ready is None:
            raise RuntimeError("the notify socket is not open")
        return await asyncio.shield(self._ready)

    def look(self) -> int | None:
        """Take what has come, of which the event loop need not have told yet; return the pid of who is ready."""
        if self._socket is None or self._ready is None:
            return None
        with contextlib.suppress(BlockingIOError):
            while True:
                self._take(self._socket, self._ready)
        return self._ready.result() if self._ready.done() else None

    def close(self) -> None:
        """Give the socket back; harmless when it is not open."""
        if self._socket is not None:
            asyncio.get_running_loop().remove_reader(self._socket.fileno())
            self._socket.close()
            self._socket = None
            self.path.unlink(missing_ok=True)

    def _take(self, socket_: socket.socket, ready: asyncio.Future[int]) -> None:
        message, ancillary, _flags, _address = socket_.recvmsg(_MESSAGE_SIZE, socket.CMSG_SPACE(_CREDENTIALS.size))
        if b"READY=1" in message.splitlines() and not ready.done():
            ready.set_result(_sender(ancillary))


def _sender(ancillary: list[tuple[int, int, bytes]]) -> int:
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
            pid: int = _CREDENTIALS.unpack(data[: _CREDENTIALS.size])[0]
            return pid
    return 0
