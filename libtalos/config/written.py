"""Values that a document holds as text: parsed when it is read, printed in one form when it is written."""

from __future__ import annotations

import re
from abc import abstractmethod
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface, ip_address, ip_interface
from typing import ClassVar, Final, Generic, Self, TypeVar

T = TypeVar("T")

Ip = IPv4Address | IPv6Address
Interface = IPv4Interface | IPv6Interface

LARGEST_PORT: Final = 65_535
LARGEST_TABLE: Final = (1 << 32) - 1
LONGEST_DUID: Final = 130  # RFC 8415, section 11.1: two octets of type and 128 more
_MAC_SIZES: Final = frozenset({6, 8, 20})  # Ethernet, EUI-64, IP over InfiniBand
_TABLES: Final = {"unspec": 0, "default": 253, "main": 254, "local": 255}  # linux/rtnetlink.h, enum rt_class_t
_OCTETS: Final = re.compile(r"[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2})*")
_DURATION: Final = re.compile(r"[-+]?((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+")
_STEP: Final = re.compile(r"(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)")
_NANOSECONDS: Final = {
    "ns": 1,
    "us": 10**3,
    "µs": 10**3,
    "μs": 10**3,
    "ms": 10**6,
    "s": 10**9,
    "m": 60 * 10**9,
    "h": 3600 * 10**9,
}
_LARGEST_DURATION: Final = (1 << 63) - 1  # Go's time.Duration, in nanoseconds


class Written(Generic[T]):
    """A parsed text. Equal if the values are; `str()` is the text that parses to the value again."""

    __slots__ = ("value",)
    SCHEMA: ClassVar[dict[str, object]] = {"type": "string"}

    def __init__(self, value: T) -> None:
        self.value = value

    @classmethod
    @abstractmethod
    def parse(cls, text: str) -> Self:
        """The value of a text. Raises ValueError that says what is expected."""

    def plain(self) -> str | int:
        """The value as a YAML document holds it."""
        return str(self)

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Written) and bool(self.value == other.value)

    def __hash__(self) -> int:
        return hash((type(self), self.value))


class Address(Written[Ip]):
    """An IP address."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse `192.0.2.1` or `2001:db8::1`; a zone (`%eth0`) is refused. Raises ValueError."""
        try:
            value = ip_address(text)
        except ValueError:
            raise ValueError(f'"{text}" is not an IP address') from None
        _refuse_zone(text)
        return cls(value)


class Prefix(Written[Interface]):
    """An address or a network with the length of its prefix; host bits are kept."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse CIDR notation such as `192.0.2.1/24`. Raises ValueError, also where the length is missing."""
        head, _, length = text.partition("/")
        try:
            # ip_interface takes an address alone, and a mask in place of the length
            value = ip_interface(text if length.isdecimal() else "")
        except ValueError:
            raise ValueError(f'"{text}" is not in CIDR notation, such as 192.0.2.1/24') from None
        _refuse_zone(head)
        return cls(value)


class AddressPort(Written[tuple[Ip, int]]):
    """An IP address and a port: `192.0.2.1:443`, `[2001:db8::1]:443`."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse the text. Raises ValueError."""
        host, _, port = text.rpartition(":")
        bracketed = host.startswith("[") and host.endswith("]")
        try:
            address = Address.parse(host[1:-1] if bracketed else host).value
            number = _port(port)
        except ValueError:
            raise ValueError(f'"{text}" is not an address with a port, such as 192.0.2.1:443') from None
        if bracketed is not (address.version == 6):
            raise ValueError(f'"{text}" is not an address with a port: brackets belong around IPv6 addresses only')
        return cls((address, number))

    def __str__(self) -> str:
        address, port = self.value
        return f"[{address}]:{port}" if address.version == 6 else f"{address}:{port}"


