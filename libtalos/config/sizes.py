"""Sizes in documents of volumes: bytes, or a number with a unit; a maximum may be relative to what is free."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([A-Za-z]*)")
_PERCENT: Final = re.compile(r"(\d{1,3})\s*%")
_UNITS: Final = {
    "": 1,
    "B": 1,
    **{f"{letter}{tail}": 1000 ** (power + 1) for power, letter in enumerate("kMGTP") for tail in ("", "B")},
    **{f"{letter}iB": 1024 ** (power + 1) for power, letter in enumerate("KMGTP")},
}


class Maximum(NamedTuple):
    """The most that a volume may have: bytes (0: no limit), a share of what is free, or all but what stays free."""

    amount: int = 0
    percent: int = 0
    stays_free: bool = False

    @property
    def absolute(self) -> int:
        """The bytes of one that does not depend on what is free, else 0."""
        return 0 if self.stays_free else self.amount

    def of(self, free: int) -> int:
        """Return the most that may be taken of so many free bytes."""
        if self.percent:
            return free * self.percent // 100
        if self.stays_free:
            return max(free - self.amount, 0)
        return min(self.amount, free) if self.amount else free


def bytes_of(text: str) -> int:
    """Return a size in bytes. Raises ValueError that says what is accepted."""
    match = _SIZE.fullmatch(text.strip())
    if match is None or match[2] not in _UNITS:
        raise ValueError(f'"{text}" is not a size: write bytes or a number with a unit, such as 10GB or 2.5GiB')
    return int(float(match[1]) * _UNITS[match[2]]) if "." in match[1] else int(match[1]) * _UNITS[match[2]]


def maximum_of(text: str) -> Maximum:
    """Return a maximum: a size, `80%` of what is free, or `-10GiB`, which stay free. Raises ValueError."""
    plain = text.strip()
    if plain.endswith("%"):
        match = _PERCENT.fullmatch(plain)
        if match is None or not 0 < int(match[1]) <= 100:
            raise ValueError(f'"{text}" is not a share: write a whole number from 1% to 100%')
        return Maximum(percent=int(match[1]))
    return Maximum(bytes_of(plain.removeprefix("-")), stays_free=plain.startswith("-"))
