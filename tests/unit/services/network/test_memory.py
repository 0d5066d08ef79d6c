"""What outlives a restart of the component."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

import pytest

from services.network.layers import HostnameSpec
from services.network.layers.platform import Platform
from services.network.ledger import Ledger
from services.network.links.owned import LinkKey, OwnedLinks, SlaveKey
from services.network.memory import Memory, MemoryFile, find_platform
from services.network.rules import RuleKey
from services.network.state import AddressKey, RouteKey

MEMORY = Memory(
    platform=Platform(
        hostname=HostnameSpec.parse("node.example.org"), nameservers=(ip_address("10.5.0.1"),), search=("a", "b")
    ),
    ledger=Ledger(
        addresses=frozenset({AddressKey("eth0", "10.5.0.2/24")}),
        rules=frozenset({RuleKey(2, 100, "10.0.0.0/8", "", 7, 1, "", "", 0, 0)}),
        routes=frozenset({RouteKey("eth0", "0.0.0.0/0", "10.5.0.1", 1024, 254)}),
        owned=OwnedLinks(
            links=frozenset({LinkKey("bond0", 7)}),
            slaves=frozenset({SlaveKey("eth0", "bond0"), SlaveKey("eth1", "bond0")}),
        ),
    ),
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = MemoryFile(tmp_path / "deep" / "memory.json")
    assert file.load() is None
    file.save(MEMORY)
    assert file.load() == MEMORY
    file.save(Memory())
    assert file.load() == Memory()
    assert [each.name for each in (tmp_path / "deep").iterdir()] == ["memory.json"]


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"version": 1}', '{"version":2,"hostname":"","nameservers":[],"search":[],"addresses":[],"routes":[]}'],
)
def test_what_cannot_be_understood_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "memory.json"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"\w"):
        MemoryFile(path).load()


def test_the_platform_is_what_the_container_came_with() -> None:
    text = "# comment\nnameserver 10.5.0.1\nnameserver fe80::1%eth0\nnameserver bad\nsearch old\nsearch a b\n"
    platform = find_platform(hostname="box", domainname="example.org", resolv_conf=text)
    assert platform.hostname == HostnameSpec(hostname="box", domainname="example.org")
    assert [str(each) for each in platform.nameservers] == ["10.5.0.1", "fe80::1%eth0"]
    assert platform.search == ("a", "b")
    assert find_platform(hostname="localhost", domainname="", resolv_conf="").hostname is None
