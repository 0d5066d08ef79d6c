"""Reading the config's network section: what can be used is used, the rest is told with its place."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface, ip_network

import pytest

from libtalos.config.network import HostEntry, Interface, NetworkSection, Route
from libtalos.config.schema import Machine
from services.network.layers.configuration import Settings
from services.network.layers.configuration.section import read_section
from services.network.layers.contribution import Merged
from services.network.layers.defaults import RESOLVERS
from services.network.layers.gather import Sources, gather
from services.network.layers.merge import merge
from services.network.layers.platform import Platform
from services.network.layers.specs import DhcpOptions, HostnameSpec, OperatorSpec, ResolverSpec
from services.network.layers.words import Layer, OperatorKind
from services.network.state import LinkName, Seen


def read(network: NetworkSection) -> Settings:
    """What a machine with this network says."""
    return read_section(Machine(network=network))


def test_a_full_section() -> None:
    settings = read(
        NetworkSection(
            hostname="node.example.org",
            interfaces=(
                Interface(
                    interface="eth0",
                    addresses=("10.5.0.2/24", "10.5.0.9"),
                    routes=(Route(gateway="10.5.0.1"), Route(network="10.9.0.0/16", metric=5, mtu=1300)),
                    mtu=1400,
                ),
                Interface(interface="eth1", ignore=True, addresses=("10.6.0.2/24",)),
            ),
            nameservers=("10.5.0.1", "fd00::1"),
            search_domains=("example.org",),
            extra_host_entries=(HostEntry(ip="10.5.0.9", aliases=("registry",)),),
        )
    )
    assert settings.problems == ()
    said = settings.contribution
    assert [(each.name, each.mtu, each.where) for each in said.links] == [
        ("eth0", 1400, "machine.network.interfaces[0]")
    ]
    assert [each.address for each in said.addresses] == [ip_interface("10.5.0.2/24"), ip_interface("10.5.0.9/32")]
    default, other = said.routes
    assert (default.destination, default.gateway, default.priority) == (
        ip_network("0.0.0.0/0"),
        ip_address("10.5.0.1"),
        1024,
    )
    assert (other.destination, other.gateway, other.priority, other.mtu) == (ip_network("10.9.0.0/16"), None, 5, 1300)
    assert said.hostname == HostnameSpec(hostname="node", domainname="example.org")
    servers = (ip_address("10.5.0.1"), ip_address("fd00::1"))
    assert said.resolvers == ResolverSpec(servers=servers, search=("example.org",), search_overridden=True)
    assert said.layer is Layer.CONFIGURATION
    assert settings.etc.hosts[0].names == ("registry",)
    assert settings.etc.default_search
    assert settings.ignored == {"eth1"}


@pytest.mark.parametrize(
    ("section", "where", "text"),
    [
        (
            NetworkSection(interfaces=(Interface(interface="eth0", addresses=("10.5.0.300/24",)),)),
            "machine.network.interfaces[0].addresses[0]",
            '"10.5.0.300/24" is not an address such as 10.5.0.2/24',
        ),
        (
            NetworkSection(interfaces=(Interface(interface="eth0", routes=(Route(metric=3),)),)),
            "machine.network.interfaces[0].routes[0].network",
            "a route needs a network or a gateway",
        ),
        (
            NetworkSection(
                interfaces=(Interface(interface="eth0", routes=(Route(network="10.0.0.0/8", gateway="fd00::1"),)),)
            ),
            "machine.network.interfaces[0].routes[0]",
            "not of one address family",
        ),
        (
            NetworkSection(interfaces=(Interface(interface="eth0", routes=(Route(network="10.0.0.1/8"),)),)),
            "machine.network.interfaces[0].routes[0].network",
            "host bits set",
        ),
        (NetworkSection(interfaces=(Interface(mtu=3),)), "machine.network.interfaces[0].interface", "name the link"),
        (NetworkSection(nameservers=("dns",)), "machine.network.nameservers[0]", '"dns" is not an address'),
        (NetworkSection(hostname="." + "a" * 5), "machine.network.hostname", "empty or too long"),
        (
            NetworkSection(search_domains=("a\nnameserver 6.6.6.6",)),
            "machine.network.searchDomains[0]",
            "is not a name",
        ),
        (
            NetworkSection(extra_host_entries=(HostEntry(ip="10.5.0.9", aliases=("a b",)),)),
            "machine.network.extraHostEntries[0].aliases[0]",
            '"a b" is not a name',
        ),
        (NetworkSection(hostname="nö"), "machine.network.hostname", "is not a name"),
        (
            NetworkSection(interfaces=(Interface(interface="eth0", routes=(Route(gateway="fe80::1%eth0"),)),)),
            "machine.network.interfaces[0].routes[0].gateway",
            "leave out the zone",
        ),
        (
            NetworkSection(extra_host_entries=(HostEntry(ip="x", aliases=("a",)),)),
            "machine.network.extraHostEntries[0].ip",
            '"x" is not an address',
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(section: NetworkSection, where: str, text: str) -> None:
    (problem,) = read(section).problems
    assert problem.where == where
    assert text in problem.text


def test_a_bad_part_does_not_cost_the_others() -> None:
    settings = read(
        NetworkSection(
            hostname="node",
            interfaces=(Interface(interface="eth0", addresses=("bad", "10.5.0.2/24"), routes=(Route(source="bad"),)),),
        )
    )
    assert len(settings.problems) == 2
    assert [each.address for each in settings.contribution.addresses] == [ip_interface("10.5.0.2/24")]
    assert settings.contribution.hostname is not None


def holds(settings: Settings, platform: Platform, identity: str = "") -> Merged:
    """What comes of a config and a platform."""
    return merge(gather(Sources(settings=settings, platform=platform), Seen(), identity=identity, address=None))


def test_layers_default_platform_config() -> None:
    silent = Settings()
    platform = Platform(hostname=HostnameSpec(hostname="box"), nameservers=(ip_address("9.9.9.9"),), search=("p",))
    bare = holds(silent, Platform())
    assert bare.hostname is None
    assert bare.resolvers == RESOLVERS
    layered = holds(silent, platform, "id")
    assert layered.hostname == HostnameSpec(hostname="box", layer=Layer.PLATFORM)
    assert layered.resolvers == ResolverSpec(servers=platform.nameservers, search=("p",), layer=Layer.PLATFORM)
    given = read(NetworkSection(hostname="node", nameservers=("1.2.3.4",), search_domains=("c",)))
    configured = holds(given, platform, "id")
    assert configured.hostname == HostnameSpec(hostname="node", layer=Layer.CONFIGURATION)
    assert configured.resolvers is not None
    assert configured.resolvers.servers == (ip_address("1.2.3.4"),)
    assert configured.resolvers.search == ("c",)


def test_what_is_named_twice_is_wanted_once() -> None:
    eth0 = Interface(interface="eth0", addresses=("10.5.0.2/24",), routes=(Route(gateway="10.5.0.1"),))
    lo = Interface(interface="lo", addresses=("127.0.0.1/8", "10.0.0.1/32"), mtu=1400)
    merged = holds(read(NetworkSection(interfaces=(eth0, eth0, lo))), Platform())
    assert [(each.name, each.mtu) for each in merged.links.values()] == [("eth0", 0), ("lo", 1400)]
    assert len(merged.routes) == 1
    assert [str(each.address) for each in merged.addresses.values() if each.link == "eth0"] == ["10.5.0.2/24"]


def test_dhcp_is_an_operator() -> None:
    said = read(NetworkSection(interfaces=(Interface(interface="eth0", dhcp=True),))).contribution
    dhcp = OperatorSpec(kind=OperatorKind.DHCP4, link=LinkName("eth0"), dhcp=DhcpOptions())
    assert said.operators == (dhcp,)
