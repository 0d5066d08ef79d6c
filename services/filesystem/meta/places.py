"""Where META is: the partition labelled META of a machine's disk, or a file beside the other disks of a container."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from libtalos.mounts.making import sync
from services.filesystem.meta.medium import FileMedium, opened

LABEL: Final = "META"
FILE_SIZE: Final = 1 << 20  # bytes, as the partition has


class MetaPlaceError(Exception):
    """There is no META to write to, or more than one."""


class FilePlace(msgspec.Struct, frozen=True):
    """A file that is made by the first write."""

    path: Path

    @contextmanager
    def reading(self) -> Iterator[FileMedium | None]:
        """Open META, shared with other readers; None if there is none. Raises OSError, UnfitMediumError."""
        if not self.path.exists():
            yield None
            return
        with opened(self.path, writable=False) as medium:
            yield medium

    @contextmanager
    def writing(self) -> Iterator[FileMedium]:
        """Open META for this writer alone. Raises OSError, UnfitMediumError."""
        if not self.path.exists():
            self._make()
        with opened(self.path, writable=True) as medium:
            yield medium

    def _make(self) -> None:
        """Make the file, whole and with all of its blocks, so that no later write finds the disk full."""
        made = self.path.with_suffix(".new")
        fd = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            os.posix_fallocate(fd, 0, FILE_SIZE)
            os.fsync(fd)
            made.rename(self.path)
        except OSError:
            made.unlink(missing_ok=True)
            raise
        finally:
            os.close(fd)
        sync(self.path.parent)


class PartitionPlace(msgspec.Struct, frozen=True):
    """The partition that `find` finds now: an installation makes it while the node runs."""

    find: Callable[[], Sequence[Path]]

    @contextmanager
    def reading(self) -> Iterator[FileMedium | None]:
        """Open META, shared with other readers; None if there is none.

        Raises OSError, UnfitMediumError, MetaPlaceError if there are several.
        """
        path = self._path()
        if path is None:
            yield None
            return
        with opened(path, writable=False) as medium:
            yield medium

    @contextmanager
    def writing(self) -> Iterator[FileMedium]:
        """Open META for this writer alone.

        Raises OSError, UnfitMediumError, MetaPlaceError if there is none or several.
        """
        path = self._path()
        if path is None:
            raise MetaPlaceError(f"no disk has a partition labelled {LABEL}: install first")
        with opened(path, writable=True) as medium:
            yield medium

    def _path(self) -> Path | None:
        found = self.find()
        if len(found) > 1:
            raise MetaPlaceError(f"several partitions are labelled {LABEL}: {', '.join(map(str, found))}; keep one")
        return found[0] if found else None
