"""The generator of codecs: what it plans, what it refuses, and that both languages come of one plan."""

from __future__ import annotations

import compileall
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts.codecs.plan import Message, UnsupportedError, plan
from libtalos.contracts.codecs.render import render
from libtalos.contracts.codecs.text import Code
from libtalos.contracts.generate import GenerationError, descriptor_set, generate

HEAD = 'syntax = "proto3";\npackage a.v1;\n'


@pytest.fixture
def planned(tmp_path: Path) -> dict[str, Message]:
    """The plan of a small proto with cycles, a oneof, a map and packed fields."""
    text = """
    message Leaf { int32 weight = 2; string name = 1; }
    message Below { Leaf leaf = 1; }
    message Loop { Loop next = 1; Below below = 2; map<string, Leaf> leaves = 3; }
    message Above { Loop loop = 1; }
    message Choice {
      oneof one { int32 number = 1; Leaf leaf = 2; }
      optional bool flag = 3;
      repeated int32 packed = 4;
      repeated int32 plain = 5 [packed = false];
      message InNested { Kind kind = 1; }
      enum Kind { KIND_UNSPECIFIED = 0; }
    }
    """
    return {message.full_name: message for message in plan(_files(tmp_path, text))}


def _files(directory: Path, text: str, head: str = HEAD) -> pb.FileDescriptorSet:
    (directory / "a.proto").write_text(head + text)
    return descriptor_set(directory)


def test_depth_is_counted_around_cycles_only(planned: dict[str, Message]) -> None:
    """Above a cycle the depth has no bound, and below it must still be known."""
    counted = {name for name, message in planned.items() if message.counted}
    assert counted == {"a.v1.Above", "a.v1.Loop", "a.v1.Below", "a.v1.Leaf"}


def test_fields_are_sorted_and_entries_are_no_messages(planned: dict[str, Message]) -> None:
    """An encoder writes by number; the entry of a map belongs to its field."""
    assert [field.name for field in planned["a.v1.Leaf"].fields] == ["name", "weight"]
    assert "a.v1.Loop.LeavesEntry" not in planned
    leaves = planned["a.v1.Loop"].fields[2]
    assert leaves.entry is not None
    assert [field.kind for field in leaves.entry.fields] == ["string", "message"]


def test_presence_oneofs_and_packing(planned: dict[str, Message]) -> None:
    """As the proto says."""
    number, leaf, flag, packed, plain = planned["a.v1.Choice"].fields
    assert (number.group, leaf.group, flag.group) == (("leaf",), ("number",), ())
    assert [field.presence for field in (number, leaf, flag, packed)] == ["explicit"] * 3 + ["repeated"]
    assert (packed.packed, plain.packed) == (True, False)
    assert (plain.tag, plain.packed_tag) == (0x28, 0x2A)


def test_nested_types_have_the_names_of_their_classes(planned: dict[str, Message]) -> None:
    """betterproto2 puts them beside the outer one."""
    nested = planned["a.v1.Choice.InNested"]
    assert nested.reference.name == "ChoiceInNested"
    assert nested.fields[0].message().name == "ChoiceKind"
    with pytest.raises(TypeError, match="weight has no class"):
        planned["a.v1.Leaf"].fields[1].message()


@pytest.mark.parametrize(
    ("head", "text", "told"),
    [
        (
            'syntax = "proto2";\npackage a.v1;\n',
            "message M { optional int32 a = 1; }",
            "not proto2",
        ),
        ('edition = "2023";\npackage a.v1;\n', "message M { int32 a = 1; }", "not editions"),
    ],
)
def test_what_has_no_codec_is_an_error_of_the_generation(tmp_path: Path, head: str, text: str, told: str) -> None:
    """With the name of the file, and before anything is replaced."""
    files = _files(tmp_path, text, head)
    with pytest.raises(UnsupportedError, match=rf"a\.proto: only proto3 has codecs, {told}"):
        plan(files)


def test_groups_have_no_codec(tmp_path: Path) -> None:
    """Only an old file could have one."""
    files = _files(tmp_path, "message M { int32 a = 1; }")
    files.file[0].message_type[0].field[0].type = pb.FieldDescriptorProto.TYPE_GROUP
    with pytest.raises(UnsupportedError, match=r"a\.v1\.M\.a: groups have no codec"):
        plan(files)


def test_a_generation_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """Nothing is deleted before everything is made."""
    proto, target = tmp_path / "proto", tmp_path / "gen"
    proto.mkdir()
    target.mkdir()
    (target / "old.py").write_text("")
    (proto / "a.proto").write_text('syntax = "proto2";\npackage a.v1;\nmessage M { optional int32 a = 1; }\n')
    with pytest.raises(GenerationError):
        generate(proto, target)
    assert (target / "old.py").exists()


def test_the_digest_is_that_of_everything_generated(tmp_path: Path) -> None:
    """An extension of other protos is known by it."""
    first, same = (render(_files(tmp_path, "message M { int32 a = 1; }")) for _ in range(2))
    other = render(_files(tmp_path, "message M { int32 a = 2; }"))
    assert first == same
    line = first["codec_digest.py"].splitlines()[-1]
    assert line.startswith("DIGEST = ")
    assert first["compiled.pyx"].endswith(f"{line}\n")
    assert line not in other["codec_digest.py"]


def test_a_package_without_messages_or_fields(tmp_path: Path) -> None:
    """The code compiles all the same."""
    texts = render(_files(tmp_path, "enum E { E_UNSPECIFIED = 0; } message Nothing {}"))
    (tmp_path / "codec.py").write_text(texts["a/v1/codec.py"])
    assert compileall.compile_file(str(tmp_path / "codec.py"), quiet=1)


def test_blocks_are_indented() -> None:
    """Empty lines are not."""
    code = Code()
    with code.block("if a:"), code.block("if b:"):
        code.add("c", "")
    code.add("d")
    assert code.text() == "if a:\n    if b:\n        c\n\nd\n"
