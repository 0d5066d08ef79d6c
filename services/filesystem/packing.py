"""Archives made smaller on their way out (gzip, RFC 1952)."""

from collections.abc import Generator
from typing import Final

from services.filesystem.archiving import Part, Problem

PACKED: Final = 256 << 10  # bytes of a part at most, as the contract has it
# Of ISA-L's levels 0 to 3. docs/benchmarks.md has what it takes beside zlib's.
_LEVEL: Final = 1
_GZIP: Final = 16 + 15  # a gzip header and a window of 32 KiB (zlib.h, deflateInit2)


def packed(parts: Generator[Part, None, None]) -> Generator[Part, None, None]:
    """Yield the parts of an archive as those of its gzip file; problems stay what they are.

    There is something for every part that comes, if only b"", so that nobody waits long in here. Closing it closes
    parts.
    """
    from isal import isal_zlib  # noqa: PLC0415 - a node that copies nothing does without it

    packer = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, _GZIP)
    try:
        for part in parts:
            if isinstance(part, Problem):
                yield part
            else:
                yield from _cut(packer.compress(part))
        yield from _cut(packer.flush())
    finally:
        parts.close()


def _cut(data: bytes) -> Generator[bytes, None, None]:
    yield data[:PACKED]
    for start in range(PACKED, len(data), PACKED):
        yield data[start : start + PACKED]
