"""Every kind of deliberate break is caught, by the check that is there for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.contracts.layout import ContractError, Finding, Layout
from libtalos.contracts.repository import BreakingChangeError, Repository

Edit = Callable[[str, str], None]
OPERATION = "string description = 1;"
APPLY = "  rpc Apply(ApplyRequest) returns (ApplyResponse);\n"
BREAKS = {
    "renamed field": (OPERATION, "string text = 1;", "FIELD_SAME_NAME", "renamed to text"),
    "changed number": (OPERATION, "string description = 3;", "FIELD_NO_DELETE", "number 1 became 3"),
    "changed type": (OPERATION, "bytes description = 1;", "FIELD_SAME_TYPE", "type string became bytes"),
    "removed field": (OPERATION, "", "FIELD_NO_DELETE", "removed (string = 1)"),
    "removed method": (APPLY, "", "RPC_NO_DELETE", "removed ((talos.network.v1.ApplyRequest)"),
    "streaming": ("returns (ApplyResponse)", "returns (stream ApplyResponse)", "RPC_SAME_SERVER_STREAMING", "became"),
    "repeated": (OPERATION, "repeated string description = 1;", "FIELD_SAME_CARDINALITY", "became repeated string"),
    "no longer safe": ("NO_SIDE_EFFECTS", "IDEMPOTENT", "RPC_SAME_IDEMPOTENCY_LEVEL", "[IDEMPOTENT]"),
}


def found(layout: Layout, check: str) -> list[Finding]:
    """Run one check of the repository."""
    return Repository(layout).checks()[check]()


@pytest.mark.parametrize("kind", BREAKS)
def test_a_break_is_caught_told_and_not_recorded(layout: Layout, network_proto: Edit, kind: str) -> None:
    """buf finds it with a place, diff tells it per element, and record refuses it."""
    before, after, rule, told = BREAKS[kind]
    recorded = (layout.lock / "talos.network.v1.binpb").read_bytes()
    network_proto(before, after)

    breaking = found(layout, "breaking")
    assert any(rule in item.message and "network.proto:" in item.where for item in breaking), breaking
    assert any(told in item.describe() and item.breaking for item in Repository(layout).differences())
    with pytest.raises(BreakingChangeError, match=rule):
        Repository(layout).record(("lock",))
    assert (layout.lock / "talos.network.v1.binpb").read_bytes() == recorded


def test_an_accepted_break_can_be_recorded(layout: Layout, network_proto: Edit) -> None:
    """Before a release, a break may be recorded on purpose; then all checks agree again."""
    network_proto(OPERATION, "string text = 1;")
    Repository(layout).record(("lock", "golden"), accept_breaking=True)
    assert found(layout, "breaking") == []
    assert found(layout, "lock") == []


def test_an_addition_breaks_nothing_but_must_be_recorded(layout: Layout, network_proto: Edit) -> None:
    """A new field is compatible, and the recording is out of date until it is recorded."""
    network_proto(OPERATION, f"{OPERATION}\n  string kind = 3;")
    assert found(layout, "breaking") == []
    (finding,) = found(layout, "lock")
    assert "field talos.network.v1.Operation.kind: added (string = 3)" in finding.message
    Repository(layout).record(("lock", "golden"))
    assert found(layout, "lock") == []


def test_a_new_package_is_unrecorded(layout: Layout) -> None:
    """A contract that nobody recorded is a finding of its own."""
    path = layout.proto / "talos" / "time" / "v1" / "time.proto"
    path.parent.mkdir(parents=True)
    path.write_text(
        'syntax = "proto3";\n\n// Clocks.\npackage talos.time.v1;\n\nmessage Clock {\n  int64 now = 1;\n}\n'
    )
    (finding,) = found(layout, "lock")
    assert "talos.time.v1.binpb" in finding.where
    assert "is not recorded" in finding.message


def test_a_removed_contract_breaks(layout: Layout) -> None:
    """A whole file that goes is a break and leaves a recording behind."""
    (layout.proto / "talos" / "kubelet" / "v1" / "kubelet.proto").unlink()
    assert any("FILE_NO_DELETE" in item.message for item in found(layout, "breaking"))
    (finding,) = found(layout, "lock")
    assert "is recorded but no longer in proto/" in finding.message


def test_a_badly_named_contract_fails_lint(layout: Layout, network_proto: Edit) -> None:
    """buf lint reports rule, file and line."""
    network_proto(OPERATION, "string Description = 1;")
    (finding,) = found(layout, "lint")
    assert "FIELD_LOWER_SNAKE_CASE" in finding.message
    assert re.search(r"network\.proto:\d+$", finding.where)


def test_a_stale_stub_is_caught(layout: Layout, network_proto: Edit) -> None:
    """Stubs that were not regenerated, or edited by hand, differ from a fresh generation."""
    stub = layout.gen / "talos" / "init" / "v1" / "__init__.py"
    stub.write_text(stub.read_text().replace("Shutdown starts", "Shutdown begins"))
    network_proto(OPERATION, f"{OPERATION}\n  string kind = 3;")
    stale = {Path(item.where).relative_to(layout.gen).as_posix() for item in found(layout, "drift")}
    stubs = {"index.py", "talos/init/v1/__init__.py", "talos/network/v1/__init__.py"}
    assert stale == stubs | {"compiled.pyx", "codec_digest.py", "talos/network/v1/codec.py"}


def test_a_missing_and_a_left_over_stub_are_caught(layout: Layout) -> None:
    """A stub without a proto and a proto without a stub are told apart."""
    (layout.gen / "common" / "__init__.py").unlink()
    (layout.gen / "old.py").write_text("")
    told = {Path(item.where).name: item.message for item in found(layout, "drift")}
    assert told["old.py"].startswith("belongs to no proto")
    assert told["__init__.py"].startswith("is missing")


def test_protos_that_do_not_compile_are_named(layout: Layout, network_proto: Edit) -> None:
    """The compiler's message comes through with file and line."""
    network_proto(OPERATION, "text description = 1;")
    with pytest.raises(ContractError, match=r'network\.proto:\d+:3: "text" is not defined'):
        Repository(layout).compiled()
