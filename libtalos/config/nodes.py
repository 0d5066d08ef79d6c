"""A YAML document as nodes that know their lines."""

from __future__ import annotations

import re
from typing import Final

import msgspec

# a key, or the number of an item: `routes[0].gateway` has three; keys of mappings of text stand in quotes
_STEP: Final = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]|\['([^']*)'\]")


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


def line_at(node: Node, path: str) -> int:
    """The line of the value at a path such as `routes[0].gateway`, or of the nearest one around it that there is."""
    for key, index, quoted in _STEP.findall(path):
        inner = _step(node, key or quoted, index)
        if inner is None:
            break
        node = inner
    return node.line


def _step(node: Node, key: str, index: str) -> Node | None:
    if isinstance(node, Mapping):
        return node.entries.get(key)
    if isinstance(node, Sequence) and index and int(index) < len(node.items):
        return node.items[int(index)]
    return None
