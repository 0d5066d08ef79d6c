"""Which disk machine.install.diskSelector means: its texts are patterns, as upstream's, and all that it says holds."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from libtalos.config.sizes import bytes_of
from services.filesystem.disks.device import Device
from services.filesystem.disks.errors import DiskError, UnknownDiskError

if TYPE_CHECKING:
    from libtalos.config.machineparts import InstallDiskSelector

_SIZE: Final = re.compile(r"(>=|<=|==|>|<|)\s*(.+)")
_COMPARE: Final[dict[str, Callable[[int, int], bool]]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "": operator.eq,
}
_TYPES: Final[dict[str, Callable[[Device], bool]]] = {
    "nvme": lambda disk: disk.transport == "nvme",
    "sd": lambda disk: disk.transport == "mmc",
    "hdd": lambda disk: disk.rotational,
    "ssd": lambda disk: not disk.rotational,
}
_PATTERNS: Final = ("model", "serial", "modalias", "uuid", "wwid", "bus_path")
_WHERE: Final = "machine.install.diskSelector"


def choose(selector: "InstallDiskSelector", found: Iterable[Device]) -> Device:
    """Return the first disk by name that a selector means.

    What is in the kernel alone (loop devices, device mappers, RAIDs), read-only or a CD-ROM is none. Raises
    UnknownDiskError if there is none, DiskError for a selector that says nothing or what nobody can tell of a disk.
    """
    criteria = list(_criteria(selector))
    if not criteria:
        raise DiskError(f"{_WHERE} is empty: say what the disk is like, such as size: '>= 100GB'")
    disks = [each for each in found if not (each.number or each.virtual or each.readonly or each.cdrom)]
    for disk in sorted(disks, key=lambda each: each.name):
        if all(fits(disk) for fits in criteria):
            return disk
    there = ", ".join(sorted(each.dev_path for each in disks)) or "none"
    raise UnknownDiskError(f"no disk is as {_WHERE} says; there are {there}: compare it with `talos get disks -o yaml`")


def _criteria(selector: "InstallDiskSelector") -> Iterator[Callable[[Device], bool]]:
    if selector.name:
        raise DiskError(f"{_WHERE}.name: no disk has a name of its own here: use model, serial, wwid or busPath")
    if selector.size:
        yield _sized(selector.size)
    if selector.type:
        yield _typed(selector.type)
    for field in _PATTERNS:
        if pattern := getattr(selector, field):
            yield _like(field, pattern)


def _like(field: str, pattern: str) -> Callable[[Device], bool]:
    return lambda disk: fnmatchcase(getattr(disk, field), pattern)


def _sized(text: str) -> Callable[[Device], bool]:
    match = _SIZE.fullmatch(text.strip())
    try:
        size = bytes_of(match[2] if match else "")
    except ValueError as error:
        raise DiskError(f"{_WHERE}.size: {error}, with >=, <=, > or < in front") from error
    compare = _COMPARE[match[1] if match else ""]
    return lambda disk: compare(disk.size, size)


def _typed(text: str) -> Callable[[Device], bool]:
    if text.lower() not in _TYPES:
        raise DiskError(f'{_WHERE}.type: "{text}" is no type of a disk: write {", ".join(sorted(_TYPES))}')
    return _TYPES[text.lower()]
