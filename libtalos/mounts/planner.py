"""From rows and a view of the node to the operations that are missing. Nothing here changes anything."""

import stat
from collections.abc import Iterable
from pathlib import Path

from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts import filesystems, rows
from libtalos.mounts.etcfile import EtcFilePlan
from libtalos.mounts.facts import Facts
from libtalos.mounts.flags import GUARDS, flags_and_data, flags_of
from libtalos.mounts.operations import Operation
from libtalos.mounts.operations.files import Attributes, MakeDirectory, MakeLink, MakeNode, SetAttributes
from libtalos.mounts.operations.images import FormatImage, MakeImage, MountImage
from libtalos.mounts.operations.mounting import MakeWritable, Mount, SetFlags, Share, Unmount
from libtalos.mounts.parents import parents
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
            return EtcFilePlan(row, view, facts).operations()
        case rows.VolumeRow():
            return _volume(row, view, facts)
        case rows.OverlayRow():
            return _overlay(row, view)
        case rows.ShareRow():
            return _share(row, view)


def plan(wanted: Iterable[rows.AnyRow], view: View, facts: Facts) -> list[Operation]:
    """Return what all rows still need, in order: what an execution now would do."""
    return [step for _, steps in plan_rows(wanted, view, facts) for step in steps]


def plan_rows(wanted: Iterable[rows.AnyRow], view: View, facts: Facts) -> list[tuple[rows.AnyRow, list[Operation]]]:
    """Return every row with what it still needs, in order."""
    planned: list[tuple[rows.AnyRow, list[Operation]]] = []
    made: set[Path] = set()
    for row in wanted:
        steps = missing(row, view, facts)
        planned.append((row, [step for step in steps if not (isinstance(step, MakeDirectory) and step.path in made)]))
        # a later row does not see that an earlier one is going to make the directory above both
        made |= {step.path for step in steps if isinstance(step, MakeDirectory)}
        if isinstance(row, rows.MOUNTING) and any(isinstance(step, Mount | MountImage) for step in steps):
            view = view.covering(row.target)
    return planned


def plan_down(wanted: Iterable[rows.AnyRow], view: View) -> list[tuple[rows.AnyRow, Operation]]:
    """Return what takes the mounts of the rows away again, each with its row, the last one first."""
    mounting = [row for row in wanted if isinstance(row, rows.MOUNTING) and view.mounted(row.target)]
    return [(row, Unmount(view.path(row.target), lazily=isinstance(row, rows.FileRow))) for row in reversed(mounting)]


def mount_point(target: str, view: View) -> list[Operation]:
    """Return what makes the directory to mount on, and those above it, as far as they are not there."""
    if view.status(target) is not None:
        return []
    return [*parents(target, view), MakeDirectory(view.path(target))]


def _mount(row: rows.MountRow, view: View) -> list[Operation]:
    seen = view.mounted(row.target)
    if seen is None:
        flags, data = flags_and_data(row.all_options)
        operation = Mount(row.source or row.type, view.path(row.target), row.type, flags, data)
        return [*mount_point(row.target, view), operation]
    # An engine that runs the node as a container mounts what init needs its own way.
    return [] if row.owner is rows.Owner.INIT else _drift(row, seen, view)


def _drift(row: rows.MountRow | rows.VolumeRow | rows.OverlayRow, seen: MountInfo, view: View) -> list[Operation]:
    return [*drift(row.options, seen, view.path(row.target)), *_root_attributes(row, view)]


def drift(options: tuple[str, ...], seen: MountInfo, path: Path) -> list[Operation]:
    """Return what a mount needs that is there, but not with the options that are wanted."""
    wanted, has = flags_of(options) & GUARDS, flags_of(seen.options) & GUARDS
    steps: list[Operation] = []
    if "ro" in seen.super_options and "ro" not in options:
        steps.append(MakeWritable(path))
    if has != wanted:
        steps.append(SetFlags(path, wanted, has & ~wanted))
    return steps


def _root_attributes(row: rows.MountRow | rows.VolumeRow | rows.OverlayRow, view: View) -> list[Operation]:
    status = view.status(row.target)
    if row.mode is None or status is None:
        return []
    wanted, before = Attributes(row.mode, row.uid, row.gid), Attributes.of(status)
    return [] if before == wanted else [SetAttributes(view.path(row.target), wanted, before)]


