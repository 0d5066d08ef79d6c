"""Upstream's requests to wipe devices and to reset, as those of the components."""

from __future__ import annotations

from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError
from libtalos.gen import machine as m
from libtalos.gen import storage as s
from libtalos.gen.talos.filesystem import v1 as filesystem_v1
from libtalos.gen.talos.init import v1 as init_v1

_METHODS = {
    s.BlockDeviceWipeDescriptorMethod.FAST: filesystem_v1.WipeMethod.FAST,
    s.BlockDeviceWipeDescriptorMethod.ZEROES: filesystem_v1.WipeMethod.ZEROES,
}
_Mode = m.ResetRequestWipeMode


def wipe_request(request: s.BlockDeviceWipeRequest) -> filesystem_v1.WipeDevicesRequest:
    """Return the request to the filesystem component. Raises InvalidArgumentError for a method that is not known."""
    return filesystem_v1.WipeDevicesRequest(devices=[_device(device) for device in request.devices])


def reset_request(request: m.ResetRequest, *, container: bool) -> init_v1.ResetRequest:
    """Return the request to init. Raises InvalidArgumentError for what contradicts itself or wipes nothing.

    Raises FailedPreconditionError for user disks in a container, which has none. There, a node that is to reboot ends
    just as well: whoever keeps the container starts it.
    """
    if request.mode not in tuple(_Mode):
        raise InvalidArgumentError(f"wipe mode {int(request.mode)} is not known: use ALL, SYSTEM_DISK or USER_DISKS")
    if request.mode == _Mode.SYSTEM_DISK and request.user_disks_to_wipe:
        raise InvalidArgumentError("wipe mode SYSTEM_DISK and user disks to wipe contradict each other")
    if request.mode == _Mode.USER_DISKS and request.system_partitions_to_wipe:
        raise InvalidArgumentError("wipe mode USER_DISKS and system partitions to wipe contradict each other")
    if request.mode == _Mode.USER_DISKS and not request.user_disks_to_wipe:
        raise InvalidArgumentError("wipe mode USER_DISKS without user disks wipes nothing")
    if request.user_disks_to_wipe:
        where = "a container has no disks of its own" if container else "this node wipes volumes alone in a reset"
        raise FailedPreconditionError(f"user disks cannot be wiped: {where}")
    labels = [partition.label for partition in request.system_partitions_to_wipe if partition.wipe]
    if request.system_partitions_to_wipe and not labels:
        raise InvalidArgumentError("none of the system partitions is to be wiped: leave them all out to wipe all")
    return init_v1.ResetRequest(graceful=request.graceful, labels=labels)


def _device(device: s.BlockDeviceWipeDescriptor) -> filesystem_v1.WipeDevice:
    if device.method not in _METHODS:
        raise InvalidArgumentError(f"wipe method {int(device.method)} is not known: use FAST or ZEROES")
    return filesystem_v1.WipeDevice(
        device=device.device,
        method=_METHODS[device.method],
        skip_volume_check=device.skip_volume_check,
        skip_secondary_check=device.skip_secondary_check,
        drop_partition=device.drop_partition,
    )
