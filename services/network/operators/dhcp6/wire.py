"""The socket of a client of DHCP for IPv6 on one link."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from services.network.operators.lease import Outgoing
    from services.network.state import Link

CLIENT_PORT, SERVER_PORT = 546, 547
# RFC 8415 7.1
_EVERYBODY = "ff02::1:2"
_LONGEST = 4096


class DatagramWire:
    """A UDP socket; the kernel sends from the link's own address, to which servers answer."""

    def __init__(self, link: Link) -> None:
        """Open the socket; raises OSError."""
        kind = socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK
        with ExitStack() as opening:
            self._socket = opening.enter_context(socket.socket(socket.AF_INET6, kind))
            self._socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, link.name.encode())
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(("::", CLIENT_PORT))
            opening.pop_all()
        self._everybody = (_EVERYBODY, SERVER_PORT, 0, link.index)

    def start(self, loop: asyncio.AbstractEventLoop, received: Callable[[bytes], None]) -> None:
        """Hand over every message that comes."""
        loop.add_reader(self._socket.fileno(), self._readable, received)

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Close."""
        loop.remove_reader(self._socket.fileno())
        self._socket.close()

    def send(self, outgoing: Outgoing) -> None:
        """Send; raises OSError, also while the link has no address that it could send from."""
        self._socket.sendto(outgoing.payload, self._everybody)

    def _readable(self, received: Callable[[bytes], None]) -> None:
        try:
            payload = self._socket.recv(_LONGEST)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:  # an error of an earlier message (ip(7)); what is not answered is asked again
            return
        received(payload)
