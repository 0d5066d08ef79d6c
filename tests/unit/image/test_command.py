"""Programs that are missing or fail."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from libtalos.image.command import TOOLS, base_environment, run
from libtalos.image.errors import ImageError


def test_a_missing_tool_names_its_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ImageError, match=r"mksquashfs is not installed: .*squashfs-tools"):
        run(["mksquashfs"])


def test_a_failure_shows_the_last_lines() -> None:
    with pytest.raises(ImageError, match="status 3") as error:
        run([sys.executable, "-c", "import sys; print('why', file=sys.stderr); sys.exit(3)"])
    assert "  why" in str(error.value)


def test_stdin_and_stdout() -> None:
    assert run([sys.executable, "-c", "print(input()[::-1])"], stdin="abc\n") == "cba\n"


def test_the_callers_epoch_does_not_reach_mksquashfs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    environment = base_environment(MORE="2")
    assert "SOURCE_DATE_EPOCH" not in environment
    assert (environment["LC_ALL"], environment["TZ"], environment["MORE"]) == ("C.UTF-8", "UTC", "2")


def test_every_tool_is_essential_to_debian_or_declared() -> None:
    declared = (Path(__file__).parents[3] / "deploy/apt-packages.txt").read_text().split()
    assert set(TOOLS.values()) <= {*declared, "apt", "dpkg"}
    assert declared == sorted(set(declared))
