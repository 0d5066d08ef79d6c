"""The manifest's package list: where each package is from, and how much of the image it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from libtalos.image import digest
from libtalos.image import manifest as documents
from libtalos.image.errors import ImageError
from libtalos.image.manifest import FileRecord, Package
from libtalos.image.spec import BuildSpec
from libtalos.image.steps import Findings
from libtalos.image.suite import EXTRA, SKELETON, SUITE


def packages(spec: BuildSpec, findings: Findings, files: Mapping[str, FileRecord]) -> list[Package]:
    """Every package of the image, largest first; raises ImageError for a declared one that brought nothing."""
    sizes = documents.sizes(files)
    found = [_package(sizes, *origin) for origin in _origins(spec, findings, files)]
    return sorted(found, key=lambda package: (-package.size, package.name))


def _package(sizes: Mapping[str, tuple[int, int]], name: str, kind: str, version: str, sha256: str) -> Package:
    if name not in sizes:
        raise ImageError(f"{kind} package {name}: no file of it is in the image: take it out of rootfs/packages.toml")
    count, size = sizes[name]
    return Package(name=name, kind=kind, version=version, sha256=sha256, files=count, size=size)


def _origins(
    spec: BuildSpec, findings: Findings, files: Mapping[str, FileRecord]
) -> Iterator[tuple[str, str, str, str]]:
    """Name, kind, version and digest of each package."""
    for deb in findings.debs:
        yield deb.name, "debian", deb.version, deb.sha256
    for wheel in findings.wheels:
        if wheel.name not in spec.recipe.python.omit:
            yield wheel.name, "python", wheel.version, wheel.sha256
    for name in (SUITE, SKELETON, *([EXTRA] if spec.extras else [])):
        own = [(path, record.sha256 + record.target) for path, record in files.items() if record.package == name]
        yield name, "suite", spec.version, digest.of_items(own)
