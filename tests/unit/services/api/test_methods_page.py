"""docs/methods.md says what is served."""

from __future__ import annotations

from pathlib import Path

from libtalos.stubs import ServiceBase
from services.api.gateway.methods import METHODS
from services.api.rpc_machine import MachineRpc
from services.api.rpc_state import StateRpc
from services.api.rpc_storage import StorageRpc
from services.api.rpc_time import TimeRpc

PAGE = Path(__file__).parents[4] / "docs" / "methods.md"
RPCS: tuple[type[ServiceBase], ...] = (MachineRpc, StorageRpc, StateRpc, TimeRpc)


def served(rpc: type[ServiceBase]) -> set[str]:
    """The methods that a class defines itself."""
    methods = rpc.__new__(rpc).__mapping__()
    return {path for path, method in methods.items() if method.func.__name__ in vars(rpc)}


def test_every_method_has_a_row_that_says_whether_it_is_served() -> None:
    rows = [line.split("|") for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    said = {f"/{row[1].strip(' `')}": row[4].strip() for row in rows}
    known = set().union(*map(served, RPCS))
    assert said == {path: "yes" if path in known else "no" for path in METHODS}
