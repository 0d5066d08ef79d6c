"""From all that has a say to the one wanted state: defaults, then the platform, then the machine config."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from services.network.hostname import default_hostname
from services.network.wanted import DEFAULT_RESOLVERS, LOOPBACK_ADDRESSES, LOOPBACK_LINK, Resolvers, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.network.memory import Platform
    from services.network.settings import Settings
    from services.network.state import Ip, LinkName
    from services.network.wanted import HostName, WantedLink


def loopback_only() -> Wanted:
    """Return what is wanted before it is known whether there is a config: to touch nothing but the loopback link."""
    return Wanted(links=(LOOPBACK_LINK,), addresses=LOOPBACK_ADDRESSES)


def make_wanted(settings: Settings, platform: Platform, *, identity: str, address: Ip | None) -> Wanted:
    """Merge the layers as upstream does: the highest one that says something wins.

    identity: what makes the node's default name stable, empty if it has none. address: its default address.
    """
    return Wanted(
        links=_merge((LOOPBACK_LINK, *settings.links)),
        addresses=tuple(dict.fromkeys((*LOOPBACK_ADDRESSES, *settings.addresses))),
        routes=tuple(dict.fromkeys(settings.routes)),
        hostname=_hostname(settings, platform, identity, address),
        resolvers=Resolvers(
            servers=settings.nameservers or platform.nameservers or DEFAULT_RESOLVERS,
            search=settings.search or platform.search,
            no_default_search=settings.no_default_search,
        ),
        hosts=settings.hosts,
    )


def _merge(links: Iterable[WantedLink]) -> tuple[WantedLink, ...]:
    """Make one of the links that are named more than once; of their MTUs the last holds."""
    merged: dict[LinkName, WantedLink] = {}
    for link in links:
        before = merged.get(link.name, link)
        merged[link.name] = replace(before, mtu=link.mtu or before.mtu)
    return tuple(merged.values())


def _hostname(settings: Settings, platform: Platform, identity: str, address: Ip | None) -> HostName | None:
    return settings.hostname or platform.hostname or default_hostname(identity, address)
