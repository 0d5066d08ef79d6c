"""The change of a WireGuard link as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from services.network.layers.links import Wireguard
from services.network.links.wireguard.change import change_between

if TYPE_CHECKING:
    from services.network.links.wireguard.change import DeviceChange
    from services.network.state import Link, LinkIndex


class WireguardKernel(Protocol):
    """What this asks of the kernel. Every method raises OSError with the kernel's errno."""

    def find_link(self, link: Link) -> LinkIndex:
        """Return a link's index, which a link that was planned and then made has only now."""

    def set_wireguard(self, link: LinkIndex, change: DeviceChange) -> None:
        """Change keys, port, mark and peers."""


class SetWireguard(msgspec.Struct, frozen=True, kw_only=True):
    """Change keys, port, mark and peers of a WireGuard link."""

    link: Link
    seen: Wireguard
    wanted: Wireguard

    def describe(self) -> str:
        """Tell the change in words for people. Keys that are secret are not in them."""
        return f"wireguard {self.link.name}: {change_between(self.seen, self.wanted).describe()}"

    def execute(self, kernel: WireguardKernel) -> bool:
        """Do it."""
        kernel.set_wireguard(kernel.find_link(self.link), change_between(self.seen, self.wanted))
        return True

    def undo(self, kernel: WireguardKernel) -> None:
        """Set what was."""
        kernel.set_wireguard(kernel.find_link(self.link), change_between(self.wanted, self.seen))
