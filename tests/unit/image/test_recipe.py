"""rootfs/packages.toml: what is accepted, and what an error says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from libtalos.image.errors import ImageError
from libtalos.image.recipe import load

GOOD = """
created = 2026-01-01T00:00:00Z
compression-level = 3
[debian]
suite = "bookworm"
[debian.packages]
libc6 = []
[python]
version = "3.11"
site = "/usr/lib/python3/dist-packages"
lock = "lock.txt"
[suite]
packages = ["libtalos"]
[directories]
"/root" = 0o700
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "packages.toml"
    path.write_text(text)
    return path


def test_a_recipe_is_read(tmp_path: Path) -> None:
    recipe = load(write(tmp_path, GOOD))
    assert recipe.created == datetime(2026, 1, 1, tzinfo=UTC)
    assert recipe.debian.packages == {"libc6": ()}
    assert recipe.directories == {"/root": 0o700}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("compression-level = 3", "compression-level = 23", "compression-level: 23 is not a zstd level"),
        ("compression-level = 3", "compression_level = 3", "compression_level"),
        ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00", "time zone"),
        ("libc6 = []", 'libc6 = "all"', "debian.packages"),
        ('"/root" = 0o700', '"root" = 0o700', "absolute path"),
        ('"/root" = 0o700', '"/etc/../root" = 0o700', "absolute path"),
        ('suite = "bookworm"', "suite = ", "packages.toml"),
    ],
)
def test_an_error_names_the_file_and_the_place(tmp_path: Path, before: str, after: str, said: str) -> None:
    path = write(tmp_path, GOOD.replace(before, after))
    with pytest.raises(ImageError, match=r"packages\.toml") as error:
        load(path)
    assert said in str(error.value)


def test_a_missing_recipe_says_where_to_look(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="--source"):
        load(tmp_path / "packages.toml")
