"""gen/components.json: what every component declares, recorded so that libtalos knows it without importing services.

The bus reads the recording to decide who may call what. It is made from the `DECLARATION` in each
`services/<name>/component.py`; the packages are found at run time, libtalos imports none by name.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from libtalos.contracts.layout import ContractError, Finding

CHECK = "declarations"
SHARED = frozenset(
    {"talos.component.v1", "talos.resource.v1", "grpc.health.v1", "grpc.reflection.v1", "grpc.reflection.v1alpha"}
)
"""Contracts that every component serves without saying so."""

Record = dict[str, Any]


class _Uses(Protocol):
    component: str
    contract: str


class Declared(Protocol):
    """The part of a component's declaration that is recorded."""

    name: str
    summary: str
    serves: Iterable[str]
    uses: Iterable[_Uses]
    publishes: Iterable[Any]
    capabilities: Iterable[str]


def discover(root: str = "services") -> list[Record]:
    """Return the declaration of every package below root, sorted by name.

    Raises ContractError that names every package without a usable component.py.
    """
    package = importlib.import_module(root)
    names = [item.name for item in pkgutil.iter_modules(package.__path__) if item.ispkg]
    missing = [name for name in names if importlib.util.find_spec(f"{root}.{name}.component") is None]
    if missing:
        paths = ", ".join(f"{root}/{name}/component.py" for name in missing)
        raise ContractError(f"no declaration of {', '.join(missing)}: write {paths} with a DECLARATION")
    return sorted((_load(f"{root}.{name}") for name in names), key=lambda item: str(item["name"]))


def record(module: str, declared: Declared) -> Record:
    """Return what is recorded of one component's declaration."""
    return {
        "name": declared.name,
        "module": module,
        "summary": declared.summary,
        "serves": list(declared.serves),
        "uses": [{"component": use.component, "contract": use.contract} for use in declared.uses],
        "publishes": sorted(spec.DEFINITION.type for spec in declared.publishes),
        "capabilities": sorted(declared.capabilities),
    }


def encode(records: list[Record]) -> bytes:
    """Return the recording's bytes."""
    return json.dumps(records, indent=2).encode() + b"\n"


def read(path: Path) -> list[Record]:
    """Return the recorded declarations. Raises ContractError if there are none or the file is damaged."""
    try:
        recorded: list[Record] = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise ContractError(f"{path} is missing: run `talos contracts record`") from None
    except ValueError as error:
        raise ContractError(f"{path} is damaged ({error}): run `talos contracts record`") from None
    return recorded


def compare(recorded: list[Record], declared: list[Record]) -> list[Finding]:
    """Return how the recorded declarations differ from those in the code."""
    before, after = ({str(item["name"]): item for item in items} for items in (recorded, declared))
    findings: list[Finding] = []
    for name in sorted(before.keys() | after.keys()):
        findings += [
            _finding(name, f"{what}: run `talos contracts record`")
            for what in _differences(before.get(name), after.get(name))
        ]
    return findings


def consistent(records: list[Record], contracts: Iterable[str]) -> list[Finding]:
    """Return uses of contracts that nobody serves, and contracts that are served but not recorded."""
    known = frozenset(contracts)
    serves = {str(item["name"]): SHARED | frozenset(item["serves"]) for item in records}
    findings: list[Finding] = []
    for item in records:
        findings += [_finding(item["name"], problem) for problem in _inconsistencies(item, serves, known)]
    return findings


def _load(package: str) -> Record:
    module = importlib.import_module(f"{package}.component")
    declared = getattr(module, "DECLARATION", None)
    if declared is None:
        raise ContractError(f"{package.replace('.', '/')}/component.py has no DECLARATION")
    found = record(package, declared)
    if found["name"] != package.rpartition(".")[2]:
        raise ContractError(
            f"{package.replace('.', '/')}/component.py declares the name {found['name']!r}, not its own"
        )
    return found


def _differences(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Iterator[str]:
    if before is None or after is None:
        yield "is not recorded" if before is None else "is recorded but not in services/"
        return
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            yield f"{key} is {_text(after.get(key))}, recorded is {_text(before.get(key))}"


def _inconsistencies(item: Record, serves: Mapping[str, frozenset[str]], known: frozenset[str]) -> Iterator[str]:
    for contract in item["serves"]:
        if contract not in known:
            yield f"serves {contract}, which proto/lock does not know"
    for use in item["uses"]:
        if use["component"] not in serves:
            yield f"uses {use['contract']} of {use['component']}, which is no component"
        elif use["contract"] not in serves[use["component"]]:
            yield f"uses {use['contract']} of {use['component']}, which does not serve it"


def _text(value: object) -> str:
    return json.dumps(value)


def _finding(name: str, message: str) -> Finding:
    return Finding(check=CHECK, where=name, message=message)
