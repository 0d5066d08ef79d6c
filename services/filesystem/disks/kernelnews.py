"""News of disks where no udevd is: the kernel's uevents, and the end of each writing to a device.

A program that writes a file system or a table makes no uevent by that. udevd hears of it with inotify, as this does: of
whoever opens the node's own device node, and not another one of the same device, such as a container may have.
"""

import select
from pathlib import Path

from libtalos.linux.inotify import IN_CLOSE_WRITE, IN_Q_OVERFLOW, Inotify
from services.filesystem.disks.look import Seen
from services.filesystem.disks.uevents import Uevents


class Writes:
    """Becomes readable when somebody who could write to a device closes it."""

    def __init__(self, dev: Path) -> None:
        """Take where the device nodes are. Raises OSError."""
        self._dev = dev
        self._inotify = Inotify()
        self._watched: set[int] = set()
        self._heard = False

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._inotify.fileno()

    def acknowledge(self) -> None:
        """Take what has come."""
        for event in self._inotify.read():
            if event.mask & (IN_CLOSE_WRITE | IN_Q_OVERFLOW):
                self._heard = True
            else:  # IN_IGNORED: the node has gone
                self._watched.discard(event.watch)

    def heard(self) -> bool:
        """Return whether somebody did, since the last call."""
        heard, self._heard = self._heard, False
        return heard

    def watch(self, seen: Seen) -> bool:
        """Hear of all devices that have a node; return whether one is new, which may have been written to before.

        Raises OSError if no more can be heard of.
        """
        before = len(self._watched)
        for volume in seen.volumes:
            node = self._dev / volume.device.name
            if node.is_block_device():
                self._watched.add(self._inotify.add(node, IN_CLOSE_WRITE))
        return len(self._watched) > before

    def close(self) -> None:
        """Give the descriptor back."""
        self._inotify.close()


class KernelNews:
    """Becomes readable with a uevent or a write."""

    def __init__(self, dev: Path) -> None:
        """Take where the device nodes are. Raises OSError."""
        self._uevents = Uevents()
        self._writes = Writes(dev)
        self._epoll = select.epoll()
        for each in (self._uevents, self._writes):
            self._epoll.register(each, select.EPOLLIN)

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._epoll.fileno()

    def acknowledge(self) -> None:
        """Take what has come."""
        self._uevents.acknowledge()
        self._writes.acknowledge()

    def heard(self) -> bool:
        """Return whether what was taken since the last call was about disks."""
        written = self._writes.heard()
        return self._uevents.heard() or written

    def watch(self, seen: Seen) -> bool:
        """Listen to what was seen, as Writes.watch does; uevents come of all devices in any case."""
        return self._writes.watch(seen)

    def close(self) -> None:
        """Give all descriptors back."""
        self._epoll.close()
        self._writes.close()
        self._uevents.close()
