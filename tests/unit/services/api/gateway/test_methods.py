"""The table of methods against the services that are served, and what roles come to."""

from __future__ import annotations

import pytest

from libtalos.bus.identity import Certificate, Peer
from libtalos.gen import machine, storage, time
from services.api.gateway import roles as r
from services.api.gateway.methods import ENVELOPED, METHODS

SERVED = {
    path: method
    for service in (machine.MachineServiceBase(), storage.StorageServiceBase(), time.TimeServiceBase())
    for path, method in service.__mapping__().items()
}
UNIX = Peer(pid=1, uid=0)


@pytest.mark.parametrize("path", sorted(SERVED))
def test_every_method_that_is_served_has_a_rule_of_its_kind(path: str) -> None:
    assert METHODS[path].cardinality is SERVED[path].cardinality


def test_every_method_is_an_administrators_and_no_reader_writes() -> None:
    assert all(r.ADMIN in method.roles for method in METHODS.values())
    readers = {path.rpartition("/")[2] for path, method in METHODS.items() if r.READER in method.roles}
    assert readers.isdisjoint(
        {"Read", "Copy", "Reset", "Shutdown", "Reboot", "MetaWrite", "EtcdSnapshot", "Kubeconfig"}
    )
    assert {path[1:].partition("/")[0] for path, method in METHODS.items() if method.enveloped} == ENVELOPED


def tls(*organizations: str) -> Peer:
    """Somebody on the network."""
    return Peer(pid=0, uid=-1, address="192.0.2.1", certificate=Certificate("me", organizations))


@pytest.mark.parametrize(
    ("peer", "passed_on", "expected"),
    [
        (tls("os:reader"), (), {"os:reader"}),
        (tls(" os:reader ", "", "x"), (), {"os:reader", "x"}),
        (tls("os:reader"), ("os:admin",), {"os:reader"}),
        (tls("os:impersonator"), ("os:reader", "os:operator"), {"os:reader", "os:operator"}),
        (tls("os:impersonator"), (), {"os:impersonator"}),
        (tls(), (), set()),
        (Peer(pid=0, uid=-1, address="192.0.2.1"), ("os:admin",), set()),
        (UNIX, (), {"os:admin"}),
        (UNIX, ("os:reader",), {"os:reader"}),
    ],
)
def test_roles(peer: Peer, passed_on: tuple[str, ...], expected: set[str]) -> None:
    assert r.roles_of(peer, [(b"talos-role", role.encode()) for role in passed_on]) == expected
