from dataclasses import dataclass, field
from ipaddress import IPv4Interface, IPv4Network
from pathlib import Path
from typing import Any

import pytest

from libtalos.provision.container import Container
from libtalos.provision.errors import ProvisionError
from libtalos.provision.links import ConnectNode, HostLink, check_free, subnet
from libtalos.provision.paths import NodePaths
from libtalos.provision.process import Pid
from libtalos.provision.runc import ContainerState, Runc

NETWORK = IPv4Network("10.5.0.0/24")


def test_the_host_has_the_first_address_and_the_nodes_the_next() -> None:
    found = subnet("10.5.0.0/24")
    assert (str(found.gateway), str(found.node(0)), str(found.node(1))) == (
        "10.5.0.1/24",
        "10.5.0.2/24",
        "10.5.0.3/24",
    )


@pytest.mark.parametrize("cidr", ["", "10.5.0.0/33", "10.5.0.1/24", "fd00::/64", "10.5.0.0/31", "ten"])
def test_networks_that_do_not_do(cidr: str) -> None:
    with pytest.raises(ProvisionError, match="--cidr"):
        subnet(cidr)


def check(*links: HostLink) -> None:
    check_free(links, name="talosx", alias="ours", network=NETWORK)


def test_a_free_network_and_ones_own_link_are_fine() -> None:
    check(HostLink("eth0", "", (IPv4Network("192.0.2.0/24"),)), HostLink("talosx", "ours", (NETWORK,)))


@pytest.mark.parametrize("used", ["10.5.0.128/25", "10.0.0.0/8", "10.5.0.7/32"])
def test_an_overlapping_network_is_told_with_its_link(used: str) -> None:
    with pytest.raises(ProvisionError, match=r"10\.5\.0\.0/24 is in use: .* through br0 \(lab\); .*--cidr"):
        check(HostLink("br0", "lab", (IPv4Network(used),)))


def test_a_strangers_link_of_that_name_is_left_alone() -> None:
    with pytest.raises(ProvisionError, match="link talosx exists and is not of this cluster"):
        check(HostLink("talosx", "", ()))


@dataclass
class FakeNetwork:
    present: list[HostLink] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    def links(self) -> list[HostLink]:
        return self.present

    def add_pair(self, *, name: str, alias: str, address: IPv4Interface, peer: str, pid: Pid) -> None:
        self.calls.append(f"add {name} {address} {peer} {pid}")
        self.present.append(HostLink(name, alias, (address.network,)))

    def remove(self, name: str) -> None:
        self.calls.append(f"remove {name}")
        self.present = [link for link in self.present if link.name != name]


@pytest.fixture
def container(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Container:
    monkeypatch.setattr(Runc, "state", lambda *_: ContainerState("created", 77))
    return Container(runc=Runc(tmp_path), id="n1", group="g", paths=NodePaths(tmp_path))


def connect(network: FakeNetwork, container: Container, **changes: Any) -> ConnectNode:
    address = IPv4Interface("10.5.0.1/24")
    return ConnectNode(network=network, container=container, name="talosx", alias="ours", address=address, **changes)


def test_the_pair_reaches_into_the_container_and_goes_again(container: Container) -> None:
    network = FakeNetwork()
    operation = connect(network, container)
    operation.execute()
    operation.undo()
    operation.undo()
    assert network.calls == ["remove talosx", "add talosx 10.5.0.1/24 eth0 77", "remove talosx"]


def test_undo_leaves_a_strangers_link(container: Container) -> None:
    network = FakeNetwork([HostLink("talosx", "someone else", ())])
    connect(network, container).undo()
    assert network.calls == []


def test_a_container_that_died_is_told(container: Container, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Runc, "state", lambda *_: ContainerState("stopped", 0))
    with pytest.raises(ProvisionError, match=r"n1: gone before it was started; see .*console\.log"):
        connect(FakeNetwork(), container).execute()
