"""Capabilities of the calling process: names, the bounding set, capset(2). Numbers are from linux/capability.h."""

import ctypes
import os

from libtalos.linux.prctl import (
    LIBC,
    PR_CAP_AMBIENT,
    PR_CAP_AMBIENT_CLEAR_ALL,
    PR_CAP_AMBIENT_RAISE,
    PR_CAPBSET_DROP,
    PR_SET_KEEPCAPS,
    prctl,
)

NAMES = (
    "CAP_CHOWN",
    "CAP_DAC_OVERRIDE",
    "CAP_DAC_READ_SEARCH",
    "CAP_FOWNER",
    "CAP_FSETID",
    "CAP_KILL",
    "CAP_SETGID",
    "CAP_SETUID",
    "CAP_SETPCAP",
    "CAP_LINUX_IMMUTABLE",
    "CAP_NET_BIND_SERVICE",
    "CAP_NET_BROADCAST",
    "CAP_NET_ADMIN",
    "CAP_NET_RAW",
    "CAP_IPC_LOCK",
    "CAP_IPC_OWNER",
    "CAP_SYS_MODULE",
    "CAP_SYS_RAWIO",
    "CAP_SYS_CHROOT",
    "CAP_SYS_PTRACE",
    "CAP_SYS_PACCT",
    "CAP_SYS_ADMIN",
    "CAP_SYS_BOOT",
    "CAP_SYS_NICE",
    "CAP_SYS_RESOURCE",
    "CAP_SYS_TIME",
    "CAP_SYS_TTY_CONFIG",
    "CAP_MKNOD",
    "CAP_LEASE",
    "CAP_AUDIT_WRITE",
    "CAP_AUDIT_CONTROL",
    "CAP_SETFCAP",
    "CAP_MAC_OVERRIDE",
    "CAP_MAC_ADMIN",
    "CAP_SYSLOG",
    "CAP_WAKE_ALARM",
    "CAP_BLOCK_SUSPEND",
    "CAP_AUDIT_READ",
    "CAP_PERFMON",
    "CAP_BPF",
    "CAP_CHECKPOINT_RESTORE",
)
TYPE_CHECKING = False  # typing is not for the lean spawner
if TYPE_CHECKING:
    from collections.abc import Iterable

_VERSION_3 = 0x20080522
_LAST_CAP = "/proc/sys/kernel/cap_last_cap"


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Data(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


def number(name: str) -> int:
    """The kernel's number of a capability such as CAP_NET_ADMIN. Raises ValueError with the name."""
    try:
        return NAMES.index(name)
    except ValueError:
        raise ValueError(f"unknown capability {name!r}: names look like CAP_NET_ADMIN") from None


def mask(names: "Iterable[str]") -> int:
    """The bit set of some capabilities. Raises ValueError with the first unknown name."""
    return sum(1 << n for n in {number(name) for name in names})


def last() -> int:
    """The highest capability this kernel knows; the highest known here where /proc is not mounted."""
    try:
        with open(_LAST_CAP) as file:  # noqa: PTH123 pathlib is not for the lean spawner
            return int(file.read())
    except OSError:
        return len(NAMES) - 1


def read() -> tuple[int, int, int]:
    """The effective, permitted and inheritable bit sets of this process."""
    data = (_Data * 2)()
    _check(LIBC.capget(ctypes.byref(_Header(_VERSION_3, 0)), data), "capget")
    low, high = data
    return tuple(getattr(low, f) | getattr(high, f) << 32 for f, _ in _Data._fields_)


def write(*, effective: int, permitted: int, inheritable: int) -> None:
    """Set the three bit sets of this process. Raises OSError."""
    data = (_Data * 2)()
    for index in (0, 1):
        shift = 32 * index
        data[index] = _Data(*((bits >> shift) & 0xFFFFFFFF for bits in (effective, permitted, inheritable)))
    _check(LIBC.capset(ctypes.byref(_Header(_VERSION_3, 0)), data), "capset")


def bound(allowed: int, highest: int) -> None:
    """Take everything but `allowed` out of the bounding set: no exec gets it back. Raises OSError."""
    for capability in range(highest + 1):
        if not allowed >> capability & 1:
            prctl(PR_CAPBSET_DROP, capability)
    effective, permitted, inheritable = read()
    write(effective=effective, permitted=permitted, inheritable=inheritable & allowed)
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)


def confine(allowed: int) -> None:
    """Keep nothing but `allowed` in the process itself, as exec would leave it to root. Raises OSError."""
    effective, permitted, inheritable = read()
    write(effective=effective & allowed, permitted=permitted & allowed, inheritable=inheritable & allowed)


def keep_over_setuid() -> None:
    """Keep the permitted set when the uid changes from 0 (cleared again by exec)."""
    prctl(PR_SET_KEEPCAPS, 1)


def grant(allowed: int, highest: int) -> None:
    """Give a process that is no longer root exactly `allowed`, through exec too (ambient set). Raises OSError."""
    write(effective=allowed, permitted=allowed, inheritable=allowed)
    for capability in range(highest + 1):
        if allowed >> capability & 1:
            prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability)


def _check(result: int, what: str) -> None:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), what)
