"""From a header block to its fields."""

from __future__ import annotations

from libtalos.bus.http2.hpack import huffman
from libtalos.bus.http2.hpack.errors import HeaderListTooLarge, HpackError
from libtalos.bus.http2.hpack.integers import decode_integer
from libtalos.bus.http2.hpack.table import DEFAULT_SIZE, FIELD_OVERHEAD, Field, Table

# the first byte of a representation (RFC 7541, 6)
_INDEXED, _INCREMENTAL, _UPDATE = 0x80, 0x40, 0x20
_INDEX_MASK, _INCREMENTAL_MASK, _UPDATE_MASK, _LITERAL_MASK = 0x7F, 0x3F, 0x1F, 0x0F
_ONE_BYTE_INDEXES = bytes(range(_INDEXED + 1, _INDEXED + _INDEX_MASK))
# bounds of the memory for blocks already seen: a few kilobytes for a usual peer, some 200 for the oddest
_MAX_KNOWN, _MAX_KNOWN_BLOCK = 64, 256


class Decoder:
    """The receiving end of a connection: one table, and the blocks that were decoded since it changed.

    A peer's blocks hardly differ: a run of indexes, perhaps followed by a few literals. Runs, and blocks that come a
    second time, are looked up as a whole.
    """

    def __init__(self, *, table_size: int = DEFAULT_SIZE, max_list_size: int) -> None:
        """Begin with a dynamic table of table_size bytes; max_list_size bytes as RFC 9113, 10.5.1 counts them."""
        self._table = Table(table_size)
        self._limit = table_size
        self._due: int | None = None  # the peer has to shrink its table to this before it sends anything else
        self._max_list_size = max_list_size
        self._known: dict[bytes, tuple[list[Field], int]] = {}
        self._seen: set[int] = set()  # hashes of blocks that came once

    @property
    def version(self) -> int:
        """Grows when the dynamic table changes: while it stays the same, the same block has the same fields."""
        return self._table.version

    def set_limit(self, size: int) -> None:
        """Allow the peer a table of that many bytes: it has acknowledged our SETTINGS_HEADER_TABLE_SIZE."""
        self._limit = size
        if size < self._table.capacity:
            self._due = size if self._due is None else min(size, self._due)
            self._forget_blocks()

    def decode(self, block: bytes) -> list[Field]:
        """Return the fields of a whole block, names and values as they came.

        Raises HpackError, after which this decoder is of no use, and HeaderListTooLarge, after which it goes on.
        """
        known = self._known.get(block)
        return self._decode(block) if known is None else known[0].copy()

    def _decode(self, block: bytes) -> list[Field]:
        rest = block.lstrip(_ONE_BYTE_INDEXES)
        start = len(block) - len(rest)
        if not start or start > _MAX_KNOWN_BLOCK or self._due is not None:
            return self._decode_all(block)
        version = self._table.version
        known, size = self._run(block[:start])
        fields = known.copy()
        if rest:
            size = self._append(fields, size, block, start)
        if self._table.version == version:
            self._remember(block, fields, size)
        return self._checked(fields, size)

    def _decode_all(self, block: bytes) -> list[Field]:
        """Decode a block that does not begin with a run of one-byte indexes, or with a very long one."""
        start = self._apply_updates(block)
        version = self._table.version
        fields: list[Field] = []
        size = self._append(fields, 0, block, start)
        if not start and self._table.version == version:
            self._remember(block, fields, size)
        return self._checked(fields, size)

    def _checked(self, fields: list[Field], size: int) -> list[Field]:
        if size > self._max_list_size:
            raise HeaderListTooLarge(f"the header list has {size} bytes, at most {self._max_list_size} are allowed")
        return fields

    def _apply_updates(self, block: bytes) -> int:
        """Resize the table as the beginning of the block says, and return where its fields begin (RFC 7541, 4.2)."""
        position = 0
        while position < len(block) and _UPDATE <= block[position] < _INCREMENTAL:
            size, position = decode_integer(block, position, _UPDATE_MASK)
            limit = self._limit if self._due is None else self._due
            if size > limit:
                raise HpackError(f"the peer sets its table to {size} bytes, at most {limit} are allowed")
            self._due = None
            self._table.resize(size)
            self._forget_blocks()
        if self._due is not None:
            raise HpackError(f"the peer has to shrink its table to {self._due} bytes at the beginning of this block")
        return position

    def _run(self, run: bytes) -> tuple[list[Field], int]:
        """Return the fields of one-byte indexes, not to be changed, and what they count."""
        known = self._known.get(run)
        if known is None:
            fields: list[Field] = []
            known = fields, self._append(fields, 0, run, 0)
            self._know(run, known)
        return known

    def _append(self, fields: list[Field], size: int, block: bytes, position: int) -> int:
        """Decode the rest of a block and return what all fields count; those beyond the limit are not kept."""
        end, limit = len(block), self._max_list_size
        while position < end:
            byte = block[position]
            if byte >= _INDEXED:
                index, position = decode_integer(block, position, _INDEX_MASK)
                field = self._table.field(index)
            elif byte >= _INCREMENTAL:
                field, position = self._literal(block, position, _INCREMENTAL_MASK)
                self._table.insert(field)
                self._forget_blocks()
            elif byte < _UPDATE:
                field, position = self._literal(block, position, _LITERAL_MASK)
            else:
                raise HpackError(f"the table is resized at byte {position}, after the first field of the block")
            size += len(field[0]) + len(field[1]) + FIELD_OVERHEAD
            if size <= limit:
                fields.append(field)
        return size

    def _literal(self, block: bytes, position: int, mask: int) -> tuple[Field, int]:
        """Return a field of which the value, and the name if it has no index, stand in the block."""
        if not block[position] & mask:
            return _two_strings(block, position + 1)
        index, position = decode_integer(block, position, mask)
        name = self._table.field(index)[0]
        value, position = _string(block, position)
        return (name, value), position

    def _remember(self, block: bytes, fields: list[Field], size: int) -> None:
        """Keep a block that comes a second time; one with a value of its own never does."""
        if len(self._seen) >= _MAX_KNOWN:
            self._seen.clear()
        seen = hash(block)
        if seen not in self._seen:
            self._seen.add(seen)
        elif len(block) <= _MAX_KNOWN_BLOCK:
            self._know(block, (fields.copy(), size))

    def _know(self, block: bytes, known: tuple[list[Field], int]) -> None:
        if len(self._known) >= _MAX_KNOWN:
            self._known.clear()
        if known[1] <= self._max_list_size:
            self._known[block] = known

    def _forget_blocks(self) -> None:
        self._known.clear()
        self._seen.clear()


def _two_strings(block: bytes, position: int) -> tuple[Field, int]:
    """Return the strings at a position and the position behind them; quickly, if they are short and as they are."""
    length = block[position] if position < len(block) else 0x7F
    middle = position + 1 + length
    if length < 0x7F and middle < len(block):
        end = middle + 1 + block[middle]
        if block[middle] < 0x7F and end <= len(block):
            return (block[position + 1 : middle], block[middle + 1 : end]), end
    name, position = _string(block, position)
    value, position = _string(block, position)
    return (name, value), position


def _string(block: bytes, position: int) -> tuple[bytes, int]:
    """Return the string at a position and the position behind it (RFC 7541, 5.2)."""
    try:
        length = block[position]
    except IndexError:
        raise HpackError("the block ends where a string should begin") from None
    begin = position + 1
    if length >= 0x7F:  # in Huffman code, or long
        length, begin = decode_integer(block, position, 0x7F)
    end = begin + length
    value = block[begin:end]
    if len(value) < length:
        raise HpackError(f"the string at byte {position} ends {end - len(block)} bytes after the block")
    return (value if block[position] < 0x80 else huffman.decode(value)), end
