"""Sizes of mounts: real ones of what exists, a complaint about what does not."""

import os
from pathlib import Path

from libtalos.linux.mountinfo import parse_line
from libtalos.mounts import View
from services.filesystem.statistics import MountUsage, mount_usage


def test_each_target_is_counted_once_and_only_below_the_root(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    lines = [
        f"1 0 0:1 / {tmp_path.parent} rw - tmpfs outside rw",
        f"2 1 0:2 / {tmp_path} rw - tmpfs root rw",
        f"3 2 0:3 / {tmp_path}/var rw - xfs lower rw",
        f"4 3 0:4 / {tmp_path}/var rw - xfs upper rw",
        f"5 2 0:5 / {tmp_path}/gone rw - nfs server rw",
    ]
    complaints: list[str] = []
    found = mount_usage(lambda: View(tmp_path, tuple(map(parse_line, lines))), complaints.append)
    status = os.statvfs(tmp_path)
    size = status.f_blocks * status.f_frsize
    assert [(usage.source, usage.target, usage.size) for usage in found[:2]] == [
        ("root", "/", size),
        ("upper", "/var", size),
    ]
    assert found[2:] == [MountUsage("server", "/gone", "nfs", 0, 0)]
    assert complaints == ["statvfs(/gone): No such file or directory"]
