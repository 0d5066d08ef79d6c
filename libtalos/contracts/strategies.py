"""hypothesis strategies for the messages of a descriptor set: whatever a well-formed request can hold."""

from __future__ import annotations

from typing import Any

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
from google.protobuf.message import Message
from hypothesis import strategies as st

from libtalos.contracts.descriptors import Types

_MAX_DEPTH = 3
_MAX_ITEMS = 3
_TIMESTAMP = {"seconds": st.integers(-62_135_596_800, 253_402_300_799), "nanos": st.integers(0, 999_999_999)}
_DURATION_LIMIT = 315_576_000_000 * 10**9  # nanoseconds, see google/protobuf/duration.proto


def messages(types: Types, name: str) -> st.SearchStrategy[Message]:
    """Return a strategy for the message with this full name: any subset of its fields, any valid values.

    Messages nest three deep at most; of a oneof, at most one member is set.
    """
    return _message(types, types.descriptor(name), _MAX_DEPTH)


def _message(types: Types, descriptor: Descriptor, depth: int) -> st.SearchStrategy[Message]:
    cls: Any = types.message(descriptor.full_name)
    known = _well_known(descriptor.full_name)
    if known is not None:
        return known.map(lambda fields: cls(**fields))
    fields = {field.name: field for field in descriptor.fields if depth or field.message_type is None}
    values = {name: _field(types, field, depth) for name, field in fields.items()}
    return st.fixed_dictionaries({}, optional=values).map(lambda chosen: _build(cls, chosen))


def _build(cls: Any, values: dict[str, Any]) -> Any:
    message = cls()
    for name, value in values.items():
        field = message.DESCRIPTOR.fields_by_name[name]
        part = {name: value} if not _is_message_map(field) else {}
        message.MergeFrom(cls(**part))
        for key, item in value.items() if _is_message_map(field) else ():
            getattr(message, name)[key].CopyFrom(item)
    return message


def _is_message_map(field: FieldDescriptor) -> bool:
    if field.message_type is None or not field.message_type.GetOptions().map_entry:
        return False
    return field.message_type.fields_by_name["value"].message_type is not None


def _well_known(name: str) -> st.SearchStrategy[dict[str, int]] | None:
    if name == "google.protobuf.Timestamp":
        return st.fixed_dictionaries({}, optional=_TIMESTAMP)
    if name == "google.protobuf.Duration":
        return st.integers(-_DURATION_LIMIT, _DURATION_LIMIT).map(_duration)
    return None


def _duration(nanoseconds: int) -> dict[str, int]:
    sign = -1 if nanoseconds < 0 else 1
    seconds, nanos = divmod(abs(nanoseconds), 10**9)
    return {"seconds": sign * seconds, "nanos": sign * nanos}


def _field(types: Types, field: FieldDescriptor, depth: int) -> st.SearchStrategy[Any]:
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        key, value = (field.message_type.fields_by_name[name] for name in ("key", "value"))
        return st.dictionaries(_single(types, key, depth), _single(types, value, depth), max_size=_MAX_ITEMS)
    single = _single(types, field, depth)
    return st.lists(single, max_size=_MAX_ITEMS) if field.is_repeated else single


def _single(types: Types, field: FieldDescriptor, depth: int) -> st.SearchStrategy[Any]:
    if field.message_type is not None:
        return _message(types, field.message_type, depth - 1)
    if field.enum_type is not None:
        return _enum(field.enum_type)
    if field.type == FieldDescriptor.TYPE_BYTES:
        return st.binary(max_size=64)
    return _scalar(field.cpp_type)


def _enum(descriptor: EnumDescriptor) -> st.SearchStrategy[int]:
    # Enums are open in proto3: a caller of a later version sends numbers that are not named here.
    return st.sampled_from([value.number for value in descriptor.values]) | st.integers(-(2**31), 2**31 - 1)


def _scalar(kind: int) -> st.SearchStrategy[Any]:
    strategies: dict[int, st.SearchStrategy[Any]] = {
        FieldDescriptor.CPPTYPE_STRING: st.text(max_size=64),
        FieldDescriptor.CPPTYPE_BOOL: st.booleans(),
        FieldDescriptor.CPPTYPE_FLOAT: st.floats(width=32),
        FieldDescriptor.CPPTYPE_DOUBLE: st.floats(),
        FieldDescriptor.CPPTYPE_INT32: st.integers(-(2**31), 2**31 - 1),
        FieldDescriptor.CPPTYPE_UINT32: st.integers(0, 2**32 - 1),
        FieldDescriptor.CPPTYPE_INT64: st.integers(-(2**63), 2**63 - 1),
        FieldDescriptor.CPPTYPE_UINT64: st.integers(0, 2**64 - 1),
    }
    return strategies[kind]
