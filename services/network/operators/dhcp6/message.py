"""Messages of DHCP for IPv6 on the wire (RFC 8415; DNS RFC 3646; time servers RFC 5908)."""

from __future__ import annotations

import enum
import struct
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OPTION = struct.Struct("!HH")

Options = tuple[tuple[int, bytes], ...]


class Kind(enum.IntEnum):
    """The messages that are used here (RFC 8415 7.3)."""

    SOLICIT, ADVERTISE, REQUEST, RENEW, REBIND, REPLY, RELEASE = 1, 2, 3, 5, 6, 7, 8


class Option(enum.IntEnum):
    """The options that are used here (RFC 8415 21)."""

    CLIENT = 1
    SERVER = 2
    ADDRESSES = 3
    ADDRESS = 5
    WANTED = 6
    ELAPSED = 8
    STATUS = 13
    RAPID_COMMIT = 14
    RESOLVERS = 23
    SEARCH = 24
    TIME_SERVERS = 56


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message. Options keep their order, and may come more than once."""

    kind: Kind
    transaction: int
    options: Options = ()

    def get(self, option: Option) -> bytes | None:
        """Return the value of an option, the first one's if it comes again."""
        return next(each(self.options, option), None)


def each(options: Options, option: Option) -> Iterator[bytes]:
    """Return the values of an option."""
    return (value for code, value in options if code == option)


def encode(message: Message) -> bytes:
    """Encode a message."""
    return bytes([message.kind]) + message.transaction.to_bytes(3) + encode_options(message.options)


def encode_options(options: Iterable[tuple[int, bytes]]) -> bytes:
    """Encode options, also those within another."""
    return b"".join(_OPTION.pack(code, len(value)) + value for code, value in options)


def decode(data: bytes) -> Message:
    """Decode a message; raises ValueError if it is none."""
    if len(data) < 4:
        raise ValueError("not a message of DHCPv6")
    return Message(kind=Kind(data[0]), transaction=int.from_bytes(data[1:4]), options=decode_options(data[4:]))


def decode_options(data: bytes) -> Options:
    """Decode options, also those within another; raises ValueError if one is cut off."""
    options, offset = [], 0
    while offset < len(data):
        if offset + _OPTION.size > len(data):
            raise ValueError("an option is cut off")
        code, length = _OPTION.unpack_from(data, offset)
        offset += _OPTION.size
        if offset + length > len(data):
            raise ValueError(f"option {code} is cut off")
        options.append((code, data[offset : offset + length]))
        offset += length
    return tuple(options)
