"""What comes from the checkout: the suite's own code, the skeleton, links, directories and further files."""

from __future__ import annotations

import fnmatch
import string
from collections.abc import Iterator
from pathlib import Path

from libtalos.image.errors import ImageError
from libtalos.image.recipe import Recipe, Suite
from libtalos.image.stage import PackageName, Stage, walk

SUITE = PackageName("libtalos")
SKELETON = PackageName("skeleton")
EXTRA = PackageName("added")


def sources(suite: Suite, checkout: Path) -> Iterator[tuple[str, Path]]:
    """The suite's files that a node needs: path below the site directory -> file. Raises ImageError for dead rules."""
    unused = set(suite.exclude)
    for package in suite.packages:
        if not (checkout / package).is_dir():
            raise ImageError(f"suite.packages: {checkout / package} is no directory")
        for file in walk(checkout / package):
            path = file.relative_to(checkout).as_posix()
            excluded = {pattern for pattern in suite.exclude if fnmatch.fnmatchcase(path, pattern)}
            unused -= excluded
            # what is built for other interpreters may lie beside its source
            if not excluded and "__pycache__" not in file.parts and file.suffix != ".so":
                yield path, file
    if unused:
        raise ImageError(f"suite.exclude: nothing matches {', '.join(sorted(unused))}")
    for source, pattern in suite.extensions.items():
        file = _extension(checkout / source, checkout, pattern)
        yield file.relative_to(checkout).as_posix(), file


def _extension(source: Path, checkout: Path, pattern: str) -> Path:
    """The shared object that was built of source."""
    found = list(checkout.glob(pattern))
    if len(found) != 1:
        what = "no such file" if not found else "more than one"
        raise ImageError(f"suite.extensions: {checkout / pattern}: {what}: `make setup` builds it, with gcc")
    if found[0].stat().st_mtime < source.stat().st_mtime:
        raise ImageError(f"suite.extensions: {found[0]} is older than {source.name}: `make setup` builds it anew")
    return found[0]


def skeleton(checkout: Path) -> Iterator[tuple[str, Path]]:
    """The skeleton's files and links: path in the image -> file."""
    root = checkout / "rootfs" / "skeleton"
    return ((f"/{file.relative_to(root).as_posix()}", file) for file in walk(root))


def add_suite(recipe: Recipe, checkout: Path, stage: Stage) -> None:
    """Copy the suite's code to the site directory."""
    for path, file in sources(recipe.suite, checkout):
        stage.add_file(file, f"{recipe.python.site}/{path}", SUITE)


def add_skeleton(recipe: Recipe, checkout: Path, version: str, stage: Stage) -> None:
    """Copy the skeleton and the declared files; make the declared directories and links."""
    for path, mode in recipe.directories.items():
        stage.add_directory(path, mode)
    for path, file in skeleton(checkout):
        _add(recipe, version, stage, path, file)
    for source, path in recipe.files.items():
        if not (checkout / source).is_file():
            raise ImageError(f"files: {checkout / source}: no such file")
        stage.add_file(checkout / source, path, SKELETON)
    for path, target in recipe.links.items():
        stage.add_link(path, target, SKELETON)


def _add(recipe: Recipe, version: str, stage: Stage, path: str, file: Path) -> None:
    if file.is_symlink():
        stage.add_link(path, str(file.readlink()), SKELETON)
    elif path in recipe.templates:
        text = string.Template(file.read_text()).substitute(version=version)
        stage.add_bytes(text.encode(), path, SKELETON)
    else:
        stage.add_file(file, path, SKELETON)
