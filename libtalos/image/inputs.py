"""The digest that tells whether an image is up to date with the checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from libtalos.image import digest, suite
from libtalos.image.spec import RECIPE, BuildSpec
from libtalos.image.stage import walk


def of_build(spec: BuildSpec, architecture: str) -> digest.Sha256:
    """Digest of everything that decides the image's bytes but the versions of the Debian packages.

    Those are resolved once and kept in the cache; `talos image build --update` resolves them again.
    """
    return digest.of_items([*_settings(spec, architecture), *_files(spec)])


def of_base(spec: BuildSpec, archives: list[digest.Sha256]) -> digest.Sha256:
    """Digest of what decides the layer below the suite: recipe, builder and the downloaded archives."""
    recipe = digest.of_file(spec.checkout / RECIPE)
    archive_items = [(f"archive {number}", value) for number, value in enumerate(sorted(archives))]
    return digest.of_items([("recipe", recipe), *_builder(), *archive_items])


def of_packages(spec: BuildSpec, architecture: str) -> digest.Sha256:
    """Digest of what decides which Debian packages are downloaded."""
    names = [("package", name) for name in spec.recipe.debian.packages]
    return digest.of_items([("suite", spec.recipe.debian.suite), ("architecture", architecture), *names])


def _settings(spec: BuildSpec, architecture: str) -> Iterator[tuple[str, str]]:
    yield "version", spec.version
    yield "created", str(spec.created)
    yield "level", str(spec.level)
    yield "architecture", architecture
    yield from ((f"extra {extra.path}", _content(extra.source)) for extra in spec.extras)


def _files(spec: BuildSpec) -> Iterator[tuple[str, str]]:
    named = [RECIPE, spec.recipe.python.lock, *spec.recipe.files]
    yield from ((f"file {name}", digest.of_file(spec.checkout / name)) for name in named)
    yield from (
        (f"suite {path}", digest.of_file(file)) for path, file in suite.sources(spec.recipe.suite, spec.checkout)
    )
    yield from ((f"skeleton {path}", _content(file)) for path, file in suite.skeleton(spec.checkout))
    yield from _builder()


def _builder() -> Iterator[tuple[str, str]]:
    here = Path(__file__).parent
    return ((f"builder {path.name}", digest.of_file(path)) for path in walk(here) if path.suffix == ".py")


def _content(file: Path) -> str:
    if file.is_symlink():
        return f"link {file.readlink()}"
    executable = "x" if file.stat().st_mode & 0o100 else "-"
    return f"{executable} {digest.of_file(file)}"
