"""How the kernel writes the values of a link's settings: a pair of functions each."""

from __future__ import annotations

import sys
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple

from services.network.netlink import attribute_list, pack_attributes

if TYPE_CHECKING:
    from collections.abc import Callable

# Numbers and switches are numbers, addresses are texts.
Value = int | str | tuple[str, ...]


class Codec(NamedTuple):
    """Two functions that undo each other; unpack reads whatever the kernel sends, cut off or not."""

    pack: Callable[[Value], bytes]
    unpack: Callable[[bytes], Value]


def _number(size: int, order: str = sys.byteorder) -> Codec:
    big = order == "big"
    return Codec(
        lambda value: _whole(value).to_bytes(size, "big" if big else sys.byteorder),
        lambda data: int.from_bytes(data[:size], "big" if big else sys.byteorder),
    )


def _whole(value: Value) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no number")
    return value


def _pack_addresses(value: Value) -> bytes:
    texts = value if isinstance(value, tuple) else ()
    return pack_attributes({number: ip_address(text).packed for number, text in enumerate(texts)})


def _unpack_addresses(data: bytes) -> Value:
    return tuple(str(ip_address(each)) for _, each in attribute_list(data) if len(each) in {4, 16})


U8 = _number(1)
U16 = _number(2)
U32 = _number(4)
# what stands in packets is in the network's order
BE16 = _number(2, "big")
# a list of addresses, as attributes that are numbered from 0
ADDRESSES = Codec(_pack_addresses, _unpack_addresses)
