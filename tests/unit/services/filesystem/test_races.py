"""Links put in the place of files and directories while these are read: nothing outside the root is ever seen."""

import contextlib
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from services.filesystem.archiving import Archive
from services.filesystem.listing import Listing
from services.filesystem.reading import read_chunks
from services.filesystem.usage import DiskUsage

SECRET = b"secret" * 100
# puts link in the place of what is there and takes it away again, until its input ends
SWAP = """
import os, select, sys
place, link = sys.argv[1:]
print("begun", flush=True)
while not select.select([0], [], [], 0)[0]:
    os.rename(place, place + ".aside")
    os.rename(link, place)
    os.rename(place, link)
    os.rename(place + ".aside", place)
"""
# how often the naive way has to be led astray before the race counts as tried
ASTRAY = 20
ROUNDS = 20_000


@contextlib.contextmanager
def swapped(place: Path, link: Path) -> Iterator[None]:
    """Somebody swaps both all the time."""
    command = [sys.executable, "-c", SWAP, str(place), str(link)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        yield
        assert process.poll() is None, "whoever swaps has given up"
        process.communicate()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A node's root; beside it, what nobody may see."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/f").write_bytes(SECRET)
    (tmp_path / "outside/hidden").write_bytes(SECRET)
    (tmp_path / "root/d").mkdir(parents=True)
    (tmp_path / "root/d/f").write_bytes(b"good")
    (tmp_path / "root/file").write_bytes(b"good")
    return tmp_path / "root"


def read(root: Path) -> bytes:
    """What is read of both files."""
    seen = b""
    for path in ("/d/f", "/file"):
        with contextlib.suppress(OSError):
            seen += b"".join(read_chunks(root, path))
    return seen


def listed(root: Path) -> bytes:
    """What is listed, and where links point to, which is no secret, left out."""
    entries = [entry for batch in Listing(root, "/", depth=None).batches() for entry in batch]
    sizes = [entry.status.st_size for entry in entries if entry.status and not entry.link]
    return b"secret" if len(SECRET) in sizes or any("hidden" in entry.relative for entry in entries) else b""


def copied(root: Path) -> bytes:
    """What is archived."""
    data = b"".join(part for part in Archive(root, "/").parts() if isinstance(part, bytes))
    with tarfile.open(fileobj=BytesIO(data)) as archive:
        names = archive.getnames()
    return data if not any("hidden" in name for name in names) else b"secret"


def counted(root: Path) -> bytes:
    """What is counted."""
    usage = DiskUsage(root, ["/"], files=True)
    return b"secret" if any("hidden" in item.relative for batch in usage.batches() for item in batch) else b""


@pytest.mark.parametrize("look", [read, listed, copied, counted])
@pytest.mark.parametrize(("place", "target"), [("d", "../outside"), ("file", "../outside/f"), ("d", "ABSOLUTE")])
def test_nothing_outside_is_seen(root: Path, look: Callable[[Path], bytes], place: str, target: str) -> None:
    naive = root / (f"{place}/f" if place == "d" else place)
    link = root.parent / "link"
    link.symlink_to(root.parent / "outside" if target == "ABSOLUTE" else target)
    astray = 0
    with swapped(root / place, link):
        for _ in range(ROUNDS):
            assert b"secret" not in look(root)
            with contextlib.suppress(OSError):
                astray += naive.read_bytes() == SECRET
            if astray >= ASTRAY:
                break
    assert astray >= ASTRAY, "the race was never lost by anybody: this test shows nothing"
