"""Scalars of YAML 1.2's core schema: what a plain (unquoted) word means."""

from __future__ import annotations

import re
from typing import Any, Final

from libtalos.config.nodes import Mapping, Node, Scalar, Sequence, is_null

# 0644 is octal in go-yaml too, for the file permissions that YAML 1.1 documents carry.
_INTEGER: Final = re.compile(
    r"(?P<sign>[-+]?)(?:0o(?P<new>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)|(?P<old>0[0-7]+)|(?P<dec>\d+))"
)
_FLOAT: Final = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_BASES: Final = {"new": 8, "hex": 16, "old": 8, "dec": 10}
_LONGEST_NUMBER: Final = 40  # digits; Python's conversion is quadratic
_BOOLEANS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def integer(node: Node) -> int | None:
    """The whole number that a node is, or None."""
    if not isinstance(node, Scalar) or not node.plain or len(node.text) > _LONGEST_NUMBER:
        return None
    match = _INTEGER.fullmatch(node.text)
    if match is None:
        return None
    base, digits = next((_BASES[name], match[name]) for name in _BASES if match[name])
    return int(match["sign"] + digits, base)


def boolean(node: Node) -> bool | None:
    """The boolean that a node is, or None."""
    return _BOOLEANS.get(node.text) if isinstance(node, Scalar) and node.plain else None


def plain(node: Node) -> Any:
    """A node as dicts, lists and scalars, for fields whose type is somebody else's."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return _scalar(node)


def _scalar(node: Scalar) -> Any:
    if not node.plain:
        return node.text
    if is_null(node):
        return None
    for value in (boolean(node), integer(node)):
        if value is not None:
            return value
    if len(node.text) <= _LONGEST_NUMBER and _FLOAT.fullmatch(node.text):
        return float(node.text.replace(".inf", "inf").replace(".Inf", "inf").replace(".INF", "inf").replace(".n", "n"))
    return node.text
