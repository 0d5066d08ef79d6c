"""Sizes as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libtalos.mounts.sizes import format_size, parse_size


@pytest.mark.parametrize(
    ("text", "size"), [("0", 0), ("512", 512), ("1KiB", 1024), ("300 MiB", 300 << 20), (" 4GiB ", 4 << 30)]
)
def test_sizes_are_read(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "GiB", "-1", "1.5GiB", "4G", "4gib", "4GB", "four"])
def test_what_is_no_size_is_refused_with_what_is_one(text: str) -> None:
    with pytest.raises(ValueError, match="is not a size: write bytes or a number with KiB, MiB, GiB or TiB"):
        parse_size(text)


@given(st.integers(min_value=0, max_value=1 << 50))
def test_a_written_size_reads_as_the_same(size: int) -> None:
    assert parse_size(format_size(size).removesuffix(" bytes")) == size
