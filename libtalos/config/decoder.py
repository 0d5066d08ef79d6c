"""Nodes to values, led by the types of the structs, with go-yaml's rules.

As in upstream: a field of text takes any scalar as it was written (`sysctls: {net.ipv4.ip_forward: 1}`), a number or a
boolean must be written plain, null leaves the default, an unknown key is an error; all unknown keys are told at once.
"""

from __future__ import annotations

import base64
import binascii
import sys
import types
from collections.abc import Callable
from enum import Enum
from functools import cache
from inspect import get_annotations
from types import SimpleNamespace
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from libtalos.config.errors import MOST_TOLD, ConfigError
from libtalos.config.nodes import Mapping, Node, Scalar, Sequence, is_null
from libtalos.config.plain import boolean, integer, plain
from libtalos.config.written import Written
from libtalos.pki.secret import PemKey, Secret, SecretKey


class UnknownKeys:
    """The keys that no struct has: a tree of their values as upstream prints it, and where each one stands.

    Only so many are kept that a message has room for; more counts the others.
    """

    def __init__(self) -> None:
        self.more = 0
        self.places: list[tuple[str, int]] = []
        self.tree: dict[str, Any] = {}

    def add(self, path: str, key: str, line: int, value: Node) -> None:
        """Note that the mapping at path has a key that it must not have."""
        if len(self.places) >= MOST_TOLD:
            self.more += 1
            return
        place = f"{path}.{key}" if path else key
        self.places.append((place, line))
        branch = self.tree
        for step in filter(None, path.split(".")):
            branch = branch.setdefault(step, {})
        branch[key] = plain(value)


Decode = Callable[[Node, str, UnknownKeys], Any]


