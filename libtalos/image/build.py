"""Build an image: run the steps, write the manifest, put both in place at once."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from libtalos.gen.index import DIGESTS
from libtalos.image import contents, inputs
from libtalos.image import manifest as documents
from libtalos.image.apt import Apt
from libtalos.image.digest import Sha256, of_file
from libtalos.image.errors import ImageError
from libtalos.image.manifest import IMAGE, MANIFEST, ImageRecord, Manifest
from libtalos.image.spec import BuildSpec
from libtalos.image.steps import AddSuite, FetchDebian, FetchWheels, Findings, MakeBase, Pack, Places, Step

Report = Callable[[str], None]
"""Takes a line of progress for the terminal."""

_WORK_PREFIX = "build-"


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The steps of one build, and what they build from."""

    spec: BuildSpec
    architecture: str
    inputs: Sha256
    steps: Sequence[Step]
    image: Path


def up_to_date(spec: BuildSpec, output: Path) -> Manifest | None:
    """The manifest of an image in output that was made from just these inputs; None if there is none."""
    if not (output / IMAGE).exists():
        return None
    try:
        found = documents.load(output / MANIFEST)
    except ImageError:
        return None
    complete = found.image.size == (output / IMAGE).stat().st_size
    return found if complete and found.inputs == inputs.of_build(spec, _architecture(spec)) else None


def build(spec: BuildSpec, output: Path, *, progress: Report, force: bool = False, update: bool = False) -> Manifest:
    """Build the image into the directory output, unless what is there is up to date.

    force: build in any case; update: look for newer Debian packages first. An image that is there stays until its
    replacement is complete. Raises ImageError.
    """
    if not force and not update and (found := up_to_date(spec, output)) is not None:
        progress(f"{output / IMAGE} is up to date")
        return found
    output.mkdir(parents=True, exist_ok=True)
    with _locked(spec.cache), tempfile.TemporaryDirectory(dir=spec.cache, prefix=_WORK_PREFIX) as work:
        return _run(plan(spec, Path(work), update=update), output, progress)


def plan(spec: BuildSpec, work: Path, *, update: bool = False) -> Plan:
    """The steps that a build runs, in order; nothing is done yet."""
    architecture = _architecture(spec)
    places = _places(spec, architecture, work)
    steps: list[Step] = [
        FetchDebian(spec=spec, places=places, update=update),
        FetchWheels(spec=spec, places=places, architecture=architecture),
        MakeBase(spec=spec, places=places),
        AddSuite(spec=spec),
        Pack(spec=spec, image=work / IMAGE),
    ]
    digest = inputs.of_build(spec, architecture)
    return Plan(spec=spec, architecture=architecture, inputs=digest, steps=steps, image=work / IMAGE)


def _run(plan: Plan, output: Path, report: Report) -> Manifest:
    findings = Findings(debs=[], wheels=[])
    for step in plan.steps:
        report(step.describe())
        step.execute(findings)
    manifest = _manifest(plan, findings)
    publish(plan.image, manifest, output)
    return manifest


def _manifest(plan: Plan, findings: Findings) -> Manifest:
    spec = plan.spec
    files = documents.records(findings.tree())
    return Manifest(
        format=documents.FORMAT,
        version=spec.version,
        created=documents.timestamp(spec.created),
        suite=spec.recipe.debian.suite,
        architecture=plan.architecture,
        inputs=plan.inputs,
        image=_image_record(plan, sum(record.size for record in files.values())),
        contracts=dict(sorted(DIGESTS.items())),
        packages=contents.packages(spec, findings, files),
        files=files,
        directories=findings.tree().directories(),
    )


def _image_record(plan: Plan, unpacked: int) -> ImageRecord:
    size = plan.image.stat().st_size
    digest = of_file(plan.image)
    level = plan.spec.level
    return ImageRecord(file=IMAGE, sha256=digest, size=size, unpacked=unpacked, compression="zstd", level=level)


def publish(image: Path, manifest: Manifest, output: Path) -> None:
    """Replace image and manifest; whoever reads meanwhile finds a pair that fits, or no manifest."""
    manifest_file = image.with_name(MANIFEST)
    manifest_file.write_bytes(documents.encode(manifest))
    parts = [_copy_durably(file, output / f"{file.name}.part") for file in (image, manifest_file)]
    (output / MANIFEST).unlink(missing_ok=True)
    for part in parts:
        part.rename(part.with_suffix(""))
    directory = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def _copy_durably(source: Path, target: Path) -> Path:
    with source.open("rb") as reader, target.open("wb") as writer:
        shutil.copyfileobj(reader, writer)
        writer.flush()
        os.fsync(writer.fileno())
    return target


def _places(spec: BuildSpec, architecture: str, work: Path) -> Places:
    return Places(
        debs=spec.cache / "debs" / inputs.of_packages(spec, architecture),
        wheels=spec.cache / "wheels" / of_file(spec.checkout / spec.recipe.python.lock),
        apt=spec.cache / "apt",
        bases=spec.cache / "base",
        work=work,
    )


def _architecture(spec: BuildSpec) -> str:
    return Apt(directory=spec.cache / "apt", suite=spec.recipe.debian.suite).architecture()


@contextmanager
def _locked(cache: Path) -> Iterator[None]:
    """One build at a time per cache; a second one waits. What a killed build left behind goes first."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for leftover in cache.glob(f"{_WORK_PREFIX}*"):
            shutil.rmtree(leftover)
        yield
