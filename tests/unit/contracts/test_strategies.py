"""Generated messages: valid, varied, and read alike by protobuf's codec and by the generated classes."""

from __future__ import annotations

from typing import Any

import pytest
from google.protobuf import descriptor_pb2 as pb
from google.protobuf import struct_pb2
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from hypothesis import find, given, settings

from libtalos.contracts import lock
from libtalos.contracts.descriptors import Types, methods, packages
from libtalos.contracts.golden import generated_class
from libtalos.contracts.strategies import messages

FILES = lock.packaged()
TYPES = Types(FILES)
OURS = [name for name in packages(FILES) if name.startswith("talos.")]
NAMES = sorted({name for package in OURS for m in methods(FILES, package) for name in (m.request, m.response)})


def as_betterproto_has_it(message: Any) -> Any:
    """The message with its times cut to what Python's datetime and timedelta hold, and without a negative zero.

    betterproto2 0.10 writes -1 us as -1 s + 999,999 us, which protobuf does not allow, and rounds what is longer than
    centuries. It reads both well, and no contract of ours sends either, so these durations are cut as well. It leaves
    out -0.0 as it does 0.0; the bus' own codecs write it (tests/unit/bus/wire/test_equality.py).
    """
    if message.DESCRIPTOR.full_name == "google.protobuf.Duration":
        message.seconds = max(-(2**32), min(message.seconds, 2**32))
    if message.DESCRIPTOR.full_name in ("google.protobuf.Timestamp", "google.protobuf.Duration"):
        message.nanos = max(0, message.nanos) // 1000 * 1000
    for field, value in message.ListFields():
        if field.cpp_type in (FieldDescriptor.CPPTYPE_FLOAT, FieldDescriptor.CPPTYPE_DOUBLE) and not field.is_repeated:
            setattr(message, field.name, value or 0.0)
        if field.message_type and not field.message_type.GetOptions().map_entry:
            for item in value if field.is_repeated else (value,):
                as_betterproto_has_it(item)
    return message


@pytest.mark.parametrize("name", NAMES)
def test_the_generated_classes_agree_with_protobuf(name: str) -> None:
    """Whatever one codec writes, the other reads as the same message."""
    cls = generated_class(TYPES, name)

    @settings(max_examples=30, deadline=None, database=None)
    @given(messages(TYPES, name))
    def agree(message: Message) -> None:
        raw = as_betterproto_has_it(message).SerializeToString(deterministic=True)
        again = TYPES.message(name).FromString(bytes(cls.parse(raw)))
        assert again.SerializeToString(deterministic=True) == raw

    agree()


def test_a_negative_zero_is_what_betterproto_alone_leaves_out() -> None:
    """Its own codec, not the one of the bus: what the test above cuts is no more than that."""
    name = "talos.component.v1.Metric"
    message = TYPES.message(name)(value=-0.0)
    assert message.SerializeToString() != b""
    assert bytes(generated_class(TYPES, name).parse(message.SerializeToString())) == b""
    assert as_betterproto_has_it(message).SerializeToString() == b""


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("talos.resource.v1.GetResponse", lambda m: len(m.resource.metadata.labels) > 1),
        ("talos.component.v1.WatchEventsRequest", lambda m: m.tail_since.seconds < 0),
        ("talos.filesystem.v1.ListFilesRequest", lambda m: any(kind > 100 for kind in m.types)),
        ("machine.VersionResponse", lambda m: len(m.messages) > 1 and m.messages[0].HasField("metadata")),
        ("grpc.reflection.v1.ServerReflectionRequest", lambda m: m.WhichOneof("message_request") == "list_services"),
    ],
)
def test_messages_vary(name: str, holds: Any) -> None:
    """Maps, negative durations, enum numbers of a later version, nested lists and oneofs all come up."""
    assert holds(find(messages(TYPES, name), holds, settings=settings(max_examples=5000, database=None)))


def test_messages_of_messages_in_maps() -> None:
    """A map's values may be messages, which protobuf wants to be filled in place."""
    file = pb.FileDescriptorProto()
    struct_pb2.DESCRIPTOR.CopyToProto(file)
    types = Types(pb.FileDescriptorSet(file=[file]))

    def has_true(message: Any) -> bool:
        return any(value.bool_value for value in message.fields.values())

    found = find(messages(types, "google.protobuf.Struct"), has_true, settings=settings(database=None))
    assert has_true(found)
