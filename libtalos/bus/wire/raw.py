"""Messages that are passed on as they came, by whoever does not know what is in them."""

from __future__ import annotations


class Raw:
    """The bytes of one message."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data


def encode_raw(message: Raw) -> bytes:
    """The bytes."""
    return message.data


def decode_raw(data: bytes) -> Raw:
    """Any bytes are a message."""
    return Raw(bytes(data))