class Octets(Written[bytes]):
    """Octets in hexadecimal digits with colons between."""

    __slots__ = ()
    KIND: ClassVar[str] = "octets such as 00:1a:2b"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse two digits an octet, with `:` or `-` between. Raises ValueError."""
        octets = bytes.fromhex(re.sub("[:-]", "", text)) if _OCTETS.fullmatch(text) else b""
        if not cls._fits(len(octets)):
            raise ValueError(f'"{text}" is not {cls.KIND}')
        return cls(octets)

    @classmethod
    def _fits(cls, size: int) -> bool:
        return size > 0

    def __str__(self) -> str:
        return self.value.hex(":")


class HardwareAddress(Octets):
    """A link-layer address."""

    __slots__ = ()
    KIND = "a hardware address such as 2e:3c:4d:5e:6f:70"

    @classmethod
    def _fits(cls, size: int) -> bool:
        return size in _MAC_SIZES


class Duid(Octets):
    """A DHCP unique identifier (RFC 8415, section 11)."""

    __slots__ = ()
    KIND = "a DUID such as 00:01:00:01:23:45:67:89:ab:cd:ef:01:23:45"

    @classmethod
    def _fits(cls, size: int) -> bool:
        return 3 <= size <= LONGEST_DUID


class Duration(Written[int]):
    """A span of time in nanoseconds, written as Go does: `1h30m`, `1.5s`."""

    __slots__ = ()

    @property
    def seconds(self) -> float:
        """The span in seconds."""
        return self.value / 10**9

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse Go's notation. Raises ValueError, also for a span beyond 292 years."""
        if text in {"0", "+0", "-0"}:
            return cls(0)
        if not _DURATION.fullmatch(text):
            raise ValueError(f'"{text}" is not a duration such as 10s or 1h30m')
        total = sum(_nanoseconds(*step) for step in _STEP.findall(text))
        if total > _LARGEST_DURATION:
            raise ValueError(f'"{text}" is too long a duration')
        return cls(-total if text[0] == "-" else total)

    def __str__(self) -> str:
        sign, rest = "-" * (self.value < 0), abs(self.value)
        if rest < _NANOSECONDS["s"]:
            unit = next((unit for unit in ("ms", "µs") if rest >= _NANOSECONDS[unit]), "ns")
            return f"{sign}{_decimal(rest, _NANOSECONDS[unit])}{unit}" if rest else "0s"
        hours, rest = divmod(rest, _NANOSECONDS["h"])
        minutes, rest = divmod(rest, _NANOSECONDS["m"])
        text = f"{hours}h{minutes}m" if hours else f"{minutes}m" if minutes else ""
        return f"{sign}{text}{_decimal(rest, _NANOSECONDS['s'])}s"


class RoutingTable(Written[int]):
    """A routing table by its number, or by one of the names that Linux has: main, local, default."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse a name or a number. Raises ValueError."""
        number = _TABLES.get(text)
        if number is None:
            if not (text.isascii() and text.isdecimal()) or len(text) > 10 or int(text) > LARGEST_TABLE:
                raise ValueError(f'"{text}" is not a routing table: give a number, or one of {", ".join(_TABLES)}')
            number = int(text)
        return cls(number)

    def __str__(self) -> str:
        return next((name for name, number in _TABLES.items() if number == self.value), str(self.value))


class PortRange(Written[tuple[int, int]]):
    """A port or an inclusive range of ports: `443`, `8000-8080`."""

    __slots__ = ()
    SCHEMA: ClassVar[dict[str, object]] = {"type": ["integer", "string"]}

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse a port or two with a hyphen between. Raises ValueError."""
        first, hyphen, last = text.partition("-")
        try:
            low, high = _port(first), _port(last if hyphen else first)
        except ValueError:
            raise ValueError(f'"{text}" is not a port or a range of ports such as 8000-8080') from None
        if low > high:
            raise ValueError(f'"{text}" is not a range of ports: it ends before it begins')
        return cls((low, high))

    def plain(self) -> str | int:
        """A number for one port, text for a range."""
        low, high = self.value
        return low if low == high else f"{low}-{high}"

    def __str__(self) -> str:
        return str(self.plain())


def _refuse_zone(text: str) -> None:
    if "%" in text:
        raise ValueError(f'"{text}" has a zone: leave it out, the link is said elsewhere')


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > 5 or int(text) > LARGEST_PORT:
        raise ValueError(text)
    return int(text)


def _nanoseconds(whole: str, fraction: str, unit: str) -> int:
    scale = _NANOSECONDS[unit]
    digits = fraction[:18]  # a nanosecond of an hour is the 13th digit
    parts: int = 10 ** len(digits)
    return int(whole[:20] or 0) * scale + int(digits or 0) * scale // parts


def _decimal(amount: int, unit: int) -> str:
    whole, rest = divmod(amount, unit)
    digits = f"{rest:0{len(str(unit)) - 1}d}".rstrip("0")
    return f"{whole}.{digits}" if digits else str(whole)
