"""What header blocks say, kept for when the same block comes again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from libtalos.bus.http2.hpack import Decoder

T = TypeVar("T")

# so many blocks are kept at the most, and none that is longer than so many bytes
KNOWN, KNOWN_BLOCK = 256, 512


class KnownHeads(Generic[T]):
    """Heads by block. They hold for as long as the decoder's table stays as it is; read makes one of a new block."""

    __slots__ = ("_decoder", "_heads", "_read", "_version")

    def __init__(self, decoder: Decoder, read: Callable[[bytes], T]) -> None:
        self._decoder = decoder
        self._read = read
        self._heads: dict[bytes, T] = {}
        self._version = 0

    def get(self, block: bytes) -> T:
        """The head of a block. Raises what read raises."""
        version = self._decoder.version
        if version == self._version:
            known = self._heads.get(block)
            if known is not None:
                return known
        head = self._read(block)
        if self._decoder.version != self._version or len(self._heads) >= KNOWN:
            self._heads.clear()
            self._version = self._decoder.version
        if self._decoder.version == version and len(block) <= KNOWN_BLOCK:
            self._heads[block] = head
        return head
