"""Which codec a class has. The codecs of a proto package are imported when the first of its classes is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol, TypeVar, cast

import betterproto2

from libtalos.bus.wire import fallback
from libtalos.bus.wire.raw import Raw, decode_raw, encode_raw
from libtalos.gen.codec_digest import DIGEST

M = TypeVar("M", bound=betterproto2.Message)

Implementation = Literal["compiled", "pure"]
Codec = tuple[Callable[[Any], bytes], Callable[[bytes], Any]]
_COMPILED = "libtalos.gen.compiled"


class Compiled(Protocol):
    """The extension module of a tree of stubs."""

    __package__: str
    DIGEST: str

    def codecs(self, package: str) -> Mapping[type, Codec]:
        """Encoder and decoder of every class of a proto package. Raises KeyError for a package that has none."""


class Codecs:
    """Encoders and decoders by class; without compiled those in Python. One that is found is kept."""

    def __init__(self, compiled: Compiled | None) -> None:
        self._compiled = compiled
        self._found: dict[type, Codec] = {Raw: (encode_raw, decode_raw)}

    @property
    def implementation(self) -> Implementation:
        """Which codecs these are."""
        return "pure" if self._compiled is None else "compiled"

    def encoder_of(self, message_type: type[M]) -> Callable[[M], bytes]:
        """The function that serializes messages of a class."""
        found = self._found.get(message_type) or self._find(message_type)
        return found[0]

    def decoder_of(self, message_type: type[M]) -> Callable[[bytes], M]:
        """The function that parses messages of a class."""
        found = self._found.get(message_type) or self._find(message_type)
        return found[1]

    def _find(self, message_type: type[betterproto2.Message]) -> Codec:
        self._found |= self._generated(message_type.__module__)
        return self._found.setdefault(message_type, fallback.codec(message_type))

    def _generated(self, stubs: str) -> Mapping[type, Codec]:
        if self._compiled is not None and stubs.startswith(f"{self._compiled.__package__}."):
            return self._compiled.codecs(stubs.removeprefix(f"{self._compiled.__package__}."))
        try:
            codecs: Mapping[type, Codec] = importlib.import_module(f"{stubs}.codec").CODECS
        except ModuleNotFoundError as missing:
            if missing.name != f"{stubs}.codec":
                raise
            return {}
        return codecs


def find_compiled(wanted: str) -> Compiled | None:
    """The extension, if it is built from the same protos as the stubs; wanted is the value of TALOS_CODEC.

    `pure` takes the codecs in Python, `compiled` the extension and raises ImportError without it, an empty value takes
    what is there. Raises ValueError for another value.
    """
    if wanted not in ("", "pure", "compiled"):
        raise ValueError(f"TALOS_CODEC={wanted}: give `pure` or `compiled`, or leave it out")
    if wanted == "pure":
        return None
    try:
        found = cast("Compiled", importlib.import_module(_COMPILED))
    except ImportError:
        if wanted == "compiled":
            raise
        return None
    if found.DIGEST == DIGEST:
        return found
    if wanted == "compiled":
        raise ImportError(f"{_COMPILED} is built from other protos: install libtalos again")
    return None
