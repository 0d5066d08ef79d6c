"""What is on a device, told by real file systems in files."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from services.filesystem.disks.probe import AMBIGUOUS, META, NOTHING, Found, probe
from services.filesystem.meta import adv
from tests.unit.services.filesystem.gpt import disk

SIZE = 64 << 20
UUID = "3e2c9bd1-5a3f-4c9b-8d4e-6f1a2b3c4d5e"


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def make_vfat(path: Path) -> None:
    run("mkfs.vfat", "-F", "32", "-n", "EFI", "-i", "ABCD1234", path)


def make_xfs(path: Path) -> None:
    run("mkfs.xfs", "--unsupported", "-q", "-L", "STATE", "-m", f"uuid={UUID}", path)


def make_ext4(path: Path) -> None:
    run("mkfs.ext4", "-q", "-L", "data", "-U", UUID, path)


def make_swap(path: Path) -> None:
    run("mkswap", "-L", "swap0", "-U", UUID, path)


def make_squashfs(path: Path) -> None:
    path.unlink()
    run("mksquashfs", Path(__file__).parent, path, "-quiet", "-no-progress")


def make_luks(path: Path) -> None:
    """LUKS2: magic, version, size of the header, sequence, label, checksum's name, salt, UUID."""
    header = b"LUKS\xba\xbe" + (2).to_bytes(2, "big") + (16384).to_bytes(8, "big") + (1).to_bytes(8, "big")
    header += b"secret".ljust(48, b"\0") + b"sha256".ljust(32, b"\0") + bytes(64) + UUID.encode().ljust(40, b"\0")
    put(path, 0, header)


def make_gpt(path: Path) -> None:
    path.write_bytes(disk(["EFI", "META"]))


def put(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as stream:
        stream.seek(offset)
        stream.write(data)


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "disk.img"
    path.touch()
    os.truncate(path, SIZE)
    return path


@pytest.mark.parametrize(
    ("make", "name", "label", "uuid"),
    [
        (make_vfat, "vfat", "EFI", "ABCD-1234"),
        (make_xfs, "xfs", "STATE", UUID),
        (make_ext4, "extfs", "data", UUID),
        (make_swap, "swap", "swap0", UUID),
        (make_squashfs, "squashfs", "", ""),
        (make_luks, "luks", "secret", UUID),
        (make_gpt, "gpt", "", "64646464-6464-6464-6464-646464646464"),
    ],
)
def test_a_file_system_is_told_by_its_magic(
    blank: Path, make: Callable[[Path], None], name: str, label: str, uuid: str
) -> None:
    make(blank)
    found = probe(blank)
    assert (found.name, found.label, found.uuid) == (name, label, uuid)


def test_what_is_told_of_a_file_system(blank: Path) -> None:
    make_xfs(blank)
    assert probe(blank).block_size == 512


@pytest.mark.parametrize("copy", [0, adv.COPY_SIZE])
def test_meta_is_told_by_either_copy(blank: Path, copy: int) -> None:
    put(blank, copy, adv.encode({6: b"A"}))
    assert probe(blank) == Found(name=META)
    put(blank, copy + adv.COPY_SIZE - 1, b"x")
    assert probe(blank) == NOTHING


@pytest.mark.parametrize("size", [0, 1, 511, 512, SIZE])
def test_nothing_is_on_what_is_blank_or_tiny(blank: Path, size: int) -> None:
    os.truncate(blank, size)
    assert probe(blank) == NOTHING


def test_where_two_claim_a_device_neither_has_it(blank: Path) -> None:
    make_ext4(blank)
    ext4 = blank.read_bytes()[1024:4096]
    blank.write_bytes(bytes(SIZE))
    make_xfs(blank)
    put(blank, 1024, ext4)
    assert probe(blank).name == AMBIGUOUS


def test_what_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        probe(tmp_path / "nothing")
