"""A YAML document as nodes that know their lines."""

from __future__ import annotations

import msgspec


class Scalar(msgspec.Struct):
    """A scalar: its text, and whether it was written plain (then it may be a number, a boolean or null)."""

    text: str
    line: int
    plain: bool
    size: int = 1


class Sequence(msgspec.Struct):
    """A list."""

    line: int
    items: list[Node] = msgspec.field(default_factory=list)
    size: int = 1


class Mapping(msgspec.Struct):
    """A mapping with scalar keys, in the order of the text; key_lines says where each key stands."""

    line: int
    entries: dict[str, Node] = msgspec.field(default_factory=dict)
    key_lines: dict[str, int] = msgspec.field(default_factory=dict)
    size: int = 1


Node = Scalar | Sequence | Mapping


def is_null(node: Node) -> bool:
    """Whether a node is YAML's null: `~`, `null`, or nothing at all, unquoted."""
    return isinstance(node, Scalar) and node.plain and node.text in {"", "~", "null", "Null", "NULL"}
