"""Making the client of one link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.network.operators.dhcp6.identity import make_identity
from services.network.operators.dhcp6.machine import Dhcp6
from services.network.operators.dhcp6.wire import DatagramWire

if TYPE_CHECKING:
    from services.network.operators.session import Circumstances, Wire
    from services.network.state import Link


def make_machine(duid: bytes, around: Circumstances) -> Dhcp6:
    """Make the client; an empty duid is made of the hardware address."""
    identity = make_identity(around.link.hardware_addr, duid)
    return Dhcp6(identity=identity, taken=around.taken, random=around.random, remembered=around.remembered)


def connect(link: Link) -> Wire:
    """Open its socket; raises OSError."""
    return DatagramWire(link)
