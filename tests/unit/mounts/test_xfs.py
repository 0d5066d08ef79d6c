"""XFS in files: the superblock is read as mkfs.xfs writes it. No mount and no privileges are needed."""

import shutil
from pathlib import Path

import pytest

from libtalos.mounts import xfs
from libtalos.mounts.operations.images import FormatImage, MakeImage

needs_mkfs = pytest.mark.skipif(shutil.which("mkfs.xfs") is None, reason="mkfs.xfs is not installed")


def sparse(path: Path, size: int = xfs.MINIMUM_SIZE) -> Path:
    """A sparse file."""
    with path.open("wb") as file:
        file.truncate(size)
    return path


@needs_mkfs
def test_the_superblock_is_as_mkfs_made_it(tmp_path: Path) -> None:
    image = tmp_path / "e.img"
    MakeImage(image, "EPHEMERAL", xfs.MINIMUM_SIZE).execute()
    assert xfs.superblock(image) == xfs.Superblock(xfs.MINIMUM_SIZE, "EPHEMERAL", finished=True)
    assert image.stat().st_size == xfs.MINIMUM_SIZE
    assert image.stat().st_blocks * 512 < xfs.MINIMUM_SIZE / 2
    assert [path.name for path in tmp_path.iterdir()] == ["e.img"]


@needs_mkfs
def test_an_interrupted_mkfs_is_seen_and_repeated(tmp_path: Path) -> None:
    image = sparse(tmp_path / "e.img")
    xfs.make(image, label="FIRST")
    with image.open("r+b") as file:
        file.seek(126)
        file.write(b"\x01")
    found = xfs.superblock(image)
    assert found is not None
    assert not found.finished
    FormatImage(image, "SECOND", unfinished=True).execute()
    assert xfs.superblock(image) == xfs.Superblock(xfs.MINIMUM_SIZE, "SECOND", finished=True)


@needs_mkfs
def test_another_file_system_is_never_written_over(tmp_path: Path) -> None:
    image = sparse(tmp_path / "e.img")
    with image.open("r+b") as file:
        file.seek(0x438)  # the magic number of ext2, ext3 and ext4
        file.write(b"\x53\xef")
        file.seek(0x400)
        file.write(b"\x10\0\0\0\0\x10\0\0")
    before = image.read_bytes()[:8192]
    if "ext" not in _probe(image):
        pytest.skip("the probe of this mkfs.xfs does not take the fake for ext")
    with pytest.raises(OSError, match=r"mkfs\.xfs .*exit status 1: .*appears to contain an existing filesystem"):
        FormatImage(image, "L").execute()
    assert image.read_bytes()[:8192] == before


def _probe(image: Path) -> str:
    import subprocess  # noqa: PLC0415 - one test needs it

    return subprocess.run(["blkid", "-p", str(image)], capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("contents", [b"", b"XFSB", b"\0" * 4096, b"hsqs" + b"\0" * 4096])
def test_what_is_no_xfs_has_no_superblock(contents: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(contents)
    assert xfs.superblock(path) is None


def test_a_missing_mkfs_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileNotFoundError, match=r"mkfs\.xfs is not in PATH: the image needs xfsprogs"):
        xfs.make(tmp_path / "x", label="L")