def _directory(row: rows.DirectoryRow, view: View) -> list[Operation]:
    wanted = Attributes(row.mode, row.uid, row.gid)
    status = view.status(row.target)
    if status is None:
        return [*parents(row.target, view), MakeDirectory(view.path(row.target), wanted)]
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(f"{view.path(row.target)} has to be a directory but is none; remove it")
    before = Attributes.of(status)
    return [] if before == wanted else [SetAttributes(view.path(row.target), wanted, before)]


def _link(row: rows.LinkRow, view: View) -> list[Operation]:
    status = view.status(row.target)
    path = view.path(row.target)
    if view.mounted(row.target):
        return []  # an engine's mount, in whose place no link can be
    if status is not None and stat.S_ISLNK(status.st_mode) and str(path.readlink()) == row.to:
        return []
    return [*parents(row.target, view), MakeLink(path, row.to)]


def _node(row: rows.NodeRow, view: View) -> list[Operation]:
    if view.status(row.target) is not None:
        return []
    return [*parents(row.target, view), MakeNode(view.path(row.target), row.major, row.minor, row.mode)]


def _volume(row: rows.VolumeRow, view: View, facts: Facts) -> list[Operation]:
    seen = view.mounted(row.target)
    if seen is not None:
        return _uncover(row, row.type, view) or _drift(row, seen, view)
    return [*image(row, view, facts), *mount_point(row.target, view), *attachment(row, view, facts)]


def attachment(row: rows.VolumeRow, view: View, facts: Facts) -> list[Operation]:
    """Return what mounts the image of a volume, once it and the mount point are there."""
    flags, data = flags_and_data(row.options)
    path = view.path(row.target)
    mount = MountImage(view.path(row.image), path, row.type, flags, data, facts.dev)
    return [mount, SetAttributes(path, Attributes(row.mode, row.uid, row.gid))]


def image(row: rows.VolumeRow, view: View, facts: Facts) -> list[Operation]:
    """Return what the image of a volume still needs before it can be mounted. Raises OSError if it cannot look."""
    return [*parents(row.image, view), *_image(row, view, facts)]


def _uncover(row: rows.VolumeRow | rows.OverlayRow, fstype: str, view: View) -> list[Operation]:
    """Take away what was mounted on top of a mount of this row's."""
    stack = [mount.fstype for mount in view.stack(row.target)]
    if fstype not in stack:
        return []
    return [Unmount(view.path(row.target), lazily=True) for _ in stack[stack.index(fstype) + 1 :]]


def _image(row: rows.VolumeRow, view: View, facts: Facts) -> list[Operation]:
    path = view.path(row.image)
    if view.status(row.image, follow=True) is None:
        return [MakeImage(path, row.label, facts.size(row), row.type)]
    whole = filesystems.whole(path, row.type)
    return [] if whole else [FormatImage(path, row.label, unfinished=whole is False, fstype=row.type)]


def _overlay(row: rows.OverlayRow, view: View) -> list[Operation]:
    seen = view.mounted(row.target)
    covers = _uncover(row, "overlay", view)
    if covers or (seen is not None and seen.fstype == "overlay"):
        return covers or (_drift(row, seen, view) if seen else [])
    upper, work = (f"{row.state}/{row.name}-{part}" for part in ("diff", "workdir"))
    attributes = Attributes(row.mode, row.uid, row.gid)
    flags, data = flags_and_data(row.options)
    places = {"lowerdir": row.target, "upperdir": upper, "workdir": work}
    text = ",".join(f"{name}={_escape(str(view.path(path)))}" for name, path in places.items())
    mount = Mount("overlay", view.path(row.target), "overlay", flags, f"{text},{data}" if data else text)
    layers = [step for path in (upper, work) for step in _layer(path, attributes, view)]
    return [*mount_point(row.target, view), *parents(upper, view), *layers, mount]


def _layer(path: str, attributes: Attributes, view: View) -> list[Operation]:
    status = view.status(path)
    if status is None:
        return [MakeDirectory(view.path(path), attributes)]
    before = Attributes.of(status)
    return [] if before == attributes else [SetAttributes(view.path(path), attributes, before)]


def _escape(path: str) -> str:
    """Hide the characters that overlayfs takes for separators (its documentation, "Multiple lower layers")."""
    return path.replace("\\", "\\\\").replace(":", "\\:").replace(",", "\\,")


def _share(row: rows.ShareRow, view: View) -> list[Operation]:
    seen = view.mounted(row.target)
    if seen is None and row.target != "/":
        return []  # no mount of its own: part of the one above, which has a row of its own
    return [] if seen is not None and seen.shared else [Share(view.path(row.target))]
