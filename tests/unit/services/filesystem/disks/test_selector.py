"""The disk that machine.install.diskSelector means."""

from pathlib import Path

import pytest

from libtalos.config.machineparts import InstallDiskSelector
from services.filesystem.disks.device import Device
from services.filesystem.disks.errors import DiskError, UnknownDiskError
from services.filesystem.disks.look import Look
from services.filesystem.disks.provisioner import Provisioner, Wish
from services.filesystem.disks.selector import choose
from tests.unit.services.filesystem.disks import sysfs

GB = 10**9


def disk(name: str, size: int, **more: object) -> Device:
    """A disk of a machine."""
    fields: dict[str, object] = {"path": f"/devices/pci0000:00/ata1/block/{name}", "numbers": (8, 0), **more}
    return Device(name=name, size=size, **fields)  # type: ignore[arg-type]  # as the test has them


DISKS = [
    disk("sdb", 4000 * GB, model="WDC WD40", serial="WD-2", wwid="naa.2", rotational=True, transport="sata"),
    disk("sda", 4000 * GB, model="WDC WD40", serial="WD-1", wwid="naa.1", rotational=True, transport="sata"),
    disk("nvme0n1", 500 * GB, model="Samsung SSD", uuid="uuid-1", transport="nvme", path="/devices/pci0000:00/nvme0/x"),
    disk("mmcblk0", 32 * GB, modalias="mmc:block", transport="mmc"),
    disk("sr0", 10**13, cdrom=True),
    disk("sdc", 10**13, readonly=True),
    disk("sda1", 10**13, number=1),
    disk("md0", 10**13, path="/devices/virtual/block/md0"),
]


@pytest.mark.parametrize(
    ("selector", "name"),
    [
        (InstallDiskSelector(size="> 500GB"), "sda"),
        (InstallDiskSelector(size=">= 500GB"), "nvme0n1"),
        (InstallDiskSelector(size="<100GB"), "mmcblk0"),
        (InstallDiskSelector(size="<= 32 GB"), "mmcblk0"),
        (InstallDiskSelector(size="4TB"), "sda"),
        (InstallDiskSelector(size="== 4TB", serial="WD-2"), "sdb"),
        (InstallDiskSelector(model="WDC*", wwid="naa.2"), "sdb"),
        (InstallDiskSelector(type="hdd"), "sda"),
        (InstallDiskSelector(type="SSD"), "mmcblk0"),
        (InstallDiskSelector(type="nvme"), "nvme0n1"),
        (InstallDiskSelector(type="sd"), "mmcblk0"),
        (InstallDiskSelector(uuid="uuid-?"), "nvme0n1"),
        (InstallDiskSelector(modalias="mmc:*"), "mmcblk0"),
        (InstallDiskSelector(bus_path="/pci*/ata1", serial="*2"), "sdb"),
    ],
)
def test_the_first_of_those_that_fit(selector: InstallDiskSelector, name: str) -> None:
    """By name, whatever the kernel's order; what cannot be a node's disk is passed over."""
    assert choose(selector, DISKS).name == name


@pytest.mark.parametrize(
    ("selector", "message"),
    [
        (InstallDiskSelector(), "machine.install.diskSelector is empty: say what the disk is like"),
        (InstallDiskSelector(name="x"), r"diskSelector.name: no disk has a name of its own here: use model"),
        (InstallDiskSelector(size="> much"), r'diskSelector.size: "much" is not a size: .*, with >=, <=, > or < in'),
        (InstallDiskSelector(size=">"), r"diskSelector.size: .* is not a size"),
        (InstallDiskSelector(type="tape"), r'diskSelector.type: "tape" is no type of a disk: write hdd, nvme, sd, ssd'),
    ],
)
def test_what_says_nothing_that_can_be_told_of_a_disk_is_refused(selector: InstallDiskSelector, message: str) -> None:
    with pytest.raises(DiskError, match=message):
        choose(selector, DISKS)


def test_where_no_disk_fits_it_is_said_which_there_are() -> None:
    there = "there are /dev/mmcblk0, /dev/nvme0n1, /dev/sda, /dev/sdb"
    with pytest.raises(UnknownDiskError, match=f"no disk is as machine.install.diskSelector says; {there}: compare"):
        choose(InstallDiskSelector(size="> 5TB"), DISKS)
    with pytest.raises(UnknownDiskError, match="there are none"):
        choose(InstallDiskSelector(type="ssd"), [])


def test_it_is_the_disk_that_is_planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = 8 << 30
    for name, minor in (("sda", 0), ("sdb", 16)):
        sysfs.disk(tmp_path / "sys", f"pci0000:00/block/{name}", sectors=size // 512, dev=f"8:{minor}", serial=name)
    (tmp_path / "dev").mkdir()
    for name in ("sda", "sdb"):
        with (tmp_path / "dev" / name).open("wb") as stream:
            stream.truncate(size)
    monkeypatch.setattr("services.filesystem.disks.look.make_block_node", lambda path, numbers, sys: None)
    look = Look(sys=tmp_path / "sys", dev=tmp_path / "dev", make_nodes=True)
    provisioner = Provisioner(look=look, sys=tmp_path / "sys", dev=tmp_path / "dev", container=False)
    found, plan = provisioner.plan(Wish(selector=InstallDiskSelector(serial="sdb")))
    assert (found.name, plan.areas[-1].slot.label) == ("sdb", "EPHEMERAL")
