"""Messages of DHCP for IPv4 on the wire (RFC 2131, options RFC 2132, long options RFC 3396)."""

from __future__ import annotations

import enum
import struct
from ipaddress import IPv4Address

import msgspec

_HEADER = struct.Struct("!BBBBIHH4s4s4s4s16s64s128s")
_COOKIE = b"\x63\x82\x53\x63"
_BROADCAST_FLAG = 0x8000
# BOOTP relays and servers may drop what is shorter (RFC 1542 2.1)
_SHORTEST = 300
_NOBODY = IPv4Address(0)

Options = dict[int, bytes]


class Kind(enum.IntEnum):
    """The value of the option MESSAGE_TYPE."""

    DISCOVER, OFFER, REQUEST, DECLINE, ACK, NAK, RELEASE = 1, 2, 3, 4, 5, 6, 7


class Option(enum.IntEnum):
    """The options that are used here."""

    PAD = 0
    SUBNET_MASK = 1
    ROUTER = 3
    RESOLVERS = 6
    HOSTNAME = 12
    DOMAIN = 15
    MTU = 26
    TIME_SERVERS = 42
    REQUESTED_ADDRESS = 50
    LEASE_TIME = 51
    OVERLOAD = 52
    MESSAGE_TYPE = 53
    SERVER = 54
    PARAMETERS = 55
    TEXT = 56
    LONGEST_MESSAGE = 57
    RENEWAL_TIME = 58
    REBINDING_TIME = 59
    CLIENT = 61
    SEARCH = 119
    ROUTES = 121
    END = 255


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message. client is the address that the client has (ciaddr), yours the one that it is given (yiaddr)."""

    kind: Kind
    transaction: int
    hardware: bytes
    reply: bool = False
    seconds: int = 0
    broadcast: bool = False
    client: IPv4Address = _NOBODY
    yours: IPv4Address = _NOBODY
    options: Options = msgspec.field(default_factory=dict)

    @property
    def server(self) -> IPv4Address | None:
        """Who sent it, as it says."""
        value = self.options.get(Option.SERVER, b"")
        return IPv4Address(value) if len(value) == 4 else None


def encode(message: Message) -> bytes:
    """Encode a message; raises ValueError if an option is too long for one."""
    header = _HEADER.pack(
        2 if message.reply else 1,
        1,  # Ethernet (hardware type 1 in "Assigned Numbers")
        len(message.hardware),
        0,
        message.transaction,
        min(message.seconds, 0xFFFF),
        _BROADCAST_FLAG if message.broadcast else 0,
        message.client.packed,
        message.yours.packed,
        bytes(4),
        bytes(4),
        message.hardware,
        b"",
        b"",
    )
    options = {Option.MESSAGE_TYPE: bytes([message.kind]), **message.options}
    body = b"".join(bytes([code, len(value)]) + value for code, value in options.items())
    return (header + _COOKIE + body + bytes([Option.END])).ljust(_SHORTEST, b"\0")


def decode(data: bytes) -> Message:
    """Decode a message; raises ValueError if it is none."""
    if len(data) < _HEADER.size + len(_COOKIE) or data[_HEADER.size :][: len(_COOKIE)] != _COOKIE:
        raise ValueError("not a message of DHCP")
    operation, kind, length, _, transaction, seconds, flags, client, yours, _, _, hardware, name, file = (
        _HEADER.unpack_from(data)
    )
    if (kind, length) != (1, 6):
        raise ValueError(f"not of Ethernet but of hardware type {kind} with addresses of {length} bytes")
    options = _read_options(data[_HEADER.size + len(_COOKIE) :], name=name, file=file)
    return Message(
        kind=_read_kind(options),
        transaction=transaction,
        hardware=hardware[:length],
        reply=operation == 2,
        seconds=seconds,
        broadcast=bool(flags & _BROADCAST_FLAG),
        client=IPv4Address(client),
        yours=IPv4Address(yours),
        options=options,
    )


def _read_kind(options: Options) -> Kind:
    value = options.pop(Option.MESSAGE_TYPE, b"")
    try:
        (number,) = value
        return Kind(number)
    except ValueError as error:
        raise ValueError(f"message type {value.hex() or 'none'} is not known") from error


def _read_options(data: bytes, *, name: bytes, file: bytes) -> Options:
    """Read the options, and those for which there was no room but in other fields (RFC 2132 9.3)."""
    options: Options = {}
    _add_options(options, data)
    where = options.pop(Option.OVERLOAD, b"")[:1]
    if where in {b"\1", b"\3"}:
        _add_options(options, file)
    if where in {b"\2", b"\3"}:
        _add_options(options, name)
    return options


def _add_options(options: Options, data: bytes) -> None:
    offset = 0
    while offset < len(data) and data[offset] != Option.END:
        code, offset = data[offset], offset + 1
        if code == Option.PAD:
            continue
        length = data[offset] if offset < len(data) else 0
        value = data[offset + 1 : offset + 1 + length]
        if offset >= len(data) or len(value) < length:
            raise ValueError(f"option {code} is cut off")
        # one that comes again goes on (RFC 3396)
        options[code] = options.get(code, b"") + value
        offset += 1 + length
