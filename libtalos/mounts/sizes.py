"""Sizes as people write them: a number of bytes, or with a binary unit (KiB, MiB, GiB, TiB)."""

import re
from typing import Final

_UNITS: Final = {"": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40}
_SIZE: Final = re.compile(r"(\d+)\s*([A-Za-z]*)")


def parse_size(text: str) -> int:
    """Return the size in bytes. Raises ValueError that says what is accepted."""
    match = _SIZE.fullmatch(text.strip())
    if match is None or match[2] not in _UNITS:
        raise ValueError(f"{text!r} is not a size: write bytes or a number with KiB, MiB, GiB or TiB, such as 4GiB")
    return int(match[1]) * _UNITS[match[2]]


def format_size(size: int) -> str:
    """Return the size in the largest unit that divides it."""
    unit = next(name for name in reversed(_UNITS) if size % _UNITS[name] == 0)
    return f"{size // _UNITS[unit]} {unit or 'bytes'}"
