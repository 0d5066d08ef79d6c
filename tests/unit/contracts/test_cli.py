"""`talos contracts`: results on stdout, progress on stderr, exit codes 0, 1 and 2."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner, Result

from libtalos.cli.contracts import app
from libtalos.contracts.layout import Layout

Edit = Callable[[str, str], None]


def talos(*arguments: str) -> Result:
    """Run `talos contracts` with arguments."""
    return CliRunner().invoke(app, arguments)


def rename(edit: Edit) -> None:
    """A break."""
    edit("string description = 1;", "string text = 1;")


def test_lint_of_clean_protos(layout: Layout) -> None:
    """Nothing to say is said."""
    result = talos("lint", "--root", str(layout.proto.parent))
    assert result.exit_code == 0
    assert result.stdout == "all is as recorded\n"
    assert result.stderr == "lint: no findings\n"


def test_diff_lists_elements(layout: Layout, network_proto: Edit) -> None:
    """File, element, number and type, and whether it breaks, in each format."""
    rename(network_proto)
    root = str(layout.proto.parent)
    result = talos("diff", "--root", root, "-o", "json")
    assert result.exit_code == 1
    expected = {
        "breaking": True,
        "change": "renamed",
        "kind": "field",
        "element": "talos.network.v1.Operation.description",
        "file": "talos/network/v1/network.proto",
        "number": 1,
        "type": "string",
        "detail": "renamed to text",
    }
    assert json.loads(result.stdout) == {"differences": [expected]}
    assert yaml.safe_load(talos("diff", "--root", root, "-o", "yaml").stdout) == {"differences": [expected]}
    heading, row = talos("diff", "--root", root).stdout.splitlines()
    assert heading.split()[:4] == ["BREAKING", "CHANGE", "KIND", "ELEMENT"]
    assert row.split()[:4] == ["yes", "renamed", "field", "talos.network.v1.Operation.description"]


def test_diff_can_show_only_breaks(layout: Layout, network_proto: Edit) -> None:
    """An addition is no break."""
    network_proto("message ListDeviceCountersRequest {}", "message ListDeviceCountersRequest {\n  bool deep = 1;\n}")
    root = str(layout.proto.parent)
    assert talos("diff", "--root", root).exit_code == 1
    assert talos("diff", "--root", root, "--breaking").exit_code == 0


def test_record_refuses_a_break_and_obeys_when_told(layout: Layout, network_proto: Edit) -> None:
    """The refusal is an error of use and names the way out; afterwards all is as recorded."""
    rename(network_proto)
    root = str(layout.proto.parent)
    result = talos("record", "lock", "--root", root)
    assert result.exit_code == 2
    assert "make a new version instead" in result.stderr
    assert talos("record", "lock", "golden", "--root", root, "--accept-breaking").exit_code == 0
    assert talos("diff", "--root", root).exit_code == 0


def test_generate_repairs_the_stubs(layout: Layout) -> None:
    """A stub edited by hand is as generated again; what is not generated stays."""
    stub = layout.gen / "talos" / "init" / "v1" / "__init__.py"
    before = stub.read_text()
    stub.write_text(before + "edited = 1\n")
    (layout.gen / "py.typed").write_text("")
    assert talos("generate", "--root", str(layout.proto.parent)).exit_code == 0
    assert stub.read_text() == before
    assert (layout.gen / "py.typed").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "--contract", "talos.network.v1"), "--socket and --contract go together"),
        (("check", "--socket", "/x.sock"), "--socket and --contract go together"),
        (("check", "--socket", "/no.sock", "--contract", "talos.network.v1"), "/no.sock is no socket"),
        (("lint", "--root", "/proc"), "/proc is no repository of contracts"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], message: str) -> None:
    """Exit code 2 and a reason."""
    result = talos(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The repository checks need one."""
    monkeypatch.chdir(tmp_path)
    result = talos("check")
    assert result.exit_code == 2
    assert "no repository of contracts at or above" in result.stderr


def test_check_of_a_process(foreign: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From anywhere, against the contracts that libtalos brings along, with generated requests on top."""
    monkeypatch.chdir(tmp_path)
    foreign.start()
    use = ("check", "--socket", str(foreign.path), "--contract", "talos.network.v1", "--fuzz", "5")
    result = talos(*use)
    assert result.exit_code == 0, result.output
    assert "talos.network.v1 fuzz: no findings" in result.stderr
    result = talos(*use, "--contract", "talos.init.v1", "-o", "json")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert finding["check"] == "reflection"
    assert "it lists no service of talos.init.v1" in finding["message"]


def test_a_newer_process_can_be_allowed(foreign: Any) -> None:
    """--allow-newer: additions are no findings."""
    network = next(file for file in foreign.files.file if file.package == "talos.network.v1")
    network.message_type.add(name="Extra")
    foreign.start()
    use = ("check", "--socket", str(foreign.path), "--contract", "talos.network.v1")
    assert talos(*use).exit_code == 1
    assert talos(*use, "--allow-newer").exit_code == 0
