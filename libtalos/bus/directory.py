"""The bus directory, and the channels of one process to the components in it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.settings import BusSettings

DEFAULT_DIRECTORY = Path("/system/run/bus")


class BusDirectory(msgspec.Struct, frozen=True):
    """One directory with one socket per component."""

    path: Path = DEFAULT_DIRECTORY

    def socket(self, component: str) -> Path:
        """Path of a component's socket."""
        return self.path / f"{component}.sock"

    def beside(self, name: str) -> Path:
        """Path of a socket beside the bus and not in it; if the bus is a link, beside what that leads to."""
        return self.path.resolve().with_name(name)


class Bus:
    """Channels by component name, one connection each, made when first used."""

    def __init__(self, directory: BusDirectory, settings: BusSettings) -> None:
        self.directory = directory
        self._settings = settings
        self._channels: dict[str, Channel] = {}

    def channel(self, component: str) -> Channel:
        """The channel to a component; nothing is connected before the first call."""
        if component not in self._channels:
            address = UnixAddress(self.directory.socket(component))
            self._channels[component] = Channel(address, settings=self._settings)
        return self._channels[component]

    def close(self) -> None:
        """Close every channel; calls under way end with UnavailableError."""
        for channel in self._channels.values():
            channel.close()
        self._channels.clear()
