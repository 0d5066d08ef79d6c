"""manifest.json: what is in an image, beside the image."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from libtalos.image import digest
from libtalos.image.errors import ImageError
from libtalos.image.stage import PackageName, Stage

IMAGE = "rootfs.sqsh"
MANIFEST = "manifest.json"

# raised when a reader of an older manifest would misread a newer one
FORMAT = 1


class _Record(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Keys in camelCase, as in every other document of the suite."""


class Package(_Record, frozen=True):
    """A package. kind: debian, python or suite; sha256: of its archive; size: bytes unpacked, with .pyc."""

    name: str
    kind: str
    version: str
    sha256: str
    files: int
    size: int


class FileRecord(_Record, frozen=True):
    """A file (size, mode, sha256) or a symbolic link (target) and the package that it is from."""

    package: str
    size: int = 0
    mode: int = 0
    sha256: str = ""
    target: str = ""


class ImageRecord(_Record, frozen=True):
    """The squashfs file: name beside the manifest, digest, bytes, bytes unpacked, compression."""

    file: str
    sha256: digest.Sha256
    size: int
    unpacked: int
    compression: str
    level: int


class Manifest(_Record, frozen=True):
    """The document. inputs: digest of everything the image was made from; created: of every file, as in the image;
    directories: path -> mode.
    """

    format: int
    version: str
    created: datetime
    suite: str
    architecture: str
    inputs: digest.Sha256
    image: ImageRecord
    contracts: Mapping[str, str]
    packages: Sequence[Package]
    files: Mapping[str, FileRecord]
    directories: Mapping[str, int]


def load(path: Path) -> Manifest:
    """Read a manifest; raises ImageError if it is missing, broken or of a newer format."""
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError as missing:
        raise ImageError(f"{path}: no image here; build one with `talos image build`") from missing
    except msgspec.DecodeError as error:
        raise ImageError(f"{path}: {error}; build the image again with `talos image build --force`") from error
    if manifest.format != FORMAT:
        raise ImageError(f"{path}: format {manifest.format}, and this program reads {FORMAT}: use its own release")
    return manifest


def encode(manifest: Manifest) -> bytes:
    """The bytes of manifest.json: sorted, indented, ending with a newline."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=2) + b"\n"


def verify(directory: Path) -> Manifest:
    """The manifest of an image whose bytes are those that it names; raises ImageError otherwise."""
    manifest = load(directory / MANIFEST)
    image = directory / manifest.image.file
    if not image.exists():
        raise ImageError(f"{image}: no such file; build it with `talos image build`")
    found = digest.of_file(image)
    if found != manifest.image.sha256:
        raise ImageError(
            f"{image}: sha256 is {found}, and {MANIFEST} says {manifest.image.sha256}: "
            "build it again with `talos image build --force`"
        )
    return manifest


def records(stage: Stage) -> dict[str, FileRecord]:
    """Every file and link of a stage."""
    return {path: _record(place, stage.owners[path]) for path, place in stage.files()}


def sizes(files: Mapping[str, FileRecord]) -> dict[str, tuple[int, int]]:
    """Package -> (number of files, bytes)."""
    totals: dict[str, tuple[int, int]] = {}
    for record in files.values():
        count, size = totals.get(record.package, (0, 0))
        totals[record.package] = (count + 1, size + record.size)
    return totals


def timestamp(seconds: int) -> datetime:
    """Seconds since 1970 as the manifest writes them."""
    return datetime.fromtimestamp(seconds, UTC)


def _record(place: Path, package: PackageName) -> FileRecord:
    if place.is_symlink():
        return FileRecord(package=package, target=str(place.readlink()))
    status = os.stat(place)  # noqa: PTH116 - one call for size and mode
    mode = stat.S_IMODE(status.st_mode)
    return FileRecord(package=package, size=status.st_size, mode=mode, sha256=digest.of_file(place))
