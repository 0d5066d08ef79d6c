"""Which value of a message cannot be encoded. Generated code only notices; this finds the place, and may be slow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from libtalos.wireformat.errors import MAX_DEPTH, EncodeError
from libtalos.wireformat.times import from_datetime, from_timedelta

_INTEGERS = {
    "int32": (-(1 << 31), (1 << 31) - 1),
    "sint32": (-(1 << 31), (1 << 31) - 1),
    "sfixed32": (-(1 << 31), (1 << 31) - 1),
    "enum": (-(1 << 31), (1 << 31) - 1),
    "uint32": (0, (1 << 32) - 1),
    "fixed32": (0, (1 << 32) - 1),
    "int64": (-(1 << 63), (1 << 63) - 1),
    "sint64": (-(1 << 63), (1 << 63) - 1),
    "sfixed64": (-(1 << 63), (1 << 63) - 1),
    "uint64": (0, (1 << 64) - 1),
    "fixed64": (0, (1 << 64) - 1),
}
_SPLITS: dict[str, Callable[[Any], object]] = {"Timestamp": from_datetime, "Duration": from_timedelta}
_MAX_FLOAT = 3.4028235677973366e38  # the first double that rounds to infinity as a float (IEEE 754)


def explain(message: object, error: Exception) -> EncodeError:
    """The error that names the first wrong value of message; error is what the codec noticed."""
    found = next(_message(type(message).__name__, message, type(message), 0), None)
    return EncodeError(found or f"{type(message).__name__}: {error}")


def _message(path: str, message: object, cls: Any, depth: int) -> Iterator[str]:
    if not isinstance(message, cls):
        yield f"{path}: {message!r:.100} is not a {cls.__name__}"
        return
    meta = cls._betterproto
    for name in meta.sorted_field_names if depth <= MAX_DEPTH else ():
        where = _Where(f"{path}.{name}", meta.meta_by_field_name[name], depth)
        classes = meta.cls_by_field
        yield from where.field(getattr(message, name), classes.get(f"{name}.value") or classes[name])


class _Where(msgspec.Struct, frozen=True):
    """A field, its path from the outer message, and how deep its message is."""

    path: str
    meta: Any
    depth: int

    def field(self, value: Any, cls: Any) -> Iterator[str]:
        if self.meta.map_meta:
            yield from self._map(value, cls)
        elif self.meta.repeated and not isinstance(value, list | tuple):
            yield f"{self.path}: {value!r:.100} is not a list"
        elif self.meta.repeated:
            for index, item in enumerate(value):
                yield from replace(self, path=f"{self.path}[{index}]").single(item, cls)
        elif value is not None or not (self.meta.optional or self.meta.group or self.meta.proto_type == "message"):
            yield from self.single(value, cls)

    def _map(self, value: Any, cls: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{self.path}: {value!r:.100} is not a dict"
            return
        key_meta, value_meta = self.meta.map_meta
        for key, item in value.items():
            yield from replace(self, path=f"{self.path} key {key!r}", meta=key_meta).single(key, cls)
            yield from replace(self, path=f"{self.path}[{key!r}]", meta=value_meta).single(item, cls)

    def single(self, value: Any, cls: Any) -> Iterator[str]:
        if self.meta.proto_type == "message":
            yield from self._wrapped(value) if self.meta.unwrap else _message(self.path, value, cls, self.depth + 1)
        elif problem := _scalar(self.meta.proto_type, value):
            yield f"{self.path}: {problem}"

    def _wrapped(self, value: Any) -> Iterator[str]:
        cls = self.meta.unwrap()
        split = _SPLITS.get(cls.__name__)
        if split is None:
            yield from _message(self.path, cls(value=value), cls, self.depth + 1)
            return
        try:
            split(value)
        except (TypeError, ValueError) as error:
            yield f"{self.path}: {error}"


def _scalar(kind: str, value: Any) -> str | None:
    if kind in _INTEGERS:
        minimum, maximum = _INTEGERS[kind]
        good = isinstance(value, int) and minimum <= value <= maximum
    elif kind in ("float", "double"):
        good = isinstance(value, int | float) and _fits(kind, value)
    elif kind == "string":
        good = isinstance(value, str) and not any("\ud800" <= letter <= "\udfff" for letter in value)
    else:
        good = isinstance(value, bool if kind == "bool" else bytes | bytearray | memoryview)
    return None if good else f"{value!r:.100} is not a {kind}"


def _fits(kind: str, value: float) -> bool:
    try:
        number = float(value)
    except OverflowError:
        return False
    return kind == "double" or number in (float("inf"), float("-inf")) or not abs(number) >= _MAX_FLOAT
