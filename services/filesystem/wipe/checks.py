"""Whether a device may be wiped: who uses it, and is it the node's own."""

from collections.abc import Collection, Iterator

from libtalos.linux.blockusers import BlockDevice, BlockUsers
from services.filesystem.disks.device import Device
from services.filesystem.wipe.errors import OrderError, WipeError
from services.filesystem.wipe.orders import Target


def check(target: Target, *, users: BlockUsers, own: Collection[str]) -> None:
    """Raise WipeError if a device must not be wiped. own are the names of disks that have META, as the node's own has.

    Several can have it, and nobody can say then which one the node is on: none of them is wiped by mistake.
    """
    order, device = target.order, target.device
    if order.drop_partition and not device.number:
        raise OrderError(f"{target.subject} is a disk and no partition: it cannot be dropped from a table")
    if device.cdrom or (target.disk and target.disk.cdrom):
        raise WipeError(f"{target.subject} is a CD-ROM")
    if device.readonly or (target.disk and target.disk.readonly):
        raise WipeError(f"{target.subject} is read-only")
    for each in (device, *target.parts):
        _check_use(target, each, users)
    disk = target.disk or device
    if disk.name in own and not order.skip_volume_check:
        what = "is the system disk" if disk is device else f'is a partition of the system disk "{disk.name}"'
        raise WipeError(f"{target.subject} {what}: skip the volume check to wipe it nevertheless")


def _check_use(target: Target, device: Device, users: BlockUsers) -> None:
    part = "it " if device is target.device else f'its partition "{device.name}" '
    for use in _uses(known(device), users):
        raise WipeError(f"{target.subject} is in use: {part}{use}")
    if target.order.skip_secondary_check:
        return
    for use in _secondary(known(device), users):
        raise WipeError(f"{target.subject} is in use: {part}{use}: skip the secondary check to wipe it nevertheless")


def _uses(device: BlockDevice, users: BlockUsers) -> Iterator[str]:
    mounts = users.mounts(device)
    if mounts:
        yield f"is mounted at {', '.join(mounts)}"
    if users.swapped(device):
        yield "is swapped to"


def _secondary(device: BlockDevice, users: BlockUsers) -> Iterator[str]:
    holders = [*users.holders(device), *users.loops(device)]
    if holders:
        yield f"is a part of {', '.join(holders)}"


def taken(target: Target, users: BlockUsers) -> WipeError:
    """Return the error for a device that the kernel does not grant, since somebody has it for himself alone."""
    devices = (target.device, *target.parts, *((target.disk,) if target.disk else ()))
    openers = sorted({opener for device in devices for opener in users.openers(known(device))})
    whom = f"process {', '.join(openers)} has it open" if openers else "somebody has opened it for himself alone"
    return WipeError(f"{target.subject} is in use: {whom}")


def known(device: Device) -> BlockDevice:
    """Return a device as the kernel's users know it."""
    return BlockDevice(device.name.replace("/", "!"), device.numbers)
