"""From rows and a view of the node to the operations that are missing. Nothing here changes anything."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import msgspec

from libtalos.mounts import rows, xfs
from libtalos.mounts.facts import Facts
from libtalos.mounts.operations import Operation
from libtalos.mounts.operations.files import Attributes, MakeDirectory, MakeFile, MakeLink, MakeNode, SetAttributes
from libtalos.mounts.operations.images import FormatImage, MakeImage, MountImage
from libtalos.mounts.operations.mounting import Bind, DropStale, Mount, Seal, Share
from libtalos.mounts.view import View


def missing(row: rows.AnyRow, view: View, facts: Facts) -> list[Operation]:  # noqa: PLR0911 one for each kind
    """Return what one row still needs, in order; nothing if it is as wanted. Raises OSError if it cannot look."""
    match row:
        case rows.MountRow():
            return _mount(row, view)
        case rows.DirectoryRow():
            return _directory(row, view)
        case rows.LinkRow():
            return _link(row, view)
        case rows.NodeRow():
            return _node(row, view)
        case rows.FileRow():
            return _File(row, view, facts).operations()
        case rows.VolumeRow():
            return _volume(row, view, facts)
        case rows.OverlayRow():
            return _overlay(row, view)
        case rows.ShareRow():
            return _share(row, view)


def plan(wanted: Iterable[rows.AnyRow], view: View, facts: Facts) -> list[Operation]:
    """Return what all rows still need, in order: what an execution now would do."""
    operations: list[Operation] = []
    made: set[Path] = set()
    for row in wanted:
        steps = missing(row, view, facts)
        operations += [step for step in steps if not (isinstance(step, MakeDirectory) and step.path in made)]
        # a later row does not see that an earlier one is going to make the directory above both
        made |= {step.path for step in steps if isinstance(step, MakeDirectory)}
        if steps and isinstance(row, rows.MOUNTING):
            view = view.covering(row.target)
    return operations


def _parents(target: str, view: View) -> list[Operation]:
    """Directories above target that are not there."""
    above = [str(parent) for parent in PurePosixPath(target).parents]
    return [MakeDirectory(view.path(path)) for path in reversed(above) if view.status(path, follow=True) is None]


def _mount_point(target: str, view: View) -> list[Operation]:
    """The directory to mount on, and those above it, as far as they are not there."""
    if view.status(target) is not None:
        return []
    return [*_parents(target, view), MakeDirectory(view.path(target))]


def _mount(row: rows.MountRow, view: View) -> list[Operation]:
    if view.mounted(row.target):
        return []
    flags, data = rows.flags_and_data(row.options)
    operation = Mount(row.source or row.type, view.path(row.target), row.type, flags, data)
    return [*_mount_point(row.target, view), operation]


def _directory(row: rows.DirectoryRow, view: View) -> list[Operation]:
    wanted = Attributes(row.mode, row.uid, row.gid)
    status = view.status(row.target)
    if status is None:
        return [*_parents(row.target, view), MakeDirectory(view.path(row.target), wanted)]
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(f"{view.path(row.target)} has to be a directory but is none; remove it")
    before = Attributes.of(status)
    return [] if before == wanted else [SetAttributes(view.path(row.target), wanted, before)]


def _link(row: rows.LinkRow, view: View) -> list[Operation]:
    status = view.status(row.target)
    path = view.path(row.target)
    if status is not None and stat.S_ISLNK(status.st_mode) and str(path.readlink()) == row.to:
        return []
    return [*_parents(row.target, view), MakeLink(path, row.to)]


def _node(row: rows.NodeRow, view: View) -> list[Operation]:
    if view.status(row.target) is not None:
        return []
    return [*_parents(row.target, view), MakeNode(view.path(row.target), row.major, row.minor, row.mode)]


def _volume(row: rows.VolumeRow, view: View, facts: Facts) -> list[Operation]:
    if view.mounted(row.target):
        return []
    flags, data = rows.flags_and_data(row.options)
    mount = MountImage(view.path(row.image), view.path(row.target), "xfs", flags, data, facts.dev)
    return [*_parents(row.image, view), *_image(row, view, facts), *_mount_point(row.target, view), mount]


def _image(row: rows.VolumeRow, view: View, facts: Facts) -> list[Operation]:
    path = view.path(row.image)
    if view.status(row.image, follow=True) is None:
        return [MakeImage(path, row.label, facts.size(row))]
    found = xfs.superblock(path)
    if found is not None and found.finished:
        return []
    return [FormatImage(path, row.label, unfinished=found is not None)]


def _overlay(row: rows.OverlayRow, view: View) -> list[Operation]:
    seen = view.mounted(row.target)
    if seen is not None and seen.fstype == "overlay":
        return []
    upper, work = (f"{row.state}/{row.name}-{part}" for part in ("diff", "workdir"))
    lower = view.status(row.target)
    # The merged directory has the upper one's mode and owner.
    attributes = Attributes.of(lower) if lower else Attributes()
    layers: list[Operation] = [
        MakeDirectory(view.path(path), attributes) for path in (upper, work) if view.status(path) is None
    ]
    flags, data = rows.flags_and_data(row.options)
    places = {"lowerdir": row.target, "upperdir": upper, "workdir": work}
    text = ",".join(f"{name}={_escape(str(view.path(path)))}" for name, path in places.items())
    mount = Mount("overlay", view.path(row.target), "overlay", flags, f"{text},{data}" if data else text)
    return [*_mount_point(row.target, view), *_parents(upper, view), *layers, mount]


def _escape(path: str) -> str:
    """Hide the characters that overlayfs takes for separators (its documentation, "Multiple lower layers")."""
    return path.replace("\\", "\\\\").replace(":", "\\:").replace(",", "\\,")


def _share(row: rows.ShareRow, view: View) -> list[Operation]:
    seen = view.mounted(row.target)
    if seen is None and row.target != "/":
        return []  # no mount of its own: part of the one above, which has a row of its own
    return [] if seen is not None and seen.shared else [Share(view.path(row.target))]


class _File(msgspec.Struct, frozen=True):
    """A declared file under /etc: its source, the bind over it, and the seal of the bind."""

    row: rows.FileRow
    view: View
    facts: Facts

    def operations(self) -> list[Operation]:
        bind = [*self._target(), Bind(self.view.path(self.row.source), self.view.path(self.row.target))]
        seal = Seal(self.view.path(self.row.target))
        if not self._bound():
            return [*self._stale(), *self._source(), *bind, seal]
        seen = self.view.mounted(self.row.target)
        return [] if seen is not None and seen.read_only else [seal]

    def _bound(self) -> bool:
        """Whether the target shows the source: the same file, not one of that name that was replaced or removed."""
        source = self.view.status(self.row.source)
        target = self.view.status(self.row.target, follow=True)
        if source is None or target is None or self.view.mounted(self.row.target) is None:
            return False
        return os.path.samestat(source, target)

    def _stale(self) -> list[Operation]:
        seen = self.view.mounted(self.row.target)
        return [DropStale(self.view.path(self.row.target))] if seen is not None and seen.stale else []

    def _target(self) -> list[Operation]:
        if self.view.status(self.row.target, follow=True) is not None:
            return []
        return [*_parents(self.row.target, self.view), MakeFile(self.view.path(self.row.target), b"")]

    def _source(self) -> list[Operation]:
        if self.view.status(self.row.source) is not None:
            return []
        contents, keep = self._first_contents()
        source = MakeFile(self.view.path(self.row.source), contents, self.row.mode)
        return [*keep, *_parents(self.row.source, self.view), source]

    def _first_contents(self) -> tuple[bytes, list[Operation]]:
        if not self.row.keep:
            return self._fresh_contents(), []
        if self.view.status(self.row.keep) is not None:
            return self.view.path(self.row.keep).read_bytes(), []
        contents = self._fresh_contents()
        kept = MakeFile(self.view.path(self.row.keep), contents, self.row.mode)
        return contents, [*_parents(self.row.keep, self.view), kept]

    def _fresh_contents(self) -> bytes:
        return self._inherited() or self._generated()

    def _inherited(self) -> bytes:
        status = self.view.status(self.row.target, follow=True) if self.row.inherit else None
        if status is None or not stat.S_ISREG(status.st_mode):
            return b""
        return self.view.path(self.row.target).read_bytes()

    def _generated(self) -> bytes:
        if self.row.generate is not None:
            return self.facts.generate(self.row.generate)
        return self.row.contents.encode()
