"""Listings of real directories."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.filesystem.listing import BATCH, Entry, Kind, Listing


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """b/ with b/c/ with b/c/deep; a file, a link, a pipe."""
    (tmp_path / "b/c").mkdir(parents=True)
    (tmp_path / "b/c/deep").write_text("deep")
    (tmp_path / "a").write_text("abc")
    (tmp_path / "link").symlink_to("b")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


def walked(listing: Listing) -> list[Entry]:
    """All entries."""
    return [entry for batch in listing.batches() for entry in batch]


def names(entries: list[Entry]) -> list[str]:
    """Relative paths."""
    return [entry.relative for entry in entries]


def test_a_directory_lists_itself_and_what_is_in_it(tree: Path) -> None:
    entries = walked(Listing(tree, "/"))
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
    assert names(walked(Listing(tree, "/", depth=depth))) == expected


def test_only_the_selected_kinds_are_listed_but_all_directories_passed_through(tree: Path) -> None:
    listing = Listing(tree, "/", depth=None, kinds=frozenset({Kind.REGULAR, Kind.SYMLINK}))
    assert names(walked(listing)) == ["a", "b/c/deep", "link"]


def test_a_file_lists_itself(tree: Path) -> None:
    assert names(walked(Listing(tree, "/a", depth=None))) == ["."]


def test_a_link_as_the_root_is_followed_and_no_other(tree: Path) -> None:
    (tree / "b/loop").symlink_to("..")
    assert names(walked(Listing(tree, "/link", depth=None))) == [".", "c", "c/deep", "loop"]


def test_a_missing_root_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        walked(Listing(tmp_path, "/absent"))


def test_a_directory_deeper_than_pythons_recursion_is_walked(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("d", dir_fd=here)
        deeper = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    assert len(walked(Listing(tmp_path, "/", depth=None))) == 401


def test_a_path_longer_than_the_kernel_takes_is_walked(tmp_path: Path) -> None:
    levels = [os.open(tmp_path, os.O_RDONLY)]
    for _ in range(20):
        os.mkdir("é" * 120, dir_fd=levels[-1])
        levels.append(os.open("é" * 120, os.O_RDONLY, dir_fd=levels[-1]))
    os.mkfifo("end", dir_fd=levels[-1])
    try:
        found = walked(Listing(tmp_path, "/", depth=None))
        assert len(found[-1].relative.encode()) > 4096
        assert (len(found), found[-1].kind, [entry.error for entry in found if entry.error]) == (22, Kind.OTHER, [])
    finally:
        for fd in levels:
            os.close(fd)
        shutil.rmtree(tmp_path)


def one_at_a_time(monkeypatch: pytest.MonkeyPatch, listing: Listing) -> Iterator[Entry]:
    """Look at each file when it is asked for."""
    monkeypatch.setattr("services.filesystem.listing.BATCH", 1)
    return (entry for batch in listing.batches() for entry in batch)


def test_what_vanishes_or_cannot_be_read_is_an_entry_with_an_error(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = one_at_a_time(monkeypatch, Listing(tree, "/", depth=None))
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


def test_an_error_is_listed_whatever_kinds_are_selected(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = one_at_a_time(monkeypatch, Listing(tree, "/", kinds=frozenset({Kind.REGULAR})))
    assert next(walk).relative == "a"
    (tree / "link").unlink()
    assert [(entry.relative, entry.error) for entry in walk] == [("link", "No such file or directory")]


def test_a_search_that_finds_nothing_gives_its_reader_turns(tmp_path: Path) -> None:
    for number in range(2 * BATCH):
        (tmp_path / str(number)).touch()
    listing = Listing(tmp_path, "/", kinds=frozenset({Kind.SYMLINK}))
    assert [len(batch) for batch in listing.batches()] == [0, 0, 0]


def test_a_walk_holds_few_descriptors_and_gives_them_back(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held() -> int:
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - as cheap as can be

    before = held()
    walk = one_at_a_time(monkeypatch, Listing(tree, "/", depth=None))
    assert max(held() for _ in walk) == before + 1
    walk = one_at_a_time(monkeypatch, Listing(tree, "/", depth=None))
    next(walk)
    del walk
    assert held() == before
