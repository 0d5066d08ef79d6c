"""What the classes of a machine config say of a place: whether a key there is a field, and what lies below it."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec


def below(annotation: Any, key: str) -> Any:
    """The annotation of what is at a key; Any where the classes say nothing."""
    kind = _bare(annotation)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _fields(kind).get(key, Any)
    return get_args(kind)[1] if get_origin(kind) is dict else Any


def item(annotation: Any) -> Any:
    """The annotation of the items of a list."""
    kind = _bare(annotation)
    return get_args(kind)[0] if get_origin(kind) is tuple else Any


def has_fields(annotation: Any) -> bool:
    """Whether keys there are fields, so that an empty text or 0 says nothing, as in Go."""
    kind = _bare(annotation)
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


@cache
def _fields(struct: type[msgspec.Struct]) -> dict[str, Any]:
    hints = get_type_hints(struct, include_extras=True)
    names = zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True)
    return {key: hints[name] for name, key in names}


def _bare(annotation: Any) -> Any:
    """Without bounds and None."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _bare(get_args(annotation)[0])
    if origin in {Union, types.UnionType}:
        members = [member for member in get_args(annotation) if member is not type(None)]
        return _bare(members[0]) if len(members) == 1 else annotation
    return annotation
