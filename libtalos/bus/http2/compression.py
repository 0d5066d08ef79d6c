"""Messages that come compressed (compression.md of gRPC): gzip is taken. Nothing is sent so."""

from __future__ import annotations

from libtalos.bus.errors import BusError, InternalError, ResourceExhaustedError

IDENTITY, GZIP = b"identity", b"gzip"
# what every request and reply says of us
ACCEPTED = (b"grpc-accept-encoding", b"identity,gzip")
# zlib's largest window, within gzip's format (inflateInit2 in zlib.h)
_GZIP_WINDOW = 16 + 15


def encoding_of(value: bytes | None) -> bytes | None:
    """The encoding that a grpc-encoding header names, None if messages cannot be compressed."""
    return None if value == IDENTITY else value


def check_compressed(flag: int, encoding: bytes | None, unsupported: type[BusError]) -> None:
    """Raise the error of a message that begins with this flag, which is not 0, if it cannot be taken.

    encoding is its stream's; unsupported is the error of one that is not known here, which each end has of its own.
    """
    if flag != 1:
        raise InternalError(f"a message begins with {flag}, and not with 0 or 1")
    if encoding is None:
        raise InternalError(
            "a message is marked as compressed, and no grpc-encoding says how: its first byte has to be 0"
        )
    if encoding != GZIP:
        name = encoding.decode("latin-1")
        raise unsupported(
            f"messages compressed by {name!r} are not taken here: grpc-encoding has to be identity or gzip"
        )


def gunzip(data: bytes, maximum: int) -> bytes:
    """The message in these bytes; of a larger one than maximum no more than that is unpacked.

    Raises ResourceExhaustedError for a larger one, InternalError for bytes that are not exactly one gzip.
    """
    import zlib  # noqa: PLC0415 - hardly any peer compresses

    unpacking = zlib.decompressobj(_GZIP_WINDOW)
    try:
        message = unpacking.decompress(data, maximum + 1)
    except zlib.error as error:
        raise InternalError(f"a compressed message is not gzip's: {error}") from error
    if len(message) > maximum:
        raise ResourceExhaustedError(
            f"message of {len(data)} bytes, compressed, is over the limit of {maximum} bytes when it is unpacked"
        )
    if not unpacking.eof:
        raise InternalError(f"a compressed message ends too early, after {len(data)} bytes")
    if unpacking.unused_data:
        raise InternalError(
            f"a compressed message is followed by {len(unpacking.unused_data)} bytes that are not its own"
        )
    return message
