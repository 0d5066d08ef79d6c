"""`talos volumes plan`: what volumes take, of the node's config and of one that it does not have yet."""

import json
from pathlib import Path
from typing import Any

import pytest

TABLE = """\
VOLUME   TYPE        LOCATION   TARGET          STATE
u-data   partition   -          /var/mnt/data   2 steps missing
u-lost   disk        -          /var/mnt/lost   no way
"""
SAID = """\
u-data: add a partition
u-data: mount XFS
u-lost: no disk is free
"""


@pytest.fixture
def node(node: Any) -> Any:
    """A node with a filesystem component."""
    node.add("filesystem")
    return node


def test_the_plan_of_a_file_has_every_step_and_why_there_is_none(node: Any, tmp_path: Path) -> None:
    file = tmp_path / "volumes.yaml"
    file.write_text("kind: UserVolumeConfig\n")
    result = node.talos("volumes", "plan", "--file", str(file))
    assert (result.stdout, result.stderr) == (TABLE, SAID)


def test_the_plan_of_the_nodes_own_config_is_for_programs_too(node: Any) -> None:
    found = json.loads(node.talos("volumes", "plan", "-o", "json").stdout)
    assert [(each["id"], each["location"], each["operations"]) for each in found] == [("u-there", "/dev/sdb1", [])]


def test_a_file_that_makes_no_sense_is_refused_with_the_reason(node: Any, tmp_path: Path) -> None:
    file = tmp_path / "volumes.yaml"
    file.write_text("nonsense: true\n")
    result = node.talos("volumes", "plan", "--file", str(file))
    assert result.exit_code != 0
    assert "unknown keys" in result.stderr
