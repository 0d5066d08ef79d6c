"""Whether a file system is dead, from what the kernel shows of it and from what it answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from libtalos.linux.mountinfo import parse_line
from libtalos.mounts.dead import dead

MOUNT = parse_line("70 1 7:0 / /var/mnt/a rw - ext4 /dev/loop0 rw")


def test_one_that_answers_is_alive(tmp_path: Path) -> None:
    assert not dead(MOUNT, tmp_path)


def test_one_that_is_not_there_is_none_of_ours(tmp_path: Path) -> None:
    assert not dead(MOUNT, tmp_path / "gone")


@pytest.mark.parametrize("mark", ["shutdown", "emergency_ro"])
def test_what_ext4_shows_counts(mark: str, tmp_path: Path) -> None:
    assert dead(replace(MOUNT, super_options=("rw", mark)), tmp_path)
