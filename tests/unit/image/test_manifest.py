"""manifest.json: what it says, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from libtalos.image import manifest as documents
from libtalos.image.digest import Sha256, of_bytes
from libtalos.image.errors import ImageError
from libtalos.image.manifest import IMAGE, MANIFEST, ImageRecord, Manifest
from libtalos.image.stage import PackageName, Stage


def manifest(stage: Stage, image: bytes) -> Manifest:
    return Manifest(
        format=documents.FORMAT,
        version="1.2.3",
        created=documents.timestamp(0),
        suite="bookworm",
        architecture="amd64",
        inputs=Sha256("0" * 64),
        image=ImageRecord(file=IMAGE, sha256=of_bytes(image), size=len(image), unpacked=1, compression="zstd", level=3),
        contracts={"talos.init.v1": "sha256:00"},
        packages=[],
        files=documents.records(stage),
        directories=stage.directories(),
    )


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(root=tmp_path / "root")
    stage.add_bytes(b"abc", "/usr/bin/x", PackageName("one"), mode=0o755)
    stage.add_link("/usr/bin/y", "x", PackageName("two"))
    return stage


@pytest.fixture
def output(tmp_path: Path, stage: Stage) -> Path:
    output = tmp_path / "out"
    output.mkdir()
    (output / IMAGE).write_bytes(b"image")
    (output / MANIFEST).write_bytes(documents.encode(manifest(stage, b"image")))
    return output


def test_what_is_written_is_read(output: Path, stage: Stage) -> None:
    assert documents.verify(output) == manifest(stage, b"image")


def test_the_document(output: Path) -> None:
    document = json.loads((output / MANIFEST).read_text())
    assert document["created"] == "1970-01-01T00:00:00Z"
    assert document["files"]["/usr/bin/x"] == {
        "package": "one",
        "size": 3,
        "mode": 0o755,
        "sha256": of_bytes(b"abc"),
        "target": "",
    }
    assert document["files"]["/usr/bin/y"]["target"] == "x"
    assert list(document) == sorted(document)


def test_sizes_per_package(stage: Stage) -> None:
    assert documents.sizes(documents.records(stage)) == {"one": (1, 3), "two": (1, 0)}


def test_a_changed_image_is_refused(output: Path) -> None:
    (output / IMAGE).write_bytes(b"imagf")
    with pytest.raises(ImageError, match=r"rootfs.sqsh: sha256 is .* build it again"):
        documents.verify(output)


def test_a_missing_image_is_refused(output: Path) -> None:
    (output / IMAGE).unlink()
    with pytest.raises(ImageError, match=r"rootfs.sqsh: no such file"):
        documents.verify(output)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"{", "talos image build --force"), (b'{"format": 1}', "version"), (b"[]", "talos image build --force")],
)
def test_a_broken_manifest_is_refused(output: Path, content: bytes, said: str) -> None:
    (output / MANIFEST).write_bytes(content)
    with pytest.raises(ImageError, match=said):
        documents.load(output / MANIFEST)


def test_another_format_is_refused(output: Path) -> None:
    text = (output / MANIFEST).read_text().replace('"format": 1', '"format": 2')
    (output / MANIFEST).write_text(text)
    with pytest.raises(ImageError, match="format 2"):
        documents.load(output / MANIFEST)


def test_no_image_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="talos image build"):
        documents.load(tmp_path / MANIFEST)
