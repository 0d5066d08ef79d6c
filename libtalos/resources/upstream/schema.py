"""Field numbers and kinds of upstream's spec messages, recorded from its API (`talos contracts generate`)."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Final

import msgspec

FILE: Final = "schema.json"


class Field(msgspec.Struct, frozen=True, array_like=True):
    """A field. kind is a scalar's name, `enum:NAME`, `message:NAME` or `map:KIND`."""

    number: int
    kind: str
    repeated: bool = False


class Schema(msgspec.Struct, frozen=True):
    """Messages by name, with their fields by their keys in lower case without underscores; enums by name."""

    messages: dict[str, dict[str, Field]]
    enums: dict[str, dict[str, int]]


@functools.cache
def schema() -> Schema:
    """The recorded schema; a pure function of a file of this package, read when somebody asks for a resource."""
    data = resources.files(__package__).joinpath(FILE).read_bytes()
    return msgspec.json.decode(data, type=Schema)
