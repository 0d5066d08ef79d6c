"""Bringing rows about in a real directory, as far as that needs no privileges; and failures on the way."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.linux.mountinfo import parse_line
from libtalos.mounts import Facts, StepError, View, carry_out
from libtalos.mounts.rows import AnyRow, DirectoryRow, FileRow, LinkRow, MountRow

ME = {"uid": os.getuid(), "gid": os.getgid()}


@pytest.fixture
def look(tmp_path: Path) -> Callable[[], View]:
    """The tree below tmp_path/root, without any mount."""
    (tmp_path / "root").mkdir()
    return lambda: View((tmp_path / "root").resolve(), ())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tree's root."""
    return (tmp_path / "root").resolve()


def directory(target: str, mode: int) -> DirectoryRow:
    """A directory that an unprivileged user can make."""
    return DirectoryRow(target=target, mode=mode, uid=ME["uid"], gid=ME["gid"])


@pytest.mark.skipif(os.getuid() != 0, reason="a parent directory is given to root")
def test_rows_are_brought_about_once(look: Callable[[], View], root: Path) -> None:
    rows: list[AnyRow] = [directory("/var/lib", 0o701), LinkRow(target="/var/run", to="../run")]
    assert len(list(carry_out(rows, look=look, facts=Facts()))) == 3
    assert (root / "var/lib").stat().st_mode & 0o7777 == 0o701
    assert (root / "var/run").readlink() == Path("../run")
    assert list(carry_out(rows, look=look, facts=Facts())) == []


def test_a_mode_is_set_whatever_the_umask(look: Callable[[], View], root: Path) -> None:
    before = os.umask(0o077)
    try:
        list(carry_out([directory("/a", 0o755)], look=look, facts=Facts()))
    finally:
        os.umask(before)
    assert (root / "a").stat().st_mode & 0o7777 == 0o755


def test_a_link_takes_the_place_of_an_empty_directory_but_not_of_a_full_one(
    look: Callable[[], View], root: Path
) -> None:
    for name in ("empty", "full/x"):
        (root / name).mkdir(parents=True)
    list(carry_out([LinkRow(target="/empty", to="run")], look=look, facts=Facts()))
    assert (root / "empty").is_symlink()
    with pytest.raises(
        StepError, match=f"/full .link.: cannot link {root}/full to run: ENOTEMPTY: Directory not empty"
    ):
        list(carry_out([LinkRow(target="/full", to="run")], look=look, facts=Facts()))
    assert (root / "full/x").is_dir()


def test_a_failed_row_is_taken_back_and_rows_before_it_stay(look: Callable[[], View], root: Path) -> None:
    rows: list[AnyRow] = [directory("/first", 0o755), MountRow(target="/second", type="no-such-type")]
    with pytest.raises(StepError) as caught:
        list(carry_out(rows, look=look, facts=Facts()))
    assert (root / "first").is_dir()
    assert not (root / "second").exists()
    assert caught.value.row is rows[1]
    assert str(caught.value).startswith("/second (mount): cannot ")


def test_the_steps_of_a_failed_row_are_taken_back_the_last_one_first(look: Callable[[], View], root: Path) -> None:
    """Directories go only so, and one that somebody uses by now stays, without holding up the others."""
    deep = MountRow(target="/a/b/c/d", type="no-such-type")
    with pytest.raises(StepError):
        list(carry_out([deep], look=look, facts=Facts()))
    assert list(root.iterdir()) == []
    steps = carry_out([deep], look=look, facts=Facts())
    made = [next(steps).describe() for _ in range(3)]
    assert [step.split()[2] for step in made] == [str(root / path) for path in ("a", "a/b", "a/b/c")]
    (root / "a/b/used").touch()
    with pytest.raises(StepError, match=r"/a/b/c/d .mount.: cannot mount no-such-type"):
        list(steps)
    assert sorted(root.rglob("*")) == [root / "a", root / "a/b", root / "a/b/used"]


def test_a_row_that_cannot_be_looked_at_is_named(look: Callable[[], View], root: Path) -> None:
    (root / "x").write_text("")
    with pytest.raises(StepError, match=r"/x .directory.: cannot look at what is there: .*has to be a directory"):
        list(carry_out([directory("/x", 0o755)], look=look, facts=Facts()))


def test_mounts_are_read_anew_for_a_place_that_was_changed_and_only_then(root: Path, look: Callable[[], View]) -> None:
    looks: list[View] = []
    something = parse_line("1 0 0:1 / / rw - tmpfs t rw")

    def counting() -> View:
        looks.append(View(root, (something,)))
        return looks[-1]

    rows: list[AnyRow] = [directory(f"/{name}", 0o755) for name in "abc"]
    list(carry_out(rows, look=counting, facts=Facts()))
    assert len(looks) == 1
    list(carry_out([*rows, directory("/a", 0o700), directory("/a", 0o711)], look=counting, facts=Facts()))
    assert len(looks) == 3


def test_as_long_as_nothing_is_seen_every_row_is_a_look(root: Path, look: Callable[[], View]) -> None:
    """Before /proc is mounted nobody knows what else is."""
    looks: list[View] = []

    def counting() -> View:
        looks.append(look())
        return looks[-1]

    list(carry_out([directory(f"/{name}", 0o755) for name in "abc"], look=counting, facts=Facts()))
    assert len(looks) == 3


def test_a_death_between_two_files_is_repaired(root: Path) -> None:
    """The source is there and the target is not bound yet: nothing is written over."""
    (root.parent / "root").mkdir(exist_ok=True)
    for name in ("etc", "system"):
        (root / name).mkdir()
    (root / "system/hosts").write_text("rendered")
    (root / "etc/hosts").hardlink_to(root / "system/hosts")
    view = View(root, (parse_line(f"1 0 0:1 / {root}/etc/hosts ro,nosuid,nodev,noexec - tmpfs t rw"),))
    row = FileRow(target="/etc/hosts", source="/system/hosts", contents="first")
    assert list(carry_out([row], look=lambda: view, facts=Facts())) == []
    assert (root / "system/hosts").read_text() == "rendered"
