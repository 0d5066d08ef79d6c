"""What the node is called when the machine config does not say."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from services.network.layers.specs import HostnameSpec

if TYPE_CHECKING:
    from services.network.state import Ip

# Names that say that nobody has named the host yet: the kernel's own and what images ship.
_UNNAMED = frozenset({"", "(none)", "localhost", "localhost.localdomain"})
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def is_named(name: str) -> bool:
    """Tell whether somebody has given the host a name."""
    return name not in _UNNAMED


def default_hostname(identity: str, address: Ip | None) -> HostnameSpec | None:
    """Return upstream's default: from the node's identity, else from its address, else None.

    Stable form: `talos-xxx-yyy`, where xxx and yyy are characters 1-3 and 4-6 of the first 8 bytes of the identity's
    SHA-256 in base 36 (upstream: `network.HostnameConfigController`).
    """
    if identity:
        digits = _base36(hashlib.sha256(identity.encode()).digest()[:8])
        return HostnameSpec(hostname=f"talos-{digits[1:4]}-{digits[4:7]}")
    if address is not None:
        return HostnameSpec(hostname="talos-" + str(address).replace(".", "-").replace(":", "-"))
    return None


def _base36(data: bytes) -> str:
    number, digits = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
