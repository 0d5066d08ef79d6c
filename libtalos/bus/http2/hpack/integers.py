"""Integers that begin in the last bits of a byte (RFC 7541, 5.1). A mask such as 0x7f says which bits these are."""

from __future__ import annotations

from libtalos.bus.http2.hpack.errors import HpackError

_MAX_BYTES = 5  # after the first one: 35 bits hold every 32-bit setting, and the RFC wants a limit


def encode_integer(value: int, mask: int, flags: int = 0) -> bytes:
    """Encode value >= 0 below the bits of flags."""
    if value < mask:
        return bytes((flags | value,))
    encoded = bytearray((flags | mask,))
    value -= mask
    while value >= 0x80:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def decode_integer(block: bytes, position: int, mask: int) -> tuple[int, int]:
    """Return the integer at a position and the position behind it. Raises HpackError if it is cut off or too long."""
    value = block[position] & mask
    position += 1
    if value < mask:
        return value, position
    for count, byte in enumerate(block[position : position + _MAX_BYTES]):
        value += (byte & 0x7F) << (7 * count)
        if byte < 0x80:
            return value, position + count + 1
    if position + _MAX_BYTES > len(block):
        raise HpackError(f"the block ends within the integer at byte {position - 1}")
    raise HpackError(f"the integer at byte {position - 1} has more than {_MAX_BYTES} bytes after the first")
