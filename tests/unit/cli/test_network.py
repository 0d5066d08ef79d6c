"""`talos network`: plan, apply, confirm and revert, for people and for programs."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

TABLE = """\
OPERATION                              ERROR
remove address 10.5.0.2/24 from eth0   -
add address 10.5.0.3/24 to eth0        -
"""
ON_TRIAL = "plan abc123 is on trial: reverted in 60 s unless `talos network confirm` comes before\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A config to try."""
    path = tmp_path / "eth0.yaml"
    path.write_text("machine: {}\n")
    return str(path)


def test_a_plan_has_its_operations_and_its_id(node: Any, file: str) -> None:
    result = node.talos("network", "plan", file)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, "plan abc123\n")
    result = node.talos("network", "plan")
    assert (result.stdout, result.stderr) == ("", "plan abc123: nothing to do\n")


def test_a_plan_is_for_programs_too(node: Any, file: str) -> None:
    found = json.loads(node.talos("network", "plan", file, "-o", "json").stdout)
    assert (found["id"], found["trial"]) == ("abc123", None)
    assert found["operations"][0] == {"description": "remove address 10.5.0.2/24 from eth0", "error": ""}
    assert json.loads(node.talos("network", "plan", "-o", "json").stdout)["operations"] == []


def test_a_trial_is_applied_shown_and_confirmed(node: Any, file: str) -> None:
    result = node.talos("network", "apply", file, "--plan", "abc123", "--confirm-timeout", "1m")
    assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, ON_TRIAL)
    (request,) = node.components["network"].network.applied
    assert (request.config, request.id) == ("machine: {}\n", "abc123")
    assert request.confirm_timeout == dt.timedelta(minutes=1)
    assert node.talos("network", "plan").stderr == "plan abc123: nothing to do\n" + ON_TRIAL
    trial = json.loads(node.talos("network", "plan", "-o", "json").stdout)["trial"]
    assert (trial["id"], trial["confirmed"], trial["remainingSeconds"]) == ("abc123", False, 60.0)
    assert "plan abc123 is confirmed" in node.talos("network", "confirm").stderr
    assert node.talos("network", "confirm").exit_code == 5


def test_without_a_timeout_it_holds(node: Any, file: str) -> None:
    result = node.talos("network", "apply", file)
    assert "plan abc123 holds beside the machine config" in result.stderr
    (request,) = node.components["network"].network.applied
    assert request.confirm_timeout is None


def test_what_is_applied_can_be_taken_back(node: Any, file: str) -> None:
    node.talos("network", "apply", file, "--confirm-timeout", "1m")
    result = node.talos("network", "revert")
    assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, "plan abc123 is reverted\n")
    again = node.talos("network", "revert")
    assert (again.exit_code, again.stderr) == (5, "error: there is nothing to revert\n")


def test_a_world_that_has_moved_is_refused(node: Any, file: str) -> None:
    result = node.talos("network", "apply", file, "--plan", "old")
    assert (result.exit_code, "the world has moved" in result.stderr) == (5, True)


def test_an_operation_that_fails_is_told_and_is_no_success(node: Any, file: str) -> None:
    node.components["network"].network.error = "no buffers"
    result = node.talos("network", "apply", file)
    assert (result.exit_code, "no buffers" in result.stdout) == (1, True)
    assert node.talos("network", "revert").exit_code == 1


def test_a_duration_that_makes_no_sense_is_wrong_usage(node: Any, file: str) -> None:
    result = node.talos("network", "apply", file, "--confirm-timeout", "soon")
    assert (result.exit_code, "not a duration" in result.stderr) == (2, True)


def test_a_file_that_is_not_there_is_wrong_usage(node: Any) -> None:
    assert node.talos("network", "plan", "/nowhere.yaml").exit_code == 2
