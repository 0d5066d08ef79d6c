"""The volumes that every node has: META, and what the mount table has: its images and what is on them."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from libtalos.mounts import Facts, rows
from libtalos.resources.definitions.volumes import VolumeType
from services.filesystem.volumes.places import ImagePlace, Place, TreePlace
from services.filesystem.volumes.wanted import SYSTEM_WAVE, Volume

# upstream's names of volumes that may become partitions; other directories are named by their path
NAMES: Final = {
    "/var/lib/containerd": "CRI",
    "/var/lib/etcd": "ETCD",
    "/var/lib/kubelet": "KUBELET",
    "/var/log": "LOG",
}
TreeRow = rows.DirectoryRow | rows.LinkRow | rows.OverlayRow


def system_volumes(table: Iterable[rows.AnyRow], *, facts: Facts, meta: Place) -> tuple[Volume, ...]:
    """Return the volumes, parents first: those of the table are its images and what lies or is kept below them."""
    volumes = [
        Volume("META", VolumeType.PARTITION, meta, SYSTEM_WAVE, optional=True),
    ]
    return (*volumes, *_of_table(table, facts))


def _of_table(table: Iterable[rows.AnyRow], facts: Facts) -> Iterator[Volume]:
    known: dict[str, str] = {}
    for row in table:
        if isinstance(row, rows.VolumeRow):
            known[row.target] = row.label
            yield Volume(row.label, VolumeType.PARTITION, ImagePlace(row, facts), SYSTEM_WAVE)
        elif isinstance(row, TreeRow) and row.target not in known:
            parent = _above(row.state if isinstance(row, rows.OverlayRow) else row.target, known)
            if parent:
                name = NAMES.get(row.target, row.target)
                known[row.target] = name
                yield Volume(name, _type(row), TreePlace(row, facts), SYSTEM_WAVE, parent)


def _above(path: str, known: dict[str, str]) -> str:
    """Return the id of the nearest volume that a path is in."""
    places = (path, *(str(parent) for parent in PurePosixPath(path).parents))
    return next((known[place] for place in places if place in known), "")


def _type(row: TreeRow) -> VolumeType:
    match row:
        case rows.DirectoryRow():
            return VolumeType.DIRECTORY
        case rows.LinkRow():
            return VolumeType.SYMLINK
        case rows.OverlayRow():
            return VolumeType.OVERLAY
