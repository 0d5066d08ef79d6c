"""What may be wiped and what not; who uses what is made up."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from services.filesystem.disks.device import Device
from services.filesystem.wipe.checks import check, taken
from services.filesystem.wipe.errors import OrderError, WipeError
from services.filesystem.wipe.orders import Order, Target

DISK = Device(name="sdb", numbers=(8, 16), path="/devices/sdb", size=1 << 30)
PART = Device(name="sdb1", numbers=(8, 17), path="/devices/sdb/sdb1", size=1 << 20, number=1, parent="sdb")


class Users:
    """Answers by the device's name."""

    def __init__(self, **answers: Mapping[str, list[str]]) -> None:
        self._answers = answers

    def __getattr__(self, kind: str):  # type: ignore[no-untyped-def]  # stands for five methods
        return lambda device: self._answers.get(kind, {}).get(device.name, [])


def target(**order: bool) -> Target:
    return Target(Order("sdb", **order), DISK, (PART,))


def part(**order: bool) -> Target:
    return Target(Order("sdb1", **order), PART, (), DISK)


def refused(what: Target, users: Users | None = None, own: str = "") -> str:
    with pytest.raises(WipeError) as caught:
        check(what, users=users or Users(), own={own})  # type: ignore[arg-type]
    return str(caught.value)


def test_what_nobody_uses_passes() -> None:
    for each in (target(), part(), part(drop_partition=True)):
        check(each, users=Users(), own={"sda"})  # type: ignore[arg-type]


def test_uses_are_told_with_the_user() -> None:
    mounted = Users(mounts={"sdb1": ["/var", "/opt"]})
    assert refused(part(), mounted) == 'blockdevice "sdb1" is in use: it is mounted at /var, /opt'
    assert refused(target(), mounted) == 'blockdevice "sdb" is in use: its partition "sdb1" is mounted at /var, /opt'
    assert refused(part(skip_volume_check=True, skip_secondary_check=True), mounted)
    assert refused(part(), Users(swapped={"sdb1": ["yes"]})) == 'blockdevice "sdb1" is in use: it is swapped to'


def test_what_is_made_of_it_refuses_unless_that_is_not_to_be_checked() -> None:
    users = Users(holders={"sdb": ["dm-0 (vg)"]}, loops={"sdb": ["loop3"]})
    assert "is a part of dm-0 (vg), loop3: skip the secondary check" in refused(target(), users)
    check(target(skip_secondary_check=True), users=users, own=())  # type: ignore[arg-type]


def test_the_system_disk_refuses_unless_that_is_not_to_be_checked() -> None:
    assert 'blockdevice "sdb" is the system disk' in refused(target(), own="sdb")
    assert 'blockdevice "sdb1" is a partition of the system disk "sdb"' in refused(part(), own="sdb")
    for each in (target(skip_volume_check=True), part(skip_volume_check=True)):
        check(each, users=Users(), own={"sda", "sdb"})  # type: ignore[arg-type]


def test_what_cannot_be_written_refuses() -> None:
    assert "is read-only" in refused(Target(Order("sdb"), replace(DISK, readonly=True)))
    assert "is read-only" in refused(Target(Order("sdb1"), PART, (), replace(DISK, readonly=True)))
    assert "is a CD-ROM" in refused(Target(Order("sr0"), replace(DISK, cdrom=True)))


def test_a_disk_is_in_no_table() -> None:
    with pytest.raises(OrderError, match='"sdb" is a disk and no partition'):
        check(target(drop_partition=True), users=Users(), own=())  # type: ignore[arg-type]


def test_who_has_it_open_is_told_if_he_is_known() -> None:
    users = Users(openers={"sdb1": ["17 (mkfs)"]})
    assert str(taken(target(), users)) == 'blockdevice "sdb" is in use: process 17 (mkfs) has it open'  # type: ignore[arg-type]
    assert "somebody has opened it for himself alone" in str(taken(target(), Users()))  # type: ignore[arg-type]
