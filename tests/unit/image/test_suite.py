"""What comes from the checkout."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from libtalos.image import suite
from libtalos.image.errors import ImageError
from libtalos.image.recipe import Suite
from libtalos.image.spec import BuildSpec
from libtalos.image.stage import Stage


def test_the_suite_without_host_code_and_stale_bytecode(spec: BuildSpec, tmp_path: Path) -> None:
    stage = Stage(root=tmp_path / "root")
    suite.add_suite(spec.recipe, spec.checkout, stage)
    assert set(stage.owners) == {"/site/pack/__init__.py", "/site/pack/node.py"}


def test_the_skeleton_with_links_files_directories_and_the_version(spec: BuildSpec, tmp_path: Path) -> None:
    stage = Stage(root=tmp_path / "root")
    suite.add_skeleton(spec.recipe, spec.checkout, "1.2.3", stage)
    assert set(stage.owners) == {"/bin", "/etc/mtab", "/etc/os-release", "/sbin/init", "/usr/share/table.toml"}
    assert stage.at("/etc/os-release").read_text() == "VERSION_ID=1.2.3\n"
    assert str(stage.at("/etc/mtab").readlink()) == "/proc/mounts"
    assert stage.at("/sbin/init").stat().st_mode & 0o777 == 0o755
    assert stage.at("/tmp").stat().st_mode & 0o7777 == 0o1777


def test_rules_that_match_nothing_are_errors(spec: BuildSpec) -> None:
    dead = msgspec.structs.replace(spec.recipe.suite, exclude=("pack/gone/*",))
    with pytest.raises(ImageError, match=r"suite\.exclude: nothing matches pack/gone"):
        list(suite.sources(dead, spec.checkout))
    missing = msgspec.structs.replace(spec.recipe.suite, packages=("nopack",))
    with pytest.raises(ImageError, match="nopack is no directory"):
        list(suite.sources(missing, spec.checkout))


def test_an_extension_is_taken_for_one_interpreter(spec: BuildSpec) -> None:
    """Of what is built beside its source, only what the recipe names goes into the image."""
    source, built = _extension(spec)
    built.write_bytes(b"")
    built.with_name("fast.cpython-312-x86_64-linux-gnu.so").write_bytes(b"")
    paths = [path for path, _ in suite.sources(_with_extension(spec), spec.checkout)]
    assert [path for path in paths if path.endswith(".so")] == ["pack/fast.cpython-311-x86_64-linux-gnu.so"]
    os.utime(source, (0, built.stat().st_mtime + 1))
    with pytest.raises(ImageError, match=r"is older than fast\.pyx: `make setup`"):
        list(suite.sources(_with_extension(spec), spec.checkout))


def test_an_extension_that_was_not_built_is_an_error(spec: BuildSpec) -> None:
    """An image must not depend on what is by chance on the machine."""
    _, built = _extension(spec)
    with pytest.raises(ImageError, match="no such file: `make setup` builds it"):
        list(suite.sources(_with_extension(spec), spec.checkout))
    built.write_bytes(b"")
    built.with_name("fast.cpython-311-aarch64-linux-gnu.so").write_bytes(b"")
    with pytest.raises(ImageError, match="more than one"):
        list(suite.sources(_with_extension(spec), spec.checkout))


def _extension(spec: BuildSpec) -> tuple[Path, Path]:
    source = spec.checkout / "pack" / "fast.pyx"
    source.write_text("")
    return source, source.with_name("fast.cpython-311-x86_64-linux-gnu.so")


def _with_extension(spec: BuildSpec) -> Suite:
    return msgspec.structs.replace(spec.recipe.suite, extensions={"pack/fast.pyx": "pack/fast.cpython-311-*.so"})


def test_a_declared_file_must_exist(spec: BuildSpec, tmp_path: Path) -> None:
    (spec.checkout / "table.toml").unlink()
    with pytest.raises(ImageError, match=r"table.toml: no such file"):
        suite.add_skeleton(spec.recipe, spec.checkout, "1", Stage(root=tmp_path / "root"))
