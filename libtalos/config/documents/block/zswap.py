"""Compressed pages in memory in front of swap."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from libtalos.config.document import Document

DEFAULT_POOL: Final = 20  # percent of memory, the kernel's default (mm/zswap.c)


class ZswapConfig(Document, frozen=True):
    """How much memory the pages may take, and whether cold ones go on to swap."""

    max_pool_percent: Annotated[int, msgspec.Meta(ge=0, le=100)] = DEFAULT_POOL
    shrinker_enabled: bool | None = None
