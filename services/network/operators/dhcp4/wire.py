"""The sockets of a client of DHCP for IPv4 on one link."""

from __future__ import annotations

import ctypes
import socket
import struct
from contextlib import ExitStack
from typing import TYPE_CHECKING

from services.network.operators.dhcp4.frames import CLIENT_PORT, SERVER_PORT, unwrap, wrap

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from services.network.operators.lease import Outgoing
    from services.network.state import Link

ETH_P_IP = 0x0800
# linux/in.h; not in Python's socket
IP_PKTINFO = 8
SO_ATTACH_FILTER = 26
_LONGEST = 4096

# linux/filter.h: code, jumps if true and if false, value; offsets count from the header of IP
_FILTER = (
    (0x30, 0, 0, 9),  # the protocol
    (0x15, 0, 6, socket.IPPROTO_UDP),
    (0x28, 0, 0, 6),  # no fragments
    (0x45, 4, 0, 0x1FFF),
    (0xB1, 0, 0, 0),  # the length of the header
    (0x48, 0, 0, 2),  # the port
    (0x15, 0, 1, CLIENT_PORT),
    (0x06, 0, 0, 0xFFFF),
    (0x06, 0, 0, 0),
)
_NOTHING = ((0x06, 0, 0, 0),)


class PacketWire:
    """A packet socket to hear and to ask everybody, and a UDP socket to ask one server from the address it gave.

    What is sent to the address arrives at both. The UDP socket takes in nothing; it is there so that the kernel does
    not tell servers that nobody listens, and so that neighbours and routes are the kernel's affair.
    """

    def __init__(self, link: Link) -> None:
        """Open the sockets; raises OSError."""
        with ExitStack() as opening:
            # of no protocol until the filter is there, so that nothing comes in before
            self._packets = opening.enter_context(_socket(socket.AF_PACKET, socket.SOCK_DGRAM, 0))
            _attach(self._packets, _FILTER)
            self._packets.bind((link.name, ETH_P_IP))
            self._datagrams = opening.enter_context(_socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_UDP))
            _attach(self._datagrams, _NOTHING)
            self._datagrams.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, link.name.encode())
            self._datagrams.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._datagrams.bind(("", CLIENT_PORT))
            opening.pop_all()
        self._everybody = (link.name, ETH_P_IP, 0, 0, link.broadcast_addr or b"\xff" * 6)
        self._index = link.index

    def start(self, loop: asyncio.AbstractEventLoop, received: Callable[[bytes], None]) -> None:
        """Hand over every message that comes."""
        loop.add_reader(self._packets.fileno(), self._readable, received)

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Close."""
        loop.remove_reader(self._packets.fileno())
        self._packets.close()
        self._datagrams.close()

    def send(self, outgoing: Outgoing) -> None:
        """Send; raises OSError."""
        if outgoing.destination is None:
            self._packets.sendto(wrap(outgoing.payload), self._everybody)
            return
        source = bytes(4) if outgoing.source is None else outgoing.source.packed
        # struct in_pktinfo of ip(7): the link, the source, nothing
        info = (socket.IPPROTO_IP, IP_PKTINFO, struct.pack("=i4s4x", self._index, source))
        self._datagrams.sendmsg([outgoing.payload], [info], 0, (str(outgoing.destination), SERVER_PORT))

    def _readable(self, received: Callable[[bytes], None]) -> None:
        try:
            packet = self._packets.recv(_LONGEST)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:  # the link went down, once (packet(7)); whoever looks at links knows it already
            return
        payload = unwrap(packet)
        if payload is not None:
            received(payload)


def _socket(family: int, kind: int, protocol: int) -> socket.socket:
    return socket.socket(family, kind | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK, protocol)


def _attach(where: socket.socket, program: tuple[tuple[int, int, int, int], ...]) -> None:
    code = b"".join(struct.pack("=HBBI", *each) for each in program)
    buffer = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: the length, padding, a pointer
    where.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, struct.pack("@HP", len(program), ctypes.addressof(buffer)))
