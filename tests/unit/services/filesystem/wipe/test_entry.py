"""A partition taken out of a GPT: of both copies, of the whole one alone, and stopped in between."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from services.filesystem import gpt
from services.filesystem.wipe.entry import drop
from tests.unit.services.filesystem.gpt import disk

BLOCKS = 16384
LAST = BLOCKS - 1


def run(path: Path, number: int) -> bool:
    fd = os.open(path, os.O_RDWR)
    try:
        return drop(fd, number, block=512, last=LAST)
    finally:
        os.close(fd)


def names(path: Path, lba: int) -> list[str]:
    with path.open("rb") as stream:
        return [part.name for part in gpt.read_copy(stream, block=512, lba=lba, last=LAST).partitions]


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "disk.img"
    path.write_bytes(disk(["EFI", "DATA", "META"], blocks=BLOCKS))
    return path


def test_both_copies_lose_it_and_stay_whole(image: Path) -> None:
    before = image.read_bytes()
    assert run(image, 2)
    assert names(image, gpt.PRIMARY) == names(image, LAST) == ["EFI", "META"]
    after = image.read_bytes()
    assert (len(after), after[2048 * 512 : 4 * 2048 * 512]) == (len(before), before[2048 * 512 : 4 * 2048 * 512])


def test_what_is_not_there_changes_nothing(image: Path) -> None:
    before = image.read_bytes()
    assert not run(image, 5)
    assert image.read_bytes() == before


@pytest.mark.parametrize(("broken", "whole"), [(gpt.PRIMARY, LAST), (LAST, gpt.PRIMARY)])
def test_a_damaged_copy_is_written_anew(image: Path, broken: int, whole: int) -> None:
    with image.open("r+b") as stream:
        stream.seek(broken * 512)
        stream.write(bytes(512))
    assert run(image, 1)
    assert names(image, whole) == names(image, broken) == ["DATA", "META"]


def test_no_table_is_nothing_to_do(image: Path) -> None:
    image.write_bytes(bytes(BLOCKS * 512))
    assert not run(image, 1)
    assert image.read_bytes() == bytes(BLOCKS * 512)


def test_whenever_it_is_stopped_one_copy_is_whole_and_a_second_call_finishes(
    image: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh, pwrite = image.read_bytes(), os.pwrite
    for stop in range(4):
        image.write_bytes(fresh)
        monkeypatch.setattr(os, "pwrite", _stopping(pwrite, stop))
        with pytest.raises(KeyboardInterrupt):
            run(image, 1)
        monkeypatch.setattr(os, "pwrite", pwrite)
        with image.open("rb") as stream:
            table = gpt.read(stream, block=512, last=LAST)
        assert table is not None
        assert [part.name for part in table.partitions][-2:] == ["DATA", "META"]
        run(image, 1)
        assert names(image, gpt.PRIMARY) == names(image, LAST) == ["DATA", "META"]


def _stopping(pwrite: Callable[[int, bytes, int], int], after: int) -> Callable[[int, bytes, int], int]:
    left = [after]

    def write(fd: int, data: bytes, offset: int) -> int:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return pwrite(fd, data, offset)

    return write
