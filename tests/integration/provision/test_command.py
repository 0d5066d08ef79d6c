"""`talos cluster` as a process: stopped and killed at every step."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.integration.provision.conftest import Lab

pytestmark = pytest.mark.root

STEPS = ("make", "generate", "make a disk", "write", "mount", "create", "connect", "start")


def create(lab: Lab, *options: str, path: Path | None = None) -> subprocess.Popen[str]:
    parameters = ("--cidr", lab.cidr, "--image", str(lab.image), "--disk-size", "300MiB")
    return subprocess.Popen(
        lab.command("create", *parameters, *options),
        env={**lab.environment, "PATH": os.pathsep.join([*([str(path)] if path else []), os.environ["PATH"]])},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(lab: Lab, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(lab.command(*arguments), env=lab.environment, text=True, capture_output=True, check=False)


def reach(process: subprocess.Popen[str], step: str) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(step):
            return
    pytest.fail(f"never came to: {step}")


@pytest.mark.parametrize("step", STEPS)
def test_a_create_killed_at_any_step_leaves_nothing_that_destroy_does_not_find(lab: Lab, step: str) -> None:
    with create(lab, "--no-wait") as process:
        reach(process, step)
        process.kill()
    # Killed before the first step was done, there is no cluster yet.
    destroyed = run(lab, "destroy", "--timeout", "0", "--if-exists")
    assert destroyed.returncode == 0, destroyed.stderr
    assert asyncio.run(lab.leftovers()) == []


@pytest.mark.parametrize("step", ["generate", "create", "start"])
def test_a_create_killed_at_any_step_can_be_repeated(lab: Lab, step: str) -> None:
    with create(lab, "--no-wait") as process:
        reach(process, step)
        process.kill()
    with create(lab, "--no-wait", "--output", "json") as again:
        data, progress = again.communicate()
    assert again.returncode == 0, progress
    assert json.loads(data)[0]["pid"] > 0


@pytest.fixture
def stuck(tmp_path: Path) -> Path:
    """A directory with a runc that never comes back from create."""
    program = tmp_path / "runc"
    program.write_text(
        f'#!/bin/sh\ncase "$*" in *" create "*) exec sleep 1000 ;; esac\nexec {shutil.which("runc")} "$@"\n'
    )
    program.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_create_stopped_in_the_middle_takes_everything_back(lab: Lab, stuck: Path, number: signal.Signals) -> None:
    with create(lab, "--no-wait", path=stuck) as process:
        reach(process, "create")
        process.send_signal(number)
        _, progress = process.communicate()
    assert (process.returncode, progress.splitlines()[-1]) == (130, "error: interrupted")
    assert asyncio.run(lab.leftovers()) == []


def test_a_wait_stopped_leaves_the_node_running(lab: Lab) -> None:
    with create(lab, "--timeout", "60s") as process:
        reach(process, "start ")
        asyncio.run(lab.up())
        process.send_signal(signal.SIGINT)
        _, progress = process.communicate()
    assert process.returncode == 130
    assert "The cluster is still there" in progress
    (node,) = json.loads(run(lab, "show", "-o", "json").stdout)
    assert node["state"] == "unresponsive"
    again = run(lab, "create", "--no-wait", "--image", str(lab.image))
    assert (again.returncode, again.stderr) == (0, f"cluster {lab.name}: already running\n")
    assert run(lab, "destroy").returncode == 0
    unknown = run(lab, "destroy")
    assert unknown.returncode == 4
    assert "there are: none" in unknown.stderr
