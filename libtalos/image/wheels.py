"""The locked Python packages: download wheels by hash, unpack what a node needs of them."""

from __future__ import annotations

import fnmatch
import re
import shutil
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from libtalos.image import digest
from libtalos.image.command import base_environment, run
from libtalos.image.errors import ImageError
from libtalos.image.recipe import Python
from libtalos.image.stage import PackageName, Stage

# name-version(-build)-python-abi-platform.whl; source: PyPA binary distribution format
_WHEEL = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)(-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl")
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")

# Debian 12 has glibc 2.36; pip takes an exact list when the platform is not its own
_GLIBC_MINORS = range(36, 16, -1)
_MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}


class Wheel(msgspec.Struct, frozen=True, kw_only=True):
    """A downloaded wheel."""

    name: str
    version: str
    sha256: digest.Sha256
    file: str


def locked(lock: Path) -> dict[str, str]:
    """Normalised project name -> version of a requirements file."""
    pins = (_PINNED.match(line) for line in lock.read_text().splitlines())
    found = {_normalised(pin["name"]): pin["version"] for pin in pins if pin is not None}
    if not found:
        raise ImageError(f"{lock}: no line of the form name==version")
    return found


def download(lock: Path, *, version: str, architecture: str, target: Path) -> list[Wheel]:
    """Download every locked wheel for the image's interpreter into a directory; pip checks the hashes."""
    partial = target.with_name(target.name + ".part")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    run(
        [sys.executable, *_pip_download(version, architecture), "-r", str(lock), "-d", str(partial)], env=_environment()
    )
    shutil.rmtree(target, ignore_errors=True)
    partial.rename(target)
    return list(_wheels(target))


def cached(lock: Path, target: Path) -> list[Wheel] | None:
    """The wheels of an earlier download; None unless all that are locked are there, with a hash of the lock."""
    hashes = set(_HASH.findall(lock.read_text()))
    wheels = [wheel for wheel in _wheels(target) if wheel.sha256 in hashes]
    return wheels if {wheel.name for wheel in wheels} == set(locked(lock)) else None


def install(python: Python, wheels: Sequence[Wheel], source: Path, stage: Stage) -> None:
    """Unpack wheels into the site directory, without the omitted projects and the excluded files."""
    unknown = set(python.omit) - {wheel.name for wheel in wheels}
    if unknown:
        raise ImageError(f"python.omit: {', '.join(sorted(unknown))}: not in {python.lock}")
    unused = set(python.exclude)
    for wheel in wheels:
        if wheel.name not in python.omit:
            unused -= _install(python, source / wheel.file, PackageName(wheel.name), stage)
    if unused:
        raise ImageError(f"python.exclude: nothing matches {', '.join(sorted(unused))}")


def _install(python: Python, wheel: Path, package: PackageName, stage: Stage) -> set[str]:
    used: set[str] = set()
    with zipfile.ZipFile(wheel) as archive:
        for info in archive.infolist():
            excluded = {pattern for pattern in python.exclude if fnmatch.fnmatchcase(info.filename, pattern)}
            used |= excluded
            if not excluded and not info.is_dir():
                path = f"{python.site}/{_safe_name(info.filename, wheel)}"
                stage.add_bytes(archive.read(info), path, package)
    return used


def _safe_name(name: str, wheel: Path) -> str:
    """Refuse what does not simply go below the site directory, for example scripts in a .data directory."""
    first = name.split("/", maxsplit=1)[0]
    if name.startswith("/") or ".." in name.split("/") or first.endswith(".data"):
        raise ImageError(f"{wheel.name}: cannot place {name!r}: only files of the site directory are supported")
    return name


def _wheels(directory: Path) -> Iterator[Wheel]:
    for path in sorted(directory.glob("*.whl")):
        match = _WHEEL.fullmatch(path.name)
        if match is None:
            raise ImageError(f"{path}: not the name of a wheel")
        name = _normalised(match["name"])
        yield Wheel(name=name, version=match["version"], sha256=digest.of_file(path), file=path.name)


def _pip_download(version: str, architecture: str) -> list[str]:
    abi = "cp" + version.replace(".", "")
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--quiet", "--disable-pip-version-check"]
    target = ["--python-version", version, "--implementation", "cp", *_each("--abi", [abi, "abi3", "none"])]
    return ["-m", "pip", "download", *options, *target, *_each("--platform", _platforms(architecture))]


def _each(option: str, values: Iterable[str]) -> list[str]:
    return [word for value in values for word in (option, value)]


def _platforms(architecture: str) -> list[str]:
    if architecture not in _MACHINES:
        raise ImageError(f"architecture {architecture}: an image can be built on {', '.join(sorted(_MACHINES))}")
    machine = _MACHINES[architecture]
    return [*(f"manylinux_2_{minor}_{machine}" for minor in _GLIBC_MINORS), f"manylinux2014_{machine}", "any"]


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _environment() -> dict[str, str]:
    return base_environment(PIP_NO_INPUT="1")
