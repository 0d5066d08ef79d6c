"""The codec of a class for which none is generated: betterproto2's own, behind a check of the outer form.

betterproto2 takes a message that ends in the middle of a field for a shorter one; half a file would be written as if it
were whole. Format: protobuf.dev/programming-guides/encoding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import betterproto2

from libtalos.wireformat.errors import EncodeError, WireError, cut_off
from libtalos.wireformat.pure import read_tag, skip
from libtalos.wireformat.shared import octets

M = TypeVar("M", bound=betterproto2.Message)

_PARSE_FAULTS = (ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError, RecursionError)
_WRITE_FAULTS = (ValueError, TypeError, AttributeError, OverflowError, RecursionError)


def codec(message_type: type[M]) -> tuple[Callable[[M], bytes], Callable[[bytes], M]]:
    """Encoder and decoder of a class."""
    name = message_type.__name__

    def encode(message: M) -> bytes:
        try:
            return bytes(message)
        except _WRITE_FAULTS as error:
            raise EncodeError(f"{name}: {error}") from error

    def decode(data: bytes) -> M:
        data = octets(data)
        check(name, data)
        try:
            return message_type.parse(data)
        except _PARSE_FAULTS as error:
            raise WireError(f"{name}: {error}") from error

    return encode, decode


def check(name: str, data: bytes) -> None:
    """Raise WireError unless data, a message called name, is a sequence of whole fields."""
    position = 0
    try:
        while position < len(data):
            start = position
            tag, position = read_tag(data, position)
            position = skip(data, position, tag, start)
    except IndexError:
        raise cut_off(name, start) from None
    if position > len(data):
        raise cut_off(name, start)
