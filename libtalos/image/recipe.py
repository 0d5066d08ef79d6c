"""rootfs/packages.toml: what the image is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from libtalos.image.errors import ImageError


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A table of the file: unknown keys are errors."""


class Debian(_Table, frozen=True):
    """What is taken from Debian.

    packages: name -> patterns of the files to keep (`*` also matches `/`; paths with /usr merged). A package without
    patterns gives only the shared libraries that kept files need.
    exclude: patterns of kept files to leave out after all; a pattern that matches nothing is an error.
    """

    suite: str
    packages: dict[str, tuple[str, ...]]
    exclude: tuple[str, ...] = ()


class Python(_Table, frozen=True):
    """The interpreter and the locked packages beside it.

    lock: pip requirements with hashes, relative to the checkout. omit: locked projects that a node never imports.
    exclude: patterns of files, relative to the site directory, that are not shipped.
    imports: modules that must import inside the finished tree.
    """

    version: str
    site: str
    lock: str
    omit: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()


class Suite(_Table, frozen=True):
    """The Python packages of this checkout that a node runs, and patterns of what it does not need.

    extensions: source -> pattern of the shared object that an installation builds of it, for the image's interpreter.
    """

    packages: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    extensions: dict[str, str] = {}


class Recipe(_Table, frozen=True):
    """The whole file. created: modification time of everything in the image. compression-level: zstd, 1 to 22.

    files: further files of the checkout (source -> place in the image). templates: skeleton files in which
    ${version} is replaced. directories: path -> mode.
    """

    created: datetime
    compression_level: int
    debian: Debian
    python: Python
    suite: Suite
    files: dict[str, str] = {}
    templates: tuple[str, ...] = ()
    links: dict[str, str] = {}
    directories: dict[str, int] = {}

    def modes(self) -> Mapping[str, int]:
        """Modes of the declared directories; every other directory is 0755."""
        return self.directories


def load(path: Path) -> Recipe:
    """Read and check a recipe; raises ImageError with the file and the place in it."""
    try:
        recipe = msgspec.toml.decode(path.read_bytes(), type=Recipe)
    except FileNotFoundError as missing:
        raise ImageError(f"{path}: no such file; `talos image build` runs from a checkout (see --source)") from missing
    except msgspec.DecodeError as error:
        raise ImageError(f"{path}: {error}") from error
    _check(path, recipe)
    return recipe


def _check(path: Path, recipe: Recipe) -> None:
    if recipe.created.tzinfo is None:
        raise ImageError(f"{path}: created: give a time zone, for example 2026-01-01T00:00:00Z")
    check_level(recipe.compression_level, f"{path}: compression-level")
    for place in (*recipe.files.values(), *recipe.links, *recipe.directories, recipe.python.site):
        if not place.startswith("/") or ".." in place:
            raise ImageError(f"{path}: {place!r}: give an absolute path without `..`")


def check_level(level: int, where: str) -> None:
    """Refuse a level that mksquashfs would refuse only after minutes (zstd has 1 to 22)."""
    if not 1 <= level <= 22:
        raise ImageError(f"{where}: {level} is not a zstd level: use 1 to 22")
