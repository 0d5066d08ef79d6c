"""The same inputs give the same bytes; a rebuild needs no network and does only what is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.image.manifest import IMAGE, MANIFEST, Manifest, load, verify

Build = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = [pytest.mark.root, pytest.mark.timeout(240)]


def test_two_builds_in_different_places_are_equal(
    talos_build: Build, image: Path, checkout: Path, fresh_cache: Path, tmp_path: Path
) -> None:
    moved = shutil.copytree(checkout, tmp_path / "another" / "place", symlinks=True)
    before = os.umask(0o077)
    try:
        done = talos_build(moved, fresh_cache, tmp_path / "out", TZ="Asia/Tokyo", PYTHONHASHSEED="7", LC_ALL="C")
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / MANIFEST).read_text() == (image / MANIFEST).read_text()
    assert (tmp_path / "out" / IMAGE).read_bytes() == (image / IMAGE).read_bytes()


def test_without_a_network_and_from_the_cached_layer(
    talos_build: Build, image: Path, checkout: Path, tmp_path: Path
) -> None:
    done = talos_build(checkout, image.parent / "cache", tmp_path, "--force", prefix=("unshare", "--net"))
    assert done.returncode == 0, done.stderr
    assert load(tmp_path / MANIFEST) == load(image / MANIFEST)


def test_an_up_to_date_image_is_left_alone(talos_build: Build, image: Path, checkout: Path) -> None:
    before = (image / IMAGE).stat()
    done = talos_build(checkout, image.parent / "cache", image)
    assert "is up to date" in done.stderr
    assert done.stdout == ""
    assert (image / IMAGE).stat().st_ino == before.st_ino


def test_the_epoch_of_the_caller_is_in_the_image(
    talos_build: Build, image: Path, checkout: Path, tmp_path: Path
) -> None:
    done = talos_build(checkout, image.parent / "cache", tmp_path, SOURCE_DATE_EPOCH="1000000000")
    assert done.returncode == 0, done.stderr
    assert load(tmp_path / MANIFEST).created.year == 2001


def test_a_failed_build_leaves_the_old_image_and_nothing_else(
    talos_build: Build, image: Path, manifest: Manifest, checkout: Path, tmp_path: Path
) -> None:
    broken = shutil.copytree(checkout, tmp_path / "checkout", symlinks=True)
    (broken / "services" / "broken.py").write_text("def :\n")
    done = talos_build(broken, image.parent / "cache", image)
    assert done.returncode == 1
    assert "/usr/lib/python3/dist-packages/services/broken.py" in done.stderr
    assert verify(image) == manifest
    assert sorted(path.name for path in image.iterdir()) == [MANIFEST, IMAGE]
    assert not list((image.parent / "cache").glob("build-*"))
