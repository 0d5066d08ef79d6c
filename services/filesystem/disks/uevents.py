"""News of block devices: the kernel multicasts a uevent for each that comes, goes or changes (lib/kobject_uevent.c)."""

import errno
import socket
from typing import Final

_NETLINK_KOBJECT_UEVENT: Final = 15
_KERNEL_GROUP: Final = 1  # what the kernel says; what udevd makes of it goes to group 2
_BLOCK: Final = b"\0SUBSYSTEM=block\0"
_SIZE: Final = 8192  # bytes; a uevent has 2048 at most
_KERNEL: Final = 0  # the port that only the kernel has


class Uevents:
    """Becomes readable with a uevent. What it says is not looked at beyond its subsystem: a look sees everything anew.

    That is also why an overrun of the socket's buffer (ENOBUFS) is no loss: it is news like any other.
    """

    def __init__(self) -> None:
        """Open the socket. Raises OSError."""
        kind = socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK
        self._socket = socket.socket(socket.AF_NETLINK, kind, _NETLINK_KOBJECT_UEVENT)
        self._socket.bind((0, _KERNEL_GROUP))
        self._heard = False

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._socket.fileno()

    def acknowledge(self) -> None:
        """Take what has come."""
        while self._take():
            pass

    def heard(self) -> bool:
        """Return whether what was taken since the last call was about block devices."""
        heard, self._heard = self._heard, False
        return heard

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()

    def _take(self) -> bool:
        try:
            data, address = self._socket.recvfrom(_SIZE)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno != errno.ENOBUFS:
                raise
            self._heard = True
            return True
        if address[0] == _KERNEL and _BLOCK in data:
            self._heard = True
        return True
