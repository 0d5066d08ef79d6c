"""Header blocks of replies: what is kept says the same as what is made."""

import pytest

from libtalos.bus.errors import BusError, Code, ResourceExhaustedError, UnimplementedError
from libtalos.bus.http2.blocks import GOOD_END, HEAD, ReplyBlocks
from libtalos.bus.http2.frames import HEAD_SIZE
from libtalos.bus.http2.hpack import Decoder, Encoder, list_size
from libtalos.bus.http2.peersettings import PeerSettings

LARGEST = 16_384


def made(max_header_list: int | None = None) -> tuple[Encoder, ReplyBlocks, Decoder]:
    encoder, peer = Encoder(), PeerSettings()
    peer.max_header_list = max_header_list
    return encoder, ReplyBlocks(encoder, peer), Decoder(max_list_size=1 << 16)


def test_the_usual_frames_are_those_that_would_be_made() -> None:
    _, blocks, decoder = made()
    assert blocks.usual() is None
    for _ in range(2):  # the first ones enter the table
        for frames in (blocks.headers(1, (), LARGEST), blocks.good_end(1, (), LARGEST)):
            decoder.decode(frames[HEAD_SIZE:])
    usual = blocks.usual()
    assert usual is not None
    stream = (7).to_bytes(4, "big")
    assert usual.begin_head + stream + usual.begin == blocks.headers(7, (), LARGEST)
    assert usual.end_head + stream + usual.end == blocks.good_end(7, (), LARGEST)
    assert decoder.decode(usual.begin) == list(HEAD)
    assert decoder.decode(usual.end) == [(b"grpc-status", b"0")]


def test_what_is_kept_is_forgotten_when_the_table_changes() -> None:
    encoder, blocks, decoder = made()
    for _ in range(2):
        for frames in (blocks.headers(1, (), LARGEST), blocks.good_end(1, (), LARGEST)):
            decoder.decode(frames[HEAD_SIZE:])
    assert blocks.usual() is not None
    encoder.set_limit(0)
    assert blocks.usual() is None
    block = blocks.headers(3, (), LARGEST)[HEAD_SIZE:]
    assert decoder.decode(block) == list(HEAD)


def test_an_error_with_and_without_headers_before_it() -> None:
    _, blocks, decoder = made()
    error = BusError("why %", code=Code.ABORTED, trailing={"a": "b"})
    first = decoder.decode(blocks.status(1, error, first=True, largest=LARGEST, trailing=[(b"c", b"d")])[HEAD_SIZE:])
    status = [(b"grpc-status", b"10"), (b"grpc-message", b"why %25"), (b"a", b"b"), (b"c", b"d")]
    assert first == [*HEAD, *status]
    later = decoder.decode(blocks.status(1, error, first=False, largest=LARGEST)[HEAD_SIZE:])
    assert later == status[:-1]


def test_who_compresses_is_told_what_is_taken() -> None:
    """Whatever the answer is, in the headers before it if there were any."""
    _, blocks, decoder = made()
    fields = decoder.decode(blocks.status(1, UnimplementedError("no"), first=True, largest=LARGEST)[HEAD_SIZE:])
    assert (b"grpc-accept-encoding", b"identity,gzip") in fields
    assert (b"grpc-accept-encoding", b"identity,gzip") in decoder.decode(blocks.headers(3, (), LARGEST)[HEAD_SIZE:])


def test_headers_and_trailers_are_as_large_as_the_caller_takes_and_no_larger() -> None:
    metadata = [(b"a", b"x" * 100)]
    for make, fields in ((ReplyBlocks.headers, HEAD), (ReplyBlocks.good_end, GOOD_END)):
        whole = list_size([*fields, *metadata])
        _, blocks, decoder = made(whole)
        assert decoder.decode(make(blocks, 1, metadata, LARGEST)[HEAD_SIZE:])[-1] == metadata[0]
        _, blocks, _ = made(whole - 1)
        with pytest.raises(ResourceExhaustedError, match=f"{whole} bytes are over the limit of {whole - 1} bytes"):
            make(blocks, 1, metadata, LARGEST)


def test_a_status_travels_without_what_the_caller_does_not_take() -> None:
    error = BusError("why", code=Code.NOT_FOUND, trailing={"a": "x" * 500})
    _, blocks, decoder = made(400)
    more = [(b"b", b"y" * 500)]
    fields = decoder.decode(blocks.status(1, error, first=True, largest=LARGEST, trailing=more)[HEAD_SIZE:])
    told = dict(fields)
    assert told[b"grpc-status"] == b"5"
    assert told[b"grpc-message"].startswith(b"why (without its metadata: headers of 1")
    assert b"over the limit of 400 bytes of the caller" in told[b"grpc-message"]
    assert told.keys() == {*dict(HEAD), b"grpc-status", b"grpc-message"}


def test_a_status_travels_even_where_its_text_does_not_fit() -> None:
    _, blocks, decoder = made(60)
    fields = decoder.decode(blocks.status(1, BusError("x" * 100), first=False, largest=LARGEST)[HEAD_SIZE:])
    assert fields == [(b"grpc-status", b"2")]
