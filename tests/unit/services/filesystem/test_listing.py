"""Listings of real directories."""

import os
from pathlib import Path

import pytest

from services.filesystem.listing import Entry, Kind, Listing


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """b/ with b/c/ with b/c/deep; a file, a link, a pipe."""
    (tmp_path / "b/c").mkdir(parents=True)
    (tmp_path / "b/c/deep").write_text("deep")
    (tmp_path / "a").write_text("abc")
    (tmp_path / "link").symlink_to("b")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


def names(entries: list[Entry]) -> list[str]:
    """Relative paths."""
    return [entry.relative for entry in entries]


def test_a_directory_lists_itself_and_what_is_in_it(tree: Path) -> None:
    entries = list(Listing(tree).entries())
    assert names(entries) == [".", "a", "b", "link", "pipe"]
    assert [entry.kind for entry in entries] == [
        Kind.DIRECTORY,
        Kind.REGULAR,
        Kind.DIRECTORY,
        Kind.SYMLINK,
        Kind.OTHER,
    ]
    assert [entry.link for entry in entries if entry.link] == ["b"]
    assert entries[1].status is not None
    assert entries[1].status.st_size == 3


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (0, ["."]),
        (1, [".", "a", "b", "link", "pipe"]),
        (2, [".", "a", "b", "b/c", "link", "pipe"]),
        (3, [".", "a", "b", "b/c", "b/c/deep", "link", "pipe"]),
        (None, [".", "a", "b", "b/c", "b/c/deep", "link", "pipe"]),
    ],
)
def test_the_depth_is_kept(tree: Path, depth: int | None, expected: list[str]) -> None:
    assert names(list(Listing(tree, depth=depth).entries())) == expected


def test_only_the_selected_kinds_are_listed_but_all_directories_passed_through(tree: Path) -> None:
    listing = Listing(tree, depth=None, kinds=frozenset({Kind.REGULAR, Kind.SYMLINK}))
    assert names(list(listing.entries())) == ["a", "b/c/deep", "link"]


def test_a_file_lists_itself(tree: Path) -> None:
    assert names(list(Listing(tree / "a", depth=None).entries())) == ["."]


def test_a_link_as_the_root_is_followed_and_no_other(tree: Path) -> None:
    (tree / "b/loop").symlink_to("..")
    assert names(list(Listing(tree / "link", depth=None).entries())) == [".", "c", "c/deep", "loop"]


def test_a_missing_root_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(Listing(tmp_path / "absent").entries())


def test_a_directory_deeper_than_pythons_recursion_is_walked(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("d", dir_fd=here)
        deeper = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    assert len(list(Listing(tmp_path, depth=None).entries())) == 401


def test_what_vanishes_or_cannot_be_read_is_an_entry_with_an_error(tree: Path) -> None:
    walk = Listing(tree, depth=None).entries()
    seen = [next(walk) for _ in range(3)]
    assert names(seen) == [".", "a", "b"]
    (tree / "b/c/deep").unlink()
    (tree / "b/c").rmdir()
    (tree / "b").rmdir()
    (tree / "link").unlink()
    rest = list(walk)
    assert [(entry.relative, entry.error) for entry in rest if entry.error] == [
        ("b", "No such file or directory"),
        ("link", "No such file or directory"),
    ]
    assert names(rest)[-1] == "pipe"
    assert all(entry.kind is None for entry in rest if entry.error)


def test_an_error_is_listed_whatever_kinds_are_selected(tree: Path) -> None:
    walk = Listing(tree, kinds=frozenset({Kind.REGULAR})).entries()
    assert next(walk).relative == "a"
    (tree / "link").unlink()
    assert [(entry.relative, entry.error) for entry in walk] == [("link", "No such file or directory")]
