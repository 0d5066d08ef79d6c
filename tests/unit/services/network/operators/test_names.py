"""Names in DNS wire format; what they may have in them is tested where they are used."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.network.operators.names import as_name, decode_labels, usable_names


@pytest.mark.parametrize("name", ["a", "node-1", "a.example.org", "_srv.x", "a" * 63, ".".join(["a" * 62] * 4)])
def test_names(name: str) -> None:
    assert as_name(name) == name
    assert as_name(f"{name}.") == name


@pytest.mark.parametrize("text", ["", ".", "a..b", "a b", "a\nb", "ä", "a" * 64, ".".join(["a" * 63] * 4), "a/b", "٣"])
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(ValueError, match="is not a name"):
        as_name(text)


def test_compression_goes_backwards_and_may_go_on() -> None:
    assert decode_labels(b"\3org\0\7example\xc0\0\1a\xc0\5") == ["org", "example.org", "a.example.org"]


@pytest.mark.parametrize("data", [b"\xc0\0", b"\1a\xc0\0", b"\1a\xc0\7\0", b"\1a", b"\x40a", b"\xc0", b"\3ab\0"])
def test_what_is_cut_off_or_goes_in_circles_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut off|forward|does not end"):
        decode_labels(data)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_reading_ends(data: bytes) -> None:
    try:
        names = decode_labels(data)
    except ValueError:
        return
    good, refused = usable_names(names, "search domain")
    assert len(good) <= 32
    assert bool(names) == bool(good or refused)
