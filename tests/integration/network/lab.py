"""A node and a peer: two network namespaces with a cable between them, each that of a thread."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from pyroute2 import IPRoute

T = TypeVar("T")
CLONE_NEWNET = 0x40000000
IFA_F_NODAD = 0x02
SENTINEL = 9999
NODE, PEER = ("10.5.0.2", "fd00:5::2"), ("10.5.0.1", "fd00:5::1")
TIMEOUT = 20.0


class Place:
    """A thread in a network namespace of its own."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self.namespace = self(lambda: f"/proc/{os.getpid()}/task/{threading.get_native_id()}/ns/net")

    def __call__(self, function: Callable[[], T]) -> T:
        """Run a function there."""
        return self._pool.submit(function).result(timeout=60)


@dataclass(frozen=True)
class Lab:
    """The node and the peer, and the ends of a sentinel: when it has come and gone, so has what was sent before it."""

    node: Place
    peer: Place
    at_node: socket.socket
    at_peer: socket.socket

    def serve(self, port: int, host: str = NODE[0]) -> socket.socket:
        """Listen for TCP at the node."""
        return self.node(lambda: socket.create_server((host, port), family=family(host)))

    def reaches(self, port: int, host: str = NODE[0], source: str = "") -> bool:
        """Tell whether the peer gets a connection to a port of the node where somebody listens."""
        kind = socket.SOCK_STREAM | socket.SOCK_NONBLOCK
        with closing(self.peer(lambda: socket.socket(family(host), kind))) as client:
            if source:
                client.bind((source, 0))
            client.connect_ex((host, port))
            self.settle()
            # there and back again: the kernel has worked off both directions
            return client.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1) == b"\x01"

    def hears(self, port: int, host: str = NODE[0], source: str = "") -> bool:
        """Tell whether a datagram of the peer comes to a port of the node."""
        with (
            closing(self.node(lambda: socket.socket(family(host), socket.SOCK_DGRAM))) as server,
            closing(self.peer(lambda: socket.socket(family(host), socket.SOCK_DGRAM))) as client,
        ):
            server.bind((host, port))
            server.setblocking(False)
            if source:
                client.bind((source, 0))
            client.sendto(b"datagram", (host, port))
            self.settle()
            try:
                return server.recv(100) == b"datagram"
            except BlockingIOError:
                return False

    def pings(self, kind: int = 8) -> bool:
        """Tell whether the node answers an ICMP request of the peer (8 is an echo, 13 a timestamp)."""
        answer = {8: 0, 13: 14}[kind]
        with closing(
            self.peer(
                lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW | socket.SOCK_NONBLOCK, socket.IPPROTO_ICMP)
            )
        ) as client:
            body = struct.pack("!HH12x", 7, 1)
            client.sendto(
                struct.pack("!BBH", kind, 0, checksum(struct.pack("!BBH", kind, 0, 0) + body)) + body, (NODE[0], 0)
            )
            self.settle()
            while True:
                try:
                    packet = client.recv(200)
                except BlockingIOError:
                    return False
                if packet[(packet[0] & 15) * 4] == answer:
                    return True

    def settle(self) -> None:
        """Wait until what was sent has passed both ways."""
        for _ in range(2):
            self.at_peer.sendto(b"there", (NODE[0], SENTINEL))
            self.at_node.recv(100)
            self.at_node.sendto(b"back", (PEER[0], SENTINEL))
            self.at_peer.recv(100)


@contextmanager
def lab() -> Iterator[Lab]:
    """Both with addresses of both families. The peer has a few more, to be somebody else."""
    with ExitStack() as stack:
        pools = [ThreadPoolExecutor(max_workers=1, initializer=leave) for _ in range(2)]
        for pool in pools:
            stack.callback(pool.shutdown)
        node, peer = (Place(pool) for pool in pools)
        plug(node, peer)
        address(node, [(NODE[0], 24), (NODE[1], 64)])
        address(peer, [(PEER[0], 24), ("10.5.0.7", 24), ("10.5.0.8", 24), (PEER[1], 64), ("fd00:5::7", 64)])
        ends = [datagrams(place, host) for place, host in ((node, NODE[0]), (peer, PEER[0]))]
        for end in ends:
            stack.enter_context(closing(end))
        yield Lab(node, peer, *ends)


def leave() -> None:
    """Take the thread into a namespace of its own."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "unshare")


def plug(node: Place, peer: Place) -> None:
    """Lay a cable."""
    fd = os.open(peer.namespace, os.O_RDONLY | os.O_CLOEXEC)

    def lay() -> None:
        with IPRoute() as ip:
            ip.link("add", ifname="eth0", kind="veth", peer={"ifname": "eth0", "net_ns_fd": fd})

    node(lay)
    os.close(fd)


def address(place: Place, addresses: list[tuple[str, int]]) -> None:
    """Bring the links up with addresses that may be used at once."""

    def up() -> None:
        with IPRoute() as ip:
            for name in ("lo", "eth0"):
                (index,) = ip.link_lookup(ifname=name)
                ip.link("set", index=index, state="up")
            for host, length in addresses:
                ip.addr("add", index=index, address=host, prefixlen=length, IFA_FLAGS=IFA_F_NODAD)

    place(up)


def datagrams(place: Place, host: str) -> socket.socket:
    """The sentinel's end at a place."""
    end = place(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    end.bind((host, SENTINEL))
    end.settimeout(TIMEOUT)
    return end


def family(host: str) -> socket.AddressFamily:
    """The family of an address."""
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def checksum(data: bytes) -> int:
    """The checksum of the Internet (RFC 1071)."""
    total: int = sum(struct.unpack(f"!{len(data) // 2}H", data))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF
