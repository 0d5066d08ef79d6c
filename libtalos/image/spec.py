"""What to build, from where to where: the wanted state of a build."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

import libtalos
from libtalos.image.errors import ImageError
from libtalos.image.recipe import Recipe, check_level, load

RECIPE = "rootfs/packages.toml"


class Extra(msgspec.Struct, frozen=True):
    """A program or file that no recipe declares, for example a kubelet built on this machine, and its place."""

    source: Path
    path: str


class BuildSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One build.

    created: seconds since 1970; level: zstd level; cache: downloads and layers, shared by builds.
    """

    checkout: Path
    recipe: Recipe
    version: str
    created: int
    level: int
    cache: Path
    extras: tuple[Extra, ...] = ()


def read_extra(text: str) -> Extra:
    """SOURCE:PATH as the command line has it; raises ImageError unless SOURCE is a file and PATH absolute."""
    source, separator, path = text.rpartition(":")
    if not separator or not path.startswith("/") or ".." in path.split("/"):
        raise ImageError(f"--add {text}: give SOURCE:PATH, for example ./kubelet:/usr/bin/kubelet")
    if not Path(source).is_file():
        raise ImageError(f"--add {text}: {source}: no such file")
    return Extra(Path(source).resolve(), path)


def checkout_of_suite() -> Path:
    """The checkout that the running suite was installed from (`pip install --editable`)."""
    return Path(libtalos.__file__).parents[1]


def output_directory(checkout: Path, version: str = libtalos.__version__) -> Path:
    """Where an image of a version goes: _out/<version>, with rootfs.sqsh and manifest.json in it."""
    return checkout / "_out" / version


def read_spec(
    checkout: Path,
    *,
    environment: Mapping[str, str] = os.environ,
    version: str = libtalos.__version__,
    level: int | None = None,
    cache: Path | None = None,
    extras: Sequence[Extra] = (),
) -> BuildSpec:
    """The build that a checkout declares; SOURCE_DATE_EPOCH in environment overrides the recipe's time.

    Raises ImageError if the recipe or an override is wrong.
    """
    recipe = load(checkout / RECIPE)
    if level is not None:
        check_level(level, "--compression-level")
    return BuildSpec(
        checkout=checkout.resolve(),
        recipe=recipe,
        version=version,
        created=_epoch(environment, recipe),
        level=recipe.compression_level if level is None else level,
        cache=(cache or checkout / "_out" / "cache").resolve(),
        extras=tuple(extras),
    )


def _epoch(environment: Mapping[str, str], recipe: Recipe) -> int:
    text = environment.get("SOURCE_DATE_EPOCH")
    if text is None:
        return int(recipe.created.timestamp())
    if not text.isdecimal():
        raise ImageError(f"SOURCE_DATE_EPOCH={text!r}: give seconds since 1970, a whole number")
    return int(text)
