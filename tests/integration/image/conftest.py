"""A real image, built once; downloads are shared with `make up` through _out/cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from libtalos.image import build as builder
from libtalos.image.manifest import Manifest, verify
from libtalos.image.spec import checkout_of_suite, read_spec
from libtalos.image.steps import FetchDebian, FetchWheels, Findings

Build = Callable[..., subprocess.CompletedProcess[str]]

PROGRAM = "from libtalos.cli.image import app; app()"


@pytest.fixture(scope="session")
def downloads() -> Path:
    """The repository's cache, with every download of the recipe in it."""
    spec = read_spec(checkout_of_suite())
    findings = Findings(debs=[], wheels=[])
    for step in builder.plan(spec, spec.cache).steps:
        if isinstance(step, FetchDebian | FetchWheels):
            step.execute(findings)
    return spec.cache


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what goes into the image, so that nobody edits it while it is built twice."""
    root = tmp_path_factory.mktemp("source") / "checkout"
    skipped = shutil.ignore_patterns("__pycache__")
    for name in ("libtalos", "services", "rootfs", "locks"):
        shutil.copytree(checkout_of_suite() / name, root / name, symlinks=True, ignore=skipped)
    return root


def run_build(
    checkout: Path, cache: Path, output: Path, *options: str, prefix: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """`talos image build` as a process of its own, at the fastest level."""
    places = ["--source", str(checkout), "--cache", str(cache), "--output", str(output)]
    command = [*prefix, sys.executable, "-c", PROGRAM, "build", *places, "--compression-level", "1", *options]
    variables: Mapping[str, str] = os.environ | {"PYTHONPATH": str(checkout_of_suite())} | environment
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False, timeout=110)


def with_downloads(downloads: Path, cache: Path) -> Path:
    """A cache with the downloads and nothing that was made from them."""
    for name in ("debs", "wheels"):
        shutil.copytree(downloads / name, cache / name, copy_function=os.link)
    return cache


@pytest.fixture(scope="session")
def talos_build() -> Build:
    """run_build, for tests that build another image."""
    return run_build


@pytest.fixture
def fresh_cache(downloads: Path, tmp_path: Path) -> Path:
    """A cache of the test's own, with the downloads."""
    return with_downloads(downloads, tmp_path / "cache")


@pytest.fixture(scope="session")
def image(downloads: Path, checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of an image that was built from downloads in a cache of its own."""
    place = tmp_path_factory.mktemp("image")
    done = run_build(checkout, with_downloads(downloads, place / "cache"), place / "out")
    assert done.returncode == 0, done.stderr
    return place / "out"


@pytest.fixture(scope="session")
def manifest(image: Path) -> Manifest:
    return verify(image)
