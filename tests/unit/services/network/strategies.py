"""Wanted states, made up by hypothesis."""

from __future__ import annotations

from ipaddress import ip_interface, ip_network

from hypothesis import strategies as st

from services.network.layers import AddressSpec, Contribution, HostnameSpec, Layer, LinkSpec, Merged, RouteSpec, merge
from services.network.layers.defaults import LOOPBACK_ONLY
from services.network.layers.words import Family
from services.network.state import LinkName

LINKS = st.sampled_from([LinkName("eth0"), LinkName("eth1")])
INTERFACES = st.builds(
    lambda net, host, length: ip_interface(f"10.{net}.0.{host}/{length}"),
    st.integers(0, 2),
    st.integers(1, 4),
    st.sampled_from([16, 24]),
) | st.builds(lambda net, host: ip_interface(f"fd00:{net}::{host}/64"), st.integers(0, 2), st.integers(1, 4))
ADDRESSES = st.lists(st.builds(AddressSpec, link=LINKS, address=INTERFACES), unique=True, max_size=6)


@st.composite
def wanteds(draw: st.DrawFn) -> Merged:
    """A wanted state that a kernel can have: gateways are in networks that their link has."""
    addresses = draw(ADDRESSES)
    routes = [
        RouteSpec(
            family=each.family,
            link=each.link,
            destination=ip_network("0.0.0.0/0" if each.address.version == 4 else "::/0"),
            gateway=draw(st.none() | st.just(each.address.network[200])),
            priority=100 + number,
            mtu=draw(st.sampled_from([0, 1400])),
            table=draw(st.sampled_from([254, 7])) if each.family is Family.INET4 else 254,
        )
        for number, each in enumerate(addresses)
        if draw(st.booleans())
    ]
    mtus = draw(st.tuples(st.sampled_from([0, 1400]), st.sampled_from([0, 9000])))
    contribution = Contribution(
        layer=Layer.CONFIGURATION,
        links=tuple(LinkSpec(name=LinkName(f"eth{number}"), up=True, mtu=mtu) for number, mtu in enumerate(mtus)),
        addresses=tuple(addresses),
        routes=tuple(routes),
        hostname=draw(st.none() | st.builds(HostnameSpec, hostname=st.sampled_from(["a", "b"]))),
    )
    return merge([LOOPBACK_ONLY, contribution])
