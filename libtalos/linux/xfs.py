"""What XFS is asked through an open file of it: its size, and to grow (fs/xfs/libxfs/xfs_fs.h)."""

import errno
import fcntl
import os
import struct
from typing import Final, NamedTuple

XFS_IOC_FSGEOMETRY_V1: Final = 0x80705864
XFS_IOC_FSGROWFSDATA: Final = 0x4010586E

# struct xfs_fsop_geom_v1, 112 bytes: block size, 6 numbers that do not matter here, share of inodes, blocks
_GEOMETRY: Final = struct.Struct("=I 24x I Q 72x")
# struct xfs_growfs_data: the new number of blocks, share of inodes
_GROWTH: Final = struct.Struct("=Q I 4x")


class Geometry(NamedTuple):
    """The size of a block in bytes, the share of inodes in percent, the number of blocks."""

    block_size: int
    inode_share: int
    blocks: int

    @property
    def size(self) -> int:
        """The size of the file system in bytes."""
        return self.block_size * self.blocks


def geometry(fd: int) -> Geometry:
    """Return the geometry of the XFS that a file is on. Raises OSError (ENOTTY: it is another file system)."""
    try:
        return Geometry(*_GEOMETRY.unpack(fcntl.ioctl(fd, XFS_IOC_FSGEOMETRY_V1, bytes(_GEOMETRY.size))))
    except OSError as error:
        raise _failure(error, "ioctl(XFS_IOC_FSGEOMETRY_V1)") from error


def grow(fd: int, size: int) -> None:
    """Let the XFS that a file is on have so many bytes of its device, or what of them makes whole blocks.

    Raises OSError (EINVAL: it is larger already, or the device is smaller).
    """
    known = geometry(fd)
    blocks = size // known.block_size
    if blocks == known.blocks:
        return
    try:
        fcntl.ioctl(fd, XFS_IOC_FSGROWFSDATA, _GROWTH.pack(blocks, known.inode_share))
    except OSError as error:
        raise _failure(error, f"ioctl(XFS_IOC_FSGROWFSDATA, blocks={blocks})") from error


def _failure(error: OSError, call: str) -> OSError:
    code = error.errno or errno.EIO
    return OSError(code, f"{call}: {os.strerror(code)}")
