"""IPv4 and UDP around a message, for the time before the link has an address. Layouts: RFC 791, RFC 768."""

from __future__ import annotations

import struct

CLIENT_PORT, SERVER_PORT = 68, 67

_IP = struct.Struct("!BBHHHBBH4s4s")
_UDP = struct.Struct("!HHHH")
_PROTOCOL = 17
_NOBODY, _EVERYBODY = bytes(4), b"\xff" * 4
_FRAGMENT = 0x3FFF


def wrap(payload: bytes) -> bytes:
    """Return a packet from nobody's address to everybody's."""
    length = _UDP.size + len(payload)
    pseudo = struct.pack("!4s4sBBH", _NOBODY, _EVERYBODY, 0, _PROTOCOL, length)
    bare = _UDP.pack(CLIENT_PORT, SERVER_PORT, length, 0)
    udp = _UDP.pack(CLIENT_PORT, SERVER_PORT, length, _checksum(pseudo + bare + payload) or 0xFFFF)
    # type of service 0xc0 (network control, as clients do), no options, 64 hops
    values = (0x45, 0xC0, _IP.size + length, 0, 0, 64, _PROTOCOL)
    bare = _IP.pack(*values, 0, _NOBODY, _EVERYBODY)
    return _IP.pack(*values, _checksum(bare), _NOBODY, _EVERYBODY) + udp + payload


def unwrap(packet: bytes) -> bytes | None:
    """Return what a packet carries to a client; None if it is another.

    The checksum of UDP is not looked at: between virtual links it is not filled in yet (CHECKSUM_PARTIAL).
    """
    if len(packet) < _IP.size:
        return None
    first, _, total, _, fragment, _, protocol, _, _, _ = _IP.unpack_from(packet)
    length = (first & 0xF) * 4
    if first >> 4 != 4 or length < _IP.size or protocol != _PROTOCOL or fragment & _FRAGMENT or total > len(packet):
        return None
    datagram = packet[length:total]
    if len(datagram) < _UDP.size:
        return None
    _, port, size, _ = _UDP.unpack_from(datagram)
    if port != CLIENT_PORT or not _UDP.size <= size <= len(datagram):
        return None
    return datagram[_UDP.size : size]


def _checksum(data: bytes) -> int:
    """RFC 1071."""
    data += b"\0" * (len(data) % 2)
    total: int = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF
