"""Cells of tables."""

from typing import Any

import pytest

from libtalos.resources import columns
from libtalos.resources.codec import to_builtins
from libtalos.resources.definitions.runtime import MachineStatus, Readiness
from libtalos.resources.store import ResourceStore

SPEC: dict[str, Any] = {
    "a": "text",
    "flag": False,
    "none": None,
    "list": ["x", {"y": 1}],
    "deep": {"er": {"k-ey": 7}},
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("{.a}", "text"),
        ("{.flag}", "false"),
        ("{.none}", ""),
        ("{.missing.further}", ""),
        ("{.list}", '["x",{"y":1}]'),
        ("{.list[:]}", '["x",{"y":1}]'),
        ("{.list[*]}", '["x",{"y":1}]'),
        ("{.list[0]}", "x"),
        ("{.list[-1].y}", "1"),
        ("{.list[9]}", ""),
        ("{.a.b}", ""),
        ("{.deep.er['k-ey']}", "7"),
        ("{.deep.er.k-ey}", "7"),
    ],
)
def test_a_path_picks_its_cell(path: str, expected: str) -> None:
    assert columns.cell(columns.lookup(SPEC, path)) == expected


@pytest.mark.parametrize("bad", ["{a}", "{.a b}", "{..a}", "{.a[}", "{.a[?(@.x)]}"])
def test_a_malformed_path_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="JSON path"):
        columns.lookup(SPEC, bad)


def test_a_row_has_upstreams_columns() -> None:
    store = ResourceStore("init", lambda: 0.0)
    resource = store.put("machine", MachineStatus(stage="shutting down", status=Readiness(ready=True)))
    definition = MachineStatus.DEFINITION
    row = columns.row(
        resource.metadata,
        to_builtins(resource.spec),
        display_type=definition.display_type,
        columns=definition.columns,
    )
    assert columns.header(definition.columns) == ("NAMESPACE", "TYPE", "ID", "VERSION", "STAGE", "READY")
    assert row == ("runtime", "MachineStatus", "machine", "1", "shutting down", "true")
