"""Messages, parsed by the codecs in Python and in C; both have to agree. The first two bytes choose the message."""

from __future__ import annotations

import functools
import importlib
import pkgutil

import betterproto2

import libtalos.gen
from libtalos.bus.wire import WireError
from libtalos.bus.wire.lookup import Codecs, find_compiled

_CODECS = ".codec"


@functools.cache
def _messages() -> tuple[type[betterproto2.Message], ...]:
    names = (module.name for module in pkgutil.walk_packages(libtalos.gen.__path__, f"{libtalos.gen.__name__}."))
    classes = {kind for name in names if name.endswith(_CODECS) for kind in importlib.import_module(name).CODECS}
    return tuple(sorted(classes, key=lambda kind: (kind.__module__, kind.__name__)))


@functools.cache
def _implementations() -> tuple[Codecs, ...]:
    """Those in Python, and those in C where they are built."""
    compiled = find_compiled("")
    return (Codecs(None),) if compiled is None else (Codecs(None), Codecs(compiled))


def check(data: bytes) -> None:
    """Raise AssertionError if the codecs disagree, or if what was parsed does not survive."""
    messages = _messages()
    kind = messages[int.from_bytes(data[:2], "big") % len(messages)]
    first, *others = [_survives(codecs, kind, data[2:]) for codecs in _implementations()]
    assert all(other == first for other in others), f"{kind.__name__}: {first}, {others}"


def _survives(codecs: Codecs, kind: type[betterproto2.Message], data: bytes) -> tuple[str, bytes] | None:
    """Return what can be seen of the message, None if it is refused."""
    encode, decode = codecs.encoder_of(kind), codecs.decoder_of(kind)
    try:
        message = decode(data)
    except WireError:
        return None
    encoded = encode(message)
    again = decode(encoded)
    assert encode(again) == encoded, f"{kind.__name__} changes: {encoded.hex()}"
    assert repr(again) == repr(message), f"{kind.__name__}: {message} becomes {again}"
    return repr(message), encoded
