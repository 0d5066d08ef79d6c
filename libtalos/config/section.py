"""The base of every part of a machine config."""

from __future__ import annotations

from typing import Annotated

import msgspec

# Upstream's meta.Args: an argument's value, or several values for an argument that may be repeated.
Args = dict[str, str | tuple[str, ...]]

Uint8 = Annotated[int, msgspec.Meta(ge=0, le=(1 << 8) - 1)]
Uint16 = Annotated[int, msgspec.Meta(ge=0, le=(1 << 16) - 1)]
Uint32 = Annotated[int, msgspec.Meta(ge=0, le=(1 << 32) - 1)]


class Section(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True, repr_omit_defaults=True):
    """Keys are the field names in camel case unless a field says otherwise; defaults are not written out."""