def decoder(annotation: Any) -> Decode:
    """The function that makes a value of an annotated type: structs, str, int (also within bounds), bool, bytes
    (base64), secrets, enums of text, values that are written as text, tuples, dicts, unions with None, and Any."""
    scalar = _SCALARS.get(annotation)
    if scalar is not None:
        return scalar
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return _class(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _bounded(decoder(arguments[0]), arguments[1])
    if origin is tuple:
        return _tuple(decoder(arguments[0]))
    if origin is dict:
        return _dict(decoder(arguments[1]))
    if origin in {Union, types.UnionType}:
        chosen = _union([argument for argument in arguments if argument is not type(None)])
        return _optional(chosen) if type(None) in arguments else chosen
    raise TypeError(f"no rule for {annotation!r}")


def _class(kind: type) -> Decode:
    if issubclass(kind, msgspec.Struct):
        return lambda node, path, unknown: _struct(kind, node, path, unknown)
    if issubclass(kind, Written):
        return _written(kind)
    if issubclass(kind, Enum):
        return _choice(kind)
    raise TypeError(f"no rule for {kind!r}")


def fault(path: str, node: Node, problem: str) -> ConfigError:
    """An error about the value at path."""
    place = f"{path}: " if path else ""
    return ConfigError(f"{place}{problem} (line {node.line})", path=path, line=node.line)


@cache
def _names(struct: type[msgspec.Struct]) -> dict[str, str]:
    """Field names by key. A pure function of the type, as _decoder."""
    return dict(zip(struct.__struct_encode_fields__, struct.__struct_fields__, strict=True))


@cache
def _decoder(struct: type[msgspec.Struct], name: str) -> Decode:
    """What decodes a field. Only fields that a document has are asked for: type hints take long to resolve."""
    owner = next(each for each in struct.__mro__ if name in get_annotations(each))
    hint = SimpleNamespace(__annotations__={name: owner.__annotations__[name]})
    return decoder(get_type_hints(hint, vars(sys.modules[owner.__module__]), include_extras=True)[name])


def _struct(struct: type[msgspec.Struct], node: Node, path: str, unknown: UnknownKeys) -> msgspec.Struct:
    if not isinstance(node, Mapping):
        raise fault(path, node, "expected a mapping")
    names = _names(struct)
    values: dict[str, Any] = {}
    for key, value in node.entries.items():
        if key not in names:
            unknown.add(path, key, node.key_lines[key], value)
        elif not is_null(value):
            decode = _decoder(struct, names[key])
            values[names[key]] = decode(value, f"{path}.{key}" if path else key, unknown)
    try:
        return struct(**values)
    except TypeError as error:
        raise fault(path, node, str(error).replace("argument", "key")) from error


def _tuple(decode: Decode) -> Decode:
    def items(node: Node, path: str, unknown: UnknownKeys) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            raise fault(path, node, "expected a list")
        return tuple(decode(item, f"{path}[{index}]", unknown) for index, item in enumerate(node.items))

    return items


def _dict(decode: Decode) -> Decode:
    def entries(node: Node, path: str, unknown: UnknownKeys) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise fault(path, node, "expected a mapping")
        return {key: decode(value, f"{path}[{key!r}]", unknown) for key, value in node.entries.items()}

    return entries


def _union(members: list[Any]) -> Decode:
    """A value that may be missing, or text or a list of text: the node's form tells which one is meant."""
    lists = [decoder(member) for member in members if get_origin(member) is tuple]
    others = [decoder(member) for member in members if get_origin(member) is not tuple]

    def choose(node: Node, path: str, unknown: UnknownKeys) -> Any:
        chosen = lists if lists and (isinstance(node, Sequence) or not others) else others
        return chosen[0](node, path, unknown)

    return choose


def _optional(decode: Decode) -> Decode:
    """For values of mappings: a field that is null keeps its default, and is not decoded."""
    return lambda node, path, unknown: None if is_null(node) else decode(node, path, unknown)


def _bounded(decode: Decode, bounds: msgspec.Meta) -> Decode:
    def within(node: Node, path: str, unknown: UnknownKeys) -> Any:
        value = decode(node, path, unknown)
        if (bounds.ge is not None and value < bounds.ge) or (bounds.le is not None and value > bounds.le):
            raise fault(path, node, f"{value} is not between {bounds.ge} and {bounds.le}")
        return value

    return within


def _written(kind: type[Written[Any]]) -> Decode:
    def value(node: Node, path: str, unknown: UnknownKeys) -> Written[Any]:
        try:
            return kind.parse(_text(node, path, unknown))
        except ValueError as error:
            raise fault(path, node, str(error)) from error

    return value


def _choice(kind: type[Enum]) -> Decode:
    def member(node: Node, path: str, unknown: UnknownKeys) -> Enum:
        text = _text(node, path, unknown)
        try:
            return kind(text)
        except ValueError as error:
            choices = ", ".join(str(each.value) for each in kind)
            raise fault(path, node, f'"{text}" is none of {choices}') from error

    return member


def _text(node: Node, path: str, _unknown: UnknownKeys) -> str:
    if not isinstance(node, Scalar):
        raise fault(path, node, "expected text")
    return "" if is_null(node) else node.text


def _integer(node: Node, path: str, _unknown: UnknownKeys) -> int:
    value = integer(node)
    if value is None:
        raise fault(path, node, "expected a whole number")
    return value


def _boolean(node: Node, path: str, _unknown: UnknownKeys) -> bool:
    value = boolean(node)
    if value is None:
        raise fault(path, node, "expected true or false")
    return value


def _bytes(node: Node, path: str, unknown: UnknownKeys) -> bytes:
    try:
        return base64.b64decode(_text(node, path, unknown), validate=True)
    except binascii.Error as error:
        raise fault(path, node, "expected base64") from error


def _secret(node: Node, path: str, unknown: UnknownKeys) -> Secret:
    return Secret(_text(node, path, unknown))


def _pem_key(node: Node, path: str, unknown: UnknownKeys) -> PemKey:
    return PemKey(_text(node, path, unknown))


def _secret_key(node: Node, path: str, unknown: UnknownKeys) -> SecretKey:
    try:
        return SecretKey(_bytes(node, path, unknown).decode())
    except UnicodeDecodeError as error:
        raise fault(path, node, "expected a private key in PEM, in base64") from error


def _anything(node: Node, _path: str, _unknown: UnknownKeys) -> Any:
    return plain(node)


_SCALARS: dict[Any, Decode] = {
    str: _text,
    int: _integer,
    bool: _boolean,
    bytes: _bytes,
    Secret: _secret,
    SecretKey: _secret_key,
    PemKey: _pem_key,
    Any: _anything,
}
