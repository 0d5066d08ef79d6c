"""Header blocks, decoded by libtalos and by the `hpack` package; and what was decoded, encoded again.

An input is a connection: a byte below 248 is the length of a block that follows, another one a new limit of the table.
"""

from __future__ import annotations

from collections.abc import Iterator

import hpack

from libtalos.bus.http2.hpack import Decoder, Encoder, HeaderListTooLarge, HpackError
from libtalos.bus.http2.hpack.table import Field

_LIMITS = (0, 1, 40, 100, 1000, 4096, 8192, 65536)
_MAX_LIST = 2000


def check(data: bytes) -> None:
    """Raise AssertionError if the two disagree about a block, or if it does not survive."""
    ours, theirs = Decoder(max_list_size=_MAX_LIST), hpack.Decoder(_MAX_LIST)
    encoder, reader = Encoder(), Decoder(max_list_size=_MAX_LIST)
    for limit, block in _steps(data):
        if limit is not None:
            ours.set_limit(limit)
            theirs.max_allowed_table_size = limit
        for _ in range(3):  # the second and third time it may come from what is remembered
            fields = _ours(ours, block)
            assert fields == _theirs(theirs, block), f"block {block.hex()}"
            if fields is None:
                return
            half = len(fields) // 2
            assert reader.decode(encoder.encode(fields[:half], volatile=fields[half:])) == fields


def _steps(data: bytes) -> Iterator[tuple[int | None, bytes]]:
    """Yield blocks, with the last limit before each: the package forgets a smaller one before that."""
    position, limit = 0, None
    while position < len(data):
        first = data[position]
        position += 1
        if first >= 0x100 - len(_LIMITS):
            limit = _LIMITS[first - 0x100]
        else:
            yield limit, data[position : position + first]
            position, limit = position + first, None


def _ours(decoder: Decoder, block: bytes) -> list[Field] | None:
    try:
        return decoder.decode(block)
    except (HpackError, HeaderListTooLarge):
        return None


def _theirs(decoder: hpack.Decoder, block: bytes) -> list[Field] | None:
    try:
        return [(bytes(name), bytes(value)) for name, value in decoder.decode(block, raw=True)]
    except hpack.HPACKError:
        return None
