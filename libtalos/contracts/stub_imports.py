"""What a service's code imports of the generated stubs, against what its declaration says.

A client stub of a contract means that the component uses it, a server base that it serves it. Found in the syntax
tree, so that a use on a path that no test takes is found as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from libtalos.contracts.declarations import SHARED, Record
from libtalos.contracts.layout import Finding

_PREFIX = "libtalos.gen."


@dataclass(frozen=True, kw_only=True)
class StubImport:
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
    for node in ast.walk(ast.parse(path.read_text(), filename=str(path))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_PREFIX + "talos."):
            contract = str(node.module).removeprefix(_PREFIX)
            for alias in node.names:
                if alias.name.endswith(("Stub", "Base")):
                    yield StubImport(contract=contract, name=alias.name, where=f"{path}:{node.lineno}")


def _finding(component: str, item: StubImport) -> Finding:
    verb = "uses" if item.is_client else "serves"
    message = f"{item.name}: {component} {verb} {item.contract}, which its component.py does not declare"
    return Finding(check="declarations", where=item.where, message=message)
