"""The default layer: what holds where nobody says anything else."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface
from typing import TYPE_CHECKING

from services.network.layers.contribution import Contribution
from services.network.layers.links import LinkSpec
from services.network.layers.specs import AddressSpec, DhcpOptions, OperatorSpec, ResolverSpec, TimeServerSpec
from services.network.layers.words import Layer, OperatorKind
from services.network.state import RT_SCOPE_HOST, LinkName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.network.layers.specs import HostnameSpec

LOOPBACK = LinkName("lo")
# upstream's constants DefaultPrimaryResolver, DefaultSecondaryResolver and DefaultNTPServer
RESOLVERS = ResolverSpec(servers=(ip_address("1.1.1.1"), ip_address("8.8.8.8")))
TIME_SERVERS = TimeServerSpec(servers=("time.cloudflare.com",))
# what is wanted also before it is known whether there is a config: to touch nothing but the loopback link
LOOPBACK_ONLY = Contribution(
    layer=Layer.DEFAULT,
    links=(LinkSpec(name=LOOPBACK, up=True, where="the loopback link"),),
    addresses=tuple(
        AddressSpec(link=LOOPBACK, address=ip_interface(text), scope=RT_SCOPE_HOST)
        for text in ("127.0.0.1/8", "::1/128")
    ),
)


def make_defaults(*, hostname: HostnameSpec | None, unclaimed: Sequence[LinkName], dhcp: bool) -> Contribution:
    """Return the layer.

    unclaimed: links of which nobody else speaks; they are brought up and, with dhcp, ask for an address.
    """
    ups = (LinkSpec(name=name, up=True, where="a link that nothing else speaks of") for name in unclaimed)
    clients = (OperatorSpec(kind=OperatorKind.DHCP4, link=name, dhcp=DhcpOptions()) for name in unclaimed)
    return Contribution(
        layer=Layer.DEFAULT,
        links=(*LOOPBACK_ONLY.links, *ups),
        addresses=LOOPBACK_ONLY.addresses,
        hostname=hostname,
        resolvers=RESOLVERS,
        time_servers=TIME_SERVERS,
        operators=tuple(clients) if dhcp else (),
    )
