"""`talos image`, without building."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from libtalos.cli.image import app
from libtalos.image import manifest as documents
from libtalos.image.digest import Sha256
from libtalos.image.manifest import IMAGE, MANIFEST, FileRecord, ImageRecord, Manifest, Package


@pytest.fixture
def output(tmp_path: Path) -> Path:
    image = ImageRecord(file=IMAGE, sha256=Sha256("ab"), size=2**20, unpacked=2**21, compression="zstd", level=3)
    manifest = Manifest(
        format=documents.FORMAT,
        version="1.2.3",
        created=documents.timestamp(0),
        suite="bookworm",
        architecture="amd64",
        inputs=Sha256("cd"),
        image=image,
        contracts={"talos.init.v1": "sha256:ef"},
        packages=[Package(name="etcd-server", kind="debian", version="3.4", sha256="aa", files=1, size=2**21)],
        files={"/usr/bin/etcd": FileRecord(package="etcd-server", size=2**21)},
        directories={"/": 0o755},
    )
    (tmp_path / MANIFEST).write_bytes(documents.encode(manifest))
    return tmp_path


def test_show_as_a_table(output: Path) -> None:
    result = CliRunner().invoke(app, ["show", "--output", str(output)])
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[0] == ["PACKAGE", "KIND", "VERSION", "FILES", "SIZE"]
    assert lines[1] == ["etcd-server", "debian", "3.4", "1", "2", "MiB"]
    assert lines[-1] == ["packed", "(zstd", "3)", "1", "MiB"]


@pytest.mark.parametrize(("form", "parse"), [("json", json.loads), ("yaml", yaml.safe_load)])
def test_show_for_programs(output: Path, form: str, parse: object) -> None:
    result = CliRunner().invoke(app, ["show", "--output", str(output), "-o", form])
    assert result.exit_code == 0
    assert callable(parse)
    document = parse(result.stdout)
    assert (document["version"], document["image"]["sha256"]) == ("1.2.3", "ab")
    assert document["contracts"] == {"talos.init.v1": "sha256:ef"}


def test_errors_go_to_stderr(tmp_path: Path) -> None:
    runner = CliRunner()
    missing = runner.invoke(app, ["show", "--output", str(tmp_path / "none")])
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "talos image build" in missing.stderr
    elsewhere = runner.invoke(app, ["build", "--source", str(tmp_path)])
    assert (elsewhere.exit_code, elsewhere.stdout) == (1, "")
    assert "packages.toml: no such file" in elsewhere.stderr
