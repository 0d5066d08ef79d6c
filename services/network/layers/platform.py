"""The platform layer: what whoever made the node set before this component came."""

from __future__ import annotations

import msgspec

from services.network.layers.contribution import Contribution
from services.network.layers.specs import HostnameSpec, ResolverSpec
from services.network.layers.words import Layer
from services.network.state import Ip


class Platform(msgspec.Struct, frozen=True, kw_only=True):
    """What was found; empty where there was nothing."""

    hostname: HostnameSpec | None = None
    nameservers: tuple[Ip, ...] = ()
    search: tuple[str, ...] = ()


def platform_contribution(platform: Platform) -> Contribution:
    """Return the layer."""
    told = platform.nameservers or platform.search
    return Contribution(
        layer=Layer.PLATFORM,
        hostname=platform.hostname,
        resolvers=ResolverSpec(servers=platform.nameservers, search=platform.search) if told else None,
    )
