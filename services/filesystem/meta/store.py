"""The two copies of META on a medium: which one counts, and how a new state takes the place of the old one.

At offset 0 are two copies of Talos' ADV, of which the first valid one counts. A write is atomic whatever part of it
reaches the disk, since a copy is overwritten only while the other one is whole *on the disk*:

- what an earlier writer may have left in the kernel's cache is brought to the disk before anything is decided;
- the copy that counts is overwritten last, and only when the other one is on the disk.
"""

import enum
from collections.abc import Mapping
from typing import Final, Protocol

import msgspec

from services.filesystem.meta import adv, syslinux
from services.filesystem.meta.adv import COPY_SIZE, InvalidAdvError, Tags

SIZE_MIN: Final = 2 * COPY_SIZE + syslinux.SIZE  # bytes


class Medium(Protocol):
    """Where the copies are. Its methods block and raise OSError."""

    @property
    def size(self) -> int:
        """Bytes; at least SIZE_MIN."""

    def read(self, offset: int, size: int) -> bytes:
        """Return exactly so many bytes."""

    def write(self, offset: int, data: bytes) -> None:
        """Write all of the data."""

    def sync(self) -> None:
        """Return when what was written, by whomever, is on the disk; what is read next comes from there."""


class Origin(enum.Enum):
    """Where the tags were found."""

    FIRST = enum.auto()
    SECOND = enum.auto()
    LEGACY = enum.auto()
    NOWHERE = enum.auto()


_OFFSETS: Final[Mapping[Origin, int]] = {Origin.FIRST: 0, Origin.SECOND: COPY_SIZE}


class State(msgspec.Struct, frozen=True):
    """What META holds. damaged: there is something, but nothing valid."""

    tags: Tags = msgspec.field(default_factory=dict)
    origin: Origin = Origin.NOWHERE
    damaged: bool = False


def load(medium: Medium) -> State:
    """Return what the medium holds: the first valid copy, or else the legacy one, or else nothing.

    A copy that cannot be read is as good as a damaged one while the other is valid. Raises OSError if there is none.
    """
    failure: OSError | None = None
    for origin, offset in _OFFSETS.items():
        try:
            return State(adv.decode(medium.read(offset, COPY_SIZE)), origin)
        except InvalidAdvError:
            continue
        except OSError as error:
            failure = error
    if failure is not None:
        raise failure
    return _without_copies(medium)


def save(medium: Medium, tags: Tags, origin: Origin) -> None:
    """Make these the tags of a medium that was synced and then loaded from origin.

    Raises OSError: the tags are then the old ones or the new ones. Raises ValueError if they do not fit.
    """
    copy = adv.encode(tags)
    for place in (Origin.FIRST, Origin.SECOND) if origin is Origin.SECOND else (Origin.SECOND, Origin.FIRST):
        medium.write(_OFFSETS[place], copy)
        medium.sync()


def _without_copies(medium: Medium) -> State:
    try:
        return State(syslinux.decode(medium.read(medium.size - syslinux.SIZE, syslinux.SIZE)), Origin.LEGACY)
    except InvalidAdvError:
        return State(damaged=any(medium.read(0, 2 * COPY_SIZE)))
