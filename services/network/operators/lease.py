"""What a server of the network gives, as plain values. Times are monotonic, in seconds."""

from __future__ import annotations

import msgspec

from services.network.state import Interface, Ip, Prefix


class LeaseRoute(msgspec.Struct, frozen=True, kw_only=True):
    """A route; gateway None is on-link."""

    destination: Prefix
    gateway: Ip | None = None


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    """An address for a time, and what came with it.

    server: what the client calls the server that gave it. asked_at: when it was asked for, from which on its time
    counts. mtu in bytes. domain is the domain that the server names,
    search the search domains. refused: what it said and what is not used, in words.
    """

    address: Interface
    server: str
    asked_at: float
    renew_at: float
    rebind_at: float
    expires_at: float
    routes: tuple[LeaseRoute, ...] = ()
    mtu: int | None = None
    hostname: str = ""
    domain: str = ""
    resolvers: tuple[Ip, ...] = ()
    search: tuple[str, ...] = ()
    time_servers: tuple[Ip, ...] = ()
    refused: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A server's answer as it came, and when what it answers was asked: all that a lease can be made of again."""

    payload: bytes
    asked_at: float


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """A message to send: to one server from the address that it gave, or to all servers if destination is None."""

    payload: bytes
    destination: Ip | None = None
    source: Ip | None = None


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What a client does: its state in a word, and in words what went wrong last; error is empty if nothing did."""

    state: str
    error: str = ""
