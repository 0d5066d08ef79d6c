import subprocess
from pathlib import Path

import pytest

from libtalos.linux.mountinfo import MountInfo, parse_line
from libtalos.provision import cgroups
from libtalos.provision.cgroups import Layout

V1 = "32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu"
HYBRID = "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw"
UNIFIED = "41 31 0:38 / /sys/fs/cgroup rw,relatime - cgroup2 cgroup2 rw"
# As podman leaves it for a container in a container: v2 somewhere else says nothing about the host's layout.
ELSEWHERE = "41 31 0:38 / /mnt/cgroup rw,relatime - cgroup2 cgroup2 rw"


@pytest.mark.parametrize(
    ("lines", "layout"),
    [
        ([V1], Layout.LEGACY),
        ([V1, HYBRID], Layout.HYBRID),
        ([UNIFIED], Layout.UNIFIED),
        ([V1, ELSEWHERE], Layout.LEGACY),
    ],
)
def test_the_layout_shows_in_the_mounts(lines: list[str], layout: Layout) -> None:
    assert cgroups.detect(map(parse_line, lines)) is layout


def test_only_on_v2_the_path_is_absolute() -> None:
    assert cgroups.container_path(Layout.UNIFIED, "talos-x") == "/talos-x"
    assert cgroups.container_path(Layout.HYBRID, "talos-x") == "talos-x"
    assert cgroups.container_path(Layout.LEGACY, "talos-x") == "talos-x"


def mounted(*roots: Path) -> list[MountInfo]:
    return [parse_line(f"1 1 0:1 / {root} rw - cgroup cgroup rw") for root in roots]


def test_groups_are_found_wherever_they_lie(tmp_path: Path) -> None:
    wanted = [tmp_path / "cpu/talos-x", tmp_path / "memory/session/talos-x"]
    for group in [*wanted, tmp_path / "cpu/talos-xy", tmp_path / "elsewhere/talos-x"]:
        (group / "child").mkdir(parents=True)
    assert cgroups.find("talos-x", mounted(tmp_path / "cpu", tmp_path / "memory")) == wanted


def test_removing_kills_the_members_and_goes_from_the_bottom_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "group/child").mkdir(parents=True)
    removed: list[str] = []
    # In a cgroup file system rmdir(2) ignores the files; here it has to be told to.
    monkeypatch.setattr(Path, "rmdir", lambda path: removed.append(path.name))
    with subprocess.Popen(["sleep", "1000"]) as member:
        (tmp_path / "group/child/cgroup.procs").write_text(f"{member.pid}\n")
        (tmp_path / "group/cgroup.procs").write_text("")
        cgroups.remove(tmp_path / "group")
        assert member.wait(timeout=5) == -9
    assert removed == ["child", "group"]


def test_removing_what_is_gone_is_no_error(tmp_path: Path) -> None:
    cgroups.remove(tmp_path / "none")
