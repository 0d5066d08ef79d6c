"""Netlink requests in the standard library: the kernel's configuration of links, addresses and routes.

pyroute2 was measured first: its asyncio classes do not run on uvloop ("cannot open a UDP handle, invalid family 16")
and it costs 140 ms and 24 MB to import. The messages needed here are few and small. Formats and numbers:
include/uapi/linux/netlink.h and rtnetlink.h, RFC 3549.
"""

from __future__ import annotations

import errno
import os
import socket
import struct
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterator, Mapping, Sequence

NETLINK_ROUTE = 0
NETLINK_SOCK_DIAG = 4
NETLINK_NETFILTER = 12
NETLINK_GENERIC = 16
SOL_NETLINK = 270
NETLINK_ADD_MEMBERSHIP = 1
NETLINK_CAP_ACK = 10
NETLINK_EXT_ACK = 11

NLMSG_ERROR = 2
NLMSG_DONE = 3
NLM_F_REQUEST = 0x001
NLM_F_ACK = 0x004
NLM_F_DUMP_INTR = 0x010
NLM_F_DUMP = 0x300
NLM_F_EXCL = 0x200
NLM_F_CREATE = 0x400
NLM_F_APPEND = 0x800
NLMSGERR_ATTR_MSG = 1
NLA_TYPE_MASK = 0x3FFF
NLA_F_NESTED = 0x8000

_HEADER = struct.Struct("=IHHII")
_ATTRIBUTE = struct.Struct("=HH")
# The kernel fills at most 32 KiB of a dump at a time (NLMSG_GOODSIZE grown by netlink_dump).
_RECEIVE_SIZE = 65536
_DUMP_ATTEMPTS = 10
# Requests in one datagram. All may be refused, and each refusal is a datagram of its own, which with the kernel's words
# takes up to 1.3 KB of the receive buffer: 128 of them fit into one that nobody has enlarged (rmem_default, 208 KiB).
# Larger ones are hardly faster.
_AT_ONCE = 128

Attributes = dict[int, bytes]


class Message(msgspec.Struct, frozen=True):
    """One netlink message without its header."""

    type: int
    flags: int
    sequence: int
    payload: bytes


class Request(NamedTuple):
    """A change that the kernel is asked for, without its header; flags besides those of every request."""

    type: int
    flags: int
    payload: bytes


class NetlinkSocket:
    """A socket to the kernel's routing tables in the network namespace of the thread that opens it.

    rtnetlink works a request off inside send(2), so the answer is there when send returns: nothing here waits. The same
    goes for the other protocols that are asked here: nftables and the tables of sockets.
    """

    def __init__(self, protocol: int = NETLINK_ROUTE) -> None:
        """Open the socket; raises OSError."""
        self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, protocol)
        self._socket.setblocking(False)
        self._socket.setsockopt(SOL_NETLINK, NETLINK_EXT_ACK, 1)
        self._socket.setsockopt(SOL_NETLINK, NETLINK_CAP_ACK, 1)
        self._socket.bind((0, 0))
        self._sequence = 0

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()

    def request(self, kind: int, payload: bytes, flags: int = 0) -> None:
        """Change something; raises OSError if the kernel refuses."""
        sequence = self._send(kind, payload, NLM_F_REQUEST | NLM_F_ACK | flags)
        for message in self._receive(sequence):
            if message.type == NLMSG_ERROR:
                raise_error(message)
                return

    def request_all(self, requests: Sequence[Request]) -> list[OSError | None]:
        """Change many things in order, many in one system call; return for each what request would raise.

        An error does not keep the later ones back. Where an answer is lost (ENOBUFS) that is the error, whatever the
        kernel did: only reading tells.
        """
        starts = range(0, len(requests), _AT_ONCE)
        return [error for start in starts for error in self._request_some(requests[start : start + _AT_ONCE])]

    def _request_some(self, requests: Sequence[Request]) -> list[OSError | None]:
        first, last = self._sequence + 1, self._sequence + len(requests)
        self._sequence = last
        errors: dict[int, OSError] = {}
        try:
            self._socket.sendto(_pack_all(requests, first), (0, 0))
            # errors are answered always, successes only if asked: the last one is, and the kernel goes by order
            for message in self._receive_from(first):
                if error := error_of(message):
                    errors[message.sequence] = error
                if message.sequence == last:
                    break
        except OSError as error:
            self._drop_answers()
            return [errors.get(number, error) for number in range(first, last + 1)]
        return [errors.get(number) for number in range(first, last + 1)]

    def _drop_answers(self) -> None:
        # what is left of them would take the room of the next ones
        with suppress(BlockingIOError):
            while True:
                self._socket.recv(_RECEIVE_SIZE)

    def ask(self, kind: int, payload: bytes) -> bytes:
        """Return the payload of the one answer to a question; raises OSError if the kernel refuses."""
        sequence = self._send(kind, payload, NLM_F_REQUEST)
        for message in self._receive(sequence):
            if message.type == NLMSG_ERROR:
                raise_error(message)
            return message.payload
        raise AssertionError("unreachable: receiving ends with an answer or an error")

    def dump(self, kind: int, payload: bytes) -> list[bytes]:
        """Return the payloads of everything of a kind, as of one moment; raises OSError."""
        for _ in range(_DUMP_ATTEMPTS):
            consistent, payloads = self._dump_once(kind, payload)
            if consistent:
                return payloads
        raise BlockingIOError(errno.EAGAIN, f"the kernel's tables changed during {_DUMP_ATTEMPTS} reads in a row")

    def _dump_once(self, kind: int, payload: bytes) -> tuple[bool, list[bytes]]:
        sequence = self._send(kind, payload, NLM_F_REQUEST | NLM_F_DUMP)
        consistent = True
        payloads: list[bytes] = []
        while True:
            data = self._socket.recv(_RECEIVE_SIZE)
            offset, end = 0, len(data)
            # as split() does, without a value for each: there may be thousands
            while offset + _HEADER.size <= end:
                length, kind, flags, number, _ = _HEADER.unpack_from(data, offset)
                if length < _HEADER.size:
                    break
                payload = data[offset + _HEADER.size : offset + length]
                offset += (length + 3) & ~3
                if number != sequence:
                    continue
                consistent = consistent and not flags & NLM_F_DUMP_INTR
                if kind == NLMSG_ERROR:
                    raise_error(Message(kind, flags, number, payload))
                elif kind == NLMSG_DONE:
                    return consistent, payloads
                else:
                    payloads.append(payload)

    def _send(self, kind: int, payload: bytes, flags: int) -> int:
        self._sequence += 1
        header = _HEADER.pack(_HEADER.size + len(payload), kind, flags, self._sequence, 0)
        self._socket.sendto(header + payload, (0, 0))
        return self._sequence

    def _receive(self, sequence: int) -> Iterator[Message]:
        while True:
            # Answers to a request that was given up half read are left over: their sequence number tells.
            yield from (each for each in split(self._socket.recv(_RECEIVE_SIZE)) if each.sequence == sequence)

    def _receive_from(self, first: int) -> Iterator[Message]:
        while True:
            yield from (each for each in split(self._socket.recv(_RECEIVE_SIZE)) if each.sequence >= first)


