"""The recorded messages of this repository, and what damages them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts import golden, lock
from libtalos.contracts.descriptors import Types, package_closure
from libtalos.contracts.files import read_tree
from libtalos.contracts.layout import Finding, Layout
from libtalos.contracts.samples import sample, variants

FILES = lock.packaged()
EVENT = "talos.component.v1/WatchEvents.response"


def damage(layout: Layout, name: str, data: bytes) -> list[Finding]:
    """Write other bytes into one recorded file and verify again."""
    (layout.golden / name).write_bytes(data)
    return golden.verify(layout.golden, FILES)


def test_every_recorded_message_holds(layout: Layout) -> None:
    """Both codecs read every message, write the same bytes, and agree on the JSON."""
    assert golden.verify(layout.golden, FILES) == []
    assert len(read_tree(layout.golden)) >= 200


def test_recording_is_deterministic(layout: Layout) -> None:
    """The same protos give the same bytes, which are those in git."""
    assert golden.render(FILES) == read_tree(layout.golden)


def test_other_bytes_are_caught_by_both_codecs(layout: Layout) -> None:
    """A flipped byte shows in the JSON of both."""
    raw = (layout.golden / f"{EVENT}.bin").read_bytes()
    findings = damage(layout, f"{EVENT}.bin", raw.replace(b"id-1", b"id-2"))
    assert {item.where for item in findings} == {f"proto/golden/{EVENT}"}
    assert any(item.message.startswith("protobuf gives other JSON") for item in findings)
    assert any(item.message.startswith("the generated codec gives other JSON") for item in findings)


def test_an_unknown_field_is_caught(layout: Layout) -> None:
    """Bytes with a field that the contract does not know are not the contract's."""
    raw = (layout.golden / f"{EVENT}.bin").read_bytes()
    findings = damage(layout, f"{EVENT}.bin", raw + b"\xf8\x01\x01")
    assert any("protobuf encodes other bytes" in item.message for item in findings)


def test_truncated_bytes_and_damaged_json_are_caught(layout: Layout) -> None:
    """Files that cannot be read are findings with the reason."""
    raw = (layout.golden / f"{EVENT}.bin").read_bytes()
    messages = [item.message for item in damage(layout, f"{EVENT}.bin", raw[:-3])]
    assert any(text.startswith("protobuf cannot read it") for text in messages)
    (finding,) = damage(layout, f"{EVENT}.json", b"{")
    assert finding.message.startswith("the JSON is damaged")


def test_missing_and_left_over_files_are_caught(layout: Layout) -> None:
    """Each method's messages are recorded, and nothing else."""
    (layout.golden / f"{EVENT}.json").unlink()
    findings = damage(layout, "talos.component.v1/Gone.request.bin", b"")
    assert {item.message.partition(":")[0] for item in findings} == {
        "is not recorded",
        "belongs to no method; remove it",
    }


def test_json_is_readable_and_sorted(layout: Layout) -> None:
    """A person reviews the JSON in a diff."""
    path: Path = layout.golden / f"{EVENT}.json"
    value = json.loads(path.read_bytes())
    assert value["event"]["time"] == "2026-01-01T00:00:00.123456Z"
    assert value["event"]["data"]["@type"] == "type.googleapis.com/google.protobuf.Duration"
    assert path.read_bytes() == golden.encode_json(value)


@pytest.mark.parametrize("name", ["talos.resource.v1.Metadata", "machine.ServiceListResponse", "etcdserverpb.Member"])
def test_a_sample_fills_every_field(name: str) -> None:
    """No field of a message is left at its default."""
    message = sample(Types(FILES), name)
    assert {field.name for field, _ in message.ListFields()} == {field.name for field in message.DESCRIPTOR.fields}


def test_variants_fill_every_member_of_a_oneof() -> None:
    """What one sample cannot hold, the variants hold together."""
    types, name = Types(FILES), "grpc.reflection.v1.ServerReflectionRequest"
    count = variants(types, name)
    members = {sample(types, name, variant=index).WhichOneof("message_request") for index in range(count)}
    assert count == 5
    assert members == {item.name for item in types.descriptor(name).oneofs_by_name["message_request"].fields}


def test_a_message_within_itself_ends() -> None:
    """A recursive message is filled once, and not for ever."""
    node = pb.DescriptorProto(name="Node")
    node.field.add(name="child", number=1, type="TYPE_MESSAGE", label="LABEL_OPTIONAL", type_name=".t.v1.Node")
    node.field.add(name="name", number=2, type="TYPE_STRING", label="LABEL_OPTIONAL")
    files = pb.FileDescriptorSet(
        file=[pb.FileDescriptorProto(name="t.proto", package="t.v1", syntax="proto3", message_type=[node])]
    )
    message = sample(Types(package_closure(files, "t.v1")), "t.v1.Node")
    assert {field.name for field, _ in message.ListFields()} == {"name"}
