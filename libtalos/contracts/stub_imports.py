"""What a service's code imports of the generated stubs, against what its declaration says.

A client stub of a contract means that the component uses it, a server base that it serves it. Found in the syntax
tree, so that a use on a path that no test takes is found as well.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from libtalos.contracts.declarations import SHARED, Record
from libtalos.contracts.layout import Finding

_PREFIX = "libtalos.gen."
_VERSION = re.compile(r"v\d+(alpha|beta)?\d*")


class StubImport(msgspec.Struct, frozen=True, kw_only=True):
    """One import of a client stub or a server base."""

    contract: str
    name: str
    where: str

    @property
    def is_client(self) -> bool:
        """Whether it is a client stub; else it is a server base."""
        return self.name.endswith("Stub")


def stub_imports(package: Path) -> list[StubImport]:
    """Return the imports of stubs and bases in a package. Raises SyntaxError for code that does not parse."""
    return [found for path in sorted(package.rglob("*.py")) for found in _in_file(path)]


def undeclared(services: Path, records: list[Record]) -> list[Finding]:
    """Return imports in services/<name>/ that the component's declaration does not cover."""
    findings: list[Finding] = []
    for record in records:
        used = {use["contract"] for use in record["uses"]}
        served = SHARED | set(record["serves"])
        imports = stub_imports(services / record["name"])
        unknown = [item for item in imports if item.contract not in (used if item.is_client else served)]
        findings += [_finding(record["name"], item) for item in unknown]
    return findings


def _in_file(path: Path) -> Iterator[StubImport]:
    tree = ast.parse(path.read_text(), filename=str(path))
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from _imported_names(node, modules, path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield from _stub(modules[node.value.id], node.attr, path, node.lineno)


def _imported_names(node: ast.ImportFrom, modules: dict[str, str], path: Path) -> Iterator[StubImport]:
    # Either a name of the contract's module, or, as in `from libtalos.gen.talos.init import v1`, the module itself.
    package = f"{node.module}."
    if not package.startswith(_PREFIX + "talos."):
        return
    contract = package.removeprefix(_PREFIX).rstrip(".")
    for alias in node.names:
        if _VERSION.fullmatch(alias.name):
            modules[alias.asname or alias.name] = f"{contract}.{alias.name}"
        else:
            yield from _stub(contract, alias.name, path, node.lineno)


def _stub(contract: str, name: str, path: Path, line: int) -> Iterator[StubImport]:
    if name.endswith(("ServiceStub", "ServiceBase")):
        yield StubImport(contract=contract, name=name, where=f"{path}:{line}")


def _finding(component: str, item: StubImport) -> Finding:
    verb = "uses" if item.is_client else "serves"
    message = f"{item.name}: {component} {verb} {item.contract}, which its component.py does not declare"
    return Finding(check="declarations", where=item.where, message=message)
