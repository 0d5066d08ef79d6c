"""The name server among the rest of the network."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface
from pathlib import Path

import structlog
from structlog.testing import capture_logs

from libtalos.config.schema import FeaturesSection, HostDNS, Machine
from libtalos.resources.definitions.hostdns import DNSResolveCache, DNSUpstream, HostDNSConfig
from libtalos.resources.store import ResourceStore
from services.network.dns.endpoint import Endpoint, Health, Status
from services.network.dns.hostdns import Wanted
from services.network.dns.settings import FOR_NODE, FOR_PODS, HostDnsSettings, read_host_dns
from services.network.layers import HostnameSpec, Merged, ResolverSpec
from services.network.layers.configuration.section import read_section
from services.network.names import PUBLISHES, Names
from services.network.nodeaddress import NodeAddresses
from services.network.reconcile import Report
from services.network.state import Seen

UPSTREAMS = ResolverSpec(servers=(ip_address("192.0.2.1"), ip_address("2001:db8::1")), search=("test",))
BOTH = HostDnsSettings(enabled=True, for_pods=True)


class FakeDns:
    """Does what it is told to have done."""

    def __init__(self) -> None:
        self.wanted = Wanted()
        self.now = Status()

    def want(self, wanted: Wanted) -> None:
        """Remember."""
        self.wanted = wanted

    def status(self) -> Status:
        """As told."""
        return self.now


class Lab:
    """Names with everybody around them."""

    def __init__(self, tmp_path: Path) -> None:
        self.dns = FakeDns()
        self.file = tmp_path / "run" / "resolv.conf"
        self.store = ResourceStore("network", lambda: 0.0, publishes=PUBLISHES)
        self.names = Names(dns=self.dns, store=self.store, pods_file=self.file, log=structlog.stdlib.get_logger())


def report(host_dns: HostDnsSettings) -> Report:
    """A network with two name servers and a name."""
    return Report(
        seen=Seen(),
        merged=Merged(hostname=HostnameSpec(hostname="node"), resolvers=UPSTREAMS),
        host_dns=host_dns,
        addresses=NodeAddresses(current=(ip_interface("10.5.0.2/24"),)),
        settled=True,
    )


def test_what_the_config_says() -> None:
    def read(section: HostDNS | None) -> tuple[Endpoint, ...]:
        return read_host_dns(FeaturesSection(host_dns=section)).listen

    assert read(None) == read(HostDNS(forward_kube_dns_to_host=True)) == ()
    assert read(HostDNS(enabled=True)) == (FOR_NODE,)
    assert read(HostDNS(enabled=True, forward_kube_dns_to_host=True)) == (FOR_NODE, FOR_PODS)
    features = FeaturesSection(host_dns=HostDNS(enabled=True, forward_kube_dns_to_host=True))
    settings = read_section(Machine(features=features))
    assert settings.host_dns == BOTH
    (address,) = settings.contribution.addresses
    assert (address.link, str(address.address)) == ("lo", "169.254.116.108/32")
    assert read_section(Machine()).contribution.addresses == ()


def test_off_leaves_the_upstreams_to_all(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    lab.names.take(report(HostDnsSettings()))
    assert lab.dns.wanted.listen == ()
    assert lab.names.resolvers(UPSTREAMS) == UPSTREAMS
    assert lab.file.read_text() == "nameserver 192.0.2.1\nnameserver 2001:db8::1\n\nsearch test\n"
    assert lab.store.get(HostDNSConfig, "config").spec == HostDNSConfig(enabled=False)


def test_on_it_is_named_once_it_listens(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    lab.names.take(report(BOTH))
    assert lab.dns.wanted.upstreams == tuple(Endpoint(each) for each in UPSTREAMS.servers)
    assert "node." in lab.dns.wanted.hosts.addresses
    assert lab.names.resolvers(UPSTREAMS) == UPSTREAMS
    health = tuple(Health(endpoint=Endpoint(each)) for each in UPSTREAMS.servers)
    lab.dns.now = Status(
        listening=(FOR_NODE, FOR_PODS), upstreams=(health[0], Health(endpoint=health[1].endpoint, failure="x"))
    )
    lab.names.take(report(BOTH))
    assert lab.names.resolvers(UPSTREAMS) == ResolverSpec(servers=(FOR_NODE.address,), search=("test",))
    assert lab.file.read_text() == "nameserver 169.254.116.108\n\nsearch test\n"


def test_what_is_published(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    first, second = (Endpoint(each) for each in UPSTREAMS.servers)
    lab.dns.now = Status(
        listening=(FOR_NODE,),
        failures={FOR_PODS: "Address already in use"},
        upstreams=(Health(endpoint=first), Health(endpoint=second, failure="no answer")),
    )
    lab.names.take(report(BOTH))
    assert lab.store.get(HostDNSConfig, "config").spec == HostDNSConfig(
        enabled=True,
        listen_addresses=("127.0.0.53:53", "169.254.116.108:53"),
        service_host_dns_address="169.254.116.108",
    )
    assert {each.id: each.spec for each in lab.store.list(DNSUpstream)} == {
        "#000 192.0.2.1": DNSUpstream(healthy="true", addr="192.0.2.1:53"),
        "#001 2001:db8::1": DNSUpstream(healthy="false", addr="[2001:db8::1]:53"),
    }
    caches = {each.id: each.spec.status for each in lab.store.list(DNSResolveCache)}
    assert caches["udp-127.0.0.53:53"] == caches["tcp-127.0.0.53:53"] == "running"
    assert caches["udp-169.254.116.108:53"] == "Address already in use"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    (tmp_path / "run").write_text("")
    with capture_logs() as logs:
        lab.names.take(report(HostDnsSettings()))
    assert [each["event"] for each in logs] == ["the pods' resolv.conf is not written"]
