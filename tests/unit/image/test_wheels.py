"""Locked wheels: reading the lock, unpacking what a node needs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from libtalos.image import wheels
from libtalos.image.digest import of_file
from libtalos.image.errors import ImageError
from libtalos.image.recipe import Python
from libtalos.image.stage import Stage

LOCK = """\
# by a tool
PyYAML==6.0.3 \\
    --hash=sha256:00
typing_extensions==4.16.0 ; python_version < "3.12" \\
    --hash=sha256:00
"""


def lock_of(directory: Path, *pins: str) -> Path:
    """A lock of every wheel in a directory."""
    hashes = " ".join(f"--hash=sha256:{of_file(path)}" for path in directory.glob("*.whl"))
    lock = directory.parent / "lock.txt"
    lock.write_text("".join(f"{pin} {hashes}\n" for pin in pins))
    return lock


def python(**changes: tuple[str, ...]) -> Python:
    return Python(version="3.11", site="/site", lock="lock.txt", **changes)


def wheel(directory: Path, name: str, files: dict[str, str]) -> None:
    directory.mkdir(exist_ok=True)
    with zipfile.ZipFile(directory / name, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)


def test_the_lock_is_read_with_normalised_names(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(LOCK)
    assert wheels.locked(lock) == {"pyyaml": "6.0.3", "typing-extensions": "4.16.0"}


def test_a_file_without_pins_is_no_lock(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("pyyaml\n")
    with pytest.raises(ImageError, match="name==version"):
        wheels.locked(lock)


def test_the_cache_serves_only_the_whole_lock(tmp_path: Path) -> None:
    pins = ("PyYAML==6.0.3", "typing_extensions==4.16.0")
    (tmp_path / "wheels").mkdir()
    assert wheels.cached(lock_of(tmp_path / "wheels", *pins), tmp_path / "wheels") is None
    wheel(tmp_path / "wheels", "pyyaml-6.0.3-cp311-cp311-manylinux_2_17_x86_64.whl", {"yaml.py": ""})
    assert wheels.cached(lock_of(tmp_path / "wheels", *pins), tmp_path / "wheels") is None
    wheel(tmp_path / "wheels", "typing_extensions-4.16.0-py3-none-any.whl", {"typing_extensions.py": ""})
    found = wheels.cached(lock_of(tmp_path / "wheels", *pins), tmp_path / "wheels")
    assert found is not None
    assert [(item.name, item.version) for item in found] == [("pyyaml", "6.0.3"), ("typing-extensions", "4.16.0")]


def test_a_damaged_wheel_is_not_served(tmp_path: Path) -> None:
    name = "a-1-py3-none-any.whl"
    wheel(tmp_path / "wheels", name, {"a.py": "A"})
    lock = lock_of(tmp_path / "wheels", "a==1")
    assert wheels.cached(lock, tmp_path / "wheels") is not None
    (tmp_path / "wheels" / name).write_bytes(b"damaged")
    assert wheels.cached(lock, tmp_path / "wheels") is None


def installed(tmp_path: Path, recipe: Python) -> dict[str, str]:
    wheel(tmp_path / "w", "a-1-py3-none-any.whl", {"a/__init__.py": "A", "a/a.pyi": "", "a-1.dist-info/METADATA": "M"})
    wheel(tmp_path / "w", "b-2-py3-none-any.whl", {"b.py": "B"})
    lock = lock_of(tmp_path / "w", "a==1", "b==2")
    found = wheels.cached(lock, tmp_path / "w")
    assert found is not None
    stage = Stage(root=tmp_path / "root")
    wheels.install(recipe, found, tmp_path / "w", stage)
    return {path: stage.at(path).read_text() for path in stage.owners}


def test_a_wheel_goes_below_the_site_directory_without_what_is_excluded(tmp_path: Path) -> None:
    found = installed(tmp_path, python(omit=("b",), exclude=("*.pyi",)))
    assert found == {"/site/a/__init__.py": "A", "/site/a-1.dist-info/METADATA": "M"}


def test_rules_that_match_nothing_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"python.omit: c: not in lock.txt"):
        installed(tmp_path, python(omit=("c",)))
    with pytest.raises(ImageError, match=r"python.exclude: nothing matches \*.pxd"):
        installed(tmp_path, python(exclude=("*.pxd",)))


@pytest.mark.parametrize("name", ["../x.py", "/x.py", "a/../../x.py", "a-1.data/scripts/run"])
def test_a_wheel_cannot_write_elsewhere(tmp_path: Path, name: str) -> None:
    wheel(tmp_path / "w", "a-1-py3-none-any.whl", {name: ""})
    lock = lock_of(tmp_path / "w", "a==1")
    found = wheels.cached(lock, tmp_path / "w")
    assert found is not None
    with pytest.raises(ImageError, match="cannot place"):
        wheels.install(python(), found, tmp_path / "w", Stage(root=tmp_path / "root"))
