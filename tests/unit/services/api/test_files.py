"""Modes as Go has them. The expected numbers are those of Go's io/fs documentation, written out."""

import stat

import pytest

from services.api import files


@pytest.mark.parametrize(
    ("st_mode", "expected"),
    [
        (stat.S_IFREG | 0o644, 0o644),
        (stat.S_IFDIR | 0o755, 0x8000_0000 | 0o755),
        (stat.S_IFLNK | 0o777, 0x0800_0000 | 0o777),
        (stat.S_IFBLK | 0o660, 0x0400_0000 | 0o660),
        (stat.S_IFCHR | 0o666, 0x0420_0000 | 0o666),
        (stat.S_IFIFO | 0o600, 0x0200_0000 | 0o600),
        (stat.S_IFSOCK | 0o700, 0x0100_0000 | 0o700),
        (stat.S_IFREG | stat.S_ISUID | 0o755, 0x0080_0000 | 0o755),
        (stat.S_IFREG | stat.S_ISGID | 0o755, 0x0040_0000 | 0o755),
        (stat.S_IFDIR | stat.S_ISVTX | 0o777, 0x8010_0000 | 0o777),
        (0o17_0000 | 0o400, 0x0008_0000 | 0o400),
    ],
)
def test_mode(st_mode: int, expected: int) -> None:
    assert files.go_mode(st_mode) == expected


def test_a_mode_fits_the_wire() -> None:
    assert all(files.go_mode(mode) < 1 << 32 for mode in range(0, 0o20_0000, 0o111))


def test_the_missing_slash_is_put_in_front() -> None:
    assert [files.absolute(root) for root in ("", "/", "etc", "/etc")] == ["/", "/", "/etc", "/etc"]


def test_only_directories_are_directories() -> None:
    assert files.is_directory(stat.S_IFDIR | 0o700)
    assert not files.is_directory(stat.S_IFLNK | 0o777)
