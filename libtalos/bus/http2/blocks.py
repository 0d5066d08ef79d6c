"""The header blocks of replies, which hardly ever differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from libtalos.bus.errors import BusError, ResourceExhaustedError, headers_too_large
from libtalos.bus.http2.compression import ACCEPTED
from libtalos.bus.http2.frames import END_HEADERS, END_STREAM, HEADERS, head, header_block
from libtalos.bus.http2.hpack import Encoder, list_size
from libtalos.bus.http2.peersettings import PeerSettings
from libtalos.bus.metadata import Field, encode_binary, encode_message, encode_metadata

HEAD: tuple[Field, ...] = ((b":status", b"200"), (b"content-type", b"application/grpc"), ACCEPTED)
# length, type and flags of a frame
_BEFORE_STREAM = 5
GOOD_END: tuple[Field, ...] = ((b"grpc-status", b"0"),)


class Usual(NamedTuple):
    """The usual frames of a good unary reply; the stream's id comes between a head and its block."""

    begin_head: bytes
    begin: bytes
    end_head: bytes
    end: bytes


class ReplyBlocks:
    """Makes the header blocks of one connection; the usual ones are kept for as long as the table stays as it is."""

    def __init__(self, encoder: Encoder, peer: PeerSettings) -> None:
        self._encoder = encoder
        self._peer = peer
        self._begin: tuple[int, bytes] = (-1, b"")
        self._end: tuple[int, bytes] = (-1, b"")
        self._usual: Usual | None = None
        self._usual_version = -1

    def usual(self) -> Usual | None:
        """The usual frames, None if they have to be made one by one now, since they change the table."""
        version = self._encoder.version
        if self._usual_version != version:
            if self._begin[0] != version or self._end[0] != version:
                return None
            self._usual = _usual(self._begin[1], self._end[1])
            self._usual_version = version
        return self._usual

    def headers(self, stream: int, initial: Sequence[Field], largest: int) -> bytes:
        """The frames of a reply's headers. Raises ResourceExhaustedError for more than the caller takes."""
        self._check(HEAD, initial)
        version = self._encoder.version
        block = self._encoder.encode(HEAD, volatile=initial)
        if not initial and self._encoder.version == version:
            self._begin = (version, block)
        return header_block(stream, 0, block, largest)

    def good_end(self, stream: int, trailing: Sequence[Field], largest: int) -> bytes:
        """The frames of the trailers of a good end. Raises ResourceExhaustedError for more than the caller takes."""
        self._check(GOOD_END, trailing)
        version = self._encoder.version
        block = self._encoder.encode(GOOD_END, volatile=trailing)
        if not trailing and self._encoder.version == version:
            self._end = (version, block)
        return header_block(stream, END_STREAM, block, largest)

    def status(
        self, stream: int, error: BusError, *, first: bool, largest: int, trailing: Sequence[Field] = ()
    ) -> bytes:
        """The frames of the end of a call that failed; first: there were no headers yet.

        A caller that does not take all of it gets the status, and is told what was left out.
        """
        fields = [*(HEAD if first else ()), (b"grpc-status", b"%d" % int(error.code))]
        text = (b"grpc-message", encode_message(error.message))
        more = [text, *_details(error), *encode_metadata(error.trailing), *trailing]
        excess = self._excess(list_size(fields) + list_size(more))
        if excess is not None:
            text = (b"grpc-message", encode_message(f"{error.message} (without its metadata: {excess.message})"))
            more = [text] if self._excess(list_size(fields) + list_size([text])) is None else []
        return header_block(stream, END_STREAM, self._encoder.encode(fields, volatile=more), largest)

    def _check(self, fields: Sequence[Field], metadata: Sequence[Field]) -> None:
        """Raise ResourceExhaustedError for metadata with which these fields are more than the caller takes."""
        excess = self._excess(list_size(fields) + list_size(metadata)) if metadata else None
        if excess is not None:
            raise excess

    def _excess(self, size: int) -> ResourceExhaustedError | None:
        most = self._peer.max_header_list
        return None if most is None or size <= most else headers_too_large(size, most, "caller")


def _details(error: BusError) -> list[Field]:
    if not error.details:
        return []
    from libtalos.bus.details import DETAILS_FIELD, encode_details  # noqa: PLC0415 - hardly any call has details

    return [(DETAILS_FIELD, encode_binary(encode_details(int(error.code), error.message, error.details)))]


def _usual(begin: bytes, end: bytes) -> Usual:
    begin_head = head(HEADERS, END_HEADERS, 0, len(begin))[:_BEFORE_STREAM]
    end_head = head(HEADERS, END_HEADERS | END_STREAM, 0, len(end))[:_BEFORE_STREAM]
    return Usual(begin_head, begin, end_head, end)
