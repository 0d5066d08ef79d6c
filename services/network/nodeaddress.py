"""The addresses by which the node is known, derived from what its links have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.etc import ip_order
from services.network.state import RT_SCOPE_LINK

if TYPE_CHECKING:
    from services.network.state import Interface, Seen


class NodeAddresses(msgspec.Struct, frozen=True, kw_only=True):
    """Upstream's sets, each sorted by its algorithm v1: IPv4 first, then by number.

    default: one address, kept as long as the node has it. current: of links that are up. routed: those of current
    that others can reach. accumulative: every one since this process started.
    """

    default: Interface | None = None
    current: tuple[Interface, ...] = ()
    routed: tuple[Interface, ...] = ()
    accumulative: tuple[Interface, ...] = ()

    def next(self, seen: Seen) -> NodeAddresses:
        """Return the sets after a change of the kernel's state."""
        current = _sorted(_usable(seen))
        routed = tuple(each for each in current if not each.ip.is_link_local and not each.ip.is_loopback)
        kept = self.default if self.default in current else None
        return NodeAddresses(
            default=kept or next(iter(routed or current), None),
            current=current,
            routed=routed,
            accumulative=_sorted({*self.accumulative, *current}),
        )


def _usable(seen: Seen) -> set[Interface]:
    up = {link.index for link in seen.links.values() if link.up}
    return {
        each.interface
        for each in seen.addresses
        if each.link in up and each.scope < RT_SCOPE_LINK and not each.duplicate
    }


def _sorted(addresses: set[Interface]) -> tuple[Interface, ...]:
    return tuple(sorted(addresses, key=lambda each: (*ip_order(each.ip), each.network.prefixlen)))
