"""The declared image of this repository: what a node mounts and starts is in it."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path, PurePosixPath

import betterproto2
import pytest

from libtalos.image import recipe as recipes
from libtalos.image.recipe import Recipe
from libtalos.image.spec import RECIPE

CHECKOUT = Path(__file__).parents[3]
SKELETON = CHECKOUT / "rootfs/skeleton"

# what is mounted there when the node runs decides what is below
RUNTIME = ("/dev/", "/proc/", "/run/", "/sys/", "/system/", "/tmp/", "/var/")


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return recipes.load(CHECKOUT / RECIPE)


def present(recipe: Recipe) -> set[str]:
    """Declared directories, skeleton files, and the parents of both."""
    files = [f"/{path.relative_to(SKELETON)}" for path in SKELETON.rglob("*")]
    paths = [PurePosixPath(path) for path in (*recipe.directories, *recipe.links, *files)]
    return {str(part) for path in paths for part in (path, *path.parents)}


def test_every_mount_point_is_in_the_read_only_root(recipe: Recipe) -> None:
    table = tomllib.loads((CHECKOUT / "rootfs/mounts.toml").read_text())
    targets = {row["target"] for row in table["row"] if not row["target"].startswith(RUNTIME)}
    assert len(targets) > 5
    assert targets <= present(recipe)


def test_the_mount_table_is_in_the_image(recipe: Recipe) -> None:
    assert recipe.files["rootfs/mounts.toml"] == "/usr/share/talos/mounts.toml"


def test_names_that_container_engines_create_are_there(recipe: Recipe) -> None:
    assert present(recipe) >= {"/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/etc/mtab", "/run", "/dev", "/proc"}


def test_pid_1_is_an_isolated_script() -> None:
    init = SKELETON / "usr/sbin/init"
    assert init.read_text().startswith("#!/usr/bin/python3.11 -I\n")
    assert init.stat().st_mode & 0o111


def test_there_is_no_shell(recipe: Recipe) -> None:
    kept = {pattern for patterns in recipe.debian.packages.values() for pattern in patterns}
    assert not {name for name in (*kept, *recipe.links) if name.endswith(("/sh", "/bash", "/dash", "/busybox"))}
    assert not {"bash", "busybox", "busybox-static", "dash"} & set(recipe.debian.packages)


def test_host_code_is_not_in_the_image(recipe: Recipe) -> None:
    assert set(recipe.suite.exclude) >= {f"libtalos/{name}/*" for name in ("cli", "contracts", "image", "provision")}


def test_the_image_knows_the_version_of_the_library_of_messages(recipe: Recipe) -> None:
    """Its own file has the locked version, and compares as the library does."""
    own = runpy.run_path(str(SKELETON / recipe.python.site[1:] / "betterproto2/_version.py"))
    assert f"betterproto2=={own['__version__']} " in (CHECKOUT / recipe.python.lock).read_text()
    for check in (own["check_compiler_version"], betterproto2.check_compiler_version):
        check("0.10.7")
        with pytest.raises(ImportError, match=r"0\.9\.0"):
            check("0.9.0")
