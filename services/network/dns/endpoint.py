"""Where DNS is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.state import Ip

if TYPE_CHECKING:
    from collections.abc import Mapping

PORT = 53


class Endpoint(msgspec.Struct, frozen=True):
    """An address and a port, the same ones of UDP and TCP."""

    address: Ip
    port: int = PORT

    def __str__(self) -> str:
        """Return the usual form, such as `192.0.2.1:53` or `[2001:db8::1]:53`."""
        return f"[{self.address}]:{self.port}" if self.address.version == 6 else f"{self.address}:{self.port}"


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """An upstream and what its last failure was; empty while it answers."""

    endpoint: Endpoint
    failure: str = ""


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What the host DNS does now: where it listens, why it does not elsewhere, how the upstreams are."""

    listening: tuple[Endpoint, ...] = ()
    failures: Mapping[Endpoint, str] = msgspec.field(default_factory=dict)
    upstreams: tuple[Health, ...] = ()
