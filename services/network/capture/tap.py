"""A packet socket on a link (packet(7)).

The kernel keeps what comes in between reads, up to the size of the socket's buffer, and counts what did not fit.
"""

from __future__ import annotations

import ctypes
import errno
import socket
import struct
from typing import TYPE_CHECKING, Final

import msgspec

from services.network.capture import bpf, pcap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.network.capture.bpf import Instruction
    from services.network.capture.captures import Wish

ETH_P_ALL: Final = 0x0003
SOL_PACKET: Final = 263
PACKET_ADD_MEMBERSHIP: Final = 1
PACKET_STATISTICS: Final = 6
PACKET_AUXDATA: Final = 8
PACKET_MR_PROMISC: Final = 1
SO_ATTACH_FILTER: Final = 26
SO_RCVBUFFORCE: Final = 33
SO_TIMESTAMPNS: Final = 35
# what the kernel keeps for a reader that is slow, in bytes
BUFFER: Final = 4 << 20
# linux/if_arp.h: links whose packets begin with a header of Ethernet
_WITH_ETHERNET: Final = frozenset({1, 772})
_TIMESPEC: Final = struct.Struct("@qq")
_AUXDATA: Final = struct.Struct("=IIIHHHH")
# TP_STATUS_VLAN_VALID: the kernel has taken the tag off. It stood behind the addresses: its protocol, then itself.
_TAGGED: Final = 1 << 4
_TAG: Final = struct.Struct("!HH")
_BEFORE_TAG: Final = 12
_STATISTICS: Final = struct.Struct("=II")
_MEMBERSHIP: Final = struct.Struct("=iHH8s")


class Packet(msgspec.Struct, frozen=True):
    """A packet as it passed: its time, what was kept of it, how long it was."""

    seconds: int
    nanoseconds: int
    data: bytes
    length: int


class Tap:
    """An open capture."""

    def __init__(
        self, *, link: str, promiscuous: bool, snap_length: int, program: Sequence[Instruction], buffer: int = BUFFER
    ) -> None:
        """Open it, in the thread's network namespace. Raises OSError, ValueError for a filter that is none.

        snap_length: how much of a packet is kept, in bytes. buffer: how much the kernel keeps of what was not read.
        """
        packed = bpf.pack(program)
        index = _index(link)
        self._snap_length = snap_length
        # without a protocol the socket hears nothing yet
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK, 0)
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, buffer)
            self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
            self._socket.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
            if packed:
                self._attach(packed, len(program))
            if promiscuous:
                self._socket.setsockopt(
                    SOL_PACKET, PACKET_ADD_MEMBERSHIP, _MEMBERSHIP.pack(index, PACKET_MR_PROMISC, 0, bytes(8))
                )
            self._socket.bind((link, ETH_P_ALL))
            hardware = self._socket.getsockname()[3]
        except BaseException:
            self._socket.close()
            raise
        self.link_type = pcap.ETHERNET if hardware in _WITH_ETHERNET else pcap.RAW

    def fileno(self) -> int:
        """Return the descriptor, which is readable when there is a packet."""
        return self._socket.fileno()

    def read(self) -> Packet | None:
        """Return the next packet, None if there is none yet. Raises OSError: ENETDOWN after the link went down."""
        try:
            data, control, _, _ = self._socket.recvmsg(self._snap_length, 256)
        except BlockingIOError:
            return None
        told = {(level, kind): value for level, kind, value in control}
        seconds, nanoseconds = _TIMESPEC.unpack_from(told[socket.SOL_SOCKET, SO_TIMESTAMPNS])
        status, length, _, _, _, tag, protocol = _AUXDATA.unpack_from(told[SOL_PACKET, PACKET_AUXDATA])
        if status & _TAGGED and len(data) >= _BEFORE_TAG:
            data, length = _with_tag(data, protocol, tag)[: self._snap_length], length + _TAG.size
        return Packet(seconds, nanoseconds, data, length)

    def dropped(self) -> int:
        """Return how many packets did not fit into the buffer since the last call."""
        return int(_STATISTICS.unpack(self._socket.getsockopt(SOL_PACKET, PACKET_STATISTICS, _STATISTICS.size))[1])

    def close(self) -> None:
        """End it."""
        self._socket.close()

    def _attach(self, packed: bytes, count: int) -> None:
        program = ctypes.create_string_buffer(packed, len(packed))
        # struct sock_fprog: the number of instructions, and where they are
        pointer = struct.pack("HP", count, ctypes.addressof(program))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, pointer)
        except OSError as error:
            if error.errno == errno.EINVAL:
                raise ValueError("the kernel refuses the filter: it is no program of classic BPF") from error
            raise


def _with_tag(data: bytes, protocol: int, tag: int) -> bytes:
    return data[:_BEFORE_TAG] + _TAG.pack(protocol, tag) + data[_BEFORE_TAG:]


def open_tap(wish: Wish) -> Tap:
    """Begin what is asked for, as Tap does."""
    return Tap(link=wish.link, promiscuous=wish.promiscuous, snap_length=wish.snap_length, program=wish.program)


def _index(link: str) -> int:
    try:
        return socket.if_nametoindex(link)
    except (OSError, ValueError) as error:
        raise FileNotFoundError(errno.ENODEV, f'there is no link "{link}"') from error
