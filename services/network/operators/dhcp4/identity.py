"""Who asks: the link's hardware address and the client's name for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.operators.dhcp4.message import Option

if TYPE_CHECKING:
    from collections.abc import Iterable

# In the order in which servers that have no room for all are to take them: routes before the router (RFC 3442).
_PARAMETERS = (
    Option.SUBNET_MASK,
    Option.ROUTES,
    Option.ROUTER,
    Option.RESOLVERS,
    Option.DOMAIN,
    Option.SEARCH,
    Option.MTU,
    Option.TIME_SERVERS,
    Option.LEASE_TIME,
    Option.RENEWAL_TIME,
    Option.REBINDING_TIME,
)


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """hardware: six bytes. client_id: the option's value, empty sends none. hostname: whether to ask for a name."""

    hardware: bytes
    client_id: bytes = b""
    hostname: bool = True

    @property
    def parameters(self) -> bytes:
        """The options that are asked for."""
        asked: Iterable[Option] = (*_PARAMETERS, Option.HOSTNAME) if self.hostname else _PARAMETERS
        return bytes(asked)


def mac_client_id(hardware: bytes) -> bytes:
    """Return the client id of a hardware address (RFC 2132 9.14: its type, then the address)."""
    return b"\1" + hardware


def duid_client_id(hardware: bytes, duid: bytes) -> bytes:
    """Return the client id of a DUID (RFC 4361: 255, four bytes that tell the link, the DUID)."""
    return b"\xff" + hardware[-4:] + duid
