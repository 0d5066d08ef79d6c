"""The files under /etc, byte by byte."""

from __future__ import annotations

from ipaddress import ip_address

from services.network.etc import EtcSettings, HostEntry, render_etc, render_hosts, render_resolv_conf, search_domains
from services.network.layers import HostnameSpec, ResolverSpec

NODE = HostnameSpec(hostname="node")


def test_hosts_pads_to_the_widest_address_and_sorts_the_extra_ones() -> None:
    entries = [
        HostEntry(address=ip_address("fd00::9"), names=("six",)),
        HostEntry(address=ip_address("10.5.0.20"), names=("b", "b.example.org")),
        HostEntry(address=ip_address("10.5.0.3"), names=("a",)),
    ]
    assert render_hosts(HostnameSpec.parse("node.example.org"), ip_address("192.168.100.200"), entries) == (
        "127.0.0.1       localhost\n"
        "192.168.100.200 node.example.org node\n"
        "::1             localhost ip6-localhost ip6-loopback\n"
        "ff02::1         ip6-allnodes\n"
        "ff02::2         ip6-allrouters\n"
        "10.5.0.3        a\n"
        "10.5.0.20       b b.example.org\n"
        "fd00::9         six\n"
    )


def test_hosts_names_a_node_without_domain_once_and_without_address_not_at_all() -> None:
    assert "10.5.0.2  node\n" in render_hosts(NODE, ip_address("10.5.0.2"), ())
    assert "node" not in render_hosts(NODE, None, ()).replace("allnodes", "")


def test_resolv_conf_has_three_servers_at_most_and_the_domains_to_search() -> None:
    servers = tuple(ip_address(f"10.0.0.{number}") for number in range(1, 5))
    assert render_resolv_conf(servers, ("example.org",)) == (
        "nameserver 10.0.0.1\nnameserver 10.0.0.2\nnameserver 10.0.0.3\n\nsearch example.org\n"
    )
    assert render_resolv_conf((), ("a", "b")) == "\nsearch a b\n"
    assert render_resolv_conf(servers[:1], ()) == "nameserver 10.0.0.1\n"


def test_the_nodes_own_domain_is_searched_unless_others_are_or_that_is_switched_off() -> None:
    name, given = HostnameSpec.parse("node.example.org"), ResolverSpec(search=("a", "b"))
    assert search_domains(EtcSettings(), None, name) == ("example.org",)
    assert search_domains(EtcSettings(), given, name) == ("a", "b")
    assert search_domains(EtcSettings(default_search=False), given, name) == ("a", "b")
    assert search_domains(EtcSettings(default_search=False), None, name) == ()
    assert search_domains(EtcSettings(), None, NODE) == ()


def test_a_node_without_a_name_has_no_hostname_file() -> None:
    nameless = render_etc(EtcSettings(), hostname=None, address=None, resolvers=None)
    assert set(nameless) == {"hosts", "resolv.conf"}
    named = render_etc(EtcSettings(), hostname=NODE, address=None, resolvers=None)
    assert named["hostname"] == b"node\n"
