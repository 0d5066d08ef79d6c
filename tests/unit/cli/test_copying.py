"""`talos copy` and `talos usage` on a node of fakes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.archives import DIRECTORY, FILE, PIPE, archived

ETC = archived(("./", DIRECTORY, b""), ("cni/", DIRECTORY, b""), ("cni/conf", FILE, os.urandom(300_000)))


@pytest.fixture
def etc(node: Any) -> Any:
    """A node with something to copy."""
    node.components["api"].machine.archive = ETC
    return node


@pytest.mark.parametrize("place", ["new", "deeply/new", "there"])
def test_a_copy_is_unpacked_in_a_directory_that_is_new_or_empty(etc: Any, tmp_path: Path, place: str) -> None:
    (tmp_path / "there").mkdir()
    result = etc.talos("copy", "/etc", str(tmp_path / place))
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / place / "cni/conf").stat().st_size == 300_000


def test_an_archive_goes_to_stdout_as_it_is(etc: Any) -> None:
    result = etc.talos("copy", "/etc", "-")
    assert (result.exit_code, result.stdout_bytes) == (0, ETC)


def test_nothing_is_overwritten(etc: Any, tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    result = etc.talos("copy", "/etc", str(tmp_path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not empty" in " ".join(result.stderr.split())
    assert not (tmp_path / "cni").exists()


def test_what_was_left_out_is_named(etc: Any, tmp_path: Path) -> None:
    machine = etc.components["api"].machine
    machine.archive, machine.left_out = archived(("pipe", PIPE, b"")), ["b: Permission denied"]
    result = etc.talos("copy", "/etc", str(tmp_path / "new"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "warning: b: Permission denied",
        "warning: pipe: neither a file, a directory nor a link",
    ]


def test_a_damaged_archive_and_a_missing_path_are_errors(etc: Any, tmp_path: Path) -> None:
    etc.components["api"].machine.archive = ETC[:150_000]
    result = etc.talos("copy", "/etc", str(tmp_path / "new"))
    assert result.exit_code == 1
    assert "the archive is cut off or damaged" in result.stderr
    result = etc.talos("copy", "/nope", str(tmp_path / "other"))
    assert (result.exit_code, "/nope: no such file or directory" in result.stderr) == (4, True)


def test_a_bad_archive_does_not_keep_the_node_waiting(etc: Any, tmp_path: Path) -> None:
    """Who unpacks gives up at the first name, with far more to come than a pipe holds."""
    evil = archived(("../evil", FILE, b"x"), ("f", FILE, os.urandom(2 << 20)))
    etc.components["api"].machine.archive = evil
    result = etc.talos("copy", "/etc", str(tmp_path / "new"))
    assert result.exit_code == 1
    assert not (tmp_path / "evil").exists()


def test_usage(node: Any) -> None:
    result = node.talos("usage", "/etc", "-a", "-d", "2", "-t", "-1024")
    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["SIZE", "NAME"],
        ["1.5", "KiB", "/etc/cni"],
        ["5.5", "KiB", "/etc"],
    ]
    asked = node.components["api"].machine.counted
    assert (asked.paths, asked.all, asked.recursion_depth, asked.threshold) == (["/etc"], True, 2, -1024)
    found = json.loads(node.talos("usage", "/etc", "-o", "json").stdout)
    assert found[1] == {"name": "/etc", "size": 5632, "error": ""}


def test_usage_of_what_is_not_there(node: Any) -> None:
    result = node.talos("usage", "/absent", "/etc")
    assert result.exit_code == 1
    assert result.stderr == "warning: /absent: No such file or directory\n"
    assert "/etc/cni" in result.stdout
