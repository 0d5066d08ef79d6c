"""Streams of replies as the callers of generated stubs hold them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from typing import TypeVar, cast

T = TypeVar("T")


def as_generator(stream: AsyncIterator[T]) -> AsyncGenerator[T, None]:
    """Return what a generated stub's stream really is, so that it can be closed (contextlib.aclosing)."""
    return cast("AsyncGenerator[T, None]", stream)
