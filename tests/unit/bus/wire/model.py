"""What a message holds, as plain Python values, from our classes and from protobuf's: equal where the messages are."""

from __future__ import annotations

import math
import struct
from datetime import UTC
from typing import Any

from betterproto2_compiler.compile.naming import pythonize_field_name
from google.protobuf.descriptor import Descriptor, FieldDescriptor

WRAPPERS = ("Bool", "Int32", "Int64", "UInt32", "UInt64", "Float", "Double", "String", "Bytes")


def of_ours(message: Any, descriptor: Descriptor) -> dict[str, Any]:
    """The fields of a generated class, without help of betterproto2."""
    found: dict[str, Any] = {"unknown": message._unknown_fields}
    for field in descriptor.fields:
        value = getattr(message, pythonize_field_name(field.name))
        if _is_map(field):
            item = field.message_type.fields_by_name["value"]
            found[field.name] = {key: _our_value(each, item) for key, each in value.items()}
        elif field.is_repeated:
            found[field.name] = [_our_value(each, field) for each in value]
        else:
            found[field.name] = None if value is None else _our_value(value, field)
    return found


def of_google(message: Any) -> dict[str, Any]:
    """The fields of protobuf's own class, with the values that ours have in their place."""
    found: dict[str, Any] = {"unknown": _unknown(message)}
    for field in message.DESCRIPTOR.fields:
        value = getattr(message, field.name)
        if _is_map(field):
            item = field.message_type.fields_by_name["value"]
            found[field.name] = {key: _google_value(value[key], item) for key in value}
        elif field.is_repeated:
            found[field.name] = [_google_value(each, field) for each in value]
        elif field.has_presence and not message.HasField(field.name):
            found[field.name] = None
        else:
            found[field.name] = _google_value(value, field)
    return found


def _our_value(value: Any, field: FieldDescriptor) -> Any:
    name = field.message_type.full_name if field.message_type else ""
    if field.message_type is None or _replaced(name):
        return _comparable(value)
    return of_ours(value, field.message_type)


def _google_value(value: Any, field: FieldDescriptor) -> Any:
    name = field.message_type.full_name if field.message_type else ""
    if name == "google.protobuf.Timestamp":
        return value.ToDatetime(tzinfo=UTC)
    if name == "google.protobuf.Duration":
        return value.ToTimedelta()
    if _replaced(name):
        return _comparable(value.value)
    return of_google(value) if field.message_type is not None else _comparable(value)


def _replaced(name: str) -> bool:
    wrapped = name.removeprefix("google.protobuf.").removesuffix("Value")
    return name in ("google.protobuf.Timestamp", "google.protobuf.Duration") or (
        name.startswith("google.protobuf.") and name.endswith("Value") and wrapped in WRAPPERS
    )


def _comparable(value: Any) -> Any:
    """A float as its bits, with one kind of NaN; an enum as its number; a bool apart from a number."""
    if isinstance(value, float):
        return "nan" if math.isnan(value) else struct.pack("<d", value)
    return (
        (type(value).__name__, value)
        if isinstance(value, bool | str | bytes)
        else int(value)
        if isinstance(value, int)
        else value
    )


def _is_map(field: FieldDescriptor) -> bool:
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def _unknown(message: Any) -> bytes:
    """protobuf's Python has no way to the bytes but to leave out what is known."""
    other = type(message)()
    other.CopyFrom(message)
    for field, _ in other.ListFields():
        other.ClearField(field.name)
    return bytes(other.SerializeToString())
