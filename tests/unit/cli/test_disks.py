"""`talos disks`: the plan is shown before anything is done, and nothing is done unasked."""

from __future__ import annotations

import json
from typing import Any

import pytest
import typer

TABLE = """\
PARTITION   LABEL   TYPE   OFFSET    SIZE   FILESYSTEM
3           BOOT    0FC6    2 MiB   2 GiB   xfs
4           META    0FC6    1 MiB   1 MiB
"""
STEPS = "/dev/sda, step by step:\n  write a GPT\n  make xfs\n"
USELESS = " \n│"


@pytest.fixture
def filesystem(node: Any) -> Any:
    return node.add("filesystem").filesystem


def test_a_plan_is_shown_and_changes_nothing(node: Any, filesystem: Any) -> None:
    result = node.talos("disks", "plan")
    assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, STEPS)
    assert filesystem.asked == []
    filesystem.steps.clear()
    assert node.talos("disks", "plan").stderr == "/dev/sda is as wanted: nothing to do\n"


def test_a_plan_for_machines(node: Any, filesystem: Any) -> None:
    result = node.talos("disks", "plan", "/dev/sdb", "-o", "json")
    found = json.loads(result.stdout)
    assert (found["disk"], found["operations"], result.stderr) == ("/dev/sdb", ["write a GPT", "make xfs"], "")
    boot = {"number": 3, "label": "BOOT", "type": "0FC6", "offset": 2 << 20, "size": 2000 << 20, "filesystem": "xfs"}
    assert found["partitions"][0] == boot


def test_provisioning_shows_the_plan_and_tells_each_step(node: Any, filesystem: Any) -> None:
    result = node.talos("disks", "provision", "/dev/sda", "--yes")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{STEPS}done: write a GPT\ndone: make xfs\n/dev/sda is the node's\n"
    assert filesystem.asked == [("/dev/sda", False)]
    result = node.talos("disks", "provision", "/dev/sda", "--yes")
    assert (result.exit_code, result.stderr) == (0, "/dev/sda is as wanted: nothing to do\n")
    assert len(filesystem.asked) == 1


def test_what_is_there_is_erased_by_force_alone(node: Any, filesystem: Any) -> None:
    for command in ("plan", "provision"):
        result = node.talos("disks", command, "/dev/sdx")
        assert (result.exit_code, result.stdout) == (5, "")
        assert result.stderr == "error: disk: /dev/sdx is not empty, it has xfs: erase it by force\n"
    assert node.talos("disks", "provision", "/dev/sdx", "--force", "-y").exit_code == 0
    assert filesystem.asked == [("/dev/sdx", True)]


def test_where_nobody_can_be_asked_nothing_is_done(node: Any, filesystem: Any) -> None:
    result = node.talos("disks", "provision")
    assert (result.exit_code, filesystem.asked) == (2, [])
    assert "there is nobody to ask: give --yes" in " ".join(
        result.stderr.translate(dict.fromkeys(map(ord, USELESS), " ")).split()
    )


@pytest.mark.parametrize("answer", [True, False])
def test_a_terminal_is_asked(node: Any, filesystem: Any, monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    """What the user answers counts."""

    def confirm(text: str, *, abort: bool, err: bool) -> bool:
        assert (text, err) == ("Do this to /dev/sda?", True)
        if abort and not answer:
            raise typer.Abort
        return answer

    monkeypatch.setattr("libtalos.cli.confirming.someone_to_ask", lambda: True)
    monkeypatch.setattr("libtalos.cli.confirming.typer.confirm", confirm)
    result = node.talos("disks", "provision")
    assert (result.exit_code, len(filesystem.asked)) == ((0, 1) if answer else (1, 0))


def test_a_step_that_fails_is_told_after_those_that_were_done(node: Any, filesystem: Any) -> None:
    filesystem.failing = True
    result = node.talos("disks", "provision", "-y")
    assert result.exit_code == 5
    assert result.stderr.endswith("done: write a GPT\nerror: disk: Input/output error\n")
