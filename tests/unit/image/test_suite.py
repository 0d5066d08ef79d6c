"""What comes from the checkout."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from libtalos.image import suite
from libtalos.image.errors import ImageError
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


def test_a_declared_file_must_exist(spec: BuildSpec, tmp_path: Path) -> None:
    (spec.checkout / "table.toml").unlink()
    with pytest.raises(ImageError, match=r"table.toml: no such file"):
        suite.add_skeleton(spec.recipe, spec.checkout, "1", Stage(root=tmp_path / "root"))
