"""Text to patches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from libtalos.config.errors import ConfigError
from libtalos.config.nodes import Mapping, Node, Scalar, Sequence
from libtalos.config.plain import plain
from libtalos.config.source import documents


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Which documents a JSON patch is for; kind v1alpha1 is the one without a kind. Without a name, all of the kind."""

    kind: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind}/{self.name}" if self.name else self.kind


class StrategicPatch(msgspec.Struct, frozen=True):
    """Documents, or parts of them, to merge with the config's."""

    documents: tuple[Mapping, ...]


class JsonPatch(msgspec.Struct, frozen=True):
    """Operations of RFC 6902; without a target they are for a config of one document."""

    operations: list[Any]
    target: Target | None = None


Patch = StrategicPatch | JsonPatch


def load_patch(data: bytes) -> Patch:
    """Read a patch: YAML documents, a list of operations in JSON or YAML, or `target` and `patch` with such a list.

    Raises ConfigError with the line of the fault.
    """
    nodes = list(documents(data))
    if not nodes:
        raise ConfigError("the patch is empty")
    first = nodes[0]
    if len(nodes) == 1 and isinstance(first, Sequence):
        return JsonPatch(_operations(first))
    if len(nodes) == 1 and isinstance(first, Mapping) and first.entries.keys() == {"target", "patch"}:
        return JsonPatch(_operations(first.entries["patch"]), _target(first.entries["target"]))
    strategic = [node for node in nodes if isinstance(node, Mapping)]
    if len(strategic) < len(nodes):
        line = next(node.line for node in nodes if not isinstance(node, Mapping))
        raise ConfigError(f"a patch is made of mappings, or of one list of operations (line {line})", line=line)
    return StrategicPatch(tuple(strategic))


def read_patch(text: str) -> Patch:
    """Read a patch as a command gets it: `@FILE`, a file's name, or the patch itself. Raises ConfigError, OSError."""
    if text.startswith("@"):
        return _load_file(Path(text[1:]))
    inline = text.startswith(("[", "{")) or any(sign in text for sign in "\n :")
    return load_patch(text.encode()) if inline else _load_file(Path(text))


def _load_file(path: Path) -> Patch:
    try:
        return load_patch(path.read_bytes())
    except ConfigError as error:
        raise ConfigError(f"{path}: {error.message}", path=error.path, line=error.line) from error


def _operations(node: Node) -> list[Any]:
    if not isinstance(node, Sequence):
        raise ConfigError(f"patch: expected a list of operations (line {node.line})", line=node.line)
    return [plain(each) for each in node.items]


def _target(node: Node) -> Target:
    words = node.entries if isinstance(node, Mapping) else {}
    texts = {key: value.text for key, value in words.items() if isinstance(value, Scalar)}
    if "kind" not in texts or texts.keys() - {"kind", "name"} or len(texts) < len(words):
        raise ConfigError(f"target: expected kind, and name if one is meant (line {node.line})", line=node.line)
    return Target(**texts)
