"""The pcap file format (draft-ietf-opsawg-pcap): a header, then each packet with its time and its length."""

from __future__ import annotations

import struct
from typing import Final

_MAGIC_NANOSECONDS: Final = 0xA1B23C4D
_VERSION: Final = (2, 4)
_FILE: Final = struct.Struct("<IHHiIII")
_PACKET: Final = struct.Struct("<IIII")
# LINKTYPE_ETHERNET for what has a header of Ethernet (loopback as well), LINKTYPE_RAW for tunnels that have none
ETHERNET: Final = 1
RAW: Final = 101


def file_header(*, snap_length: int, link_type: int) -> bytes:
    """Return what a file begins with. snap_length is how much of a packet is kept at most, in bytes."""
    return _FILE.pack(_MAGIC_NANOSECONDS, *_VERSION, 0, 0, snap_length, link_type)


def record_header(*, seconds: int, nanoseconds: int, captured: int, length: int) -> bytes:
    """Return what stands before a packet of so many bytes, of which captured are kept."""
    return _PACKET.pack(seconds, nanoseconds, captured, length)
