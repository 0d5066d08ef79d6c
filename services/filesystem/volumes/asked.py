"""What a document asks of a volume that has a file system of its own."""

import errno
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from services.filesystem.disks.resources import pretty

if TYPE_CHECKING:
    from libtalos.config.sizes import Maximum

Filesystem = Literal["xfs", "ext4"]
XFS: Final = "xfs"
EXT4: Final = "ext4"


class Asked(NamedTuple):
    """minimum in bytes, a maximum of None is none; match says which disks may be taken, where whose wish it is.

    grow: what becomes free behind the partition is taken with the next start, up to the maximum.
    """

    label: str
    match: str = ""
    minimum: int = 0
    maximum: "Maximum | None" = None
    grow: bool = False
    filesystem: Filesystem = XFS
    where: str = ""

    def size(self, free: int) -> int:
        """Return the size to make where so many bytes are free. Raises OSError if the minimum does not fit."""
        if free < self.minimum:
            message = f"{pretty(free)} are free, and {pretty(self.minimum)} are the least that is asked for"
            raise OSError(errno.ENOSPC, message)
        return max(self.most(free), self.minimum)

    def least(self, free: int) -> int:
        """As size, but without a maximum it is the minimum: for what shares its space with others."""
        return self.size(free) if self.maximum else min(self.size(free), self.minimum)

    def most(self, free: int) -> int:
        """Return the most that may be taken of so many free bytes."""
        return self.maximum.of(free) if self.maximum else free
