"""The messages of talos.filesystem.v1 about wiping, from requests and into answers."""

from libtalos.gen.talos.filesystem.v1 import WipeDevicesRequest, WipeDevicesResponse, WipeMethod
from services.filesystem.wipe.errors import OrderError
from services.filesystem.wipe.orders import Order, Progress


def orders(message: WipeDevicesRequest) -> list[Order]:
    """Return what is to be wiped. Raises OrderError for a method that is not known."""
    for device in message.devices:
        if device.method not in (WipeMethod.UNSPECIFIED, WipeMethod.FAST, WipeMethod.ZEROES):
            raise OrderError(f'blockdevice "{device.device}": wipe method {int(device.method)} is not known')
    return [
        Order(
            device.device,
            zeroes=device.method == WipeMethod.ZEROES,
            skip_volume_check=device.skip_volume_check,
            skip_secondary_check=device.skip_secondary_check,
            drop_partition=device.drop_partition,
        )
        for device in message.devices
    ]


def answer(progress: Progress) -> WipeDevicesResponse:
    """Return how far it is."""
    return WipeDevicesResponse(device=progress.device, done=progress.done, size=progress.size, step=progress.step)
