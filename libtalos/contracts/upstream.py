"""The schema of upstream's spec messages (libtalos/resources/upstream/schema.json) from its recorded descriptors.

    python -m libtalos.contracts.upstream

`proto/upstream/resources.binpb` is a descriptor set: the messages of `talos.resource.definitions` (Talos 1.13) whose
types are published here, and of `cosi.resource.meta`, with all that they refer to but the syntax trees of CEL.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from google.protobuf import descriptor_pb2 as pb

RECORDED: Final = Path("upstream/resources.binpb")
_TYPE: Final = pb.FieldDescriptorProto
_PACKAGES: Final = ("talos.resource.definitions.", "cosi.resource.")


def render(recorded: bytes) -> str:
    """The text of schema.json for a descriptor set."""
    files = pb.FileDescriptorSet.FromString(recorded).file
    messages = {name: message for file in files for name, message in _messages(file.package, file.message_type)}
    schema = {
        "messages": {
            _short(name): _fields(message, messages)
            for name, message in sorted(messages.items())
            if not message.options.map_entry
        },
        "enums": {name: numbers for file in files for name, numbers in sorted(_enums(file))},
    }
    return json.dumps(schema, separators=(",", ":"), sort_keys=True) + "\n"


def _messages(prefix: str, found: Any) -> Iterator[tuple[str, pb.DescriptorProto]]:
    for message in found:
        name = f"{prefix}.{message.name}"
        yield name, message
        yield from _messages(name, message.nested_type)


def _enums(file: pb.FileDescriptorProto) -> Iterator[tuple[str, dict[str, int]]]:
    nested = [enum for _, message in _messages("", file.message_type) for enum in message.enum_type]
    for enum in (*file.enum_type, *nested):
        yield enum.name, {value.name: value.number for value in enum.value}


def _fields(message: pb.DescriptorProto, messages: dict[str, pb.DescriptorProto]) -> dict[str, list[Any]]:
    return {field.name.replace("_", ""): _field(field, messages) for field in message.field}


def _field(field: pb.FieldDescriptorProto, messages: dict[str, pb.DescriptorProto]) -> list[Any]:
    entry = messages.get(field.type_name.lstrip("."))
    if entry is not None and entry.options.map_entry:
        return [field.number, f"map:{_kind(entry.field[1])}"]
    kind = [field.number, _kind(field)]
    return [*kind, True] if field.label == _TYPE.LABEL_REPEATED else kind


def _kind(field: pb.FieldDescriptorProto) -> str:
    if field.type == _TYPE.TYPE_ENUM:
        return f"enum:{field.type_name.rpartition('.')[2]}"
    if field.type == _TYPE.TYPE_MESSAGE:
        return f"message:{_short(field.type_name.lstrip('.'))}"
    return str(_TYPE.Type.Name(field.type)).removeprefix("TYPE_").lower()


def _short(name: str) -> str:
    for package in _PACKAGES:
        name = name.removeprefix(package)
    return name


def main(root: Path) -> None:
    """Write schema.json anew."""
    recorded = (root / "proto" / RECORDED).read_bytes()
    (root / "libtalos/resources/upstream/schema.json").write_text(render(recorded))


if __name__ == "__main__":
    main(Path.cwd())
