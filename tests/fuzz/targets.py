"""Everything that is fuzzed: functions that take any bytes, return if all is well, and raise whatever for a fault."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz import client_end, codecs, hpack_blocks, leases, server_end

TARGETS: dict[str, Callable[[bytes], None]] = {
    "client": client_end.check,
    "codecs": codecs.check,
    "hpack": hpack_blocks.check,
    "leases": leases.check,
    "server": server_end.check,
}
