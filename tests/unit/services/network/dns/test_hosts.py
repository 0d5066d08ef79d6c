"""Names that the node knows itself."""

from __future__ import annotations

from ipaddress import ip_address

from services.network.dns.hosts import HostRecords, make_hosts
from services.network.dns.question import AAAA, PTR, A, Question

HOSTS = make_hosts(
    [
        (ip_address("10.5.0.9"), ("Registry.test", "bad..name", "x" * 64)),
        (ip_address("10.5.0.2"), ("node.test", "node")),
        (ip_address("10.5.0.3"), ("node.test", "node")),
    ]
)


def test_addresses_by_name() -> None:
    assert HOSTS.find(Question("registry.test.", A)) == HostRecords("A", ("10.5.0.9",))
    assert HOSTS.find(Question("node.", A)) == HostRecords("A", ("10.5.0.2", "10.5.0.3"))
    assert HOSTS.find(Question("node.", AAAA)) == HostRecords("AAAA", ())
    assert HOSTS.find(Question("node.", 15)) is None
    assert HOSTS.find(Question("other.", A)) is None


def test_names_by_address() -> None:
    assert HOSTS.find(Question("9.0.5.10.in-addr.arpa.", PTR)) == HostRecords("PTR", ("registry.test.",))
    assert HOSTS.find(Question("2.0.5.10.in-addr.arpa.", PTR)) == HostRecords("PTR", ("node.test.", "node."))
    assert HOSTS.find(Question("4.0.5.10.in-addr.arpa.", PTR)) is None


def test_localhost_never_leaves_the_node() -> None:
    assert HOSTS.find(Question("localhost.", A)) == HostRecords("A", ("127.0.0.1",))
    assert HOSTS.find(Question("any.localhost.", AAAA)) == HostRecords("AAAA", ("::1",))
    assert HOSTS.find(Question("1.0.0.127.in-addr.arpa.", PTR)) == HostRecords("PTR", ("localhost.",))


def test_names_that_cannot_be_asked_for_are_left_out() -> None:
    assert all(".." not in name for name in HOSTS.addresses)
    assert set(HOSTS.addresses) == {"registry.test.", "node.test.", "node."}
