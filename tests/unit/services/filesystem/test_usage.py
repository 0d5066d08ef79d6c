"""What trees take, beside what du(1) says of them."""

import os
import subprocess
from pathlib import Path

import pytest

from services.filesystem.listing import BATCH
from services.filesystem.usage import DiskUsage, Usage

KIB = 1024


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Files of 4, 8 and 64 KiB, the last of which has a second name; a hole of 1 GiB; a link and an empty directory."""
    (tmp_path / "b/c").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    for name, size in (("a", 4), ("b/eight", 8), ("b/c/deep", 64)):
        (tmp_path / name).write_bytes(os.urandom(size * KIB))
    (tmp_path / "b/again").hardlink_to(tmp_path / "b/c/deep")
    (tmp_path / "link").symlink_to("b")
    with (tmp_path / "hole").open("wb") as file:
        file.truncate(1 << 30)
    return tmp_path


def du(tree: Path, *options: str) -> dict[str, int]:
    """Sizes by path below tree, as du has them."""
    output = subprocess.run(["du", "-B1", *options, "."], cwd=tree, check=True, capture_output=True, text=True).stdout
    sizes = (line.split("\t") for line in output.splitlines())
    return {name.removeprefix("./"): int(size) for size, name in sizes}


def told(usage: DiskUsage) -> list[Usage]:
    """All that is told."""
    return [item for batch in usage.batches() for item in batch]


def sizes(usage: DiskUsage) -> dict[str, int]:
    """Sizes by path below the top."""
    return {item.relative: item.size for item in told(usage)}


@pytest.mark.parametrize("depth", [None, 1, 2])
@pytest.mark.parametrize("files", [False, True])
def test_sizes_are_those_of_du(tree: Path, depth: int | None, *, files: bool) -> None:
    options = [*([f"-d{depth}"] if depth else []), *(["-a"] if files else [])]
    found = sizes(DiskUsage(tree, ["/"], depth=depth, files=files))
    expected = du(tree, *options)
    # which of its two names a file is counted under is a matter of order; du does not print the other
    both = {"b/again", "b/c/deep", "b/c"}
    assert {name: size for name, size in found.items() if name not in both} == {
        name: size for name, size in expected.items() if name not in both
    }
    assert found["."] == expected["."] < 1 << 20


def test_a_file_with_two_names_counts_once_also_between_paths(tree: Path) -> None:
    whole, again = told(DiskUsage(tree, ["/b/c", "/b/again"]))
    assert whole.size >= 64 * KIB
    assert (again.path, again.relative, again.size) == ("/b/again", ".", 0)


def test_a_directory_comes_after_what_is_in_it(tree: Path) -> None:
    assert [item.relative for item in told(DiskUsage(tree, ["/"]))] == ["b/c", "b", "empty", "."]


def test_the_threshold_leaves_out_the_small_or_the_large(tree: Path) -> None:
    assert set(sizes(DiskUsage(tree, ["/"], files=True, threshold=40 * KIB))) == {"b/again", "b", "."}
    small = sizes(DiskUsage(tree, ["/"], files=True, threshold=-6 * KIB))
    assert {"a", "hole", "link"} <= set(small)
    assert not {"b/eight", "b", "."} & set(small)


def test_a_link_as_the_path_is_followed(tree: Path) -> None:
    assert sizes(DiskUsage(tree, ["/link"]))["."] == sizes(DiskUsage(tree, ["/b"]))["."]


def test_what_is_missing_does_not_keep_the_rest_from_being_counted(tree: Path) -> None:
    absent, rest = told(DiskUsage(tree, ["/absent", "/a"], threshold=1))
    assert absent == Usage("/absent", ".", 0, "No such file or directory")
    assert rest.size == 4 * KIB


def test_a_long_count_gives_its_reader_turns(tmp_path: Path) -> None:
    for number in range(3 * BATCH):
        (tmp_path / str(number)).touch()
    assert [len(batch) for batch in DiskUsage(tmp_path, ["/"]).batches()] == [0, 0, 0, 1]