def _pack_all(requests: Sequence[Request], first: int) -> bytes:
    parts, last = [], first + len(requests) - 1
    for number, (kind, flags, payload) in enumerate(requests, first):
        acknowledge = NLM_F_ACK if number == last else 0
        size = _HEADER.size + len(payload)
        parts.append(_HEADER.pack(size, kind, NLM_F_REQUEST | acknowledge | flags, number, 0))
        parts.append(payload if not size & 3 else payload + b"\0" * (_align(size) - size))
    return b"".join(parts)


def split(data: bytes) -> Iterator[Message]:
    """Cut a datagram into its messages."""
    offset = 0
    while offset + _HEADER.size <= len(data):
        length, kind, flags, sequence, _ = _HEADER.unpack_from(data, offset)
        if length < _HEADER.size:
            return
        yield Message(kind, flags, sequence, data[offset + _HEADER.size : offset + length])
        offset += _align(length)


def raise_error(message: Message) -> None:
    """Raise what an NLMSG_ERROR says, with the kernel's own words where it has any; 0 is an acknowledgement."""
    error = error_of(message)
    if error is not None:
        raise error


def raise_any(errors: Sequence[OSError | None]) -> None:
    """Raise the first of the errors that is one."""
    for error in errors:
        if error is not None:
            raise error


def error_of(message: Message) -> OSError | None:
    """Return what raise_error raises."""
    (code,) = struct.unpack_from("=i", message.payload)
    if code == 0:
        return None
    words = attributes(message.payload[4 + _HEADER.size :]).get(NLMSGERR_ATTR_MSG, b"").rstrip(b"\0").decode()
    strerror = os.strerror(-code)
    return OSError(-code, f"{strerror} ({words})" if words else strerror)


def attributes(data: bytes) -> Attributes:
    """Decode a chain of attributes; of one that is repeated the last counts."""
    values, offset, end = {}, 0, len(data) - _ATTRIBUTE.size
    while offset <= end:
        length, kind = _ATTRIBUTE.unpack_from(data, offset)
        if length < _ATTRIBUTE.size:
            break
        values[kind & NLA_TYPE_MASK] = data[offset + _ATTRIBUTE.size : offset + length]
        offset += (length + 3) & ~3
    return values


def attribute_list(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Decode a chain of attributes in order."""
    offset = 0
    while offset + _ATTRIBUTE.size <= len(data):
        length, kind = _ATTRIBUTE.unpack_from(data, offset)
        if length < _ATTRIBUTE.size:
            return
        yield kind & NLA_TYPE_MASK, data[offset + _ATTRIBUTE.size : offset + length]
        offset += _align(length)


def pack_attributes(values: Mapping[int, bytes]) -> bytes:
    """Encode a chain of attributes."""
    return b"".join(
        _ATTRIBUTE.pack(_ATTRIBUTE.size + len(value), kind) + value + b"\0" * (_align(len(value)) - len(value))
        for kind, value in values.items()
    )


def u32(value: int) -> bytes:
    """Encode an unsigned number of 32 bits as the kernel does."""
    return struct.pack("=I", value)


def _align(length: int) -> int:
    return (length + 3) & ~3


class NetlinkListener:
    """Hears what the kernel multicasts to a group, or, with mask, to several of the first 32."""

    def __init__(self, family: int, *, group: int = 0, mask: int = 0) -> None:
        """Open the socket in the thread's network namespace; raises OSError."""
        self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, family)
        self._socket.setblocking(False)
        # one without a port of its own, which bind gives it, hears nothing
        self._socket.bind((0, mask))
        if group:
            self._socket.setsockopt(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listen on an event loop."""
        loop.add_reader(self._socket.fileno(), self._readable)

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop listening and close the socket."""
        loop.remove_reader(self._socket.fileno())
        self._socket.close()

    def _readable(self) -> None:
        """Read what has come."""
        raise NotImplementedError
