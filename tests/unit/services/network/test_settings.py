"""Reading the config's network section: what can be used is used, the rest is told with its place."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface, ip_network

import pytest

from libtalos.config.network import HostEntry, Interface, NetworkSection, Route
from services.network.desired import make_wanted
from services.network.memory import Platform
from services.network.settings import read_settings
from services.network.wanted import DEFAULT_RESOLVERS, HostName


def test_a_full_section() -> None:
    settings = read_settings(
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
    assert [(each.name, each.mtu, each.where) for each in settings.links] == [
        ("eth0", 1400, "machine.network.interfaces[0]")
    ]
    assert [each.interface for each in settings.addresses] == [ip_interface("10.5.0.2/24"), ip_interface("10.5.0.9/32")]
    default, other = settings.routes
    assert (default.destination, default.gateway, default.priority) == (
        ip_network("0.0.0.0/0"),
        ip_address("10.5.0.1"),
        1024,
    )
    assert (other.destination, other.gateway, other.priority, other.mtu) == (ip_network("10.9.0.0/16"), None, 5, 1300)
    assert settings.hostname == HostName(hostname="node", domainname="example.org")
    assert settings.nameservers == (ip_address("10.5.0.1"), ip_address("fd00::1"))
    assert settings.hosts[0].names == ("registry",)


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
        (
            NetworkSection(interfaces=(Interface(interface="eth0", dhcp=True),)),
            "machine.network.interfaces[0].dhcp",
            "DHCP is not supported",
        ),
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
    (problem,) = read_settings(section).problems
    assert problem.where == where
    assert text in problem.text


def test_a_bad_part_does_not_cost_the_others() -> None:
    settings = read_settings(
        NetworkSection(
            hostname="node",
            interfaces=(Interface(interface="eth0", addresses=("bad", "10.5.0.2/24"), routes=(Route(source="bad"),)),),
        )
    )
    assert len(settings.problems) == 2
    assert [each.interface for each in settings.addresses] == [ip_interface("10.5.0.2/24")]
    assert settings.hostname is not None


def test_layers_default_platform_config() -> None:
    silent = read_settings(None)
    platform = Platform(hostname=HostName(hostname="container"), nameservers=(ip_address("9.9.9.9"),), search=("p",))
    bare = make_wanted(silent, Platform(), identity="", address=None)
    assert bare.hostname is None
    assert bare.resolvers.servers == DEFAULT_RESOLVERS
    layered = make_wanted(silent, platform, identity="id", address=None)
    assert layered.hostname == HostName(hostname="container")
    assert layered.resolvers.servers == (ip_address("9.9.9.9"),)
    given = read_settings(NetworkSection(hostname="node", nameservers=("1.2.3.4",), search_domains=("c",)))
    configured = make_wanted(given, platform, identity="id", address=None)
    assert configured.hostname == HostName(hostname="node")
    assert configured.resolvers.servers == (ip_address("1.2.3.4"),)
    assert configured.resolvers.search == ("c",)


def test_what_is_named_twice_is_wanted_once() -> None:
    eth0 = Interface(interface="eth0", addresses=("10.5.0.2/24",), routes=(Route(gateway="10.5.0.1"),))
    lo = Interface(interface="lo", addresses=("127.0.0.1/8", "10.0.0.1/32"), mtu=1400)
    settings = read_settings(NetworkSection(interfaces=(eth0, eth0, lo)))
    wanted = make_wanted(settings, Platform(), identity="", address=None)
    assert [(each.name, each.mtu) for each in wanted.links] == [("lo", 1400), ("eth0", None)]
    assert len(wanted.routes) == 1
    assert [str(each.interface) for each in wanted.addresses if each.link == "eth0"] == ["10.5.0.2/24"]
