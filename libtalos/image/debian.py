"""Take the declared files out of Debian packages, and the shared libraries that they need."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from libtalos.image import elf
from libtalos.image.apt import Deb
from libtalos.image.command import run
from libtalos.image.errors import ImageError
from libtalos.image.recipe import Debian
from libtalos.image.stage import PackageName, Stage, merged, walk

CERTIFICATES = "/usr/share/ca-certificates/mozilla/"
BUNDLE = "/etc/ssl/certs/ca-certificates.crt"


class Contents:
    """Unpacked packages: path in the image (with /usr merged) -> file on this machine, and whose it is."""

    def __init__(self, *, packages: Mapping[PackageName, Path]) -> None:
        self._files: dict[PackageName, dict[str, Path]] = {
            name: {merged(f"/{path.relative_to(root).as_posix()}"): path for path in walk(root)}
            for name, root in packages.items()
        }
        self._libraries = dict(self._shared_objects())

    def matching(self, package: PackageName, pattern: str) -> dict[str, Path]:
        """The files of a package that a pattern keeps; raises ImageError if there is none."""
        found = {path: file for path, file in self._files[package].items() if fnmatch.fnmatchcase(path, pattern)}
        if not found:
            raise ImageError(f"debian.packages.{package}: nothing in the package matches {pattern!r}")
        return found

    def library(self, soname: str) -> tuple[PackageName, str, Path] | None:
        """Package, path and file of a shared library."""
        return self._libraries.get(soname)

    def _shared_objects(self) -> Iterator[tuple[str, tuple[PackageName, str, Path]]]:
        for package, files in self._files.items():
            for path, file in files.items():
                if _in_library_directory(path):
                    yield path.rpartition("/")[2], (package, path, _through_link(file, files))


def unpack(debs: Iterable[Deb], source: Path, target: Path) -> Contents:
    """Unpack downloaded packages, each into a directory of its own; no maintainer script runs."""
    roots = {PackageName(deb.name): target / deb.name for deb in debs}
    for deb in debs:
        (target / deb.name).mkdir(parents=True)
        run(["dpkg-deb", "--extract", str(source / deb.file), str(target / deb.name)])
    return Contents(packages=roots)


def select(debian: Debian, contents: Contents, stage: Stage) -> None:
    """Copy the declared files into the stage. A pattern that matches nothing is an error."""
    unused = set(debian.exclude)
    for name, patterns in debian.packages.items():
        package = PackageName(name)
        kept = {path: file for pattern in patterns for path, file in contents.matching(package, pattern).items()}
        for path, file in sorted(kept.items()):
            excluded = [pattern for pattern in debian.exclude if fnmatch.fnmatchcase(path, pattern)]
            unused.difference_update(excluded)
            if not excluded:
                _place(stage, package, path, file)
    if unused:
        raise ImageError(f"debian.exclude: nothing kept matches {', '.join(sorted(unused))}")


def close_libraries(contents: Contents, stage: Stage) -> None:
    """Add the shared libraries that files in the stage need, and those that they need in turn."""
    waiting = [path for path, place in stage.files() if not place.is_symlink()]
    while waiting:
        path = waiting.pop()
        parsed = elf.read(stage.at(path))
        if parsed is None:
            continue
        if parsed.interpreter is not None:
            waiting += _add_library(contents, stage, parsed.interpreter.rpartition("/")[2], path)
        for soname in parsed.needed:
            waiting += _add_library(contents, stage, soname, path)


def check_libraries(stage: Stage, path: str) -> None:
    """Raise ImageError if a program from elsewhere needs a shared library that is not in the stage."""
    parsed = elf.read(stage.at(path))
    present = {name.rpartition("/")[2] for name in stage.owners if _in_library_directory(name)}
    missing = set(parsed.needed) - present if parsed else set()
    if missing:
        raise ImageError(f"{path} needs {', '.join(sorted(missing))}: build it static, or declare the packages")


def bundle_certificates(stage: Stage) -> None:
    """One file of all certificates, as update-ca-certificates writes it; the single files go."""
    files = [(path, place) for path, place in stage.files() if path.startswith(CERTIFICATES)]
    if not files:
        raise ImageError(f"no certificates below {CERTIFICATES}: keep them in debian.packages.ca-certificates")
    package = stage.owners[files[0][0]]
    text = "".join(place.read_text().rstrip("\n") + "\n" for _path, place in files)
    for path, place in files:
        place.unlink()
        del stage.owners[path]
    _remove_empty(stage.at(CERTIFICATES), stage.root)
    stage.add_bytes(text.encode(), BUNDLE, package)


def _add_library(contents: Contents, stage: Stage, soname: str, needed_by: str) -> list[str]:
    found = contents.library(soname)
    if found is None:
        package = stage.owners.get(needed_by, "?")
        raise ImageError(
            f"{needed_by} (of {package}) needs {soname}, which is in no declared package: "
            f"find it with `apt-file search {soname}` and add the package to debian.packages"
        )
    package, path, file = found
    if path in stage.owners:
        return []
    stage.add_file(file, path, package)
    return [path]


def _place(stage: Stage, package: PackageName, path: str, file: Path) -> None:
    if file.is_symlink() and not _in_library_directory(path):
        stage.add_link(path, str(file.readlink()), package)
    else:
        stage.add_file(file, path, package)


def _in_library_directory(path: str) -> bool:
    """Whether the loader looks there: /usr/lib, /usr/lib64 and /usr/lib/<triplet>."""
    folder, _, name = path.rpartition("/")
    return ".so" in name and (
        folder in {"/usr/lib", "/usr/lib64"} or (folder.startswith("/usr/lib/") and folder.endswith("-linux-gnu"))
    )


def _through_link(file: Path, files: Mapping[str, Path]) -> Path:
    """The file behind a link: libz.so.1 -> libz.so.1.2.13, or an absolute target in the same package."""
    if not file.is_symlink():
        return file
    target = file.readlink()
    return files[merged(str(target))] if target.is_absolute() else file.parent / target


def _remove_empty(directory: Path, stop: Path) -> None:
    while directory != stop and not any(directory.iterdir()):
        directory.rmdir()
        directory = directory.parent
