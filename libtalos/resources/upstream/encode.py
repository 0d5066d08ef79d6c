"""A spec, as its YAML has it, to the bytes of upstream's message for it.

Both come from the same struct in upstream, so that keys and fields have the same names but for `words`, and values
differ in form only: addresses are bytes, enums and flags are words. What 1.13 has no field for is left out.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import struct
from collections.abc import Callable, Mapping
from ipaddress import ip_address, ip_interface
from typing import Any, Final

from libtalos.resources.naming import display_type
from libtalos.resources.upstream import words
from libtalos.resources.upstream.schema import Field, schema
from libtalos.wireformat.pure import varint

_VARINT, _FIXED64, _BYTES = 0, 1, 2
_DURATION: Final = re.compile(r"([\d.]+)(ns|us|µs|ms|s|m|h)")


def message_of(resource_type: str) -> str | None:
    """The name of upstream's message for a type, None if it has none."""
    found = words.MESSAGES.get(resource_type)
    if found is None:
        suffix = resource_type.partition(".")[2]
        if suffix not in words.GROUPS:
            return None
        found = f"{words.GROUPS[suffix]}.{display_type(resource_type)}Spec"
    return found if found in schema().messages else None


def encode(resource_type: str, spec: Mapping[str, Any]) -> bytes:
    """The bytes of a spec, none for a type that upstream does not have.

    Raises ValueError naming the key whose value is not of the kind that upstream has.
    """
    name = message_of(resource_type)
    return b"" if name is None else _message(name, spec)


def _message(name: str, values: Mapping[str, Any]) -> bytes:
    fields = schema().messages[name]
    out = bytearray()
    for key, value in values.items():
        field = _field(fields, key)
        if field is not None and value is not None:
            try:
                out += _encode(field, _flags(name, key, value))
            except (ValueError, TypeError, AttributeError) as error:
                raise ValueError(f"{key}: {error}") from error
    for key in words.INLINE.get(name, ()):
        inner = _message(fields[key].kind.removeprefix("message:"), values)
        out += _tagged(fields[key].number, _BYTES, _sized(inner))
    return bytes(out)


def _field(fields: Mapping[str, Field], key: str) -> Field | None:
    plain = key.lower().replace("_", "")
    return next((fields[each] for each in words.KEYS.get(plain, (plain,)) if each in fields), None)


def _encode(field: Field, value: Any) -> bytes:
    if field.kind.startswith("map:"):
        return b"".join(_entry(field, str(key), each) for key, each in sorted(value.items()))
    if not field.repeated:
        return _tagged(field.number, *_value(field.kind, value))
    pairs = [_value(field.kind, each) for each in value]
    if pairs and pairs[0][0] == _VARINT:
        return _tagged(field.number, _BYTES, _sized(b"".join(data for _, data in pairs)))
    return b"".join(_tagged(field.number, wire, data) for wire, data in pairs)


def _entry(field: Field, key: str, value: Any) -> bytes:
    body = _tagged(1, _BYTES, _sized(key.encode())) + _tagged(2, *_value(field.kind.removeprefix("map:"), value))
    return _tagged(field.number, _BYTES, _sized(body))


def _value(kind: str, value: Any) -> tuple[int, bytes]:
    """The wire type and the bytes of one value."""
    family, _, name = kind.partition(":")
    if family == "message":
        special = _SPECIAL.get(name)
        return _BYTES, _sized(_message(name, _as_mapping(name, value)) if special is None else special(value))
    if family == "enum":
        return _VARINT, _signed(_enum(name, str(value)))
    return _SCALARS[family](value)


def _as_mapping(name: str, value: Any) -> Mapping[str, Any]:
    """Upstream has lists of plain values as messages with one field (`ArgValues`)."""
    if isinstance(value, Mapping):
        return value
    (only,) = schema().messages[name]
    return {only: [value] if isinstance(value, str) else value}


def _flags(message: str, key: str, value: Any) -> Any:
    if key != "flags" or not isinstance(value, str) or message not in words.FLAGS:
        return value
    known, first = words.FLAGS[message]
    found = {word.strip() for word in value.replace("|", ",").split(",")}
    return sum(1 << first + bit for bit, word in enumerate(known) if word in found)


