"""Making the client of one link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.network.layers.words import ClientIdentifier
from services.network.operators.dhcp4.identity import Identity, duid_client_id, mac_client_id
from services.network.operators.dhcp4.machine import Dhcp4
from services.network.operators.dhcp4.wire import PacketWire
from services.network.operators.dhcp6.identity import make_identity

if TYPE_CHECKING:
    from services.network.layers.specs import DhcpOptions
    from services.network.operators.session import Circumstances, Wire
    from services.network.state import Link


def make_machine(options: DhcpOptions, duid: bytes, around: Circumstances) -> Dhcp4:
    """Make the client; an empty duid is made of the hardware address."""
    hardware = around.link.hardware_addr
    client_id = b""
    if options.client_identifier is ClientIdentifier.MAC:
        client_id = mac_client_id(hardware)
    elif options.client_identifier is ClientIdentifier.DUID:
        client_id = duid_client_id(hardware, duid or make_identity(hardware).duid)
    identity = Identity(hardware=hardware, client_id=client_id, hostname=not options.skip_hostname_request)
    return Dhcp4(identity=identity, taken=around.taken, random=around.random, remembered=around.remembered)


def connect(link: Link) -> Wire:
    """Open its sockets; raises OSError."""
    return PacketWire(link)
