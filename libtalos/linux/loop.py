"""Loop devices: a file as a block device (ioctls and layouts: linux/loop.h)."""

import errno
import fcntl
import os
import stat
import struct
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from libtalos.linux.node import make_node

LOOP_CONFIGURE: Final = 0x4C0A
LOOP_CLR_FD: Final = 0x4C01
LOOP_CTL_GET_FREE: Final = 0x4C82

LO_FLAGS_READ_ONLY: Final = 1
LO_FLAGS_AUTOCLEAR: Final = 4
LO_FLAGS_PARTSCAN: Final = 8
LO_FLAGS_DIRECT_IO: Final = 16

LOOP_MAJOR: Final = 7
LOOP_CONTROL: Final = (10, 237)

# struct loop_config: fd, block_size, loop_info64 (device, inode, rdevice, offset, sizelimit, number, encrypt type,
# key size, flags, file name, crypt name, key, init[2]), reserved[8]
_CONFIG: Final = struct.Struct("=II 5Q 4I 64s 64s 32s 2Q 8Q")
_NAME_MAX: Final = 63
# Another process can take the free device between asking and configuring; each turn asks for the next free one.
_ATTEMPTS: Final = 64


@dataclass(frozen=True, slots=True)
class LoopDevice:
    """An attached loop device, held open: with autoclear it lives until closed here and unmounted everywhere."""

    path: Path
    number: int
    fd: int

    def close(self) -> None:
        """Close the descriptor. An autoclear device that nothing else uses is detached by that."""
        os.close(self.fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def attach(path: Path, *, read_only: bool = False, autoclear: bool = True, dev: Path = Path("/dev")) -> LoopDevice:
    """Attach the file at path to a free loop device, making the device's node below dev if it is missing.

    Raises OSError with path and device in its message.
    """
    mode = (os.O_RDONLY if read_only else os.O_RDWR) | os.O_CLOEXEC
    backing = os.open(path, mode)
    try:
        for _ in range(_ATTEMPTS):
            device = _open_free(dev, mode)
            if _configure(device, backing, path, _flags(read_only=read_only, autoclear=autoclear)):
                return device
    finally:
        os.close(backing)
    raise OSError(errno.EBUSY, f"loop: {path}: {_ATTEMPTS} free devices in a row were taken by other processes")


def detach(device: Path) -> None:
    """LOOP_CLR_FD: detach a loop device now, or on its last close if it is in use.

    Nothing to do (no error) if no file is attached. Raises OSError with the device in its message.
    """
    fd = os.open(device, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.ioctl(fd, LOOP_CLR_FD)
    except OSError as error:
        if error.errno != errno.ENXIO:
            raise _failure(error, f"ioctl(LOOP_CLR_FD) on {device}") from error
    finally:
        os.close(fd)


def backing_file(number: int, sys: Path = Path("/sys")) -> str | None:
    """Return the path of the file behind loop device `number` as sysfs shows it; None if there is none."""
    try:
        return (sys / f"block/loop{number}/loop/backing_file").read_text(errors="surrogateescape").removesuffix("\n")
    except FileNotFoundError:
        return None


def _open_free(dev: Path, mode: int) -> LoopDevice:
    control = dev / "loop-control"
    make_node(control, stat.S_IFCHR, LOOP_CONTROL)
    fd = os.open(control, os.O_RDWR | os.O_CLOEXEC)
    try:
        number = fcntl.ioctl(fd, LOOP_CTL_GET_FREE)
    except OSError as error:
        raise _failure(error, f"ioctl(LOOP_CTL_GET_FREE) on {control}") from error
    finally:
        os.close(fd)
    path = dev / f"loop{number}"
    make_node(path, stat.S_IFBLK, _numbers(number))
    return LoopDevice(path, number, os.open(path, mode))


def _numbers(number: int) -> tuple[int, int]:
    # Minor numbers are spread when the kernel was told max_part; sysfs knows, where it is mounted.
    try:
        major, _, minor = Path(f"/sys/block/loop{number}/dev").read_text().partition(":")
    except FileNotFoundError:
        return LOOP_MAJOR, number
    return int(major), int(minor)


def _flags(*, read_only: bool, autoclear: bool) -> int:
    return (LO_FLAGS_READ_ONLY if read_only else 0) | (LO_FLAGS_AUTOCLEAR if autoclear else 0)


def _configure(device: LoopDevice, backing: int, path: Path, flags: int) -> bool:
    name = os.fsencode(path)[:_NAME_MAX]
    config = _CONFIG.pack(backing, 0, 0, 0, 0, 0, 0, 0, 0, 0, flags, name, b"", b"", 0, 0, *[0] * 8)
    try:
        fcntl.ioctl(device.fd, LOOP_CONFIGURE, config)
    except OSError as error:
        device.close()
        if error.errno == errno.EBUSY:
            return False
        raise _failure(error, f"ioctl(LOOP_CONFIGURE) on {device.path} with {path}") from error
    return True


def _failure(error: OSError, call: str) -> OSError:
    number = error.errno or errno.EIO
    return OSError(number, f"{call}: {os.strerror(number)}")
