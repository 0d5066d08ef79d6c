"""The Huffman code of RFC 7541, 5.2 and appendix B."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from libtalos.bus.http2.hpack.errors import HpackError

# The bytes with a code of that many bits. The code is canonical: the first code of a length follows the last one of the
# length before, and within a length codes and bytes rise together. The end of the string (EOS) is the very last code.
_BYTES_BY_LENGTH = {
    5: b"012aceiost",
    6: b" %-./3456789=A_bdfghlmnpru",
    7: b":BCDEFGHIJKLMNOPQRSTUVWYjkqvwxyz",
    8: b"&*,;XZ",
    10: b'!"()?',
    11: b"'+|",
    12: b"#>",
    13: b"\x00$@[]~",
    14: b"^}",
    15: b"<`{",
    19: b"\\\xc3\xd0",
    20: b"\x80\x82\x83\xa2\xb8\xc2\xe0\xe2",
    21: b"\x99\xa1\xa7\xac\xb0\xb1\xb3\xd1\xd8\xd9\xe3\xe5\xe6",
    22: b"\x81\x84\x85\x86\x88\x92\x9a\x9c\xa0\xa3\xa4\xa9\xaa\xad\xb2\xb5\xb9\xba\xbb\xbd\xbe\xc4\xc6\xe4\xe8\xe9",
    23: b"\x01\x87\x89\x8a\x8b\x8c\x8d\x8f\x93\x95\x96\x97\x98\x9b\x9d\x9e\xa5\xa6\xa8\xae\xaf\xb4\xb6\xb7\xbc\xbf\xc5"
    b"\xe7\xef",
    24: b"\t\x8e\x90\x91\x94\x9f\xab\xce\xd7\xe1\xec\xed",
    25: b"\xc7\xcf\xea\xeb",
    26: b"\xc0\xc1\xc8\xc9\xca\xcd\xd2\xd5\xda\xdb\xee\xf0\xf2\xf3\xff",
    27: b"\xcb\xcc\xd3\xd4\xd6\xdd\xde\xdf\xf1\xf4\xf5\xf6\xf7\xf8\xfa\xfb\xfc\xfd\xfe",
    28: b"\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f"
    b"\xdc\xf9",
    30: b"\n\r\x16",
}
_EOS = "1" * 30
_LONGEST_FREQUENT = 8  # bits; longer codes stand for bytes that are not in ordinary text


def _codes() -> Iterator[tuple[int, str]]:
    code = before = 0
    for length, symbols in _BYTES_BY_LENGTH.items():
        code <<= length - before
        before = length
        for symbol in symbols:
            yield symbol, f"{code:0{length}b}"
            code += 1


_CODES = dict(_codes())
_SYMBOLS = {code: bytes((symbol,)) for symbol, code in _CODES.items()}


def encode(data: bytes) -> bytes:
    """Encode a string."""
    if not data:
        return b""
    bits = "".join(map(_CODES.__getitem__, data))
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def decode(data: bytes) -> bytes:
    """Decode a string. Raises HpackError for EOS within it and for padding that is too long or not of ones."""
    state = _state("")
    decoded: list[bytes] = []
    for byte in data:
        symbols, state = state[byte]
        decoded.append(symbols)
    if not state.may_end:
        raise HpackError("a Huffman string ends with a part of a code, or padding of more than 7 bits")
    return b"".join(decoded)


class _State(dict[int, tuple[bytes, "_State"]]):
    """Bits that are no whole code yet; for each byte that may follow, what is complete then, and the next state.

    Filled when needed. Only states that text leads to remember their answers: there are about 80 of them, so that no
    input, however odd, makes the tables large.
    """

    def __init__(self, pending: str) -> None:
        super().__init__()
        self._pending = pending
        self.may_end = len(pending) < 8 and "0" not in pending

    def __repr__(self) -> str:
        """Format without the states that follow: they are a graph, and its paths do not end."""
        return f"_State({self._pending!r})"

    def __missing__(self, byte: int) -> tuple[bytes, _State]:
        symbols, rest = _split(f"{self._pending}{byte:08b}")
        step = symbols, _state(rest)
        if len(self._pending) < _LONGEST_FREQUENT:
            self[byte] = step
        return step


@functools.cache
def _state(pending: str) -> _State:
    return _State(pending)


def _split(bits: str) -> tuple[bytes, str]:
    """Return the symbols of the codes at the beginning and the bits that are left."""
    symbols = b""
    start = 0
    for end in range(1, len(bits) + 1):
        symbol = _SYMBOLS.get(bits[start:end])
        if symbol is not None:
            symbols += symbol
            start = end
    if bits[start:].startswith(_EOS):
        raise HpackError("a Huffman string contains the code that ends a string")
    return symbols, bits[start:]
