"""Drivers of devices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from libtalos.config.document import Fault, NamedDocument

# domain:bus:device.function in hexadecimal digits, as in /sys/bus/pci/devices
_PCI: Final = re.compile(r"[0-9a-fA-F]{4}:[0-9a-fA-F]{2}:[0-9a-fA-F]{2}\.[0-9a-fA-F]{1,2}")
_DRIVER: Final = re.compile(r"[A-Za-z0-9_.-]+")


class PCIDriverRebindConfig(NamedDocument, frozen=True, kw_only=True):
    """The driver of a PCI device: the name of the document is the device's id, such as 0000:04:00.0."""

    target_driver: str

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if self.name and not _PCI.fullmatch(self.name):
            yield Fault("name", f'"{self.name}" is not the id of a PCI device such as 0000:04:00.0')
        if not _DRIVER.fullmatch(self.target_driver):
            yield Fault("targetDriver", f'"{self.target_driver}" is not the name of a driver')
