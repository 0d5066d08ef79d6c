"""Metadata of calls: from what callers and handlers write to the fields on the wire, and back.

Formats: PROTOCOL-HTTP2.md of gRPC. Names are lower case; values are printable ASCII, or, below a name that ends in
"-bin", any bytes, which travel as base64.
"""

from __future__ import annotations

import base64
import binascii
import re
import urllib.parse
from collections.abc import Iterable, Mapping

from libtalos.stubs import MetadataLike

Value = str | bytes
Field = tuple[bytes, bytes]
Fields = Iterable[Field]

_NAME = re.compile(rb"[0-9a-z_.-]+")
_BROKEN_ESCAPE = re.compile(rb"%[0-9A-F]?$")
_VALUE = re.compile(rb"[\x20-\x7e]*")
# what HTTP and gRPC use themselves and is no metadata of a call
_RESERVED = frozenset({b"te", b"content-type", b"user-agent", b"accept-encoding", b"content-length"})
_STATUS_DETAILS = b"grpc-status-details-bin"
# connection-specific headers, which HTTP/2 forbids (RFC 9113, 8.2.2)
_FORBIDDEN = frozenset({b"connection", b"keep-alive", b"proxy-connection", b"transfer-encoding", b"upgrade"})
# bytes of a status message on the wire: with the rest of a header list it has to be less than others take (grpc: 8 KiB)
_MOST_OF_MESSAGE = 4096
_CUT = b"..."
# everything that is printable but "%", which is the escape
_MESSAGE_SAFE = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) != "%")


class ReplyMetadata:
    """Receives the metadata that a server sends before and after its replies."""

    def __init__(self) -> None:
        self.initial: Mapping[str, Value] = {}
        self.trailing: Mapping[str, Value] = {}


def encode_metadata(metadata: MetadataLike) -> list[Field]:
    """The fields of metadata. Raises ValueError for a name or value that cannot travel, naming it."""
    pairs = metadata.items() if isinstance(metadata, Mapping) else metadata
    return [_encode(name, value) for name, value in pairs]


def decode_metadata(fields: Fields) -> dict[str, Value]:
    """The metadata among received fields; of a repeated name the last value, and broken base64 as it is."""
    return {name.decode("latin-1"): _decode(name, value) for name, value in fields if not is_reserved(name)}


def is_reserved(name: bytes) -> bool:
    """Whether a field is the protocol's own and no metadata of a call."""
    return name.startswith((b":", b"grpc-")) or name in _RESERVED


def encode_binary(value: bytes) -> bytes:
    """Base64 without padding, as gRPC sends it."""
    return base64.b64encode(value).rstrip(b"=")


def decode_binary(value: bytes) -> bytes:
    """Base64 with or without padding. Raises ValueError."""
    return base64.b64decode(value + b"=" * (-len(value) % 4), validate=True)


def encode_message(text: str) -> bytes:
    """A status message in gRPC's percent encoding; what is too long is cut, and what is no Unicode becomes "?"."""
    encoded = urllib.parse.quote(text, safe=_MESSAGE_SAFE, errors="replace").encode("ascii")
    if len(encoded) <= _MOST_OF_MESSAGE:
        return encoded
    # not in the middle of a character, which is an escape for each of its bytes
    cut = encoded[: _MOST_OF_MESSAGE - len(_CUT)]
    whole = urllib.parse.unquote_to_bytes(_BROKEN_ESCAPE.sub(b"", cut)).decode("utf-8", "ignore")
    return urllib.parse.quote(whole, safe=_MESSAGE_SAFE).encode("ascii") + _CUT


def decode_message(value: bytes) -> str:
    """A status message; broken escapes and bytes that are not UTF-8 are kept as well as they can be."""
    return urllib.parse.unquote_to_bytes(value).decode("utf-8", "replace")


def _encode(name: str, value: Value) -> Field:
    raw = name.encode("latin-1", "replace")
    if not _NAME.fullmatch(raw) or is_reserved(raw) or raw in _FORBIDDEN:
        raise ValueError(
            f"metadata {name!r}: a name has lower-case letters, digits and -_. and is not one of gRPC's or HTTP's own"
        )
    if raw.endswith(b"-bin"):
        return raw, encode_binary(value.encode() if isinstance(value, str) else value)
    text = value if isinstance(value, bytes) else value.encode("utf-8")
    if not _VALUE.fullmatch(text):
        raise ValueError(f'metadata {name!r}: a value is printable ASCII; send others below a name that ends in "-bin"')
    return raw, text


def _decode(name: bytes, value: bytes) -> Value:
    if not name.endswith(b"-bin"):
        return value.decode("latin-1")
    try:
        # several values may come as one, with commas between
        return decode_binary(value.rpartition(b",")[2].strip())
    except (binascii.Error, ValueError):
        return value
