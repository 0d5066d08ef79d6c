"""WireGuard links in the kernel, by generic netlink. Numbers: linux/genetlink.h."""

from __future__ import annotations

import errno
import struct
from typing import TYPE_CHECKING

from services.network.links.wireguard.wire import WireguardDevice, decode_device, encode_get, encode_set
from services.network.netlink import NETLINK_GENERIC, NetlinkSocket, attributes, pack_attributes

if TYPE_CHECKING:
    from services.network.links.wireguard.change import DeviceChange

GENL_ID_CTRL = 16
CTRL_CMD_GETFAMILY = 3
CTRL_ATTR_FAMILY_ID, CTRL_ATTR_FAMILY_NAME = 1, 2
_GENERIC = struct.Struct("=BBxx")


class LinuxWireguard:
    """WireGuard links of the network namespace of the thread that asks first; before that nothing is opened."""

    def __init__(self) -> None:
        """Be ready."""
        self._netlink: NetlinkSocket | None = None
        self._family = 0

    def close(self) -> None:
        """Close the socket, if there is one."""
        if self._netlink is not None:
            self._netlink.close()

    def read(self, link: int) -> WireguardDevice:
        """Return everything of a link; raises OSError."""
        netlink = self._open()
        return decode_device(netlink.dump(self._family, encode_get(link)))

    def change(self, link: int, change: DeviceChange) -> None:
        """Change a link; raises OSError, also for keys that are none."""
        netlink = self._open()
        try:
            messages = list(encode_set(link, change))
        except ValueError as error:
            raise OSError(errno.EINVAL, str(error)) from error
        for message in messages:
            netlink.request(self._family, message)

    def _open(self) -> NetlinkSocket:
        if self._netlink is None:
            netlink = NetlinkSocket(NETLINK_GENERIC)
            try:
                self._family = _family(netlink)
            except OSError:
                netlink.close()
                raise
            self._netlink = netlink
        return self._netlink


def _family(netlink: NetlinkSocket) -> int:
    question = _GENERIC.pack(CTRL_CMD_GETFAMILY, 1) + pack_attributes({CTRL_ATTR_FAMILY_NAME: b"wireguard\0"})
    answer = attributes(netlink.ask(GENL_ID_CTRL, question)[_GENERIC.size :])
    (family,) = struct.unpack("=H", answer[CTRL_ATTR_FAMILY_ID])
    return int(family)
