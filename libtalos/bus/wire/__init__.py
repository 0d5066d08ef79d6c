"""Messages to bytes and back: the generated codecs, the compiled ones where they are built, in Python elsewhere.

Both give the same results, which are protobuf's. Decoders raise WireError, encoders EncodeError; both are ValueErrors.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import TypeVar

import betterproto2

from libtalos.bus.wire.lookup import Codecs, Implementation, find_compiled
from libtalos.bus.wire.raw import Raw
from libtalos.wireformat.errors import EncodeError, WireError

__all__ = ["EncodeError", "Implementation", "Raw", "WireError", "decoder_of", "encoder_of", "implementation"]

M = TypeVar("M", bound=betterproto2.Message)


def encoder_of(message_type: type[M]) -> Callable[[M], bytes]:
    """The function that serializes messages of a class. It raises EncodeError, which names the field."""
    return _codecs().encoder_of(message_type)


def decoder_of(message_type: type[M]) -> Callable[[bytes], M]:
    """The function that parses messages of a class. It raises WireError, which names the byte."""
    return _codecs().decoder_of(message_type)


def implementation() -> Implementation:
    """Which codecs this process uses; the variable TALOS_CODEC decides it, see find_compiled."""
    return _codecs().implementation


@functools.cache
def _codecs() -> Codecs:
    return Codecs(find_compiled(os.environ.get("TALOS_CODEC", "")))
