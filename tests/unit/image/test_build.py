"""When an image is up to date, what is put in place, what a plan says."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from libtalos.image import build as builder
from libtalos.image import contents, inputs
from libtalos.image import manifest as documents
from libtalos.image.apt import Apt, Deb
from libtalos.image.digest import Sha256, of_bytes
from libtalos.image.errors import ImageError
from libtalos.image.manifest import IMAGE, MANIFEST, FileRecord, ImageRecord, Manifest
from libtalos.image.spec import BuildSpec
from libtalos.image.steps import Findings


def manifest_of(spec: BuildSpec, image: bytes = b"image") -> Manifest:
    record = ImageRecord(file=IMAGE, sha256=of_bytes(image), size=len(image), unpacked=0, compression="zstd", level=3)
    return Manifest(
        format=documents.FORMAT,
        version=spec.version,
        created=documents.timestamp(spec.created),
        suite="bookworm",
        architecture="amd64",
        inputs=inputs.of_build(spec, architecture(spec)),
        image=record,
        contracts={},
        packages=[],
        files={},
        directories={},
    )


def architecture(spec: BuildSpec) -> str:
    return Apt(directory=spec.cache, suite="bookworm").architecture()


@pytest.fixture
def output(tmp_path: Path, spec: BuildSpec) -> Path:
    output = tmp_path / "out"
    output.mkdir()
    (output / IMAGE).write_bytes(b"image")
    (output / MANIFEST).write_bytes(documents.encode(manifest_of(spec)))
    return output


def test_the_same_inputs_build_nothing(spec: BuildSpec, output: Path) -> None:
    lines: list[str] = []
    assert builder.build(spec, output, progress=lines.append) == manifest_of(spec)
    assert lines == [f"{output / IMAGE} is up to date"]
    assert not spec.cache.exists()


def test_a_changed_input_is_not_up_to_date(spec: BuildSpec, output: Path) -> None:
    assert builder.up_to_date(spec, output) is not None
    (spec.checkout / "pack/node.py").write_text("NODE = 2\n")
    assert builder.up_to_date(spec, output) is None


def test_another_level_is_not_up_to_date(spec: BuildSpec, output: Path) -> None:
    assert builder.up_to_date(replace(spec, level=1), output) is None


@pytest.mark.parametrize("name", [IMAGE, MANIFEST])
def test_half_an_image_is_not_up_to_date(spec: BuildSpec, output: Path, name: str) -> None:
    (output / name).unlink()
    assert builder.up_to_date(spec, output) is None


def test_a_truncated_image_is_not_up_to_date(spec: BuildSpec, output: Path) -> None:
    (output / IMAGE).write_bytes(b"imag")
    assert builder.up_to_date(spec, output) is None


def test_a_broken_manifest_is_not_up_to_date(spec: BuildSpec, output: Path) -> None:
    (output / MANIFEST).write_text("{")
    assert builder.up_to_date(spec, output) is None


def test_publishing_replaces_both_and_leaves_nothing_else(spec: BuildSpec, output: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / IMAGE).write_bytes(b"newer")
    builder.publish(work / IMAGE, manifest_of(spec, b"newer"), output)
    assert documents.verify(output).image.sha256 == of_bytes(b"newer")
    assert sorted(path.name for path in output.iterdir()) == [MANIFEST, IMAGE]


def test_a_plan_says_what_it_will_do(spec: BuildSpec, tmp_path: Path) -> None:
    plan = builder.plan(spec, tmp_path / "work")
    assert [step.describe() for step in plan.steps] == [
        "fetch 1 packages of Debian bookworm",
        "fetch the Python packages of lock.txt",
        "select files and their shared libraries, compile the standard library",
        "add libtalos 1.2.3 and the skeleton",
        "pack rootfs.sqsh with zstd level 3",
    ]
    assert not (tmp_path / "work").exists()


def test_packages_are_listed_by_size_with_their_origin(spec: BuildSpec) -> None:
    deb = Deb(name="libc6", version="2.36", sha256=Sha256("aa"), file="libc6.deb")
    files = {
        "/lib/libc.so.6": FileRecord(package="libc6", size=10),
        "/site/pack/node.py": FileRecord(package="libtalos", size=20),
        "/etc/hosts": FileRecord(package="skeleton", size=0),
    }
    found = contents.packages(spec, Findings(debs=[deb], wheels=[]), files)
    assert [(item.name, item.kind, item.size) for item in found] == [
        ("libtalos", "suite", 20),
        ("libc6", "debian", 10),
        ("skeleton", "suite", 0),
    ]
    assert (found[1].version, found[1].sha256, found[1].files) == ("2.36", "aa", 1)


def test_a_package_that_brings_nothing_is_an_error(spec: BuildSpec) -> None:
    deb = Deb(name="libc6", version="2.36", sha256=Sha256("aa"), file="libc6.deb")
    with pytest.raises(ImageError, match="debian package libc6: no file of it is in the image"):
        contents.packages(spec, Findings(debs=[deb], wheels=[]), {})


def test_wanted_packages_decide_the_download(spec: BuildSpec) -> None:
    debian = replace(spec.recipe.debian, packages={"libc6": (), "zlib1g": ()})
    more = replace(spec, recipe=replace(spec.recipe, debian=debian))
    assert inputs.of_packages(more, "amd64") != inputs.of_packages(spec, "amd64")
    assert inputs.of_packages(spec, "arm64") != inputs.of_packages(spec, "amd64")
