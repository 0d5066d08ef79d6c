"""YAML text to nodes that know their lines, safely.

Built from libyaml's events and not from its composer: that one recurses in C (a million `[` crash the process) and
expands nothing, so its callers meet alias bombs later. Here depth, size and the size after expansion are bounded, and
a key given twice is an error, as in upstream's go-yaml. Import this module where a config is read: yaml costs 12 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from libtalos.config.errors import ConfigError
from libtalos.config.nodes import Mapping, Node, Scalar, Sequence, is_null

MAX_BYTES: Final = 4 << 20
MAX_DEPTH: Final = 64
MAX_NODES: Final = 200_000  # of all documents, after aliases are expanded
MERGE_KEY: Final = "<<"
STRING_TAG: Final = "tag:yaml.org,2002:str"


def documents(data: bytes) -> Iterator[Node]:
    """The root node of each document that is not empty. Raises ConfigError with the line of the fault."""
    if len(data) > MAX_BYTES:
        raise ConfigError(f"config is {len(data)} bytes long, more than the {MAX_BYTES} that are allowed")
    try:
        yield from _Composer(yaml.parse(data, Loader=yaml.CSafeLoader)).documents()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ConfigError(f"not YAML: {error.problem} (line {line})", line=line) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError(f"not YAML: {error}") from error


class _Composer:
    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._anchors: dict[str, Node | None] = {}
        self._total = 0

    def documents(self) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors = {}
                root = self._node(next(self._events), depth=0)
                self._total += root.size
                if self._total > MAX_NODES:
                    raise _too_many(root.line)
                if not (isinstance(root, Scalar) and is_null(root)):
                    yield root

    def _node(self, event: Any, depth: int) -> Node:
        line = event.start_mark.line + 1
        if depth > MAX_DEPTH:
            raise ConfigError(f"nested deeper than {MAX_DEPTH} levels (line {line})", line=line)
        if isinstance(event, yaml.AliasEvent):
            return self._count(self._alias(event.anchor, line), line)
        if event.anchor:
            self._anchors[event.anchor] = None
        node = self._count(self._fresh(event, line, depth), line)
        if event.anchor:
            self._anchors[event.anchor] = node
        return node

    def _fresh(self, event: Any, line: int, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event, line)
        _check_tag(event.tag, line, "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(line, depth)
        return self._mapping(line, depth)

    def _alias(self, anchor: str | None, line: int) -> Node:
        node = self._anchors.get(anchor or "")
        if node is None:
            problem = "contains itself" if anchor in self._anchors else "is not defined"
            raise ConfigError(f"anchor {anchor!r} {problem} (line {line})", line=line)
        return node

    def _count(self, node: Node, line: int) -> Node:
        if node.size > MAX_NODES:
            raise _too_many(line)
        return node

    def _sequence(self, line: int, depth: int) -> Sequence:
        sequence = Sequence(line)
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            item = self._node(event, depth + 1)
            sequence.items.append(item)
            sequence.size += item.size
        return sequence

    def _mapping(self, line: int, depth: int) -> Mapping:
        mapping = Mapping(line)
        merged: list[Mapping] = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(next(self._events), depth + 1)
            mapping.size += value.size
            if key.plain and key.text == MERGE_KEY:
                merged += _merge_sources(value)
            else:
                _add(mapping, key, value)
        for source in merged:
            _merge(mapping, source)
        return mapping

    def _key(self, event: Any, depth: int) -> Scalar:
        key = self._node(event, depth + 1)
        if not isinstance(key, Scalar):
            raise ConfigError(f"a key must be text (line {key.line})", line=key.line)
        return key


def _too_many(line: int) -> ConfigError:
    return ConfigError(f"more than {MAX_NODES} values once aliases are expanded (line {line})", line=line)


def _scalar(event: Any, line: int) -> Scalar:
    _check_tag(event.tag, line, STRING_TAG, "!")
    return Scalar(event.value, line, plain=event.implicit[0] and event.tag is None)


def _check_tag(tag: str | None, line: int, *known: str) -> None:
    if tag is not None and tag not in known:
        raise ConfigError(f"tag {tag!r} is not supported (line {line})", line=line)


def _add(mapping: Mapping, key: Scalar, value: Node) -> None:
    if key.text in mapping.entries:
        first = mapping.key_lines[key.text]
        message = f"mapping key {key.text!r} already defined at line {first} (line {key.line})"
        raise ConfigError(message, line=key.line)
    mapping.entries[key.text] = value
    mapping.key_lines[key.text] = key.line


def _merge_sources(value: Node) -> list[Mapping]:
    sources = value.items if isinstance(value, Sequence) else [value]
    mappings = [source for source in sources if isinstance(source, Mapping)]
    if len(mappings) != len(sources):
        raise ConfigError(f"a merge key needs a mapping or a list of mappings (line {value.line})", line=value.line)
    return mappings


def _merge(target: Mapping, source: Mapping) -> None:
    for key, value in source.entries.items():
        if key not in target.entries:
            target.entries[key] = value
            target.key_lines[key] = source.key_lines[key]
