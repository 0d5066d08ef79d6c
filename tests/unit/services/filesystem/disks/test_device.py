"""Block devices from sysfs."""

from pathlib import Path

import pytest

from services.filesystem.disks.device import Device, device, devices
from tests.unit.services.filesystem.disks import sysfs

SCSI = "pci0000:00/0000:00:1f.2/ata1/host0/target0:0:0/0:0:0:0/block/sda"


def test_a_disk_and_its_partition(tmp_path: Path) -> None:
    sysfs.disk(
        tmp_path,
        SCSI,
        queue__rotational="1",
        queue__optimal_io_size="0",
        queue__minimum_io_size="4096",
        device__model="QEMU HARDDISK   ",
        device__rev="2.5+",
        device__wwid="naa.5000c500a0b1c2d3",
        device__modalias="scsi:t-0x00",
        device__type="0",
    )
    sysfs.partition(tmp_path, f"{SCSI}/sda1", 1, dev="8:1", start=2048, sectors=1024)
    disk, part = devices(tmp_path)
    assert disk == Device(
        name="sda",
        numbers=(8, 0),
        path=f"/devices/{SCSI}",
        size=4096 * 512,
        io_size=4096,
        rotational=True,
        model="QEMU HARDDISK",
        firmware="2.5+",
        wwid="naa.5000c500a0b1c2d3",
        modalias="scsi:t-0x00",
        transport="sata",
    )
    assert (disk.dev_path, disk.bus_path) == (
        "/dev/sda",
        "/pci0000:00/0000:00:1f.2/ata1/host0/target0:0:0/0:0:0:0",
    )
    assert part == Device(
        name="sda1",
        numbers=(8, 1),
        path=f"/devices/{SCSI}/sda1",
        size=1024 * 512,
        io_size=4096,
        number=1,
        parent="sda",
        start=2048 * 512,
    )


@pytest.mark.parametrize(
    ("path", "transport"),
    [
        ("pci0000:00/nvme/nvme0/nvme0n1", "nvme"),
        ("pci0000:00/virtio1/block/vda", "virtio"),
        ("platform/mmc_host/mmc0/block/mmcblk0", "mmc"),
        ("pci0000:00/usb1/1-1/host6/block/sdb", "usb"),
        ("platform/host1/session1/block/sdc", "iscsi"),
        ("virtual/block/loop0", ""),
    ],
)
def test_what_a_disk_is_attached_by(tmp_path: Path, path: str, transport: str) -> None:
    sysfs.disk(tmp_path, path)
    assert [disk.transport for disk in devices(tmp_path)] == [transport]


def test_the_serial_number_is_in_a_page_of_its_own(tmp_path: Path) -> None:
    place = sysfs.disk(tmp_path, SCSI)
    (place / "device").mkdir()
    (place / "device/vpd_pg80").write_bytes(b"\0\x80\0\x0a  WD-123456 beyond")
    assert [disk.serial for disk in devices(tmp_path)] == ["WD-12345"]
    (place / "device/vpd_pg80").write_bytes(b"")
    assert [disk.serial for disk in devices(tmp_path)] == [""]


def test_what_is_in_the_kernel_alone(tmp_path: Path) -> None:
    """A device with several paths is below /devices/virtual, too."""
    for path in (SCSI, "virtual/block/md0", "virtual/nvme-subsystem/nvme-subsys0/nvme0n1"):
        sysfs.disk(tmp_path, path)
    assert [disk.name for disk in devices(tmp_path) if disk.virtual] == ["md0"]


def test_a_virtual_disk_is_on_no_bus_and_does_not_turn(tmp_path: Path) -> None:
    sysfs.disk(tmp_path, "virtual/block/loop0", queue__rotational="1")
    (disk,) = devices(tmp_path)
    assert (disk.bus_path, disk.rotational) == ("", False)


def test_what_has_no_size_or_is_hidden_is_no_disk(tmp_path: Path) -> None:
    sysfs.disk(tmp_path, "virtual/block/loop0", sectors=0)
    sysfs.disk(tmp_path, "nvme/nvme0/nvme0c0n1", hidden="1")
    assert devices(tmp_path) == []
    assert device(tmp_path, "loop0") is None


def test_a_device_that_goes_while_it_is_looked_at_is_left_out(tmp_path: Path) -> None:
    place = sysfs.disk(tmp_path, "virtual/block/loop0")
    sysfs.disk(tmp_path, "virtual/block/loop1", dev="7:1")
    (place / "size").unlink()
    sysfs.disk(tmp_path, "virtual/block/loop2", dev="7:2")
    (tmp_path / "devices/virtual/block/loop2/dev").write_text("")
    (tmp_path / "class/block/gone").symlink_to(tmp_path / "devices/nowhere")
    assert [disk.name for disk in devices(tmp_path)] == ["loop1"]


def test_a_slash_in_a_name_and_a_drive_for_discs(tmp_path: Path) -> None:
    sysfs.disk(tmp_path, "pci0000:00/block/cciss!c0d0", device__type="5")
    (disk,) = devices(tmp_path)
    assert (disk.name, disk.dev_path, disk.cdrom) == ("cciss/c0d0", "/dev/cciss/c0d0", True)
    assert device(tmp_path, "cciss/c0d0") == disk


def test_the_disks_that_one_is_made_of(tmp_path: Path) -> None:
    place = sysfs.disk(tmp_path, "virtual/block/dm-0")
    (place / "slaves/sdb").mkdir(parents=True)
    (place / "slaves/sda").mkdir()
    assert devices(tmp_path)[0].slaves == ("sda", "sdb")
