"""Debian packages of an earlier download."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from libtalos.image import apt
from libtalos.image.apt import Deb
from libtalos.image.digest import of_bytes


@pytest.fixture
def download(tmp_path: Path) -> Path:
    (tmp_path / "a_1_amd64.deb").write_bytes(b"A")
    deb = Deb(name="a", version="1", sha256=of_bytes(b"A"), file="a_1_amd64.deb")
    (tmp_path / "packages.json").write_bytes(msgspec.json.encode([deb]))
    return tmp_path


def test_an_earlier_download_is_served(download: Path) -> None:
    found = apt.cached(download)
    assert found is not None
    assert [(deb.name, deb.version) for deb in found] == [("a", "1")]


def test_no_download_no_packages(tmp_path: Path) -> None:
    assert apt.cached(tmp_path) is None


def test_a_missing_package_is_fetched_again(download: Path) -> None:
    (download / "a_1_amd64.deb").unlink()
    assert apt.cached(download) is None


def test_a_damaged_package_is_fetched_again(download: Path) -> None:
    (download / "a_1_amd64.deb").write_bytes(b"B")
    assert apt.cached(download) is None
