"""One line of /proc/net/tcp and its like (proc(5)) as plain values."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

PROTOCOLS: Final = ("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6")


class Socket(msgspec.Struct, frozen=True, kw_only=True):
    """A socket. Numbers of states and timers are the kernel's (net/tcp_states.h, tcp_ipv4.c); queues are in bytes.

    timer_ticks are hundredths of a second until the timer fires. pointer is 0 for who may not know it.
    """

    protocol: str
    local_address: str
    local_port: int
    remote_address: str
    remote_port: int
    state: int
    transmit_queue: int
    receive_queue: int
    timer: int
    timer_ticks: int
    retransmits: int
    uid: int
    timeout: int
    inode: int
    references: int
    pointer: int

    @property
    def connected(self) -> bool:
        """Whether it has a peer."""
        return bool(self.remote_port) or self.remote_address not in {"0.0.0.0", "::"}  # noqa: S104 - to compare


def parse_sockets(protocol: str, text: str) -> Iterator[Socket]:
    """Read a file; raises ValueError for what is none."""
    for line in text.splitlines()[1:]:
        try:
            yield _socket(protocol, line.split())
        except (ValueError, IndexError) as error:
            raise ValueError(f"cannot understand a line of /proc/net/{protocol}: {line!r}") from error


def _socket(protocol: str, words: list[str]) -> Socket:
    local_address, local_port = _endpoint(words[1])
    remote_address, remote_port = _endpoint(words[2])
    transmit, _, receive = words[4].partition(":")
    timer, _, ticks = words[5].partition(":")
    return Socket(
        protocol=protocol,
        local_address=local_address,
        local_port=local_port,
        remote_address=remote_address,
        remote_port=remote_port,
        state=int(words[3], 16),
        transmit_queue=int(transmit, 16),
        receive_queue=int(receive, 16),
        timer=int(timer, 16),
        timer_ticks=int(ticks, 16),
        retransmits=int(words[6], 16),
        uid=int(words[7]),
        timeout=int(words[8]),
        inode=int(words[9]),
        references=int(words[10]),
        pointer=int(words[11], 16),
    )


def _endpoint(text: str) -> tuple[str, int]:
    address, _, port = text.partition(":")
    # every four bytes are a number in the machine's own order
    packed = b"".join(
        int(address[place : place + 8], 16).to_bytes(4, sys.byteorder) for place in range(0, len(address), 8)
    )
    family = socket.AF_INET if len(packed) == 4 else socket.AF_INET6
    return socket.inet_ntop(family, packed), int(port, 16)
