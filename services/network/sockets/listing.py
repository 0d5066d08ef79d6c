"""Looking for sockets: which ones, where, whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.sockets.devices import Counters, parse_devices
from services.network.sockets.namespaces import inside, list_namespaces
from services.network.sockets.owners import Owner, find_owners
from services.network.sockets.table import PROTOCOLS, Socket, parse_sockets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class UnknownError(ValueError):
    """A protocol or a namespace that is not there."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for. connected and listening: those with a peer and those without.

    host is the node's own namespace; namespaces are others by their names, everywhere is all of them.
    """

    protocols: tuple[str, ...] = PROTOCOLS
    connected: bool = True
    listening: bool = True
    owners: bool = False
    host: bool = True
    namespaces: tuple[str, ...] = ()
    everywhere: bool = False


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A socket with its process, if that was asked for and there is one; namespace is empty for the node's own."""

    socket: Socket
    owner: Owner | None = None
    namespace: str = ""


class Sockets:
    """The sockets of the node. Its methods block."""

    def __init__(self, *, proc: Path, netns: Path) -> None:
        """Read the procfs at proc and the namespaces in netns."""
        self._proc = proc
        self._netns = netns

    def find(self, query: Query) -> list[Found]:
        """Return what is asked for, in the kernel's order. Raises UnknownError, OSError, ValueError."""
        for protocol in query.protocols:
            if protocol not in PROTOCOLS:
                raise UnknownError(f'"{protocol}" is not a protocol: use {", ".join(PROTOCOLS)}')
        found = [(name, each) for name in self._places(query) for each in self._read(name, query.protocols)]
        owners = find_owners(self._proc) if query.owners else {}
        return [
            Found(socket=each, owner=owners.get(each.inode), namespace=name)
            for name, each in found
            if (query.connected if each.connected else query.listening)
        ]

    def devices(self) -> list[Counters]:
        """Return the counters of every device. Raises OSError, ValueError."""
        return list(parse_devices((self._proc / "thread-self/net/dev").read_text()))

    def _places(self, query: Query) -> Iterator[str]:
        known = list_namespaces(self._netns)
        for name in query.namespaces:
            if name not in known:
                raise UnknownError(f'there is no network namespace "{name}" in {self._netns}')
        if query.host:
            yield ""
        yield from known if query.everywhere else dict.fromkeys(query.namespaces)

    def _read(self, namespace: str, protocols: Sequence[str]) -> list[Socket]:
        if not namespace:
            return self._tables(protocols)
        return inside(self._netns / namespace, lambda: self._tables(protocols))

    def _tables(self, protocols: Sequence[str]) -> list[Socket]:
        sockets: list[Socket] = []
        for protocol in dict.fromkeys(protocols):
            try:
                text = (self._proc / "thread-self/net" / protocol).read_text()
            except FileNotFoundError:
                continue  # a kernel without IPv6 or UDP-Lite has no such sockets
            sockets += parse_sockets(protocol, text)
        return sockets
