"""Who uses a mount, told from a made-up /proc and /sys, and from the kernel's for this process."""

import os
from pathlib import Path

import pytest

from libtalos.linux import mountinfo
from libtalos.linux.mountusers import SHOWN, MountUsers


def line(number: int, parent: int, target: Path, device: int) -> str:
    """A line of mountinfo."""
    return f"{number} {parent} {os.major(device)}:{os.minor(device)} / {target} rw - xfs /dev/x rw\n"


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A mount at tmp/var, with one in it, and nobody else."""
    (tmp_path / "var/mnt").mkdir(parents=True)
    (tmp_path / "sys/block").mkdir(parents=True)
    table = tmp_path / "proc/thread-self/mountinfo"
    table.parent.mkdir(parents=True)
    device = tmp_path.stat().st_dev
    table.write_text(line(1, 0, tmp_path, device) + line(2, 1, tmp_path / "var", device))
    return tmp_path


def process(system: Path, pid: int, **links: Path) -> None:
    """A process with these links."""
    base = system / f"proc/{pid}"
    (base / "fd").mkdir(parents=True)
    (base / "comm").write_text("etcd\n")
    for name, place in links.items():
        (base / name.replace("fd", "fd/")).symlink_to(place)


def users(system: Path) -> list[str]:
    return MountUsers(sys=system / "sys", proc=system / "proc").of(system / "var")


def test_nobody_uses_it(system: Path) -> None:
    process(system, 7, cwd=system, fd3=system / "proc")
    (system / "variable").touch()
    process(system, 8, fd3=system / "variable")
    assert users(system) == []


def test_what_is_not_mounted_has_no_users(system: Path) -> None:
    assert MountUsers(sys=system / "sys", proc=system / "proc").of(system / "sys") == []


def test_mounts_loops_and_processes_are_told(system: Path) -> None:
    table = system / "proc/thread-self/mountinfo"
    table.write_text(table.read_text() + line(3, 2, system / "var/mnt", 1))
    backing = system / "sys/block/loop3/loop/backing_file"
    backing.parent.mkdir(parents=True)
    backing.write_text(f"{system}/var/disk.img\n")
    (system / "var/file").touch()
    process(system, 12, cwd=system, fd5=system / "var/file")
    process(system, 9, cwd=system / "var")
    assert users(system) == [
        f"{system}/var/mnt is mounted in it",
        f"loop3 is a device of {system}/var/disk.img",
        f"process 9 (etcd) uses {system}/var",
        f"process 12 (etcd) uses {system}/var/file",
    ]


def test_of_many_processes_only_some_are_named(system: Path) -> None:
    for pid in range(10, 13 + SHOWN):
        process(system, pid, cwd=system / "var")
    assert users(system)[SHOWN:] == ["3 more processes use it"]


def test_this_process_is_found_where_it_is(tmp_path: Path) -> None:
    where = mountinfo.at(mountinfo.read(), "/proc")
    if where is None:
        pytest.skip("/proc is no mount here")
    fd = os.open("/proc/self/status", os.O_RDONLY)
    try:
        found = MountUsers().of(Path("/proc"))
    finally:
        os.close(fd)
    assert any(told.startswith("process ") for told in found)
