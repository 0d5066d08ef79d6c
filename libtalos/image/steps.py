"""The steps of a build, as values: each can be described before it runs and leaves its result on disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

import msgspec

from libtalos.image import apt, debian, inputs, suite, wheels
from libtalos.image import stage as staging
from libtalos.image.command import run
from libtalos.image.errors import ImageError
from libtalos.image.interpreter import Interpreter
from libtalos.image.spec import BuildSpec
from libtalos.image.squashfs import pack
from libtalos.image.stage import Stage


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """Where the steps of one build leave their results. base: the layer below the suite, kept for the next build."""

    debs: Path
    wheels: Path
    apt: Path
    bases: Path
    work: Path

    @property
    def tree(self) -> Path:
        """The root of the image while it is put together."""
        return self.work / "root"


class Findings(msgspec.Struct, kw_only=True):
    """What the steps so far have found out; filled in order, read by later steps and by the manifest."""

    debs: list[apt.Deb]
    wheels: list[wheels.Wheel]
    stage: Stage | None = None

    def tree(self) -> Stage:
        """The stage; a step that needs it runs after the one that makes it."""
        if self.stage is None:
            raise ImageError("no tree has been put together yet")
        return self.stage


class Step(Protocol):
    """One step of a build."""

    def describe(self) -> str:
        """What the step does, for the terminal."""

    def execute(self, findings: Findings) -> None:
        """Do it; raises ImageError."""


class FetchDebian(msgspec.Struct, frozen=True, kw_only=True):
    """Resolve and download the Debian packages, unless an earlier build did."""

    spec: BuildSpec
    places: Places
    update: bool

    def describe(self) -> str:
        """What the step does."""
        debian = self.spec.recipe.debian
        return f"fetch {len(debian.packages)} packages of Debian {debian.suite}"

    def execute(self, findings: Findings) -> None:
        """Fill findings.debs."""
        found = None if self.update else apt.cached(self.places.debs)
        if found is None:
            source = apt.Apt(directory=self.places.apt, suite=self.spec.recipe.debian.suite)
            source.update()
            found = source.download(sorted(self.spec.recipe.debian.packages), self.places.debs)
        findings.debs = found


class FetchWheels(msgspec.Struct, frozen=True, kw_only=True):
    """Download the locked wheels, unless an earlier build did."""

    spec: BuildSpec
    places: Places
    architecture: str

    def describe(self) -> str:
        """What the step does."""
        return f"fetch the Python packages of {self.spec.recipe.python.lock}"

    def execute(self, findings: Findings) -> None:
        """Fill findings.wheels."""
        python = self.spec.recipe.python
        lock = self.spec.checkout / python.lock
        found = wheels.cached(lock, self.places.wheels)
        if found is None:
            target = self.places.wheels
            found = wheels.download(lock, version=python.version, architecture=self.architecture, target=target)
        findings.wheels = found


class MakeBase(msgspec.Struct, frozen=True, kw_only=True):
    """Put together everything but the suite and the skeleton: the layer that changes rarely."""

    spec: BuildSpec
    places: Places

    def describe(self) -> str:
        """What the step does."""
        return "select files and their shared libraries, compile the standard library"

    def execute(self, findings: Findings) -> None:
        """Make the layer or take an earlier one; findings.stage becomes a copy of it."""
        archives = [*(deb.sha256 for deb in findings.debs), *(wheel.sha256 for wheel in findings.wheels)]
        base = self.places.bases / inputs.of_base(self.spec, archives)
        if not base.exists():
            self._make(findings, base)
        findings.stage = staging.restore(base, self.places.tree)

    def _make(self, findings: Findings, base: Path) -> None:
        partial = base.with_name("partial")
        shutil.rmtree(self.places.bases, ignore_errors=True)
        stage = Stage(root=partial / "root")
        self._fill(findings, stage)
        staging.save(stage, partial)
        partial.rename(base)

    def _fill(self, findings: Findings, stage: Stage) -> None:
        recipe = self.spec.recipe
        contents = debian.unpack(findings.debs, self.places.debs, self.places.work / "unpacked")
        debian.select(recipe.debian, contents, stage)
        debian.bundle_certificates(stage)
        wheels.install(recipe.python, findings.wheels, self.places.wheels, stage)
        strip_libraries(stage, recipe.python.site)
        debian.close_libraries(contents, stage)
        compile_modules(self.spec, stage)


class AddSuite(msgspec.Struct, frozen=True, kw_only=True):
    """Add what comes from the checkout, and compile it."""

    spec: BuildSpec

    def describe(self) -> str:
        """What the step does."""
        return f"add libtalos {self.spec.version} and the skeleton"

    def execute(self, findings: Findings) -> None:
        """Complete the tree and check that it can work: no dangling link, all imports."""
        stage = findings.tree()
        suite.add_suite(self.spec.recipe, self.spec.checkout, stage)
        for path, _ in stage.files():
            if path.endswith(".so") and stage.owners[path] == suite.SUITE:
                debian.check_libraries(stage, path)
        suite.add_skeleton(self.spec.recipe, self.spec.checkout, self.spec.version, stage)
        for extra in self.spec.extras:
            stage.add_file(extra.source, extra.path, suite.EXTRA)
            debian.check_libraries(stage, extra.path)
        compile_modules(self.spec, stage)
        if dangling := stage.dangling():
            raise ImageError(f"links to nothing in the image: {', '.join(dangling)}")
        Interpreter(stage=stage, python=self.spec.recipe.python).check_imports()


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """Pack the tree."""

    spec: BuildSpec
    image: Path

    def describe(self) -> str:
        """What the step does."""
        return f"pack {self.image.name} with zstd level {self.spec.level}"

    def execute(self, findings: Findings) -> None:
        """Write the image."""
        pack(findings.tree().root, self.image, created=self.spec.created, level=self.spec.level)


def compile_modules(spec: BuildSpec, stage: Stage) -> None:
    """Compile every module that has no .pyc yet; the .pyc belongs to the package of its module."""
    tag = f"cpython-{spec.recipe.python.version.replace('.', '')}"
    modules = [path for path, place in stage.files() if path.endswith(".py") and not _bytecode(place, tag).exists()]
    Interpreter(stage=stage, python=spec.recipe.python).compile(modules)
    for path in modules:
        compiled = _bytecode(stage.at(path), tag)
        compiled.parent.chmod(0o755)
        compiled.chmod(0o644)
        stage.owners[f"/{compiled.relative_to(stage.root).as_posix()}"] = stage.owners[path]


def strip_libraries(stage: Stage, site: str) -> None:
    """Drop the debug symbols that wheels ship; Debian's own files have none."""
    files = [str(place) for path, place in stage.files() if path.startswith(f"{site}/") and ".so" in place.suffixes]
    if files:
        run(["strip", "--strip-unneeded", *files])


def _bytecode(place: Path, tag: str) -> Path:
    """Where the interpreter looks for a module's bytecode (PEP 3147)."""
    return place.parent / "__pycache__" / f"{place.stem}.{tag}.pyc"
