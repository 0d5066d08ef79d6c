"""The header grpc-timeout: at most eight digits and a unit (PROTOCOL-HTTP2.md of gRPC)."""

from __future__ import annotations

import math

from libtalos.bus.errors import InvalidArgumentError

_SECONDS = {"H": 3600.0, "M": 60.0, "S": 1.0, "m": 1e-3, "u": 1e-6, "n": 1e-9}
_MOST = 99_999_999
# from fine to coarse: the first that has enough digits is exact enough
_UNITS = (("n", 1e-9), ("u", 1e-6), ("m", 1e-3), ("S", 1.0), ("M", 60.0), ("H", 3600.0))


def encode_timeout(seconds: float) -> bytes:
    """A timeout for the wire, rounded down to what its digits can tell: nobody works longer than its caller waits."""
    if seconds <= 0:
        return b"0n"
    if seconds <= _MOST and seconds == int(seconds):
        return b"%dS" % int(seconds)
    for unit, size in _UNITS:
        # compared before it is rounded: infinity cannot be
        if (count := seconds / size) < _MOST + 1:
            return b"%d%b" % (math.floor(count), unit.encode())
    return b"%dH" % _MOST


def decode_timeout(text: str) -> float:
    """Seconds. Raises InvalidArgumentError."""
    digits, unit = text[:-1], text[-1:]
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 8 and unit in _SECONDS):
        raise InvalidArgumentError(f"grpc-timeout: {text!r} is not at most eight digits and one of H, M, S, m, u, n")
    return int(digits) * _SECONDS[unit]
