"""A descriptor set as a flat table of elements: what is compared, and what a person reads in a difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from google.protobuf import descriptor_pb2 as pb

_PREFIX = len("TYPE_")


class Element(msgspec.Struct, frozen=True, kw_only=True):
    """One named part of a contract: message, field, enum, value, service or method."""

    kind: str
    name: str
    file: str
    number: int | None = None
    type: str = ""

    @property
    def parent(self) -> str:
        """The full name of what it is part of."""
        return self.name.rpartition(".")[0]


def elements(files: Iterable[pb.FileDescriptorProto]) -> list[Element]:
    """Return every element of the files, in their order."""
    return [element for file in files for element in _file(file)]


def _file(file: pb.FileDescriptorProto) -> Iterator[Element]:
    for service in file.service:
        yield from _service(file, service)
    for message in file.message_type:
        yield from _message(file, f"{file.package}.{message.name}", message)
    for enum in file.enum_type:
        yield from _enum(file, f"{file.package}.{enum.name}", enum)


def _service(file: pb.FileDescriptorProto, service: pb.ServiceDescriptorProto) -> Iterator[Element]:
    name = f"{file.package}.{service.name}"
    yield Element(kind="service", name=name, file=file.name)
    for method in service.method:
        yield Element(kind="method", name=f"{name}.{method.name}", file=file.name, type=_method_type(method))


def _message(file: pb.FileDescriptorProto, name: str, message: pb.DescriptorProto) -> Iterator[Element]:
    yield Element(kind="message", name=name, file=file.name)
    maps = {f".{name}.{item.name}": item for item in message.nested_type if item.options.map_entry}
    for field in message.field:
        text = _field_type(message, field, maps)
        yield Element(kind="field", name=f"{name}.{field.name}", file=file.name, number=field.number, type=text)
    for nested in message.nested_type:
        if not nested.options.map_entry:
            yield from _message(file, f"{name}.{nested.name}", nested)
    for enum in message.enum_type:
        yield from _enum(file, f"{name}.{enum.name}", enum)


def _enum(file: pb.FileDescriptorProto, name: str, enum: pb.EnumDescriptorProto) -> Iterator[Element]:
    yield Element(kind="enum", name=name, file=file.name)
    for value in enum.value:
        yield Element(kind="value", name=f"{name}.{value.name}", file=file.name, number=value.number)


def _method_type(method: pb.MethodDescriptorProto) -> str:
    request = ("stream " if method.client_streaming else "") + method.input_type.lstrip(".")
    response = ("stream " if method.server_streaming else "") + method.output_type.lstrip(".")
    level = pb.MethodOptions.IdempotencyLevel.Name(method.options.idempotency_level)
    suffix = "" if level == "IDEMPOTENCY_UNKNOWN" else f" [{level}]"
    return f"({request}) returns ({response}){suffix}"


def _field_type(
    message: pb.DescriptorProto, field: pb.FieldDescriptorProto, maps: dict[str, pb.DescriptorProto]
) -> str:
    if field.type_name in maps:
        key, value = maps[field.type_name].field
        return f"map<{_plain_type(key)}, {_plain_type(value)}>"
    return _label(message, field) + _plain_type(field)


def _label(message: pb.DescriptorProto, field: pb.FieldDescriptorProto) -> str:
    if field.proto3_optional:
        return "optional "
    if field.HasField("oneof_index"):
        return f"oneof {message.oneof_decl[field.oneof_index].name} "
    return "repeated " if field.label == pb.FieldDescriptorProto.LABEL_REPEATED else ""


def _plain_type(field: pb.FieldDescriptorProto) -> str:
    if field.type_name:
        return str(field.type_name).lstrip(".")
    return str(pb.FieldDescriptorProto.Type.Name(field.type))[_PREFIX:].lower()
