"""Everything that is fuzzed: functions that take any bytes, return if all is well, and raise whatever for a fault."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz import codecs, hpack_blocks

TARGETS: dict[str, Callable[[bytes], None]] = {"codecs": codecs.check, "hpack": hpack_blocks.check}
