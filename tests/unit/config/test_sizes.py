"""Sizes of volumes as people write them."""

from __future__ import annotations

import pytest

from libtalos.config.sizes import Maximum, bytes_of, maximum_of


@pytest.mark.parametrize(
    ("text", "size"),
    [("7", 7), ("10GB", 10**10), ("2.5GiB", 5 << 29), ("100 MiB", 100 << 20), ("1k", 1000), ("3TB", 3 * 10**12)],
)
def test_sizes_have_units_of_1000_and_of_1024(text: str, size: int) -> None:
    assert bytes_of(text) == size


@pytest.mark.parametrize(
    ("text", "maximum", "taken"),
    [
        ("40B", Maximum(40), 40),
        ("400B", Maximum(400), 100),
        ("80%", Maximum(percent=80), 80),
        ("-30B", Maximum(30, stays_free=True), 70),
        ("-300B", Maximum(300, stays_free=True), 0),
        ("0", Maximum(), 100),
    ],
)
def test_a_maximum_may_depend_on_what_is_free(text: str, maximum: Maximum, taken: int) -> None:
    assert maximum_of(text) == maximum
    assert maximum.of(100) == taken


@pytest.mark.parametrize("text", ["101%", "0%", "1.5%", "%", "--1GB", "much", "-"])
def test_what_is_no_maximum_says_what_is_one(text: str) -> None:
    with pytest.raises(ValueError, match="write "):
        maximum_of(text)
