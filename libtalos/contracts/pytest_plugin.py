"""The contract harness as a pytest plug-in: any process, in any language, against the recorded contracts.

    pytest --contract talos.network.v1 --contract-socket /run/bus/network.sock --pyargs libtalos.contracts.suite

Loaded by every pytest run through its entry point, so it imports nothing until its options or fixtures are used.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from google.protobuf.descriptor_pb2 import FileDescriptorSet

    from libtalos.contracts.conformance import Conformance
    from libtalos.contracts.descriptors import Method
    from libtalos.contracts.target import Target

_SUITE = "libtalos.contracts.suite"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the suite."""
    group = parser.getgroup("contract", "contracts of a running process (--pyargs libtalos.contracts.suite)")
    group.addoption("--contract", action="append", default=[], metavar="PACKAGE", help="contract to test, repeatable")
    group.addoption("--contract-socket", metavar="PATH", help="unix socket of the process under test")
    group.addoption("--contract-lock", metavar="DIR", help="recorded contracts, if not those of this libtalos")
    group.addoption("--contract-examples", type=int, default=50, metavar="N", help="generated requests a method (50)")
    group.addoption("--contract-timeout", type=float, default=5.0, metavar="SECONDS", help="for each call (5)")
    group.addoption(
        "--contract-unsafe", action="store_true", help="generate requests for methods with side effects, too"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the suite once a contract, and its method tests once a method."""
    if "contract_method" in metafunc.fixturenames:
        found = [(name, method) for name in _contracts(metafunc.config) for method in _methods(metafunc.config, name)]
        ids = [method.path.lstrip("/") for _, method in found]
        metafunc.parametrize(("contract_name", "contract_method"), found, ids=ids, scope="session")
    elif "contract_name" in metafunc.fixturenames:
        metafunc.parametrize("contract_name", _contracts(metafunc.config), scope="session")


@pytest.fixture(scope="session")
def contract_files(pytestconfig: pytest.Config) -> FileDescriptorSet:
    """The recorded descriptor sets."""
    return _recorded(pytestconfig)


@pytest.fixture(scope="session")
def contract_target(pytestconfig: pytest.Config) -> Iterator[Target]:
    """The process under test."""
    from libtalos.contracts.target import Target  # noqa: PLC0415 (loaded by every pytest run)

    path = pytestconfig.getoption("--contract-socket")
    if not path:
        raise pytest.UsageError(f"{_SUITE} needs --contract-socket PATH, the socket of the process under test")
    with Target(Path(path), timeout=pytestconfig.getoption("--contract-timeout")) as target:
        yield target


@pytest.fixture
def conformance(contract_target: Target, contract_files: FileDescriptorSet, contract_name: str) -> Conformance:
    """The checks of one contract against the process under test."""
    from libtalos.contracts.conformance import Conformance  # noqa: PLC0415 (loaded by every pytest run)

    return Conformance(contract_target, contract_files, contract_name)


@pytest.fixture(scope="session")
def contract_examples(pytestconfig: pytest.Config) -> int:
    """How many requests to generate for a method."""
    return int(pytestconfig.getoption("--contract-examples"))


@pytest.fixture(scope="session")
def contract_unsafe(pytestconfig: pytest.Config) -> bool:
    """Whether methods with side effects may be called."""
    return bool(pytestconfig.getoption("--contract-unsafe"))


def _contracts(config: pytest.Config) -> list[str]:
    names: list[str] = config.getoption("--contract")
    if not names:
        raise pytest.UsageError(f"{_SUITE} needs --contract PACKAGE, such as --contract talos.network.v1")
    return names


def _methods(config: pytest.Config, name: str) -> list[Method]:
    from libtalos.contracts.descriptors import methods, package_closure  # noqa: PLC0415 (loaded by every pytest run)
    from libtalos.contracts.layout import ContractError  # noqa: PLC0415 (loaded by every pytest run)

    try:
        return methods(package_closure(_recorded(config), name), name)
    except ContractError as error:
        raise pytest.UsageError(str(error)) from None


def _recorded(config: pytest.Config) -> FileDescriptorSet:
    from libtalos.contracts import lock  # noqa: PLC0415 (loaded by every pytest run)

    directory = config.getoption("--contract-lock")
    return lock.read(Path(directory)) if directory else lock.packaged()
