"""Volumes taken away by label: the images of a container, the partitions of a machine's own disk."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from libtalos.linux.mount import MNT_DETACH, UMOUNT_NOFOLLOW, umount2
from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts import View
from libtalos.mounts.making import sync
from libtalos.mounts.rows import VolumeRow
from services.filesystem.disks.look import Seen
from services.filesystem.disks.resources import SYSTEM_DISK, system_disk
from services.filesystem.wipe.errors import UnknownLabelError, WipeError
from services.filesystem.wipe.orders import Order
from services.filesystem.wipe.wiper import Wiper

META: Final = "META"
META_IMAGE: Final = "/system/disks/META.img"
USER_MOUNTS: Final = "/var/mnt"
USER_PREFIX: Final = "u-"


class Place(NamedTuple):
    """Where a container has a volume, as paths of the node: the image, and where it is mounted, if it ever is."""

    image: str
    target: str = ""


def places(rows: Iterable[object]) -> dict[str, Place]:
    """Return the volumes of a container by label: those of the mount table, and META."""
    return {META: Place(META_IMAGE)} | {
        row.label: Place(row.image, row.target) for row in rows if isinstance(row, VolumeRow)
    }


def _user_place(label: str) -> Place:
    return Place(f"/system/disks/{label}.img", f"{USER_MOUNTS}/{label.removeprefix(USER_PREFIX)}")


class Volumes(Protocol):
    """Takes volumes away, all of them if no label is given. Its methods block and raise WipeError, OSError."""

    def check(self, labels: Sequence[str]) -> None:
        """Raise UnknownLabelError if a label is not known."""

    def release(self, labels: Sequence[str]) -> list[str]:
        """Unmount what others have mounted of these volumes or in them, and return what was done."""

    def remove(self, labels: Sequence[str]) -> list[str]:
        """Take these volumes away, and return what was done."""


class Images:
    """The volumes of a container."""

    def __init__(self, *, known: dict[str, Place], kept: Collection[str], look: Callable[[], View]) -> None:
        """Take the volumes, the targets that the keeper of the tree unmounts itself, and the eyes."""
        self._known = known
        self._kept = kept
        self._look = look

    def check(self, labels: Sequence[str]) -> None:
        """Raise UnknownLabelError if a label is not known."""
        chosen(labels, self._places(labels))

    def release(self, labels: Sequence[str]) -> list[str]:
        """Unmount what containers and their like have left."""
        return self._each(labels, self._release)

    def remove(self, labels: Sequence[str]) -> list[str]:
        """Take these away: the next start makes them anew. What is not there counts as done."""
        return self._each(labels, self._remove)

    def _each(self, labels: Sequence[str], work: Callable[[Place], Iterator[str]]) -> list[str]:
        known = self._places(labels)
        return [step for label in chosen(labels, known) for step in work(known[label])]

    def _places(self, labels: Sequence[str]) -> dict[str, Place]:
        """Return the places of the volumes that every node has, and of user volumes that are named and there."""
        view = self._look()
        users = {label: _user_place(label) for label in labels if label.startswith(USER_PREFIX) and "/" not in label}
        return self._known | {label: place for label, place in users.items() if view.status(place.image)}

    def _release(self, place: Place) -> Iterator[str]:
        view = self._look()
        for mount in _below(view, place.target) if place.target else ():
            target = view.node_path(mount.target) or mount.target
            # user volumes are closed with the tree, and not torn away from whoever works in them
            if target not in self._kept and not _is_user_volume(target):
                # whoever still works in it keeps what he has until he ends, and nobody else reaches it
                umount2(mount.target, MNT_DETACH | UMOUNT_NOFOLLOW)
                yield f"unmount {target}"

    def _remove(self, place: Place) -> Iterator[str]:
        path = self._look().path(place.image)
        if path.is_symlink() or path.exists():
            path.unlink()
            sync(path.parent)
            yield f"remove {place.image}"


class Partitions:
    """The volumes of a machine: the partitions of its system disk."""

    def __init__(self, *, look: Callable[[], Seen], wiper: Wiper) -> None:
        """Take the eyes, and what wipes a partition."""
        self._look = look
        self._wiper = wiper

    def check(self, labels: Sequence[str]) -> None:
        """Raise UnknownLabelError if a label is not known, WipeError if there is no system disk."""
        partitions(labels, self._look())

    def release(self, labels: Sequence[str]) -> list[str]:  # noqa: ARG002 - part of the shape
        """Do nothing: what is mounted is refused."""
        return []

    def remove(self, labels: Sequence[str]) -> list[str]:
        """Wipe the signatures of these; the table stays."""
        return [each.step for each in self._wiper.wipe(partitions(labels, self._look())) if each.step]


def chosen(labels: Sequence[str], known: Iterable[str]) -> list[str]:
    """Return the labels that are asked for, each once. Raises UnknownLabelError."""
    there = list(known)
    for label in labels:
        if label not in there:
            raise UnknownLabelError(f'there is no volume labelled "{label}"; there are {", ".join(sorted(there))}')
    return list(dict.fromkeys(labels)) or there


def partitions(labels: Sequence[str], seen: Seen) -> list[Order]:
    """Return the orders that wipe partitions of the system disk. Raises UnknownLabelError, WipeError without a disk."""
    own = system_disk(seen)
    if not own:
        raise WipeError("there is no system disk, or more than one disk has META")
    disk = own[SYSTEM_DISK].disk_id
    found = {each.entry.name: each.device.name for each in seen.volumes if each.entry and each.device.parent == disk}
    return [Order(found[label], skip_volume_check=True) for label in chosen(labels, found)]


def _is_user_volume(target: str) -> bool:
    return target.startswith(f"{USER_MOUNTS}/") and target.count("/") == USER_MOUNTS.count("/") + 1


def _below(view: View, target: str) -> list[MountInfo]:
    """Return what is mounted below a target, the last one first."""
    above = f"{view.path(target)}/"
    return [each for each in reversed(view.mounts) if each.target.startswith(above)]
