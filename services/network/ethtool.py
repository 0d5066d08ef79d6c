"""What a link's driver says of it: SIOCETHTOOL. Layouts and numbers: linux/ethtool.h, linux/sockios.h."""

from __future__ import annotations

import ctypes
import fcntl
import socket
import struct

import msgspec

SIOCETHTOOL = 0x8946
ETHTOOL_GSET = 0x1
ETHTOOL_GDRVINFO = 0x3
# struct ethtool_cmd up to duplex and port; the speed's upper half comes later
_SETTINGS = struct.Struct("=III HBB BBBBII H")
_SETTINGS_SIZE = 44
_DRIVER = struct.Struct("=I 32s 32s 32s 32s")
_DRIVER_SIZE = 196
_SPEED_UNKNOWN = 0xFFFFFFFF
_UNKNOWN = 0xFF


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """What a driver says; empty where it says nothing. speed in Mbit/s, 0 is unknown; port and duplex are numbers."""

    driver: str = ""
    driver_version: str = ""
    firmware_version: str = ""
    bus_path: str = ""
    speed: int = 0
    duplex: int = _UNKNOWN
    port: int = _UNKNOWN


class Ethtool:
    """Asks drivers, in the network namespace of the thread that made this."""

    def __init__(self) -> None:
        """Open the socket that the requests go through; raises OSError."""
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()

    def read(self, name: str) -> Device:
        """Return what the driver of a link says; that many say little, or that the link is gone, is no error."""
        _, driver, version, firmware, bus = _DRIVER.unpack_from(self._ask(name, ETHTOOL_GDRVINFO, _DRIVER_SIZE))
        settings = self._ask(name, ETHTOOL_GSET, _SETTINGS_SIZE)
        _, _, _, low, duplex, port, *_, high = _SETTINGS.unpack_from(settings)
        speed = high << 16 | low
        return Device(
            driver=_text(driver),
            driver_version=_text(version),
            firmware_version=_text(firmware),
            bus_path=_text(bus),
            speed=0 if speed == _SPEED_UNKNOWN else speed,
            duplex=duplex if any(settings) else _UNKNOWN,
            port=port if any(settings) else _UNKNOWN,
        )

    def _ask(self, name: str, command: int, size: int) -> bytes:
        """Return the answer, all zero if there is none."""
        buffer = ctypes.create_string_buffer(struct.pack("=I", command), size)
        request = struct.pack("16sP16x", name.encode(), ctypes.addressof(buffer))
        try:
            fcntl.ioctl(self._socket, SIOCETHTOOL, request)
        except OSError:
            return bytes(size)
        return buffer.raw


def _text(value: bytes) -> str:
    return value.split(b"\0")[0].decode(errors="replace")
