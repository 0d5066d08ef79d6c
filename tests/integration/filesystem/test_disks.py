"""Disks on real loop devices: the kernel's news, a look through real device nodes, and udevd's database where it is."""

import os
import select
import socket
import stat
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from libtalos.linux.mount import mount
from services.filesystem.disks import udev
from services.filesystem.disks.device import device
from services.filesystem.disks.kernelnews import KernelNews, Writes
from services.filesystem.disks.look import Look, Seen
from services.filesystem.disks.uevents import Uevents
from tests.integration.filesystem.conftest import Inside
from tests.integration.filesystem.disks import SIZE, START, Disk, attached

pytestmark = pytest.mark.root
SYS = Path("/sys")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if os.geteuid():
        pytest.skip("needs root for loop devices")
    with attached(tmp_path) as found:
        yield found


def hear(news: Uevents | KernelNews | udev.Udev) -> bool:
    """Wait for news of disks; other tests may make some at the same time, and others never."""
    poll = select.poll()
    poll.register(news, select.POLLIN)
    while poll.poll(5000):
        news.acknowledge()
        if news.heard():
            return True
    return False


def look(dev: Path = Path("/dev"), *, make_nodes: bool = True) -> Seen:
    return Look(sys=SYS, dev=dev, make_nodes=make_nodes)()


def test_the_kernel_tells_of_disks(disk: Disk) -> None:
    news = Uevents()
    try:
        disk.hide()
        assert hear(news)
        disk.show()
        assert hear(news)
    finally:
        news.close()


def test_who_writes_to_a_device_is_heard_of(disk: Disk) -> None:
    """It makes no uevent; who reads, as each look does, is not heard of. A node that goes and comes again is new."""
    news = Writes(Path("/dev"))
    try:
        assert news.watch(own(disk))
        assert not news.watch(own(disk))
        os.close(os.open(disk.partition, os.O_RDONLY))
        assert not told(news)
        os.close(os.open(disk.partition, os.O_WRONLY))
        assert told(news)
        disk.hide()
        disk.show()
        told(news)
        assert news.watch(own(disk))
        subprocess.run(["mkswap", str(disk.partition)], check=True, capture_output=True)
        assert told(news)
    finally:
        news.close()


def test_uevents_and_writes_are_news_alike(disk: Disk) -> None:
    news = KernelNews(Path("/dev"))
    try:
        assert news.watch(own(disk))
        os.close(os.open(disk.device, os.O_WRONLY))
        assert hear(news)
        disk.hide()
        assert hear(news)
    finally:
        news.close()


def own(disk: Disk) -> Seen:
    """What is seen of this disk, without those of others."""
    return Seen(tuple(each for each in look().volumes if each.device.name.startswith(disk.device.name)))


def told(news: Writes) -> bool:
    """Whether it has heard something, at once."""
    news.acknowledge()
    return news.heard()


def test_a_disk_and_its_partitions_are_seen_while_they_are_there(disk: Disk, tmp_path: Path) -> None:
    dev = tmp_path / "dev"
    dev.mkdir()
    seen = {volume.device.name: volume for volume in look(dev).volumes}
    meta = seen[disk.partition.name]
    assert (meta.device.start, meta.device.size, meta.device.parent) == (START, SIZE, disk.device.name)
    assert (meta.device.number, meta.entry and meta.entry.name) == (3, "META")
    assert seen[disk.device.name].found.name == "gpt"
    assert (dev / disk.partition.name).is_block_device(), "a missing node is made"
    disk.hide()
    assert disk.partition.name not in {volume.device.name for volume in look(dev).volumes}


def test_a_node_of_a_device_that_is_gone_is_none(disk: Disk, tmp_path: Path) -> None:
    """Left behind by another disk it goes; a device that goes while its node is made leaves none."""
    stale = tmp_path / disk.partition.name
    os.mknod(stale, stat.S_IFBLK | 0o600, os.makedev(240, 17))
    known = device(SYS, disk.partition.name)
    assert known is not None
    looking = Look(sys=SYS, dev=tmp_path, make_nodes=True)
    assert looking.node(known) == stale
    assert stale.stat().st_rdev == os.makedev(*known.numbers)
    stale.unlink()
    disk.hide()
    with pytest.raises(FileNotFoundError, match="the device has gone"):
        looking.node(known)
    assert not stale.exists()
    stale.touch()
    with pytest.raises(FileExistsError, match="something else than the device"):
        looking.node(known)


