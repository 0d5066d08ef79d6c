"""The receiving side of sd_notify(3): services tell on a datagram socket that they are ready."""

import array
import asyncio
import contextlib
import os
import socket
import struct
from collections.abc import Callable
from pathlib import Path

_MAX = 4096
_CREDENTIALS = struct.Struct("iII")
_MAX_FDS = 16
Receiver = Callable[[int, dict[str, str]], bool]


class NotifySocket:
    """One socket for all services. The kernel tells who sent a message (SCM_CREDENTIALS), so none can pose as another.

    `receive` gets the sender's pid and the fields, and answers whether the sender is known; `problem` gets a text for
    each message that nobody takes. Descriptors in a message are closed, which is what BARRIER=1 waits for.
    """

    def __init__(self, path: Path, *, receive: Receiver, problem: Callable[[str], None] = lambda _: None) -> None:
        self.path = path
        self._receive = receive
        self._problem = problem
        self._socket: socket.socket | None = None

    def open(self) -> None:
        """Bind and listen; a socket file left by a predecessor is replaced. Raises OSError."""
        self.path.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self._socket.bind(str(self.path))
        self.path.chmod(0o666)  # services may run as any user; the credentials tell them apart
        asyncio.get_running_loop().add_reader(self._socket.fileno(), self._read)

    def close(self) -> None:
        """Stop listening and remove the socket file."""
        if self._socket is not None:
            asyncio.get_running_loop().remove_reader(self._socket.fileno())
            self._socket.close()
            self._socket = None
            self.path.unlink(missing_ok=True)

    def _read(self) -> None:
        space = socket.CMSG_SPACE(_CREDENTIALS.size) + socket.CMSG_SPACE(_MAX_FDS * array.array("i").itemsize)
        with contextlib.suppress(BlockingIOError):
            while self._socket is not None:
                data, ancillary, flags, _ = self._socket.recvmsg(_MAX, space, socket.MSG_CMSG_CLOEXEC)
                self._take(data, _sender(ancillary), truncated=bool(flags & socket.MSG_TRUNC))

    def _take(self, data: bytes, pid: int, *, truncated: bool) -> None:
        if truncated:
            self._problem(f"a readiness message of process {pid} is longer than {_MAX} bytes and was dropped")
        elif not self._receive(pid, parse(data)):
            self._problem(f"a readiness message came from process {pid}, which belongs to no service; dropped")


def parse(data: bytes) -> dict[str, str]:
    """Split a message into its fields; what is not NAME=value is left out, as sd_notify(3) allows."""
    fields: dict[str, str] = {}
    for line in data.decode("utf-8", "replace").splitlines():
        name, found, value = line.partition("=")
        if found:
            fields[name] = value
    return fields


def _sender(ancillary: list[tuple[int, int, bytes]]) -> int:
    """The sender's pid; closes descriptors that came along."""
    pid = 0
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
            pid = _CREDENTIALS.unpack(data[: _CREDENTIALS.size])[0]
        elif level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            fds = array.array("i")
            fds.frombytes(data[: len(data) - len(data) % fds.itemsize])
            for fd in fds:
                os.close(fd)
    return pid
