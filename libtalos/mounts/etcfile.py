"""The plan for a declared file under /etc: its source, and the bind that shows it."""

import os
import stat
from pathlib import PurePosixPath

import msgspec

from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts.facts import Facts
from libtalos.mounts.flags import GUARDS, flags_of
from libtalos.mounts.operations import Operation
from libtalos.mounts.operations.files import Attributes, MakeFile, SetAttributes
from libtalos.mounts.operations.mounting import Bind, Rebind, SetFlags, Unmount
from libtalos.mounts.parents import parents
from libtalos.mounts.rows import FileRow
from libtalos.mounts.view import View


class EtcFilePlan(msgspec.Struct, frozen=True):
    """What one declared file still needs.

    A source is never written to but replaced, so that a reader has the old contents or the new ones. A bind holds the
    inode that it was made of; the new one gets a bind of its own, which takes the place of the old.
    """

    row: FileRow
    view: View
    facts: Facts

    def operations(self) -> list[Operation]:
        """Return the steps, in order; none if source and bind are as wanted. Raises OSError if it cannot look."""
        source = self._source()
        replaced = any(isinstance(step, MakeFile) for step in source)
        kept = not replaced and not self._surplus() and self._bound()
        return [*source, *(self._flags() if kept else self._bind())]

    def _bind(self) -> list[Operation]:
        places = self.view.path(self.row.source), self.view.path(self.row.target)
        flags, seen = flags_of(self.row.options), self.view.mounted(self.row.target)
        if seen is not None and (seen.stale or self._ours(seen)):
            return [*self._surplus(), Rebind(*places, flags)]
        return [*self._target(), Bind(*places, flags)]

    def _surplus(self) -> list[Operation]:
        """Take away what lies on a bind of ours: the old one, if a death came before that; or somebody's cover."""
        stack = self.view.stack(self.row.target)
        if len(stack) < 2:
            return []
        by_id = {mount.mount_id: mount for mount in stack}
        seen, binds = self.view.mounted(self.row.target), 0
        while seen is not None and (seen.stale or self._ours(seen)):
            seen, binds = by_id.get(seen.parent_id), binds + 1
        return [Unmount(self.view.path(self.row.target), lazily=True) for _ in range(binds - 1)]

    def _flags(self) -> list[Operation]:
        seen = self.view.mounted(self.row.target)
        wanted, has = flags_of(self.row.options) & GUARDS, flags_of(seen.options if seen else ()) & GUARDS
        return [] if has == wanted else [SetFlags(self.view.path(self.row.target), wanted, has & ~wanted)]

    def _bound(self) -> bool:
        """Whether the target shows the source: the same file, not one of that name that was replaced or removed."""
        source = self.view.status(self.row.source)
        target = self.view.status(self.row.target, follow=True)
        if source is None or target is None or self.view.mounted(self.row.target) is None:
            return False
        return os.path.samestat(source, target)

    def _ours(self, seen: MountInfo) -> bool:
        """Whether a bind is of the file system of the source, and not of an engine's."""
        above = (self.view.status(str(path), follow=True) for path in PurePosixPath(self.row.source).parents)
        status = next(found for found in above if found is not None)
        return (os.major(status.st_dev), os.minor(status.st_dev)) == (seen.major, seen.minor)

    def _target(self) -> list[Operation]:
        if self.view.status(self.row.target, follow=True) is not None:
            return []
        return [*parents(self.row.target, self.view), MakeFile(self.view.path(self.row.target), b"")]

    def _source(self) -> list[Operation]:
        attributes = Attributes(self.row.mode, self.row.uid, self.row.gid)
        status, path = self.view.status(self.row.source), self.view.path(self.row.source)
        if status is None or not stat.S_ISREG(status.st_mode):
            contents, keep = self._contents()
            return [*keep, *parents(self.row.source, self.view), MakeFile(path, contents, attributes)]
        wanted = self.facts.written(self.row.name)
        if wanted is not None and (len(wanted) != status.st_size or path.read_bytes() != wanted):
            return [MakeFile(path, wanted, attributes)]
        before = Attributes.of(status)
        return [] if before == attributes else [SetAttributes(path, attributes, before)]

    def _contents(self) -> tuple[bytes, list[Operation]]:
        written = self.facts.written(self.row.name)
        if written is None and not self.row.keep:
            written = self._shown()
        return (written, []) if written is not None else self._first_contents()

    def _shown(self) -> bytes | None:
        """Return what the bind of a source that is gone shows still."""
        seen = self.view.mounted(self.row.target)
        if seen is None or not (seen.stale and self._ours(seen)):
            return None
        return self.view.path(self.row.target).read_bytes()

    def _first_contents(self) -> tuple[bytes, list[Operation]]:
        if not self.row.keep:
            return self._fresh_contents(), []
        if self.view.status(self.row.keep) is not None:
            return self.view.path(self.row.keep).read_bytes(), []
        contents = self._fresh_contents()
        kept = MakeFile(self.view.path(self.row.keep), contents, Attributes(self.row.mode))
        return contents, [*parents(self.row.keep, self.view), kept]

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
