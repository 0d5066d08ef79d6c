"""Archives that are unpacked, those of somebody with bad intentions too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from libtalos.cli.unpack import unpack
from tests.unit.cli.archives import DIRECTORY, FILE, LINK, PIPE, archived


def unpacked(archive: bytes, directory: Path) -> list[str]:
    """Unpack from a file."""
    directory.mkdir()
    source = directory.parent / "archive"
    source.write_bytes(archive)
    return unpack(os.open(source, os.O_RDONLY), directory)


def test_files_directories_and_links_are_made(tmp_path: Path) -> None:
    entries = [("./", DIRECTORY, b""), ("d/", DIRECTORY, b""), ("d/f", FILE, b"x" * 3000), ("l", LINK, b"d/f")]
    place = tmp_path / "place"
    assert unpacked(archived(*entries, ("pipe", PIPE, b"")), place) == ["pipe"]
    assert sorted(str(path.relative_to(place)) for path in place.rglob("*")) == ["d", "d/f", "l"]
    status = (place / "d/f").stat()
    assert (status.st_size, status.st_mtime, status.st_mode & 0o6111) == (3000, 1_600_000_000, 0)
    assert (place / "l").readlink() == Path("d/f")


@pytest.mark.parametrize(
    "entries",
    [
        [("../evil", FILE, b"x")],
        [("/evil", FILE, b"x")],
        [("d", DIRECTORY, b""), ("d/../../evil", FILE, b"x")],
        [("l", LINK, b".."), ("l/evil", FILE, b"x")],
        [("l", LINK, b"/"), ("l/evil", DIRECTORY, b"")],
        [("l", LINK, b"../evil"), ("l", FILE, b"x")],
        [("..", FILE, b"x")],
        [("f", FILE, b"x"), ("f", FILE, b"y")],
    ],
)
def test_a_name_that_leads_away_ends_it(tmp_path: Path, entries: list[tuple[str, bytes, bytes]]) -> None:
    with pytest.raises(OSError, match=r"outside|link|exists|directory"):
        unpacked(archived(*entries), tmp_path / "place")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "place"]
    assert not Path("/evil").exists()


@pytest.mark.parametrize("kept", [0, 5, 60, 2000])
def test_an_archive_that_is_cut_off_is_an_error(tmp_path: Path, kept: int) -> None:
    whole = archived(("f", FILE, os.urandom(5000)))
    with pytest.raises(OSError, match="cut off or damaged"):
        unpacked(whole[:kept], tmp_path / "place")


def test_nothing_stays_open(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    unpacked(archived(("f", FILE, b"x")), tmp_path / "place")
    assert len(list(Path("/proc/self/fd").iterdir())) == before
