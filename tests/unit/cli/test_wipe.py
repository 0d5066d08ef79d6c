"""`talos wipe disk` and `talos reset` on a node that pretends."""

import json
from typing import Any

import pytest
import typer
import yaml

from libtalos.cli import confirming
from libtalos.gen import common, machine
from libtalos.gen.talos.filesystem.v1 import WipeDevice, WipeMethod

MIB = 1 << 20


@pytest.fixture(autouse=True)
def filesystem(node: Any) -> None:
    node.add("filesystem")


def wiped(node: Any) -> list[WipeDevice]:
    found: list[WipeDevice] = node.components["filesystem"].filesystem.wiped
    return found


def resets(node: Any) -> list[machine.ResetRequest]:
    found: list[machine.ResetRequest] = node.components["api"].machine.resets
    return found


def test_disks_are_wiped_by_signature(node: Any) -> None:
    result = node.talos("wipe", "disk", "sdb", "sdc1", "--yes")
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows == [
        ["NODE", "DEVICE", "METHOD", "SIZE"],
        ["a", "sdb", "FAST", "100", "MiB"],
        ["a", "sdc1", "FAST", "100", "MiB"],
    ]
    assert "sdb: erased the signatures\n" in result.stderr
    assert wiped(node) == [
        WipeDevice(device="sdb", method=WipeMethod.FAST),
        WipeDevice(device="sdc1", method=WipeMethod.FAST),
    ]


def test_flags_are_upstreams(node: Any) -> None:
    flags = ("--drop-partition", "--skip-volume-check", "--skip-secondary-check", "--method", "zeroes")
    result = node.talos("wipe", "disk", "sdc1", *flags, "-y", "-o", "json")
    assert json.loads(result.stdout) == [{"node": "a", "device": "sdc1", "method": "ZEROES", "size": 100 * MIB}]
    told = [line for line in result.stderr.splitlines() if "%" in line]
    assert told[0] == "sdc1: 6 % of 100 MiB"
    assert told[-1].startswith("sdc1: 9") or told[-1] == "sdc1: 100 % of 100 MiB"
    assert len(told) < 20
    assert wiped(node) == [
        WipeDevice(
            device="sdc1",
            method=WipeMethod.ZEROES,
            drop_partition=True,
            skip_volume_check=True,
            skip_secondary_check=True,
        )
    ]


def test_a_refusal_has_its_exit_code_and_its_reason(node: Any) -> None:
    result = node.talos("wipe", "disk", "sdb", "sda", "--yes")
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr == 'error: blockdevice "sda" is in use: it is mounted at /var\n'
    assert wiped(node) == []


@pytest.mark.parametrize("command", [("wipe", "disk", "sdb"), ("reset",)])
def test_without_a_terminal_yes_has_to_be_given(node: Any, command: tuple[str, ...]) -> None:
    result = node.talos(*command)
    assert result.exit_code == 2
    assert "there is nobody to ask: give --yes" in result.stderr
    assert (wiped(node), resets(node)) == ([], [])


@pytest.mark.parametrize(("answer", "code", "count"), [("y\n", 0, 1), ("n\n", 1, 0)])
def test_on_a_terminal_the_user_is_asked(
    node: Any, monkeypatch: pytest.MonkeyPatch, answer: str, code: int, count: int
) -> None:
    monkeypatch.setattr(confirming, "someone_to_ask", lambda: True)
    answers: list[str] = []

    def ask(question: str, **_: object) -> bool:
        answers.append(question)
        if answer == "n\n":
            raise typer.Abort
        return True

    monkeypatch.setattr(typer, "confirm", ask)
    result = node.talos("wipe", "disk", "sdb")
    assert answers == ["Erase sdb of a?"]
    assert (result.exit_code, len(wiped(node))) == (code, count)


def test_wrong_methods_and_modes_are_wrong_usage(node: Any) -> None:
    assert node.talos("wipe", "disk", "sdb", "--method", "SLOW", "--yes").exit_code == 2
    assert node.talos("wipe", "disk", "--yes").exit_code == 2
    assert node.talos("reset", "--wipe-mode", "some", "--yes").exit_code == 2


def test_a_reset_asks_for_what_is_named(node: Any) -> None:
    labels = ("--system-labels-to-wipe", "EPHEMERAL,STATE", "--system-labels-to-wipe", "META")
    options = ("--no-graceful", "--reboot", "--wipe-mode", "system-disk", "--no-wait", "--yes", "-o", "yaml")
    result = node.talos("reset", *labels, *options)
    assert result.exit_code == 0
    assert yaml.safe_load(result.stdout) == {"node": "a", "actorId": "run-2"}
    assert result.stderr == "a: reset sequence run-2\n"
    wanted = [machine.ResetPartitionSpec(label=label, wipe=True) for label in ("EPHEMERAL", "STATE", "META")]
    mode = machine.ResetRequestWipeMode.SYSTEM_DISK
    assert resets(node) == [machine.ResetRequest(reboot=True, system_partitions_to_wipe=wanted, mode=mode)]


def test_disks_of_a_container_are_refused(node: Any) -> None:
    result = node.talos("reset", "--user-disks-to-wipe", "/dev/sdb", "--yes")
    assert (result.exit_code, result.stdout) == (5, "")
    assert "a container has no disks of its own" in result.stderr


@pytest.mark.parametrize(
    ("error", "code", "end"), [("", 0, "a: reset\n"), ("phase reset: disk is full", 1, "a was not reset: phase reset")]
)
def test_the_progress_is_told_until_the_node_is_gone(node: Any, error: str, code: int, end: str) -> None:
    ended = machine.SequenceEvent(sequence="reset", action=machine.SequenceEventAction.STOP)
    if error:
        ended.error = common.Error(message=error)
    node.happen("init", ended, actor_id="run-2")
    running = node.begin("reset", "--yes")
    for line in running.stderr:
        if "sequence reset stop" in line:
            break
    node.do(node.components["init"].die)
    stdout, stderr = running.communicate(timeout=20)
    assert (running.returncode, end in stderr) == (code, True), stderr
    assert ("run-2" in stdout) is not bool(error)
