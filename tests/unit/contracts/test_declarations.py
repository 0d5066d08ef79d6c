"""The recorded declarations: found, compared, and consistent with each other and with the code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from libtalos.contracts import declarations
from libtalos.contracts.layout import ContractError
from libtalos.contracts.stub_imports import stub_imports, undeclared

COMPONENT = """
from libtalos.component.declaration import Declaration, Uses
from libtalos.resources.spec import Definition, ResourceSpec

class Thing(ResourceSpec):
    DEFINITION = Definition(type="Things.test.talos.dev", namespace="test")

DECLARATION = Declaration(
    name="{name}",
    summary="A {name}",
    serves=("talos.{name}.v1",),
    uses=({uses}),
    publishes=(Thing,),
    capabilities=("CAP_SYS_ADMIN", "CAP_KILL"),
)
"""
USES_INIT = 'Uses("init", "talos.resource.v1"),'
KNOWN = ["talos.init.v1", "talos.network.v1", "talos.resource.v1"]


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package `suite` of two components, importable for one test."""
    for name, uses in (("init", ""), ("network", USES_INIT)):
        package = tmp_path / "suite" / name
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("")
        (package / "component.py").write_text(COMPONENT.format(name=name, uses=uses))
    (tmp_path / "suite" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path / "suite"
    for name in [name for name in sys.modules if name.partition(".")[0] == "suite"]:
        del sys.modules[name]


def test_declarations_are_recorded_as_plain_data(suite: Path) -> None:
    """Everything that the bus and the documentation need, sorted by name."""
    init, network = declarations.discover("suite")
    assert init["name"] == "init"
    assert network == {
        "name": "network",
        "module": "suite.network",
        "summary": "A network",
        "serves": ["talos.network.v1"],
        "uses": [{"component": "init", "contract": "talos.resource.v1"}],
        "publishes": ["Things.test.talos.dev"],
        "capabilities": ["CAP_KILL", "CAP_SYS_ADMIN"],
    }


def test_the_recording_reads_back(suite: Path, tmp_path: Path) -> None:
    """What is written is what is read, and it equals the code."""
    declared = declarations.discover("suite")
    path = tmp_path / "components.json"
    path.write_bytes(declarations.encode(declared))
    assert declarations.compare(declarations.read(path), declared) == []


def test_a_component_without_a_declaration_is_named(suite: Path) -> None:
    """Recording half of the components would be worse than none."""
    (suite / "network" / "component.py").unlink()
    with pytest.raises(ContractError, match=r"no declaration of network: write suite/network/component\.py"):
        declarations.discover("suite")


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "has no DECLARATION"), (COMPONENT.format(name="netwerk", uses=""), "declares the name 'netwerk'")],
)
def test_a_wrong_declaration_is_told(suite: Path, text: str, message: str) -> None:
    """With the file that has to be changed."""
    (suite / "network" / "component.py").write_text(text)
    with pytest.raises(ContractError, match=rf"suite/network/component\.py {message}"):
        declarations.discover("suite")


def changed(suite: Path, **values: Any) -> list[str]:
    """What is told when network's recording has other values than its code."""
    declared = declarations.discover("suite")
    recorded = [{**item, **values} if item["name"] == "network" else item for item in declared]
    return [str(item) for item in declarations.compare(recorded, declared)]


def test_an_unrecorded_use_is_caught(suite: Path) -> None:
    """A component that now uses more than is recorded would be refused by the bus."""
    (finding,) = changed(suite, uses=[])
    assert "network: uses is" in finding
    assert "recorded is []: run `talos contracts record`" in finding


def test_new_and_removed_components_are_caught(suite: Path) -> None:
    """Both directions of a component that is only in one place."""
    declared = declarations.discover("suite")
    (new,) = declarations.compare(declared[:1], declared)
    assert new.message.startswith("is not recorded")
    (gone,) = declarations.compare(declared, declared[:1])
    assert gone.message.startswith("is recorded but not in services/")


def test_uses_of_nobody_are_caught(suite: Path) -> None:
    """A use of no component, of a contract not served, and an unknown contract."""
    (suite / "network" / "component.py").write_text(
        COMPONENT.format(name="network", uses='Uses("initt", "talos.init.v1"), Uses("init", "talos.disk.v1")')
    )
    told = [item.message for item in declarations.consistent(declarations.discover("suite"), KNOWN[:1])]
    assert told == [
        "serves talos.network.v1, which proto/lock does not know",
        "uses talos.init.v1 of initt, which is no component",
        "uses talos.disk.v1 of init, which does not serve it",
    ]


def test_shared_contracts_are_served_by_all(suite: Path) -> None:
    """talos.resource.v1 of init needs no word in init's declaration."""
    assert declarations.consistent(declarations.discover("suite"), KNOWN) == []


def test_a_stub_that_is_not_declared_is_caught(suite: Path) -> None:
    """A client stub imported anywhere in the package is a use, a base is a contract served."""
    (suite / "network" / "helper.py").write_text(
        "def f() -> None:\n"
        "    from libtalos.gen.talos.init.v1 import InitServiceStub, ShutdownRequest\n"
        "    from libtalos.gen.talos.resource.v1 import ResourceServiceStub\n"
        "    from libtalos.gen.talos.etcd.v1 import EtcdServiceBase\n"
        "from libtalos.gen.talos.kubelet import v1 as kubelet_v1\n"
        "stub = kubelet_v1.KubeletServiceStub\n"
    )
    assert len(stub_imports(suite / "network")) == 4
    told = [item.message for item in undeclared(suite, declarations.discover("suite"))]
    assert told == [
        "InitServiceStub: network uses talos.init.v1, which its component.py does not declare",
        "EtcdServiceBase: network serves talos.etcd.v1, which its component.py does not declare",
        "KubeletServiceStub: network uses talos.kubelet.v1, which its component.py does not declare",
    ]


def test_a_damaged_recording_is_told(tmp_path: Path) -> None:
    """Missing and damaged are told apart, both with what to do."""
    path = tmp_path / "components.json"
    with pytest.raises(ContractError, match="is missing: run"):
        declarations.read(path)
    path.write_text("[")
    with pytest.raises(ContractError, match=r"is damaged .*: run"):
        declarations.read(path)
