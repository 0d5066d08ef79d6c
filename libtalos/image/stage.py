"""The tree that becomes the image, with the package that each path came from."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NewType

import msgspec

from libtalos.image.errors import ImageError

PackageName = NewType("PackageName", str)

# Debian 12 has these merged into /usr; packages of that release still name both places
_MERGED = ("bin", "lib", "lib32", "lib64", "libx32", "sbin")

_OWNERS = "owners.json"


def merged(path: str) -> str:
    """A path of a package with /usr merged: /sbin/mkfs.xfs is /usr/sbin/mkfs.xfs."""
    return f"/usr{path}" if path.split("/", 2)[1] in _MERGED else path


class Stage:
    """A directory being filled. Modes are normalised, so that neither umask nor package decides them:

    a file is 0755 if its source is executable and else 0644, a directory 0755 unless declared otherwise.
    """

    def __init__(self, *, root: Path, owners: dict[str, PackageName] | None = None) -> None:
        root.mkdir(parents=True, exist_ok=True)
        root.chmod(0o755)
        self.root = root
        self.owners: dict[str, PackageName] = {} if owners is None else owners

    def at(self, path: str) -> Path:
        """Where a path of the image is on this machine."""
        return self.root / path.lstrip("/")

    def add_file(self, source: Path, path: str, package: PackageName) -> None:
        """Copy a file to its place; a file that two packages bring is an error unless the bytes are equal."""
        executable = bool(source.stat().st_mode & stat.S_IXUSR)
        self.add_bytes(source.read_bytes(), path, package, mode=0o755 if executable else 0o644)

    def add_bytes(self, data: bytes, path: str, package: PackageName, *, mode: int = 0o644) -> None:
        """Write a file that has no source."""
        target = self._claim(path, package)
        if target.exists() and target.read_bytes() != data:
            raise ImageError(f"{path}: {package} and {self.owners[path]} both bring this file, with different content")
        target.write_bytes(data)
        target.chmod(mode)
        self.owners[path] = package

    def add_link(self, path: str, to: str, package: PackageName) -> None:
        """Make a symbolic link."""
        target = self._claim(path, package)
        if target.is_symlink() or target.exists():
            raise ImageError(f"{path}: {package} makes a link where {self.owners.get(path, 'a directory')} already is")
        target.symlink_to(to)
        self.owners[path] = package

    def add_directory(self, path: str, mode: int = 0o755) -> None:
        """Make a directory, with its parents."""
        self._make_directory(self.at(path))
        self.at(path).chmod(mode)

    def files(self) -> Iterator[tuple[str, Path]]:
        """Every path that is no directory, sorted, with its place on this machine."""
        return ((self._inside(path), path) for path in walk(self.root))

    def directories(self) -> dict[str, int]:
        """Every directory with its mode, the root too."""
        folders = sorted(Path(folder) for folder, _names, _files in os.walk(self.root))
        return {self._inside(folder): stat.S_IMODE(folder.stat().st_mode) for folder in folders}

    def dangling(self) -> list[str]:
        """Links that point to nothing in the tree; those into /proc, /run and /var are filled when the node runs."""
        return [path for path, place in self.files() if place.is_symlink() and not self._resolves(path, place)]

    def _resolves(self, path: str, place: Path) -> bool:
        target = os.path.normpath(os.path.join(os.path.dirname(path), place.readlink()))  # noqa: PTH118, PTH120 - text of the image, not paths of this machine
        return target.startswith(("/proc/", "/run/", "/var/")) or os.path.lexists(self.at(merged(target)))

    def _inside(self, place: Path) -> str:
        return "/" if place == self.root else f"/{place.relative_to(self.root).as_posix()}"

    def _claim(self, path: str, package: PackageName) -> Path:
        target = self.at(path)
        try:
            self._make_directory(target.parent)
        except (FileExistsError, NotADirectoryError) as clash:
            raise ImageError(f"{path}: {package} needs a directory where there is a file") from clash
        return target

    def _make_directory(self, path: Path) -> None:
        if path.is_dir():
            return
        self._make_directory(path.parent)
        path.mkdir()
        path.chmod(0o755)


def walk(root: Path) -> Iterator[Path]:
    """Every path below root that is no directory, sorted; links are not followed."""
    for folder, names, files in os.walk(root):
        names.sort()
        place = Path(folder)
        links = [name for name in names if (place / name).is_symlink()]
        yield from (place / name for name in sorted(files + links))


def save(stage: Stage, directory: Path) -> None:
    """Record the owners beside the tree, so that another build can start from it."""
    (directory / _OWNERS).write_bytes(msgspec.json.encode(stage.owners, order="deterministic"))


def restore(directory: Path, root: Path) -> Stage:
    """A new stage at root, filled from a saved one (`directory`/root)."""
    shutil.copytree(directory / "root", root, symlinks=True)
    owners = msgspec.json.decode((directory / _OWNERS).read_bytes(), type=dict[str, str])
    return Stage(root=root, owners={path: PackageName(name) for path, name in owners.items()})
