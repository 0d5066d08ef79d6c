"""What is on a device, by its magic: libblkid of util-linux through ctypes, and META, which only Talos knows.

libblkid tells 80 kinds of file systems, RAIDs and partition tables apart, and refuses where two of them claim a device.
"""

import ctypes
import os
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from services.filesystem.meta import adv

# blkid.h: BLKID_SUBLKS_LABEL, _UUID, _TYPE, _FSINFO
_FLAGS: Final = 1 << 1 | 1 << 3 | 1 << 5 | 1 << 11
_FOUND, _NOTHING, _SEVERAL = 0, 1, -2  # of blkid_do_safeprobe
# upstream's names for what libblkid calls otherwise
_NAMES: Final = {
    "crypto_LUKS": "luks",
    "ext2": "extfs",
    "ext3": "extfs",
    "ext4": "extfs",
    "LVM2_member": "lvm2-pv",
    "zfs_member": "zfs",
}
META: Final = "talosmeta"
AMBIGUOUS: Final = "ambiguous"


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What is on a device; name is empty if nothing is known to be. Sizes are in bytes, 0 where they are not known."""

    name: str = ""
    uuid: str = ""
    label: str = ""
    block_size: int = 0
    filesystem_block_size: int = 0
    size: int = 0


NOTHING: Final = Found()


def probe(path: Path) -> Found:
    """Return what is on a device or in a file. Blocks. Raises OSError if it cannot be read."""
    # not blocking: a drive without a medium is to say so and not to wait for one
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        # a read tells what fails, which libblkid does not
        os.pread(fd, 1, 0)
        values = _values(fd, path)
        return _found(values) if values else _meta(fd)
    finally:
        os.close(fd)


def _found(values: dict[str, str]) -> Found:
    kind = values.get("TYPE", "")
    return Found(
        name=_NAMES.get(kind, kind) or values.get("PTTYPE", ""),
        uuid=values.get("UUID", "") if kind else values.get("PTUUID", ""),
        label=values.get("LABEL", ""),
        block_size=int(values.get("BLOCK_SIZE", 0)),
        filesystem_block_size=int(values.get("FSBLOCKSIZE", 0)),
        size=int(values.get("FSSIZE", 0)),
    )


def _meta(fd: int) -> Found:
    """Return META if one of its two copies begins and ends as it should."""
    for offset in (0, adv.COPY_SIZE):
        if adv.marked(os.pread(fd, 4, offset), os.pread(fd, 4, offset + adv.COPY_SIZE - 4)):
            return Found(name=META)
    return NOTHING


def _values(fd: int, path: Path) -> dict[str, str]:
    library = libblkid()
    handle = library.blkid_new_probe()
    if not handle:
        raise MemoryError("blkid_new_probe")
    try:
        if library.blkid_probe_set_device(handle, fd, 0, 0):
            return {}  # too small to hold anything
        library.blkid_probe_enable_superblocks(handle, 1)
        library.blkid_probe_set_superblocks_flags(handle, _FLAGS)
        library.blkid_probe_enable_partitions(handle, 1)
        answer = library.blkid_do_safeprobe(handle)
        if answer == _SEVERAL:
            return {"TYPE": AMBIGUOUS}
        if answer not in (_FOUND, _NOTHING):
            raise OSError(ctypes.get_errno() or 5, f"{path}: cannot be probed")
        return dict(_value(library, handle, index) for index in range(library.blkid_probe_numof_values(handle)))
    finally:
        library.blkid_free_probe(handle)


def _value(library: Any, handle: int, index: int) -> tuple[str, str]:
    name, data, size = ctypes.c_char_p(), ctypes.c_void_p(), ctypes.c_size_t()
    library.blkid_probe_get_value(handle, index, ctypes.byref(name), ctypes.byref(data), ctypes.byref(size))
    text = ctypes.string_at(data.value or 0, size.value) if data.value else b""
    return (name.value or b"").decode(), text.rstrip(b"\0").decode(errors="replace")


@cache
def libblkid() -> Any:
    """Load libblkid. Raises OSError if there is none."""
    library = ctypes.CDLL("libblkid.so.1", use_errno=True)
    library.blkid_new_probe.restype = ctypes.c_void_p
    handle, pointer = ctypes.c_void_p, ctypes.c_void_p
    signatures: dict[str, list[Any]] = {
        "blkid_free_probe": [handle],
        "blkid_probe_set_device": [handle, ctypes.c_int, ctypes.c_int64, ctypes.c_int64],
        "blkid_probe_enable_superblocks": [handle, ctypes.c_int],
        "blkid_probe_set_superblocks_flags": [handle, ctypes.c_int],
        "blkid_probe_enable_partitions": [handle, ctypes.c_int],
        "blkid_do_safeprobe": [handle],
        "blkid_probe_numof_values": [handle],
        "blkid_probe_get_value": [handle, ctypes.c_int, pointer, pointer, pointer],
        "blkid_probe_set_partitions_flags": [handle, ctypes.c_int],
        "blkid_do_probe": [handle],
        "blkid_do_wipe": [handle, ctypes.c_int],
        "blkid_probe_lookup_value": [handle, ctypes.c_char_p, pointer, pointer],
    }
    for name, arguments in signatures.items():
        getattr(library, name).argtypes = arguments
    return library
