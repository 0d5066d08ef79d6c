"""NTP's packet of 48 bytes (RFC 5905, section 7.3). Times are nanoseconds since 1970."""

from __future__ import annotations

import enum
import struct

import msgspec

SIZE = 48
_PACKET = struct.Struct("!BBbbII4sQQQQ")
_VERSION = 4
_CLIENT, _SERVER = 3, 4
_UNSYNCHRONIZED = 3
_LAST_STRATUM = 15
_TO_1970 = 2_208_988_800  # from 1900, in seconds
_ERA = 1 << 32
_SECOND = 1_000_000_000


class PacketError(Exception):
    """What came is no answer to what was asked, or one that must not be used."""


class StrayError(PacketError):
    """It does not have what only the asked server can know; the true answer may still come."""


class RefusalError(Exception):
    """The server asks to be left alone ("kiss of death", RFC 5905, section 7.4); code has its four letters."""

    def __init__(self, code: str) -> None:
        """Say which one."""
        super().__init__(f"the server refuses ({code})")
        self.code = code


class Leap(enum.Enum):
    """What the last minute of the day will have."""

    NONE = 0
    INSERT = 1
    DELETE = 2


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a server says: when the query came in and the answer went out, in its time.

    distance: how far it may be off itself, in seconds.
    """

    leap: Leap
    stratum: int
    received: int
    sent: int
    distance: float


def make_query(nonce: int) -> bytes:
    """Return a query. The nonce of 64 bits stands in place of the time of sending, which is nobody's business."""
    return _PACKET.pack(_VERSION << 3 | _CLIENT, 0, 0, 0, 0, 0, b"", 0, 0, 0, nonce)


def read_answer(data: bytes, nonce: int, *, not_before: float, max_distance: float) -> Answer:
    """Read the answer to a query; raises StrayError, PacketError, RefusalError.

    not_before, in seconds since 1970, tells in which of NTP's eras of 136 years an answer is.
    """
    if len(data) < SIZE:
        raise StrayError(f"{len(data)} bytes are no NTP packet")
    flags, stratum, _, _, delay, dispersion, reference, _, origin, received, sent = _PACKET.unpack_from(data)
    leap, version, mode = flags >> 6, flags >> 3 & 7, flags & 7
    if mode != _SERVER or not 3 <= version <= _VERSION:
        raise StrayError(f"mode {mode}, version {version}: not a server's answer")
    if origin != nonce:
        raise StrayError("the answer is to another query")
    if stratum == 0:
        raise RefusalError(reference.rstrip(b"\0").decode("ascii", "replace"))
    if leap == _UNSYNCHRONIZED or stratum > _LAST_STRATUM:
        raise PacketError("the server's own clock is not synchronized")
    distance = (delay / 2 + dispersion) / 65536
    if distance > max_distance:
        raise PacketError(f"the server may be off by {distance:.1f} s itself")
    if not received or not sent:
        raise PacketError("the answer has no time in it")
    return Answer(
        leap=Leap(leap),
        stratum=stratum,
        received=_nanoseconds(received, not_before),
        sent=_nanoseconds(sent, not_before),
        distance=distance,
    )


def _nanoseconds(stamp: int, not_before: float) -> int:
    seconds, fraction = (stamp >> 32) - _TO_1970, stamp & 0xFFFFFFFF
    eras = max(0, -(-(int(not_before) - seconds) // _ERA))
    return (seconds + eras * _ERA) * _SECOND + (fraction * _SECOND >> 32)
