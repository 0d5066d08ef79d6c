import pytest
from hypothesis import given
from hypothesis import strategies as st

from libtalos.provision.errors import ProvisionError
from libtalos.provision.units import format_size, parse_duration, parse_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("4GiB", 4 * 2**30),
        ("4G", 4 * 2**30),
        ("4gb", 4 * 10**9),
        ("512 MiB", 512 * 2**20),
        ("300000000", 300_000_000),
        ("1.5KiB", 1536),
        ("7B", 7),
        ("1T", 2**40),
    ],
)
def test_sizes(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "4 apples", "-1G", "GiB", "1e9", "4GiBB"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(ProvisionError, match=r"not a size.*as in 512MiB"):
        parse_size(text)


@given(st.integers(0, 2**50))
def test_a_formatted_size_reads_back_to_within_rounding(size: int) -> None:
    assert parse_size(format_size(size)) == pytest.approx(size, rel=0.05, abs=1)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("90s", 90), ("1m30s", 90), ("500ms", 0.5), ("1.5h", 5400), ("0", 0)]
)
def test_durations(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "soon", "-1s", "1m 30s", "1d", "s"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(ProvisionError, match=r"not a duration.*as in 90s"):
        parse_duration(text)
