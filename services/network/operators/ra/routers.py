"""What routers advertise besides addresses and routes, for as long as they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.operators.addresses import MOST_SERVERS
from services.network.operators.machine import NEVER
from services.network.operators.names import MOST_DOMAINS
from services.network.operators.timing import LONGEST_LEASE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeVar

    from services.network.operators.ra.options import Advertised
    from services.network.state import Ip, LinkIndex

    T = TypeVar("T")


class Resolving(msgspec.Struct, frozen=True, kw_only=True):
    """DNS servers and search domains, in the order in which they were first heard of."""

    servers: tuple[Ip, ...] = ()
    search: tuple[str, ...] = ()


class _Heard(msgspec.Struct, kw_only=True):
    servers: dict[Ip, float] = msgspec.field(default_factory=dict)
    search: dict[str, float] = msgspec.field(default_factory=dict)
    refused: tuple[str, ...] = ()


class Routers:
    """Remembers what is advertised on each link, and until when. Any host of a link can say it is a router."""

    def __init__(self) -> None:
        """Begin without."""
        self._links: dict[LinkIndex, _Heard] = {}

    @property
    def due(self) -> float:
        """When the first of it runs out; NEVER if there is nothing."""
        ends = [end for heard in self._links.values() for end in (*heard.servers.values(), *heard.search.values())]
        return min(ends, default=NEVER)

    def hear(self, advertised: Advertised, now: float) -> None:
        """Take what an option says. A link has room for a number of servers and domains; further ones are told."""
        heard = self._links.setdefault(advertised.link, _Heard())
        until = now + min(advertised.lifetime, LONGEST_LEASE)
        refused = [
            *advertised.refused,
            *_take(heard.servers, advertised.servers, now, until, MOST_SERVERS),
            *_take(heard.search, advertised.search, now, until, MOST_DOMAINS),
        ]
        heard.refused = tuple(refused)

    def expire(self, now: float) -> None:
        """Forget what has run out."""
        for heard in self._links.values():
            heard.servers = {each: end for each, end in heard.servers.items() if end > now}
            heard.search = {each: end for each, end in heard.search.items() if end > now}

    def keep(self, links: Iterable[LinkIndex]) -> None:
        """Forget every other link."""
        kept = set(links)
        self._links = {index: heard for index, heard in self._links.items() if index in kept}

    def resolving(self) -> dict[LinkIndex, Resolving]:
        """Return what holds, of the links that have anything."""
        return {
            index: Resolving(servers=tuple(heard.servers), search=tuple(heard.search))
            for index, heard in self._links.items()
            if heard.servers or heard.search
        }

    def errors(self) -> dict[LinkIndex, str]:
        """Return what was refused last, of the links that have anything."""
        return {index: "; ".join(heard.refused) for index, heard in self._links.items() if heard.refused}


def _take(known: dict[T, float], new: Iterable[T], now: float, until: float, limit: int) -> list[str]:
    refused = []
    for each in new:
        if until <= now:
            known.pop(each, None)
        elif each in known or len(known) < limit:
            known[each] = until
        else:
            refused.append(f"{each}: {limit} are in use already")
    return refused
