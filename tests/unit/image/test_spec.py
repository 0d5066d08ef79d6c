"""What is built, and what overrides the recipe."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from libtalos.image.errors import ImageError
from libtalos.image.spec import Extra, output_directory, read_extra, read_spec


def test_the_recipe_decides_unless_overridden(checkout: Path) -> None:
    spec = read_spec(checkout, environment={})
    assert (spec.level, spec.created) == (3, int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()))
    assert spec.cache == checkout / "_out" / "cache"
    other = read_spec(checkout, environment={"SOURCE_DATE_EPOCH": "7"}, level=19, cache=checkout / "c")
    assert (other.level, other.created, other.cache) == (19, 7, checkout / "c")


@pytest.mark.parametrize("text", ["", "-1", "1.5", "now"])
def test_a_bad_epoch_is_refused(checkout: Path, text: str) -> None:
    with pytest.raises(ImageError, match=r"SOURCE_DATE_EPOCH=.*seconds since 1970"):
        read_spec(checkout, environment={"SOURCE_DATE_EPOCH": text})


def test_a_bad_level_is_refused(checkout: Path) -> None:
    with pytest.raises(ImageError, match="--compression-level: 0 is not a zstd level"):
        read_spec(checkout, environment={}, level=0)


def test_an_image_goes_below_out() -> None:
    assert output_directory(Path("/c"), "1.2.3") == Path("/c/_out/1.2.3")


def test_an_extra_is_a_source_and_a_place(checkout: Path) -> None:
    lock = checkout / "lock.txt"
    assert read_extra(f"{lock}:/usr/bin/kubelet") == Extra(lock, "/usr/bin/kubelet")


@pytest.mark.parametrize(
    "text", ["kubelet", "/usr/bin/kubelet", "/etc/passwd:usr/bin/x", "/etc/passwd:/a/../b", "/no/such:/x"]
)
def test_a_bad_extra_is_refused(text: str) -> None:
    with pytest.raises(ImageError, match="--add"):
        read_extra(text)
