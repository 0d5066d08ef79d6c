"""The examples of RFC 7541, appendix C."""

from __future__ import annotations

import pytest

from libtalos.bus.http2.hpack import Decoder, Encoder
from libtalos.bus.http2.hpack.integers import decode_integer, encode_integer
from libtalos.bus.http2.hpack.table import Field

GET = [(b":method", b"GET"), (b":scheme", b"http"), (b":path", b"/"), (b":authority", b"www.example.com")]
REQUESTS = [
    GET,
    [*GET, (b"cache-control", b"no-cache")],
    [
        (b":method", b"GET"),
        (b":scheme", b"https"),
        (b":path", b"/index.html"),
        (b":authority", b"www.example.com"),
        (b"custom-key", b"custom-value"),
    ],
]
PLAIN_REQUESTS = [
    "828684410f7777772e6578616d706c652e636f6d",
    "828684be58086e6f2d6361636865",
    "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
]
HUFFMAN_REQUESTS = [
    "828684418cf1e3c2e5f23a6ba0ab90f4ff",
    "828684be5886a8eb10649cbf",
    "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
]
DATE, LATER = b"Mon, 21 Oct 2013 20:13:21 GMT", b"Mon, 21 Oct 2013 20:13:22 GMT"
LOCATION = (b"location", b"https://www.example.com")
COOKIE = b"foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1"
RESPONSES = [
    [(b":status", b"302"), (b"cache-control", b"private"), (b"date", DATE), LOCATION],
    [(b":status", b"307"), (b"cache-control", b"private"), (b"date", DATE), LOCATION],
    [
        (b":status", b"200"),
        (b"cache-control", b"private"),
        (b"date", LATER),
        LOCATION,
        (b"content-encoding", b"gzip"),
        (b"set-cookie", COOKIE),
    ],
]
PLAIN_RESPONSES = [
    "4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a31333a323120474d54"
    "6e1768747470733a2f2f7777772e6578616d706c652e636f6d",
    "4803333037c1c0bf",
    "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738"
    "666f6f3d4153444a4b48514b425a584f5157454f50495541585157454f49553b206d61782d6167653d33363030"
    "3b2076657273696f6e3d31",
]
HUFFMAN_RESPONSES = [
    "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3",
    "4883640effc1c0bf",
    "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f"
    "3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007",
]


@pytest.mark.parametrize(
    ("value", "mask", "encoded"),
    [(10, 0x1F, "0a"), (1337, 0x1F, "1f9a0a"), (42, 0xFF, "2a")],
    ids=["C.1.1", "C.1.2", "C.1.3"],
)
def test_integers(value: int, mask: int, encoded: str) -> None:
    assert encode_integer(value, mask).hex() == encoded
    assert decode_integer(bytes.fromhex(encoded), 0, mask) == (value, len(encoded) // 2)


@pytest.mark.parametrize(
    ("block", "field", "table_size"),
    [
        ("400a637573746f6d2d6b65790d637573746f6d2d686561646572", (b"custom-key", b"custom-header"), 55),
        ("040c2f73616d706c652f70617468", (b":path", b"/sample/path"), 0),
        ("100870617373776f726406736563726574", (b"password", b"secret"), 0),
        ("82", (b":method", b"GET"), 0),
    ],
    ids=["C.2.1", "C.2.2", "C.2.3", "C.2.4"],
)
def test_representations(block: str, field: Field, table_size: int) -> None:
    decoder = Decoder(max_list_size=1000)
    assert decoder.decode(bytes.fromhex(block)) == [field]
    assert decoder._table.size == table_size


@pytest.mark.parametrize(
    ("blocks", "lists", "limit", "table_sizes"),
    [
        (PLAIN_REQUESTS, REQUESTS, 4096, [57, 110, 164]),
        (HUFFMAN_REQUESTS, REQUESTS, 4096, [57, 110, 164]),
        (PLAIN_RESPONSES, RESPONSES, 256, [222, 222, 215]),
        (HUFFMAN_RESPONSES, RESPONSES, 256, [222, 222, 215]),
    ],
    ids=["C.3", "C.4", "C.5", "C.6"],
)
def test_decoding(blocks: list[str], lists: list[list[Field]], limit: int, table_sizes: list[int]) -> None:
    decoder = Decoder(table_size=limit, max_list_size=1000)
    for block, fields, size in zip(blocks, lists, table_sizes, strict=True):
        assert decoder.decode(bytes.fromhex(block)) == fields
        assert decoder._table.size == size


def test_encoding() -> None:
    """C.4: literals in Huffman code, since that is shorter. (C.6 puts a cookie into the table, which we do not.)"""
    encoder = Encoder()
    assert [encoder.encode(fields).hex() for fields in REQUESTS] == HUFFMAN_REQUESTS
