"""Debian packages from the machine's own apt sources, kept apart from the machine's own apt state."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import msgspec

from libtalos.image import digest
from libtalos.image.command import base_environment, run
from libtalos.image.errors import ImageError

_INDEX = "packages.json"

# only the declared suite and its updates; whatever else the machine is subscribed to is out of reach
_PREFERENCES = """\
Package: *
Pin: release n={suite}*
Pin-Priority: 990

Package: *
Pin: release n=*
Pin-Priority: -1
"""


class Deb(msgspec.Struct, frozen=True, kw_only=True):
    """A downloaded package; file is its name beside the index."""

    name: str
    version: str
    sha256: digest.Sha256
    file: str


class Apt:
    """apt with a state directory of its own: needs no root and changes nothing of the machine."""

    def __init__(self, *, directory: Path, suite: str) -> None:
        self._directory = directory
        self._suite = suite

    def architecture(self) -> str:
        """Debian's name of this machine's architecture."""
        return run(["dpkg", "--print-architecture"]).strip()

    def update(self) -> None:
        """Fetch the package lists. Raises ImageError if the sources do not offer the declared suite."""
        self._prepare()
        run(["apt-get", "--quiet", *self._options(), "update"], env=base_environment())
        offered = set(run(["apt-get", *self._options(), "indextargets", "--format", "$(CODENAME)"]).split())
        if self._suite not in offered:
            raise ImageError(
                f"the apt sources of this machine offer {', '.join(sorted(offered)) or 'nothing'}, "
                f"and the image is made of Debian {self._suite}: add that suite to /etc/apt/sources.list.d"
            )

    def download(self, packages: Sequence[str], target: Path) -> list[Deb]:
        """Download packages (checked by apt against the signed lists) into a new directory, with an index."""
        partial = target.with_name(target.name + ".part")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        run(["apt-get", "--quiet", *self._options(), "download", *packages], env=base_environment(), cwd=partial)
        debs = sorted((_describe(path) for path in partial.glob("*.deb")), key=lambda deb: deb.name)
        (partial / _INDEX).write_bytes(msgspec.json.encode(debs))
        shutil.rmtree(target, ignore_errors=True)
        partial.rename(target)
        return debs

    def _prepare(self) -> None:
        for name in ("lists/partial", "cache/archives/partial"):
            (self._directory / name).mkdir(parents=True, exist_ok=True)
        (self._directory / "status").touch()
        (self._directory / "preferences").write_text(_PREFERENCES.format(suite=self._suite))

    def _options(self) -> list[str]:
        settings = {
            "Dir::State": self._directory,
            "Dir::State::lists": self._directory / "lists",
            "Dir::State::status": self._directory / "status",
            "Dir::Cache": self._directory / "cache",
            "Dir::Etc::preferences": self._directory / "preferences",
            "Dir::Etc::preferencesparts": "/dev/null",
            "Acquire::Languages": "none",
            "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled": "false",
            # the download directory is root's, and apt's own user could not write there
            "APT::Sandbox::User": "root",
        }
        return [f"-o{name}={value}" for name, value in settings.items()]


def cached(target: Path) -> list[Deb] | None:
    """The packages of an earlier download; None if there is none or a file is gone or damaged."""
    index = target / _INDEX
    if not index.exists():
        return None
    debs = msgspec.json.decode(index.read_bytes(), type=list[Deb])
    return debs if all(_intact(deb, target / deb.file) for deb in debs) else None


def _intact(deb: Deb, path: Path) -> bool:
    return path.exists() and digest.of_file(path) == deb.sha256


def _describe(path: Path) -> Deb:
    name, version = run(["dpkg-deb", "--show", "--showformat=${Package} ${Version}", str(path)]).split()
    return Deb(name=name, version=version, sha256=digest.of_file(path), file=path.name)
