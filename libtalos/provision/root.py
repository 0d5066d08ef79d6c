"""The node's root file system: the image, mounted read-only through a loop device."""

import contextlib
import errno
from pathlib import Path

import msgspec

from libtalos.linux import loop, mountinfo
from libtalos.linux.mount import MNT_DETACH, MS_NODEV, MS_PRIVATE, MS_RDONLY, mount, umount2
from libtalos.provision.errors import ProvisionError

SQUASHFS_MAGIC = b"hsqs"


class MountRoot(msgspec.Struct, frozen=True):
    """Attach image to a loop device and mount it at target."""

    image: Path
    target: Path

    def describe(self) -> str:
        """Say what execute() does."""
        return f"mount {self.image} read-only"

    def execute(self) -> None:
        """Mount the image. Raises ProvisionError if it is not a squashfs, OSError if the kernel refuses."""
        self._check_image()
        self.target.mkdir(exist_ok=True)
        # With autoclear the mount alone keeps the loop device: it goes when the mount goes, whoever unmounts.
        with loop.attach(self.image, read_only=True, autoclear=True) as device:
            mount(device.path, self.target, "squashfs", MS_RDONLY | MS_NODEV)
        # What the node mounts on its root would appear here too on a host whose mounts are shared.
        mount(None, self.target, None, MS_PRIVATE)

    def undo(self) -> None:
        """Unmount everything at the target; the loop devices go with it."""
        for _ in range(self._stacked()):
            self._unmount()
        with contextlib.suppress(FileNotFoundError):
            self.target.rmdir()

    def _check_image(self) -> None:
        with self.image.open("rb") as stream:
            if stream.read(len(SQUASHFS_MAGIC)) != SQUASHFS_MAGIC:
                raise ProvisionError(f"{self.image}: not a squashfs image; build one with `talos image build`")

    def _stacked(self) -> int:
        target = str(self.target.resolve())
        return sum(found.target == target for found in mountinfo.read())

    def _unmount(self) -> None:
        try:
            umount2(self.target)
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            umount2(self.target, MNT_DETACH)
