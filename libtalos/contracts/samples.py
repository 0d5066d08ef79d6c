"""Sample messages: every field filled with a value that follows from its name and number alone.

The values are the widest that every codec must carry: negative numbers, 64-bit numbers beyond a double's precision,
bytes that are no text. Times have whole microseconds, which is what Python's datetime holds.
"""

from __future__ import annotations

from google.protobuf import any_pb2, duration_pb2, timestamp_pb2
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message

from libtalos.contracts.descriptors import Types

_EPOCH = 1_767_225_600  # 2026-01-01T00:00:00Z: far enough from 1970 to fill five bytes
_BIG = 2**53


def sample(types: Types, name: str, *, variant: int = 0) -> Message:
    """Return the message with every field filled. Of each oneof, variant picks the member (modulo their number)."""
    return _fill(types, types.message(name)(), variant, (name,))


def variants(types: Types, name: str) -> int:
    """Return how many variants it takes to fill every member of every oneof in the message."""
    return _variants(types.descriptor(name), set())


def _variants(descriptor: Descriptor, seen: set[str]) -> int:
    if descriptor.full_name in seen:
        return 1
    seen.add(descriptor.full_name)
    counts = [len(item.fields) for item in descriptor.oneofs]
    counts += [_variants(field.message_type, seen) for field in descriptor.fields if field.message_type]
    return max(counts, default=1)


def _fill(types: Types, message: Message, variant: int, path: tuple[str, ...]) -> Message:
    if _fill_well_known(message):
        return message
    for field in message.DESCRIPTOR.fields:
        if not _is_other_member(field, variant):
            _set(types, message, field, variant, path)
    return message


def _is_other_member(field: FieldDescriptor, variant: int) -> bool:
    oneof = field.containing_oneof
    return bool(oneof and oneof.fields[variant % len(oneof.fields)].name != field.name)


def _fill_well_known(message: Message) -> bool:
    source = _well_known(message.DESCRIPTOR.full_name)
    if source is not None:
        message.ParseFromString(source.SerializeToString(deterministic=True))
    return source is not None


def _well_known(name: str) -> Message | None:
    if name == "google.protobuf.Timestamp":
        return timestamp_pb2.Timestamp(seconds=_EPOCH, nanos=123_456_000)
    if name == "google.protobuf.Duration":
        return duration_pb2.Duration(seconds=3_661, nanos=500_000_000)
    if name == "google.protobuf.Any":
        packed = any_pb2.Any()
        packed.Pack(duration_pb2.Duration(seconds=1), deterministic=True)
        return packed
    return None


def _set(types: Types, message: Message, field: FieldDescriptor, variant: int, path: tuple[str, ...]) -> None:
    if field.message_type and field.message_type.GetOptions().map_entry:
        _set_map(types, message, field, variant, path)
    elif field.message_type:
        _set_message(types, message, field, variant, path)
    elif field.is_repeated:
        getattr(message, field.name).extend([_scalar(field, 0), _scalar(field, 1)])
    else:
        setattr(message, field.name, _scalar(field, 0))


def _set_message(types: Types, message: Message, field: FieldDescriptor, variant: int, path: tuple[str, ...]) -> None:
    name = field.message_type.full_name
    if name in path:  # a message within itself ends here, once
        return
    value = getattr(message, field.name)
    target = value.add() if field.is_repeated else value
    target.SetInParent()
    _fill(types, target, variant, (*path, name))


def _set_map(types: Types, message: Message, field: FieldDescriptor, variant: int, path: tuple[str, ...]) -> None:
    key, value = (field.message_type.fields_by_name[name] for name in ("key", "value"))
    target = getattr(message, field.name)
    for index in (0, 1):
        if value.message_type is None:
            target[_key(key, index)] = _scalar(value, index)
        else:
            _fill(types, target[_key(key, index)], variant, (*path, value.message_type.full_name))


def _key(field: FieldDescriptor, index: int) -> object:
    if field.type == FieldDescriptor.TYPE_STRING:
        return "ab"[index] + "-key"  # no prefix of each other: every codec sorts them alike
    return _scalar(field, index)


def _scalar(field: FieldDescriptor, index: int) -> object:
    seed = field.number + 100 * index
    if field.cpp_type == FieldDescriptor.CPPTYPE_ENUM:
        values = field.enum_type.values
        return values[-1 - index % len(values)].number
    if field.type == FieldDescriptor.TYPE_BYTES:
        return f"{field.name}-{seed}".encode() + b"\x00\xff"
    return _by_type(field, seed, index)


def _by_type(field: FieldDescriptor, seed: int, index: int) -> object:
    values: dict[int, object] = {
        FieldDescriptor.CPPTYPE_STRING: f"{field.name}-{seed}",
        FieldDescriptor.CPPTYPE_BOOL: index == 0,
        FieldDescriptor.CPPTYPE_FLOAT: seed + 0.5,
        FieldDescriptor.CPPTYPE_DOUBLE: seed + 0.1,
        FieldDescriptor.CPPTYPE_INT32: -seed,
        FieldDescriptor.CPPTYPE_UINT32: 2**31 + seed,
        FieldDescriptor.CPPTYPE_INT64: -(_BIG + seed),
        FieldDescriptor.CPPTYPE_UINT64: 2 * _BIG + seed,
    }
    return values[field.cpp_type]