def test_a_container_makes_no_node(disk: Disk, tmp_path: Path) -> None:
    seen = {volume.device.name: volume for volume in look(tmp_path, make_nodes=False).volumes}
    assert (seen[disk.device.name].found.name, seen[disk.partition.name].entry) == ("", None)
    assert list(tmp_path.glob("loop*")) == []


def test_a_disk_that_fails_is_a_problem_of_its_own(disk: Disk) -> None:
    disk.cut()
    seen = look()
    assert f"{disk.partition}: Input/output error" in seen.problems
    names = {volume.device.name for volume in seen.volumes}
    assert {disk.device.name, disk.partition.name} <= names


def murmur2(data: bytes) -> int:
    """MurmurHash2 with seed 0, by which libudev's filter knows a subsystem."""
    mask, factor = 0xFFFFFFFF, 0x5BD1E995
    value = len(data)
    while len(data) >= 4:
        part = int.from_bytes(data[:4], "little") * factor & mask
        value = (value * factor & mask) ^ ((part ^ part >> 24) * factor & mask)
        data = data[4:]
    if data:
        value = (value ^ int.from_bytes(data, "little")) * factor & mask
    value = (value ^ value >> 13) * factor & mask
    return value ^ value >> 15


def udevd_says(subsystem: str, device: Path) -> None:
    """Send what udevd sends when its rules have run (libudev's monitor, netlink group 2)."""
    path = os.path.relpath(SYS.joinpath("class/block", device.name).resolve(), SYS)
    properties = f"ACTION=change\0DEVPATH=/{path}\0SUBSYSTEM={subsystem}\0SEQNUM=1\0".encode()
    header = (
        struct.pack("=8s", b"libudev") + struct.pack(">I", 0xFEEDCAFE) + struct.pack("=III", 40, 40, len(properties))
    )
    header += struct.pack(">II", murmur2(subsystem.encode()), 0) + bytes(8)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 15) as sender:
        sender.sendto(header + properties, (0, 2))


def test_udevd_is_heard_where_there_is_one(disk: Disk, inside: Inside) -> None:
    def listen() -> None:
        mount("tmpfs", "/run", "tmpfs")
        Path("/run/udev").mkdir()
        Path("/run/udev/control").touch()
        news = udev.Udev()
        try:
            udevd_says("net", disk.device)
            udevd_says("block", disk.device)
            assert hear(news)
            assert not news.heard()
            assert not news.watch(look())
        finally:
            news.close()

    inside(listen)


def test_udevs_database_adds_what_the_kernel_does_not_say(disk: Disk, inside: Inside) -> None:
    """The database as udevd writes it, read by libudev."""

    def read() -> None:
        mount("tmpfs", "/run", "tmpfs")
        known = device(SYS, disk.device.name)
        assert known is not None
        assert not udev.running()
        data = Path("/run/udev/data")
        data.mkdir(parents=True)
        Path("/run/udev/control").touch()
        assert udev.running()
        lines = ["S:disk/by-id/scsi-1", "E:ID_MODEL=LOOP", "E:ID_SERIAL_SHORT=s1", "E:ID_BUS=scsi", "I:1", "V:1", ""]
        (data / f"b{known.numbers[0]}:{known.numbers[1]}").write_text("\n".join(lines))
        source = udev.Udev()
        try:
            found = source.enrich(known)
            assert (found.model, found.serial, found.transport) == ("LOOP", "s1", "scsi")
            assert found.symlinks == ("/dev/disk/by-id/scsi-1",)
            assert (found.size, found.path) == (known.size, known.path)
            part = device(SYS, disk.partition.name)
            assert part is not None
            assert source.enrich(part) == part
        finally:
            source.close()

    inside(read)
