"""News of directories, links and files by their paths, whether they are there or not."""

import errno
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from libtalos.linux.inotify import (
    IN_ATTRIB,
    IN_CLOSE_WRITE,
    IN_CREATE,
    IN_DELETE,
    IN_DELETE_SELF,
    IN_IGNORED,
    IN_MODIFY,
    IN_MOVE_SELF,
    IN_MOVED_FROM,
    IN_MOVED_TO,
    IN_ONLYDIR,
    IN_Q_OVERFLOW,
    IN_UNMOUNT,
    Inotify,
)

_NAMES: Final = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
_CONTENTS: Final = IN_MODIFY | IN_CLOSE_WRITE
# about a directory as a whole: it is gone, or nobody knows what was missed
_WHOLE: Final = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED | IN_Q_OVERFLOW
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EACCES})


class PlaceWatch:
    """Is readable when one of the places, or a directory above one below root, may have changed.

    A directory that appears is watched from the next refresh() on, which says so: what happened in it before has to be
    looked for.
    """

    def __init__(self, *, root: Path, places: Iterable[Path], files: Iterable[Path]) -> None:
        """Watch places by name and mode, files by their contents as well. Raises OSError."""
        self._inotify = Inotify()
        self._masks: dict[Path, int] = {}
        self._names: dict[Path, set[str]] = {}
        self._watched: dict[int, Path] = {}
        self._heard = False
        for path in places:
            self._want(root, path, _NAMES)
        for path in files:
            self._want(root, path, _NAMES)
            self._masks[path.parent] |= _CONTENTS

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._inotify.fileno()

    def refresh(self) -> bool:
        """Watch the directories that are there now; return whether one is new. Raises OSError."""
        added = False
        for directory, mask in self._masks.items():
            watch = self._add(directory, mask)
            added |= watch is not None and watch not in self._watched
            if watch is not None:
                self._watched[watch] = directory
        return added

    def acknowledge(self) -> None:
        """Take the news."""
        for event in self._inotify.read():
            self._heard |= self._matters(event.watch, event.mask, event.name)

    def heard(self) -> bool:
        """Return whether what was taken since the last call was about a place."""
        heard, self._heard = self._heard, False
        return heard

    def close(self) -> None:
        """Give the descriptor back."""
        self._inotify.close()

    def _want(self, root: Path, path: Path, mask: int) -> None:
        while path not in (root, path.parent):
            self._masks[path.parent] = self._masks.get(path.parent, 0) | mask
            self._names.setdefault(path.parent, set()).add(path.name)
            path = path.parent

    def _add(self, directory: Path, mask: int) -> int | None:
        try:
            return self._inotify.add(directory, mask | IN_ONLYDIR)
        except OSError as error:
            if error.errno in _NOT_THERE:
                return None
            raise

    def _matters(self, watch: int, mask: int, name: str) -> bool:
        if mask & IN_IGNORED:
            self._watched.pop(watch, None)
        if mask & _WHOLE:
            return True
        directory = self._watched.get(watch)
        return directory is not None and name in self._names[directory]
