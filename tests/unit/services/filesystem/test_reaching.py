"""Ways to files: what links and long paths lead to, and that no descriptor is left open."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.filesystem.reaching import directory_below, opened_in, reached, reopened

LONG = "x" * 200
OWN = Path("/proc/self/fd")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A node's root, with a file beside it that is not the node's."""
    (tmp_path / "outside").write_text("secret")
    root = tmp_path / "root"
    (root / "d/e").mkdir(parents=True)
    (root / "d/file").write_text("good")
    return root


@pytest.fixture(autouse=True)
def descriptors() -> Iterator[None]:
    """Every test closes what it opens."""
    before = names(OWN)
    yield
    assert len(names(OWN)) == len(before)


def names(directory: Path | int) -> list[str]:
    """What is in a directory."""
    with os.scandir(directory) as entries:
        return sorted(entry.name for entry in entries)


def read(fd: int) -> str:
    with os.fdopen(fd) as file:
        return file.read()


def content(root: Path, path: str) -> str:
    """What a path of the node leads to."""
    with reached(root, path) as fd:
        return read(reopened(fd))


@pytest.mark.parametrize("path", ["d/file", "/d/file", "d/../d/file", "../../d/file", "/../d/./e/../file"])
def test_paths_start_and_end_at_the_root(root: Path, path: str) -> None:
    assert content(root, path) == "good"


@pytest.mark.parametrize("target", ["file", "/d/file", "../d/file", "../../../d/file", "e/../file"])
def test_links_are_followed_as_the_node_would(root: Path, target: str) -> None:
    (root / "d/link").symlink_to(target)
    assert content(root, "d/link") == "good"


def test_links_lead_nowhere_else(root: Path) -> None:
    outside = root.parent / "outside"
    for number, target in enumerate((outside, Path("../outside"), Path("../../outside"))):
        (root / f"link{number}").symlink_to(target)
        with pytest.raises(FileNotFoundError):
            content(root, f"link{number}")
    (root / "up").symlink_to("..")
    with pytest.raises(FileNotFoundError):
        content(root, "up/outside")


def test_a_loop_of_links_is_an_error(root: Path) -> None:
    (root / "a").symlink_to("b")
    (root / "b").symlink_to("a")
    with pytest.raises(OSError, match="Too many levels") as caught:
        content(root, "a")
    assert caught.value.errno == errno.ELOOP


def test_what_is_not_there_is_an_error(root: Path) -> None:
    with pytest.raises(FileNotFoundError), reached(root, "d/nothing"):
        pass
    with pytest.raises(NotADirectoryError), reached(root, "d/file/x"):
        pass
    with pytest.raises(FileNotFoundError), reached(root / "nothing", "d"):
        pass


def test_a_descriptor_is_closed_when_its_user_fails(root: Path) -> None:
    with pytest.raises(ZeroDivisionError), reached(root, "d"):
        raise ZeroDivisionError
    with reached(root, ".") as top, pytest.raises(ZeroDivisionError), directory_below(top, "d"):
        raise ZeroDivisionError


def test_the_file_that_was_reached_is_the_one_that_is_opened(root: Path) -> None:
    """Whatever is put in its place meanwhile."""
    with reached(root, "d/file") as fd:
        (root / "d/file").rename(root / "d/aside")
        (root / "d/file").symlink_to(root.parent / "outside")
        assert read(reopened(fd)) == "good"


def test_a_pipe_is_opened_without_waiting_for_a_writer(root: Path) -> None:
    os.mkfifo(root / "pipe")
    with reached(root, "pipe") as fd:
        opened = reopened(fd)
        assert stat.S_ISFIFO(os.fstat(opened).st_mode)
        os.close(opened)


def test_a_directory_below(root: Path) -> None:
    with reached(root, "d") as top:
        with directory_below(top, ".") as here:
            assert names(here) == ["e", "file"]
        with directory_below(top, "e") as below:
            assert names(below) == []
        with pytest.raises(NotADirectoryError), directory_below(top, "file"):
            pass
        with pytest.raises(FileNotFoundError), directory_below(top, "nothing"):
            pass


@pytest.mark.parametrize(
    ("path", "text"), [("link", "Too many levels"), ("link/e", "Too many levels"), ("..", "cross-device")]
)
def test_below_a_descriptor_no_link_is_followed_and_nothing_above_is_reached(root: Path, path: str, text: str) -> None:
    (root / "d/link").symlink_to("e" if path == "link" else ".")
    with reached(root, "d") as top, pytest.raises(OSError, match=text), directory_below(top, path):
        pass


@pytest.mark.parametrize("name", [LONG, "\N{PILE OF POO}" * 50], ids=["ascii", "four bytes each"])
def test_a_path_may_be_longer_than_the_kernel_takes_at_once(root: Path, name: str) -> None:
    depth = 60
    deep = "/".join([name] * depth)
    assert len(os.fsencode(deep)) > 2 * os.pathconf("/", "PC_PATH_MAX")
    made = os.open(root, os.O_PATH)
    for _ in range(depth):
        os.mkdir(name, dir_fd=made)
        made, above = os.open(name, os.O_PATH, dir_fd=made), made
        os.close(above)
    os.close(os.open("found", os.O_CREAT | os.O_WRONLY, dir_fd=made))
    os.close(made)
    with reached(root, ".") as top:
        with directory_below(top, deep) as below:
            assert names(below) == ["found"]
        with pytest.raises(FileNotFoundError), directory_below(top, f"{deep}/nothing"):
            pass
        first, _, rest = deep.partition("/")
        (root / first).rename(root / "aside")
        (root / first).symlink_to("aside")
        with pytest.raises(OSError, match="Too many levels"), directory_below(top, f"{first}/{rest}"):
            pass


def test_a_file_of_a_directory_and_no_link_in_its_place(root: Path) -> None:
    with reached(root, "d") as top, directory_below(top, ".") as directory:
        assert read(opened_in(directory, "file")) == "good"
        (root / "d/link").symlink_to("file")
        with pytest.raises(OSError, match="Too many levels") as caught:
            opened_in(directory, "link")
        assert caught.value.errno == errno.ELOOP
        with pytest.raises(FileNotFoundError):
            opened_in(directory, "nothing")
