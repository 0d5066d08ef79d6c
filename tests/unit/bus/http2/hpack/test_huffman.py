"""Huffman strings, against the code tables of the `hpack` package."""

from __future__ import annotations

import contextlib
import itertools

import pytest
from hpack.huffman_constants import REQUEST_CODES, REQUEST_CODES_LENGTH
from hypothesis import given
from hypothesis import strategies as st

from libtalos.bus.http2.hpack import HpackError, huffman


def bits(*codes: str) -> bytes:
    """Join codes to bytes; they have to fill them."""
    text = "".join(codes)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def test_every_code_is_the_one_of_the_rfc() -> None:
    codes = [f"{code:0{length}b}" for code, length in zip(REQUEST_CODES, REQUEST_CODES_LENGTH, strict=True)]
    assert [huffman._CODES[symbol] for symbol in range(256)] == codes[:256]
    assert codes[256] == huffman._EOS


@given(st.binary())
def test_any_string_survives(data: bytes) -> None:
    assert huffman.decode(huffman.encode(data)) == data


@pytest.mark.parametrize("length", range(8))
def test_up_to_seven_ones_are_padding(length: int) -> None:
    text = b"&" + b"a" * ((8 - length) * 5 % 8)  # 8 bits and 5 bits each: `length` bits are left
    encoded = huffman.encode(text)
    assert len(encoded) * 8 - sum(len(huffman._CODES[symbol]) for symbol in text) in range(8)
    assert huffman.decode(encoded) == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bits("11111111"), id="eight bits of padding"),
        pytest.param(bits("00011", "111" + "11111111"), id="eleven bits of padding"),
        pytest.param(bits("00011", "000"), id="zeros as padding"),
        pytest.param(bits("00011", "110"), id="a zero at the end of the padding"),
        pytest.param(bits("11111111", "11000011"), id="half of a long code"),
    ],
)
def test_a_wrong_end_is_refused(data: bytes) -> None:
    with pytest.raises(HpackError, match="part of a code, or padding"):
        huffman.decode(data)


@pytest.mark.parametrize("before", ["", "11111000", "00000" * 8])
def test_the_end_of_string_code_is_refused(before: str) -> None:
    with pytest.raises(HpackError, match="code that ends a string"):
        huffman.decode(bits(before, "1" * 32))


def test_odd_input_does_not_fill_the_memory() -> None:
    """Every pair of bytes, so that every state meets every byte: only the states of ordinary text remember."""
    for pair in itertools.product(range(256), repeat=2):
        with contextlib.suppress(HpackError):
            huffman.decode(bytes((*pair, 0)))
    codes = set(huffman._CODES.values())
    frequent = {code[:end] for code in codes for end in range(8)} - codes
    assert len(frequent) == 75
    rare = huffman._state("1" * 20)
    assert rare[0] == rare[0]
    assert len(rare) == 0


def test_a_state_is_shown_without_those_that_follow() -> None:
    huffman.decode(huffman.encode(b"text"))
    assert repr(huffman._state("")) == "_State('')"
