"""Signatures on a device: libblkid finds every one, and the kernel writes zeros over the edges, where more can be."""

import ctypes
import os
from typing import Any, Final

from libtalos.linux.blkzero import zero
from services.filesystem.disks.probe import libblkid

EDGE: Final = 1 << 20  # bytes at the beginning and the end, as upstream
# blkid.h: BLKID_SUBLKS_TYPE, _MAGIC, _BADCSUM; BLKID_PARTS_FORCE_GPT, _MAGIC
_SUPERBLOCKS: Final = 1 << 5 | 1 << 9 | 1 << 10
_PARTITIONS: Final = 1 << 1 | 1 << 3
_MOST: Final = 256  # magics of one device; ext4's copies are none, btrfs has 4


def erase(fd: int, start: int, size: int) -> list[str]:
    """Erase all signatures of an open device, or of the part of it from start; both in bytes.

    Returns what was found. Blocks until the device has it. Raises OSError.
    """
    found = _magics(fd, start, size)
    for offset in sorted({0, max(0, size - EDGE)}, reverse=True):
        zero(fd, start + offset, min(EDGE, size - offset))
    os.fsync(fd)
    return found


def _magics(fd: int, start: int, size: int) -> list[str]:
    os.pread(fd, 1, start)  # tells what fails, which libblkid does not
    blkid = libblkid()
    probe = blkid.blkid_new_probe()
    if not probe:
        raise MemoryError("blkid_new_probe")
    try:
        if blkid.blkid_probe_set_device(probe, fd, start, size):
            return []  # too small to hold anything
        blkid.blkid_probe_enable_superblocks(probe, 1)
        blkid.blkid_probe_set_superblocks_flags(probe, _SUPERBLOCKS)
        blkid.blkid_probe_enable_partitions(probe, 1)
        blkid.blkid_probe_set_partitions_flags(probe, _PARTITIONS)
        return _wiped(blkid, probe)
    finally:
        blkid.blkid_free_probe(probe)


def _wiped(blkid: Any, probe: int) -> list[str]:
    found: list[str] = []
    for _ in range(_MOST):
        if blkid.blkid_do_probe(probe):
            break
        name = _value(blkid, probe, b"TYPE") or _value(blkid, probe, b"PTTYPE")
        if blkid.blkid_do_wipe(probe, 0):
            number = ctypes.get_errno() or 5
            raise OSError(number, f"signature of {name}: {os.strerror(number)}")
        found.append(name)
    return list(dict.fromkeys(name for name in found if name))


def _value(blkid: Any, probe: int, key: bytes) -> str:
    data = ctypes.c_char_p()
    if blkid.blkid_probe_lookup_value(probe, key, ctypes.byref(data), None):
        return ""
    return (data.value or b"").decode(errors="replace")
