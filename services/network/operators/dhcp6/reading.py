"""From a server's answer to a lease. A server may be anybody's: everything that it says is looked at first."""

from __future__ import annotations

import struct
from ipaddress import IPv6Address, IPv6Interface
from typing import TYPE_CHECKING

from services.network.operators.addresses import fault, read_servers
from services.network.operators.dhcp6.message import Message, Option, Options, decode_options, each
from services.network.operators.lease import Lease
from services.network.operators.names import decode_labels, usable_names
from services.network.operators.timing import lease_times

if TYPE_CHECKING:
    from collections.abc import Iterator

_IA = struct.Struct("!4sII")
_ADDRESS = struct.Struct("!16sII")
# RFC 8415 14.2 has 0.8 of the preferred lifetime
_REBIND_PART = 0.8
# RFC 5908 4.1: a server's address; 2 is a multicast address, 3 a name
_TIME_SERVER_ADDRESS = 1
_STATUS_WORDS = {1: "failure", 2: "no addresses are available", 3: "it knows of no lease", 4: "not on this link"}


class RefusedError(ValueError):
    """The server has no lease for us."""


def read_lease(message: Message, iaid: bytes, asked_at: float) -> Lease:
    """Read an ADVERTISE or REPLY; raises ValueError if it has no address that can be used, RefusedError if it says no.

    The rest is used as far as it can be.
    """
    server = message.get(Option.SERVER)
    if not server:
        raise ValueError("it does not say who it is")
    raise_status(message.options)
    renewal, rebinding, inner = _association(message, iaid)
    raise_status(inner)
    address, lifetime, refused = _address(inner)
    times = lease_times(asked_at, lifetime, renewal, rebinding, rebind_part=_REBIND_PART)
    resolvers, bad_resolvers = read_servers(message.get(Option.RESOLVERS) or b"", 16, "DNS server")
    time_servers, bad_time_servers = read_servers(b"".join(_time_servers(message)), 16, "time server")
    search, bad_search = _search(message)
    return Lease(
        address=IPv6Interface((address, 128)),
        server=server.hex(),
        asked_at=asked_at,
        renew_at=times.renew_at,
        rebind_at=times.rebind_at,
        expires_at=times.expires_at,
        resolvers=resolvers,
        search=search,
        time_servers=time_servers,
        refused=(*refused, *bad_resolvers, *bad_search, *bad_time_servers),
    )


def raise_status(options: Options) -> None:
    """Raise RefusedError if a status is among the options and not a success (RFC 8415 21.13)."""
    for value in each(options, Option.STATUS):
        code = int.from_bytes(value[:2])
        if code:
            words = "".join(
                letter if letter.isprintable() else "?" for letter in value[2:82].decode("utf-8", errors="replace")
            )
            said = f': "{words}"' if words else ""
            raise RefusedError(f"{_STATUS_WORDS.get(code, f'status {code}')}{said}")


def _association(message: Message, iaid: bytes) -> tuple[int, int, Options]:
    for value in each(message.options, Option.ADDRESSES):
        if len(value) >= _IA.size and value[:4] == iaid:
            _, renewal, rebinding = _IA.unpack_from(value)
            return renewal, rebinding, decode_options(value[_IA.size :])
    raise ValueError("it has no address")


def _address(options: Options) -> tuple[IPv6Address, int, list[str]]:
    """Return the first address that can be used, for how many seconds, and what is refused."""
    refused: list[str] = []
    for value in each(options, Option.ADDRESS):
        if len(value) < _ADDRESS.size:
            raise ValueError("an address is cut off")
        packed, preferred, valid = _ADDRESS.unpack_from(value)
        address = IPv6Address(packed)
        why = fault(address)
        if address.is_link_local:
            why = f"{address} is a link-local address"
        elif not valid or preferred > valid:
            why = f"{address} has no time to live" if not valid else f"{address} is preferred for longer than valid"
        if not why:
            return address, valid, refused
        refused.append(why)
    raise ValueError("; ".join(refused) or "it has no address")


def _search(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    try:
        return usable_names(decode_labels(message.get(Option.SEARCH) or b""), "search domain")
    except ValueError as error:
        return (), (f"search domains: {error}",)


def _time_servers(message: Message) -> Iterator[bytes]:
    try:
        options = decode_options(message.get(Option.TIME_SERVERS) or b"")
    except ValueError:
        return
    yield from (value for code, value in options if code == _TIME_SERVER_ADDRESS and len(value) == 16)