@functools.cache
def _enum(name: str, word: str) -> int:
    """The number of a word: its own, or that of the shortest name that ends in it. Raises ValueError."""
    members = schema().enums[name]
    exact = words.ENUM_WORDS.get((name, word))
    if exact is not None:
        return members[exact]
    plain = _letters(word)
    ends = [each for each in members if _letters(each).endswith(plain)]
    if plain and ends:
        return members[min(ends, key=len)]
    if not word:
        return 0
    return int(word)


def _letters(word: str) -> str:
    return "".join(sign for sign in word.upper() if sign.isalnum())


def _bool(value: Any) -> tuple[int, bytes]:
    return _VARINT, varint(int(bool(value)))


def _integer(value: Any) -> tuple[int, bytes]:
    return _VARINT, _signed(int(value))


def _string(value: Any) -> tuple[int, bytes]:
    return _BYTES, _sized(str(value).encode())


def _octets(value: Any) -> tuple[int, bytes]:
    """Octets: of a hardware address with colons, or the text itself."""
    text = str(value)
    try:
        return _BYTES, _sized(bytes.fromhex(text.replace(":", "")) if ":" in text else text.encode())
    except ValueError:
        return _BYTES, _sized(text.encode())


def _double(value: Any) -> tuple[int, bytes]:
    return _FIXED64, struct.pack("<d", float(value))


_SCALARS: Final[Mapping[str, Callable[[Any], tuple[int, bytes]]]] = {
    "bool": _bool,
    "string": _string,
    "bytes": _octets,
    "double": _double,
    **dict.fromkeys(("int32", "int64", "uint32", "uint64"), _integer),
}


def _ip(value: Any) -> bytes:
    """common.NetIP, as Go's netip.Addr writes itself."""
    return _tagged(1, _BYTES, _sized(ip_address(value).packed)) if value else b""


def _prefix(value: Any) -> bytes:
    """common.NetIPPrefix."""
    if not value:
        return b""
    found = ip_interface(value)
    return _tagged(1, _BYTES, _sized(found.ip.packed)) + _tagged(2, _VARINT, varint(found.network.prefixlen))


def _ip_port(value: Any) -> bytes:
    """common.NetIPPort."""
    host, _, port = str(value).rpartition(":")
    return _ip(host.strip("[]")) + _tagged(2, _VARINT, varint(int(port or 0)))


def _timestamp(value: Any) -> bytes:
    """google.protobuf.Timestamp of a time in RFC 3339."""
    return _moment(dt.datetime.fromisoformat(str(value)).timestamp())


def _duration(value: Any) -> bytes:
    """google.protobuf.Duration of seconds, or of Go's notation."""
    return _moment(float(value) if isinstance(value, int | float) else _seconds(str(value)))


def _moment(seconds: float) -> bytes:
    whole = int(seconds // 1)
    return _tagged(1, _VARINT, _signed(whole)) + _tagged(2, _VARINT, varint(round((seconds - whole) * 1e9)))


def _seconds(text: str) -> float:
    units = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
    return sum(float(number) * units[unit] for number, unit in _DURATION.findall(text))


def _struct(value: Any) -> bytes:
    """google.protobuf.Struct of a mapping."""
    return _encode(Field(1, "map:message:google.protobuf.Value"), value)


def _any_value(value: Any) -> bytes:
    """google.protobuf.Value."""
    if value is None:
        return _tagged(1, _VARINT, varint(0))
    if isinstance(value, bool):
        return _tagged(4, _VARINT, varint(int(value)))
    if isinstance(value, int | float):
        return _tagged(2, *_double(value))
    if isinstance(value, str):
        return _tagged(3, *_string(value))
    if isinstance(value, Mapping):
        return _tagged(5, _BYTES, _sized(_struct(value)))
    items = b"".join(_tagged(1, _BYTES, _sized(_any_value(each))) for each in value)
    return _tagged(6, _BYTES, _sized(items))


_SPECIAL: Final[Mapping[str, Callable[[Any], bytes]]] = {
    "common.NetIP": _ip,
    "common.NetIPPrefix": _prefix,
    "common.NetIPPort": _ip_port,
    "google.protobuf.Timestamp": _timestamp,
    "google.protobuf.Duration": _duration,
    "google.protobuf.Struct": _struct,
    "google.protobuf.Value": _any_value,
}


def _signed(number: int) -> bytes:
    """A number that may be negative: ten bytes then, as in protobuf."""
    return varint(number & (1 << 64) - 1)


def _tagged(number: int, wire: int, data: bytes) -> bytes:
    return varint(number << 3 | wire) + data


def _sized(data: bytes) -> bytes:
    return varint(len(data)) + data
