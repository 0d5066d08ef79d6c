"""The tree that becomes the image: modes, clashes, dangling links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from libtalos.image.errors import ImageError
from libtalos.image.stage import PackageName, Stage, merged, restore, save

ONE, TWO = PackageName("one"), PackageName("two")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(root=tmp_path / "root")


def source(tmp_path: Path, *, mode: int, content: str = "x") -> Path:
    path = tmp_path / "source"
    path.write_text(content)
    path.chmod(mode)
    return path


@pytest.mark.parametrize(("mode", "kept"), [(0o600, 0o644), (0o4755, 0o755), (0o700, 0o755), (0o644, 0o644)])
def test_file_modes_are_normalised(stage: Stage, tmp_path: Path, mode: int, kept: int) -> None:
    stage.add_file(source(tmp_path, mode=mode), "/usr/bin/x", ONE)
    assert stage.at("/usr/bin/x").stat().st_mode & 0o7777 == kept


def test_the_umask_decides_nothing(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        stage = Stage(root=tmp_path / "root")
        stage.add_bytes(b"x", "/a/b/c", ONE)
        stage.add_directory("/tmp", 0o1777)
    finally:
        os.umask(before)
    assert stage.directories() == {"/": 0o755, "/a": 0o755, "/a/b": 0o755, "/tmp": 0o1777}
    assert stage.at("/a/b/c").stat().st_mode & 0o777 == 0o644


def test_two_packages_may_bring_the_same_file_only_with_the_same_bytes(stage: Stage) -> None:
    stage.add_bytes(b"x", "/etc/x", ONE)
    stage.add_bytes(b"x", "/etc/x", TWO)
    with pytest.raises(ImageError, match="/etc/x: one and two both bring"):
        stage.add_bytes(b"y", "/etc/x", ONE)


def test_a_link_does_not_replace_anything(stage: Stage) -> None:
    stage.add_bytes(b"x", "/etc/x", ONE)
    with pytest.raises(ImageError, match="two makes a link where one already is"):
        stage.add_link("/etc/x", "y", TWO)


def test_a_file_cannot_be_a_directory(stage: Stage) -> None:
    stage.add_bytes(b"x", "/etc/x", ONE)
    with pytest.raises(ImageError, match="/etc/x/y: two needs a directory"):
        stage.add_bytes(b"x", "/etc/x/y", TWO)


def test_dangling_links_are_found(stage: Stage) -> None:
    stage.add_bytes(b"x", "/usr/bin/python3.11", ONE)
    stage.add_link("/bin", "usr/bin", ONE)
    stage.add_link("/usr/bin/python3", "python3.11", ONE)
    stage.add_link("/usr/bin/absolute", "/bin/python3.11", ONE)
    stage.add_link("/etc/mtab", "/proc/mounts", ONE)
    stage.add_link("/usr/bin/gone", "python3.12", ONE)
    stage.add_link("/etc/gone", "../usr/gone", ONE)
    assert sorted(stage.dangling()) == ["/etc/gone", "/usr/bin/gone"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/sbin/x", "/usr/sbin/x"),
        ("/lib64/x", "/usr/lib64/x"),
        ("/usr/sbin/x", "/usr/sbin/x"),
        ("/library/x", "/library/x"),
    ],
)
def test_usr_is_merged(path: str, expected: str) -> None:
    assert merged(path) == expected


def test_a_saved_tree_comes_back_with_its_owners(tmp_path: Path) -> None:
    saved = Stage(root=tmp_path / "base" / "root")
    saved.add_bytes(b"x", "/etc/x", ONE, mode=0o755)
    saved.add_link("/etc/y", "x", TWO)
    save(saved, tmp_path / "base")
    back = restore(tmp_path / "base", tmp_path / "copy")
    assert back.owners == {"/etc/x": ONE, "/etc/y": TWO}
    assert [path for path, _ in back.files()] == ["/etc/x", "/etc/y"]
    assert back.at("/etc/x").stat().st_mode & 0o777 == 0o755
    assert str(back.at("/etc/y").readlink()) == "x"
