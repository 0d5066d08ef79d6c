"""Strategic merge: a patch's document over the config's one of the same kind and name. Rules: upstream's config/merge.

The patch's scalars win unless they are empty, mappings merge key by key, lists are appended to; `rules` has the places
where it is otherwise. `$patch: delete` removes, `$patch: replace` takes the place of what is there, and an item with
`$key: NAME` merges with the item that has the same value at NAME.
"""

from __future__ import annotations

from typing import Any

from libtalos.config.errors import ConfigError
from libtalos.config.nodes import Mapping, Node, Scalar, Sequence, is_null
from libtalos.config.patching import rules
from libtalos.config.patching.rules import Place
from libtalos.config.patching.shapes import below, has_fields, item
from libtalos.config.plain import integer, plain


def merge(left: Mapping, right: Mapping, *, manifest: str, kind: str, annotation: Any) -> Mapping:
    """The config's document with the patch's over it.

    manifest is the document's id, for errors; kind is empty for v1alpha1, whose class annotation is. Raises ConfigError
    with the place in the patch: a mapping over a list, something to delete that is not there, an unknown directive.
    """
    return _Merge(manifest).mapping(left, right, Place(kind), annotation)


def directive(node: Node) -> str:
    """What `$patch` of a mapping says, empty for any other node. Raises ConfigError if nobody knows it."""
    found = node.entries.get(rules.DIRECTIVE) if isinstance(node, Mapping) else None
    if found is None:
        return ""
    word = found.text if isinstance(found, Scalar) else ""
    if word not in {rules.DELETE, rules.REPLACE}:
        message = f"{rules.DIRECTIVE} is {rules.DELETE} or {rules.REPLACE} (line {found.line})"
        raise ConfigError(message, line=found.line)
    return word


class _Merge:
    def __init__(self, manifest: str) -> None:
        self._manifest = manifest

    def mapping(self, left: Mapping, right: Mapping, place: Place, annotation: Any) -> Mapping:
        if directive(right) == rules.REPLACE:
            left = Mapping(right.line)
        entries, lines = dict(left.entries), dict(left.key_lines)
        for key, value in right.entries.items():
            inner = place.below(key)
            if key in {rules.DIRECTIVE, rules.KEY} or (has_fields(annotation) and _says_nothing(value)):
                continue
            if directive(value) == rules.DELETE:
                self._delete(entries, key, inner, value)
                continue
            entries[key] = self._node(entries.get(key), value, inner, below(annotation, key))
            lines[key] = right.key_lines[key]
        return Mapping(left.line, entries, lines, 1 + sum(each.size for each in entries.values()))

    def _delete(self, entries: dict[str, Node], key: str, place: Place, value: Node) -> None:
        if key not in entries:
            raise self._missing(place, value)
        del entries[key]

    def _node(self, left: Node | None, right: Node, place: Place, annotation: Any) -> Node:
        if is_null(right):
            return right if left is None else left
        if isinstance(right, Scalar):
            return right
        if left is None or is_null(left) or place in rules.REPLACED or rules.ARGUMENTS in place.keys[:-1]:
            left = type(right)(right.line)
        if isinstance(left, Mapping) and isinstance(right, Mapping):
            return self.mapping(left, right, place, annotation)
        if isinstance(left, Sequence) and isinstance(right, Sequence):
            return self._sequence(left, right, place, item(annotation))
        problem = f"{_noun(right)} cannot be merged with {_noun(left)}"
        raise ConfigError(f"{self._where(place)}: {problem} (line {right.line})", path=place.path, line=right.line)

    def _sequence(self, left: Sequence, right: Sequence, place: Place, annotation: Any) -> Sequence:
        items = list(left.items)
        for each in right.items:
            if isinstance(each, Mapping):
                items = self._with_item(items, each, place, annotation)
            else:
                items.append(each)
        return Sequence(left.line, items, 1 + sum(each.size for each in items))

    def _with_item(self, items: list[Node], each: Mapping, place: Place, annotation: Any) -> list[Node]:
        word, body = directive(each), each.entries.keys() - {rules.DIRECTIVE, rules.KEY}
        if word == rules.REPLACE and not body:
            return []
        keys = _identifying(each, place, first=word == rules.DELETE)
        index = next((number for number, other in enumerate(items) if _same(other, each, keys)), None)
        if word == rules.DELETE:
            if index is None:
                raise self._missing(place, each)
            return items[:index] + items[index + 1 :]
        found = Mapping(each.line) if index is None else items[index]
        merged = self._node(found, each, place, annotation)
        return [*items, merged] if index is None else [*items[:index], merged, *items[index + 1 :]]

    def _missing(self, place: Place, node: Node) -> ConfigError:
        where = f"path '{place.path}' in document '{self._manifest.rstrip('/')}'"
        message = f"patch delete: {where}: failed to delete path '{place.path}': lookup failed (line {node.line})"
        return ConfigError(message, document=self._manifest, path=place.path, line=node.line)

    def _where(self, place: Place) -> str:
        return f"{self._manifest}: {place.path}"


def _identifying(each: Mapping, place: Place, *, first: bool) -> tuple[str, ...]:
    """The key that tells which item is meant, if any: the one that `$key` names, the place's, or just the first."""
    named = each.entries.get(rules.KEY)
    if isinstance(named, Scalar):
        if named.text not in each.entries:
            message = f"{rules.KEY}: the item has no {named.text!r} (line {named.line})"
            raise ConfigError(message, line=named.line)
        return (named.text,)
    keys = [key for key in rules.KEYED.get(place, ()) if key in each.entries]
    if first and not keys:
        keys = [key for key in each.entries if key != rules.DIRECTIVE]
    return tuple(keys[:1])


def _same(other: Node, each: Mapping, keys: tuple[str, ...]) -> bool:
    if not keys or not isinstance(other, Mapping):
        return False
    return all(key in other.entries and plain(other.entries[key]) == plain(each.entries[key]) for key in keys)


def _says_nothing(node: Node) -> bool:
    """Whether a field's value is Go's zero value, which upstream cannot tell from a field that is not there."""
    return isinstance(node, Scalar) and (not node.text or integer(node) == 0)


def _noun(node: Node) -> str:
    return {Mapping: "a mapping", Sequence: "a list"}.get(type(node), "a scalar")
