"""deploy/ is not run by any test here; at least it reads well and names what there is."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[3]
DEPLOY = PROJECT / "deploy"


def load(name: str) -> Any:
    return yaml.safe_load((DEPLOY / name).read_text())


def test_the_containerfile_copies_what_there_is() -> None:
    sources = re.findall(r"^COPY (\S+) \S+$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    assert sources
    for source in sources:
        assert (PROJECT / source).exists(), source


def test_the_entry_point_is_a_program_that_runs_its_arguments() -> None:
    enter = DEPLOY / "enter"
    assert enter.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", enter], check=True)
    assert enter.read_text().splitlines()[-1] == 'exec "$@"'


def test_the_compose_file_builds_the_containerfile_with_all_privileges() -> None:
    (suite,) = load("compose.yaml")["services"].values()
    assert (DEPLOY / suite["build"]["context"] / suite["build"]["dockerfile"]).samefile(DEPLOY / "Containerfile")
    assert (suite["privileged"], suite["init"], suite["cgroup"]) == (True, True, "private")
    assert {volume.partition(":")[0] for volume in suite["volumes"]} == set(load("compose.yaml")["volumes"])


def test_the_pipeline_runs_what_the_containerfile_makes() -> None:
    jobs = load("ci/pipeline.yaml")["jobs"]
    commands = "\n".join(step.get("run", "") for job in jobs.values() for step in job["steps"])
    assert "--file deploy/Containerfile" in commands
    assert "--privileged --init --cgroupns private" in commands


@pytest.mark.parametrize("name", ["Containerfile", "compose.yaml", "ci/pipeline.yaml", "README.md"])
def test_make_targets_exist(name: str) -> None:
    makefile = PROJECT / "Makefile"
    wanted = set(re.findall(r"make ((?:(?:up|test|down|lint|bench)\b ?)+)", (DEPLOY / name).read_text()))
    targets = {target for group in wanted for target in group.split()}
    assert targets
    present = set(re.findall(r"^([a-z]+):", makefile.read_text(), re.MULTILINE))
    assert targets <= present
