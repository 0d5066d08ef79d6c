"""Sizes and durations as people type them."""

import re
from typing import Final

from libtalos.provision.errors import ProvisionError

_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(?:([KMGT])(i?)B?|B)?", re.IGNORECASE)
_POWER: Final = {"": 0, "K": 1, "M": 2, "G": 3, "T": 4}
_DURATION_PART: Final = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h)")
_SECONDS: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}


def parse_size(text: str) -> int:
    """Return the bytes that "4GiB", "512 MiB", "6G" (1024) or "6GB" (1000), or "300000000" name.

    Raises ProvisionError if text is not a size.
    """
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise ProvisionError(f"not a size: {text!r}; give a number and a unit, as in 512MiB or 4GiB")
    number, unit, binary = match.group(1), (match.group(2) or "").upper(), match.group(3)
    # "G" alone is what truncate(1) and mkfs take for 2**30; only an explicit "GB" is decimal.
    decimal = bool(unit) and not binary and text.strip().upper().endswith("B")
    return int(float(number) * (1000 if decimal else 1024) ** _POWER[unit])


def format_size(size: int) -> str:
    """Return size (bytes) with a binary unit, as in "4 GiB" or "1.5 GiB"."""
    value, unit = float(size), "B"
    for larger in ("KiB", "MiB", "GiB", "TiB"):
        if value < 1024:
            break
        value, unit = value / 1024, larger
    return f"{value:.1f}".removesuffix(".0") + f" {unit}"


def parse_duration(text: str) -> float:
    """Return the seconds that "90", "90s", "1m30s" or "500ms" name (Go's notation, without its sign).

    Raises ProvisionError if text is not a duration.
    """
    text = text.strip()
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    parts = _DURATION_PART.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        raise ProvisionError(f"not a duration: {text!r}; give numbers and units, as in 90s, 2m or 1m30s")
    return sum(float(number) * _SECONDS[unit] for number, unit in parts)
