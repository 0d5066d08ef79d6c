"""Wanted states, made up by hypothesis."""

from __future__ import annotations

from ipaddress import ip_interface, ip_network

from hypothesis import strategies as st

from services.network.state import LinkName
from services.network.wanted import (
    LOOPBACK_ADDRESSES,
    LOOPBACK_LINK,
    HostName,
    Wanted,
    WantedAddress,
    WantedLink,
    WantedRoute,
)

LINKS = st.sampled_from([LinkName("eth0"), LinkName("eth1")])
INTERFACES = st.builds(
    lambda net, host, length: ip_interface(f"10.{net}.0.{host}/{length}"),
    st.integers(0, 2),
    st.integers(1, 4),
    st.sampled_from([16, 24]),
) | st.builds(lambda net, host: ip_interface(f"fd00:{net}::{host}/64"), st.integers(0, 2), st.integers(1, 4))
ADDRESSES = st.lists(st.builds(WantedAddress, link=LINKS, interface=INTERFACES), unique=True, max_size=6)


@st.composite
def wanteds(draw: st.DrawFn) -> Wanted:
    """A wanted state that a kernel can have: gateways are in networks that their link has."""
    addresses = draw(ADDRESSES)
    routes = [
        WantedRoute(
            link=each.link,
            destination=ip_network("0.0.0.0/0" if each.interface.version == 4 else "::/0"),
            gateway=draw(st.none() | st.just(each.interface.network[200])),
            priority=100 + number,
            mtu=draw(st.none() | st.just(1400)),
        )
        for number, each in enumerate(addresses)
        if draw(st.booleans())
    ]
    mtus = draw(st.tuples(st.none() | st.just(1400), st.none() | st.just(9000)))
    links = tuple(WantedLink(name=LinkName(f"eth{number}"), mtu=mtu) for number, mtu in enumerate(mtus))
    return Wanted(
        links=(LOOPBACK_LINK, *links),
        addresses=(*LOOPBACK_ADDRESSES, *addresses),
        routes=tuple(draw(st.permutations(routes))),
        hostname=draw(st.none() | st.builds(HostName, hostname=st.sampled_from(["a", "b"]))),
    )
