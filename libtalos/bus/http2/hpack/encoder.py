"""From fields to a header block."""

from __future__ import annotations

from collections.abc import Iterable

from libtalos.bus.http2.hpack import huffman
from libtalos.bus.http2.hpack.integers import encode_integer
from libtalos.bus.http2.hpack.table import DEFAULT_SIZE, Field, IndexedTable, size_of

_SENSITIVE = frozenset({b"authorization", b"cookie", b"proxy-authorization", b"set-cookie"})  # RFC 7541, 7.1.3
# the first byte of a representation (RFC 7541, 6)
_INDEXED, _INCREMENTAL, _UPDATE, _NEVER_INDEXED, _WITHOUT_INDEXING = 0x80, 0x40, 0x20, 0x10, 0x00
_MAX_HEADS = _MAX_KNOWN = 64


class Encoder:
    """The sending end of a connection."""

    def __init__(self, *, table_size: int = DEFAULT_SIZE) -> None:
        """Use a dynamic table of at most table_size bytes; the peer allows 4096 before its first settings."""
        self._max_size = table_size
        self._table = IndexedTable(DEFAULT_SIZE)
        self._heads: dict[bytes, bytes] = {}  # beginnings of literals by name, valid while the table stays as it is
        # the same for tuples of fields by their ids, which stay theirs while they are kept here
        self._known: dict[int, tuple[tuple[Field, ...], bytearray]] = {}
        self._lowest: int | None = None  # smallest size since the last block, if the peer has to be told one
        self.set_limit(DEFAULT_SIZE)

    @property
    def version(self) -> int:
        """Grows when the dynamic table changes.

        A block without volatile fields may be sent again in place of a call of encode while the version is the one
        before and after the call that made it.
        """
        return self._table.version

    def set_limit(self, size: int) -> None:
        """Use a table of at most that many bytes, the peer's SETTINGS_HEADER_TABLE_SIZE; the next block says so."""
        size = min(size, self._max_size)
        if size == self._table.capacity:
            return
        self._lowest = size if self._lowest is None else min(self._lowest, size)
        self._table.resize(size)
        self._forget()

    def encode(self, fields: Iterable[Field], *, volatile: Iterable[Field] = ()) -> bytes:
        """Return the block of the fields, followed by the volatile ones.

        Volatile are those with a new value in each block, such as an id or a timeout: these are not worth a place in
        the table. Names have to be in lower case. Credentials are marked as never to be indexed by anybody. A tuple of
        fields that comes again (the same object) is only looked up while the table stays as it is.
        """
        block = bytearray() if self._lowest is None else self._updates(self._lowest)
        known = self._known.get(id(fields))
        if known is not None:
            block += known[1]
        elif isinstance(fields, tuple):
            block += self._constant(fields)
        else:
            for field in fields:
                self._add(block, field)
        for name, value in volatile:
            self._add_literal(block, name, value)
        return bytes(block)

    def _constant(self, fields: tuple[Field, ...]) -> bytearray:
        version, block = self._table.version, bytearray()
        for field in fields:
            self._add(block, field)
        if self._table.version == version:
            if len(self._known) >= _MAX_KNOWN:
                self._known.clear()
            self._known[id(fields)] = fields, block
        return block

    def _updates(self, lowest: int) -> bytearray:
        """Return the smallest size since the last block, and the present one (RFC 7541, 4.2)."""
        self._lowest = None
        self._table.version += 1
        sizes = dict.fromkeys((lowest, self._table.capacity))
        return bytearray().join(encode_integer(size, 0x1F, _UPDATE) for size in sizes)

    def _add(self, block: bytearray, field: Field) -> None:
        index = self._table.index_of(field)
        if index:
            block += encode_integer(index, 0x7F, _INDEXED)
        elif field[0] in _SENSITIVE or size_of(field) > self._table.capacity:
            self._add_literal(block, *field)
        else:
            block += self._insert(field)

    def _insert(self, field: Field) -> bytes:
        name, value = field
        index = self._table.index_of_name(name)
        self._table.insert(field)
        self._forget()
        head = encode_integer(index, 0x3F, _INCREMENTAL)
        return head + _string(value) if index else head + _string(name) + _string(value)

    def _add_literal(self, block: bytearray, name: bytes, value: bytes) -> None:
        """Add a field that does not enter the table, without Huffman code: it is made and read once for each block."""
        block += self._heads.get(name) or self._head(name)
        length = len(value)
        if length < 0x7F:
            block.append(length)
        else:
            block += encode_integer(length, 0x7F)
        block += value

    def _forget(self) -> None:
        """The table has changed, and with it every index."""
        self._heads.clear()
        self._known.clear()

    def _head(self, name: bytes) -> bytes:
        """Return and keep what stands before the value of a field that does not enter the table."""
        index = self._table.index_of_name(name)
        head = encode_integer(index, 0x0F, _NEVER_INDEXED if name in _SENSITIVE else _WITHOUT_INDEXING)
        if not index:
            head += encode_integer(len(name), 0x7F) + name
        if len(self._heads) >= _MAX_HEADS:
            self._heads.clear()
        self._heads[name] = head
        return head


def _string(text: bytes) -> bytes:
    """Encode a string in whichever way is shorter (RFC 7541, 5.2)."""
    compressed = huffman.encode(text)
    if len(compressed) < len(text):
        return encode_integer(len(compressed), 0x7F, 0x80) + compressed
    return encode_integer(len(text), 0x7F) + text
