"""Specs as bytes: JSON with upstream's keys."""

from typing import Any, TypeVar

import msgspec

from libtalos.resources.spec import ResourceSpec

S = TypeVar("S", bound=ResourceSpec)


def to_builtins(spec: ResourceSpec) -> dict[str, Any]:
    """Return the spec as the dictionary that is shown and sent, without the keys that upstream omits when zero."""
    keys: dict[str, Any] = msgspec.to_builtins(spec)
    for key in type(spec).OMIT_EMPTY:
        if not keys[key]:
            del keys[key]
    return keys


def encode(spec: ResourceSpec) -> bytes:
    """Return the spec as a UTF-8 JSON object."""
    return msgspec.json.encode(to_builtins(spec))


def decode(spec_class: type[S], data: bytes) -> S:
    """Read a spec; keys that this version does not know are left out.

    Raises msgspec.ValidationError, which names the key, if a known key has another type.
    """
    return msgspec.json.decode(data, type=spec_class)


def decode_untyped(data: bytes) -> dict[str, Any]:
    """Read a spec of any type. Raises msgspec.DecodeError if it is not a JSON object."""
    return msgspec.json.decode(data, type=dict[str, Any])


def schema(spec_class: type[ResourceSpec]) -> bytes:
    """Return the JSON Schema (2020-12) of a spec."""
    return msgspec.json.encode(msgspec.json.schema(spec_class))
