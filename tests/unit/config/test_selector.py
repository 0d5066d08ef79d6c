"""Disk selectors: upstream's variables and constants, and errors that say what there is instead."""

from __future__ import annotations

import pytest

from libtalos.config.selector import Selector, SelectorError

DISK = {
    "dev_path": "/dev/sdb",
    "size": 20 * 10**9,
    "transport": "nvme",
    "rotational": False,
    "symlinks": ("/dev/disk/by-id/x",),
}


@pytest.mark.parametrize(
    ("expression", "taken"),
    [
        ("disk.size > 10u * GB && !system_disk", True),
        ("disk.size > 20u * GB", False),
        ("disk.size >= 18u * GiB && disk.size <= 1u * TB", True),
        ('disk.transport == "nvme" && !disk.rotational', True),
        ("disk.transport == 'sata' || system_disk", False),
        ('"/dev/disk/by-id/x" in disk.symlinks', True),
        ('disk.dev_path.startsWith("/dev/sd")', True),
        ('disk.dev_path.matches("^/dev/sd[a-c]$")', True),
    ],
)
def test_a_disk_is_taken_as_upstream_takes_it(expression: str, *, taken: bool) -> None:
    assert Selector(expression).matches(DISK, system_disk=False) is taken


def test_the_system_disk_is_known() -> None:
    assert Selector("system_disk").matches(DISK, system_disk=True)


@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        ("disk.size >", "the expression cannot be read"),
        ("disk.sizes == 1u", "'sizes'; a disk has dev_path, rotational, size, symlinks, transport"),
        ("disc.size == 1u", "'disc'; there are disk, system_disk and kB, MB"),
        ("disk.size", "it has to be true or false for a disk"),
        ("disk.transport > 1u", "types do not fit"),
    ],
)
def test_what_makes_no_sense_says_what_would(expression: str, problem: str) -> None:
    with pytest.raises(SelectorError) as caught:
        Selector(expression).matches(DISK, system_disk=False)
    assert problem in str(caught.value)
    assert expression in str(caught.value)
