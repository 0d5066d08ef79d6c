"""The static table and the dynamic table behind it (RFC 7541, 2.3 and 4)."""

from __future__ import annotations

from collections.abc import Iterable

from libtalos.bus.http2.hpack.errors import HpackError

Field = tuple[bytes, bytes]
"""Name and value."""

FIELD_OVERHEAD = 32
"""Bytes that a field counts besides its name and value, in a table and in a list (RFC 7541, 4.1; RFC 9113, 10.5.1)."""

DEFAULT_SIZE = 4096
"""Bytes of a dynamic table before the first settings (RFC 9113, 6.5.2)."""

# RFC 7541, appendix A; index 1 is the first
STATIC: tuple[Field, ...] = (
    (b":authority", b""),
    (b":method", b"GET"),
    (b":method", b"POST"),
    (b":path", b"/"),
    (b":path", b"/index.html"),
    (b":scheme", b"http"),
    (b":scheme", b"https"),
    (b":status", b"200"),
    (b":status", b"204"),
    (b":status", b"206"),
    (b":status", b"304"),
    (b":status", b"400"),
    (b":status", b"404"),
    (b":status", b"500"),
    (b"accept-charset", b""),
    (b"accept-encoding", b"gzip, deflate"),
    *(
        (name, b"")
        for name in (
            b"accept-language accept-ranges accept access-control-allow-origin age allow authorization cache-control "
            b"content-disposition content-encoding content-language content-length content-location content-range "
            b"content-type cookie date etag expect expires from host if-match if-modified-since if-none-match if-range "
            b"if-unmodified-since last-modified link location max-forwards proxy-authenticate proxy-authorization "
            b"range referer refresh retry-after server set-cookie strict-transport-security transfer-encoding "
            b"user-agent vary via www-authenticate"
        ).split()
    ),
)
_STATIC_COUNT = len(STATIC)
_STATIC_FIELDS = {field: index for index, field in enumerate(STATIC, 1)}
_STATIC_NAMES = {name: index for index, (name, _) in reversed(tuple(enumerate(STATIC, 1)))}


def size_of(field: Field) -> int:
    """Return what a field counts in bytes."""
    return len(field[0]) + len(field[1]) + FIELD_OVERHEAD


def list_size(fields: Iterable[Field]) -> int:
    """Return what a header list counts in bytes (SETTINGS_MAX_HEADER_LIST_SIZE; RFC 9113, 6.5.2)."""
    return sum(map(size_of, fields))


class Table:
    """The fields of both tables by index, newest dynamic one first; `version` grows with every change."""

    def __init__(self, capacity: int) -> None:
        self.version = 0
        self._capacity = capacity
        self._size = 0
        self._fields: list[Field] = []  # oldest first
        self._evicted = 0

    @property
    def capacity(self) -> int:
        """The most bytes that the dynamic table may have."""
        return self._capacity

    @property
    def size(self) -> int:
        """The bytes that the dynamic table has."""
        return self._size

    def resize(self, capacity: int) -> None:
        """Set the capacity; the oldest fields go."""
        self.version += 1
        self._capacity = capacity
        self._evict(capacity)

    def insert(self, field: Field) -> None:
        """Add a field; the oldest ones go. One that is larger than the table leaves it empty (RFC 7541, 4.4)."""
        self.version += 1
        size = size_of(field)
        self._evict(self._capacity - size)
        if size <= self._capacity:
            self._fields.append(field)
            self._size += size

    def field(self, index: int) -> Field:
        """Return the field with an index. Raises HpackError if there is none."""
        if 0 < index <= _STATIC_COUNT:
            return STATIC[index - 1]
        if 0 < index <= _STATIC_COUNT + len(self._fields):
            return self._fields[_STATIC_COUNT - index]
        raise HpackError(f"index {index} is in no table: the dynamic one has {len(self._fields)} fields")

    def _evict(self, size: int) -> None:
        """Drop the oldest fields until the others have at most that many bytes."""
        count = 0
        while self._size > size and count < len(self._fields):
            self._size -= size_of(self._fields[count])
            self._forget(self._fields[count], self._evicted + count)
            count += 1
        del self._fields[:count]
        self._evicted += count

    def _forget(self, field: Field, number: int) -> None:
        """Called for each field that is dropped, with how many were inserted before it."""


class IndexedTable(Table):
    """A table that can also be asked which index a field or a name has, for an encoder."""

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self._numbers: dict[Field | bytes, int] = {}  # of the newest field with that name and value, or that name

    def insert(self, field: Field) -> None:
        """Add a field; the oldest ones go."""
        super().insert(field)
        self._numbers[field] = self._numbers[field[0]] = self._evicted + len(self._fields) - 1

    def index_of(self, field: Field) -> int:
        """Return the index of a field with this name and value, 0 if there is none."""
        return _STATIC_FIELDS.get(field) or self._dynamic(field)

    def index_of_name(self, name: bytes) -> int:
        """Return the index of a field with this name, 0 if there is none."""
        return _STATIC_NAMES.get(name) or self._dynamic(name)

    def _dynamic(self, key: Field | bytes) -> int:
        number = self._numbers.get(key)
        return 0 if number is None else _STATIC_COUNT + self._evicted + len(self._fields) - number

    def _forget(self, field: Field, number: int) -> None:
        for key in (field, field[0]):
            if self._numbers[key] == number:
                del self._numbers[key]
