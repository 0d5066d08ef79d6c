"""What a codec needs to know of messages, from their descriptors; names are those of the betterproto2 classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
from betterproto2_compiler.compile.naming import pythonize_class_name, pythonize_field_name
from betterproto2_compiler.known_types import WRAPPED_TYPES
from google.protobuf import descriptor_pb2 as pb

Presence = Literal["implicit", "explicit", "repeated", "map"]
# What a class is replaced with: a datetime, a timedelta, or the one field of the message
Wrapping = Literal["datetime", "timedelta", "value"]

_KINDS = {number: name.removeprefix("TYPE_").lower() for name, number in pb.FieldDescriptorProto.Type.items()}
_WRAPPINGS: dict[str, Wrapping] = {"datetime.datetime": "datetime", "datetime.timedelta": "timedelta"}
VARINT, I64, LEN, I32 = 0, 1, 2, 5
_WIRE_TYPES = {"fixed32": I32, "sfixed32": I32, "float": I32, "fixed64": I64, "sfixed64": I64, "double": I64}
_WIRE_TYPES |= {"string": LEN, "bytes": LEN, "message": LEN}


class UnsupportedError(Exception):
    """A proto uses what no codec can be generated for; the text names the message and the field."""


class Reference(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A generated class: its proto package and its name in Python."""

    package: str
    name: str


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field. group: the other members of its oneof. target: the class of a message or an enum.

    wrapped: the Python value is what the message is replaced with. entry: the two fields of a map's entry.
    """

    name: str
    number: int
    kind: str
    presence: Presence
    packed: bool = False
    group: tuple[str, ...] = ()
    target: Reference | None = None
    wrapped: bool = False
    entry: Message | None = None

    @property
    def wire_type(self) -> int:
        """Of a single value."""
        return _WIRE_TYPES.get(self.kind, VARINT)

    @property
    def tag(self) -> int:
        """Of a single value."""
        return self.number << 3 | self.wire_type

    @property
    def packed_tag(self) -> int:
        """Of many values in one."""
        return self.number << 3 | LEN

    @property
    def is_message(self) -> bool:
        """Whether the value has a codec of its own."""
        return self.kind == "message"

    @property
    def may_be_packed(self) -> bool:
        """Whether readers have to take both forms."""
        return self.presence == "repeated" and self.wire_type != LEN

    def message(self) -> Reference:
        """The class of the field. Raises TypeError for a field without one."""
        if self.target is None:
            raise TypeError(f"{self.name} has no class")
        return self.target


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message: full_name is the proto's, fields are sorted by number.

    counted: it can be nested to any depth, since a message that can hold itself is above or below it.
    """

    full_name: str
    reference: Reference
    fields: tuple[Field, ...]
    wrapping: Wrapping | None = None
    counted: bool = False


def plan(files: pb.FileDescriptorSet) -> list[Message]:
    """Every message of files, sorted by package and name. Raises UnsupportedError for proto2, editions and groups."""
    for file in files.file:
        if file.syntax != "proto3":
            raise UnsupportedError(f"{file.name}: only proto3 has codecs, not {file.syntax or 'proto2'}")
    planner = _Planner(files)
    names = [name for name, message in planner.messages.items() if not message.options.map_entry]
    return sorted((planner.message(name) for name in names), key=lambda message: message.reference)


class _Planner:
    """The messages and enums of a descriptor set by full name."""

    def __init__(self, files: pb.FileDescriptorSet) -> None:
        self.messages: dict[str, pb.DescriptorProto] = {}
        self._packages: dict[str, str] = {}
        for file in files.file:
            found = dict(_nested(file.package, file.message_type))
            enums = [f"{name}.{enum.name}" for name, message in found.items() for enum in message.enum_type]
            enums += [f"{file.package}.{enum.name}" for enum in file.enum_type]
            self.messages |= found
            self._packages |= dict.fromkeys([*found, *enums], file.package)
        self._counted = _counted(self.messages)

    def message(self, name: str) -> Message:
        """The plan of one message."""
        descriptor = self.messages[name]
        members: dict[int, list[str]] = {}
        for field in descriptor.field:
            if field.HasField("oneof_index"):
                members.setdefault(field.oneof_index, []).append(pythonize_field_name(field.name))
        fields = sorted(descriptor.field, key=lambda field: field.number)
        return Message(
            full_name=name,
            reference=self._reference(name),
            fields=tuple(self._field(name, field, members) for field in fields),
            wrapping=self._wrapping(name),
            counted=name in self._counted,
        )

    def _field(self, owner: str, field: pb.FieldDescriptorProto, members: dict[int, list[str]]) -> Field:
        name, target, kind = pythonize_field_name(field.name), field.type_name[1:], _KINDS[field.type]
        if kind == "group":
            raise UnsupportedError(f"{owner}.{field.name}: groups have no codec")
        group = members[field.oneof_index] if field.HasField("oneof_index") else []
        is_map = kind == "message" and self.messages[target].options.map_entry
        return Field(
            name=name,
            number=field.number,
            kind=kind,
            presence="map" if is_map else _presence(field),
            packed=field.options.packed if field.options.HasField("packed") else True,
            group=tuple(member for member in group if member != name),
            target=self._reference(target) if target else None,
            wrapped=kind == "message" and self._wrapping(target) is not None,
            entry=self.message(target) if is_map else None,
        )

    def _reference(self, name: str) -> Reference:
        package = self._packages[name]
        return Reference(package=package, name=pythonize_class_name(name.removeprefix(f"{package}.")))

    def _wrapping(self, name: str) -> Wrapping | None:
        package = self._packages[name]
        replacement = WRAPPED_TYPES.get((package, name.removeprefix(f"{package}.")))
        return None if replacement is None else _WRAPPINGS.get(replacement, "value")


def _nested(prefix: str, messages: Iterable[pb.DescriptorProto]) -> Iterator[tuple[str, pb.DescriptorProto]]:
    for message in messages:
        name = f"{prefix}.{message.name}"
        yield name, message
        yield from _nested(name, message.nested_type)


def _counted(found: dict[str, pb.DescriptorProto]) -> frozenset[str]:
    below = {name: {field.type_name[1:] for field in message.field} & found.keys() for name, message in found.items()}
    counted = set(below)
    while finite := {name for name in counted if not below[name] & counted}:
        counted -= finite
    while more := {target for name in counted for target in below[name]} - counted:
        counted |= more
    return frozenset(counted)


def _presence(field: pb.FieldDescriptorProto) -> Presence:
    if field.label == pb.FieldDescriptorProto.LABEL_REPEATED:
        return "repeated"
    explicit = field.HasField("oneof_index") or field.type == pb.FieldDescriptorProto.TYPE_MESSAGE
    return "explicit" if explicit else "implicit"
