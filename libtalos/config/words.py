"""Checks of names, addresses and sizes, apart from where they stand."""

from __future__ import annotations

import ipaddress
import re
from typing import Final

LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)  # RFC 1123, section 2.1
LONGEST_NAME: Final = 253
LONGEST_LINK_NAME: Final = 15  # IFNAMSIZ - 1
SMALLEST_MTU: Final = 68  # RFC 791
LARGEST_MTU: Final = 65_536


def is_dns_name(name: str) -> bool:
    """Whether name is a host or domain name (RFC 1123)."""
    labels = name.removesuffix(".").split(".")
    return len(name) <= LONGEST_NAME and all(LABEL.fullmatch(label) for label in labels)


def is_link_name(name: str) -> bool:
    """Whether the kernel takes a name for a link."""
    if name in {"", ".", ".."} or len(name.encode()) > LONGEST_LINK_NAME:
        return False
    return not any(character in "/:" or character.isspace() for character in name)


def is_cidr(text: str, *, prefix: bool = True) -> bool:
    """Whether text is an address with a prefix length, or, with prefix False, a bare address."""
    try:
        if prefix:
            ipaddress.ip_interface(text)
        else:
            ipaddress.ip_address(text)
    except ValueError:
        return False
    return ("/" in text) is prefix
