"""NTP's packets: what is sent, and what is believed of what comes."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.network.timesync.packet import (
    Leap,
    PacketError,
    RefusalError,
    StrayError,
    make_query,
    read_answer,
)

NONCE = 0x0123456789ABCDEF
BEFORE = 1_735_689_600.0  # 2025
TO_1970 = 2_208_988_800
# 2026-01-01T00:00:00.25Z
STAMP = (1_767_225_600 + TO_1970) << 32 | 1 << 30


def answer(
    flags: int = 0x24,
    stratum: int = 2,
    *,
    origin: int = NONCE,
    reference: bytes = b"GPS\0",
    delay: int = 0,
    sent: int = STAMP,
) -> bytes:
    """A packet; flags 0x24 are no leap second, version 4, a server."""
    return struct.pack("!BBbbII4sQQQQ", flags, stratum, 6, -20, delay, 0, reference, 0, origin, STAMP, sent)


def read(data: bytes) -> object:
    """Read it as the answer to our query."""
    return read_answer(data, NONCE, not_before=BEFORE, max_distance=1.5)


def test_a_query_tells_nothing_but_the_nonce() -> None:
    query = make_query(NONCE)
    assert query == b"\x23" + bytes(39) + NONCE.to_bytes(8, "big")


def test_a_good_answer() -> None:
    found = read_answer(answer(0x64, delay=0x8000), NONCE, not_before=BEFORE, max_distance=1.5)
    assert (found.leap, found.stratum, found.distance) == (Leap.INSERT, 2, 0.25)
    assert found.received == found.sent == 1_767_225_600_250_000_000


@pytest.mark.parametrize("year", [2036, 2037, 2100])
def test_the_era_after_2036_is_told_by_what_cannot_be(year: int) -> None:
    seconds = 1_767_225_600 + (year - 2026) * 31_556_952
    stamp = (seconds + TO_1970) % (1 << 32) << 32 | 1
    assert read_answer(answer(sent=stamp), NONCE, not_before=BEFORE, max_distance=1.5).sent // 10**9 == seconds


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (answer()[:47], "no NTP packet"),
        (answer(0x23), "mode 3"),
        (answer(0x14), "version 2"),
        (answer(origin=NONCE ^ 1), "another query"),
    ],
)
def test_what_nobody_but_the_server_can_know_tells_strays(data: bytes, reason: str) -> None:
    with pytest.raises(StrayError, match=reason):
        read(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (answer(0xE4), "not synchronized"),
        (answer(stratum=16), "not synchronized"),
        (answer(delay=4 << 16), "off by 2.0 s"),
        (answer(sent=0), "no time"),
    ],
)
def test_answers_that_must_not_be_used(data: bytes, reason: str) -> None:
    with pytest.raises(PacketError, match=reason):
        read(data)


def test_a_kiss_of_death_counts_only_from_the_server_itself() -> None:
    with pytest.raises(RefusalError, match="RATE") as caught:
        read(answer(0xE4, 0, reference=b"RATE"))
    assert caught.value.code == "RATE"
    with pytest.raises(StrayError):
        read(answer(0xE4, 0, reference=b"RATE", origin=0))


OURS = st.builds(
    lambda head, tail: head + NONCE.to_bytes(8, "big") + tail,
    st.binary(min_size=24, max_size=24),
    st.binary(min_size=16, max_size=16),
)


@given(st.binary(max_size=100) | OURS)
def test_any_bytes_are_an_answer_in_bounds_or_an_error(data: bytes) -> None:
    try:
        found = read_answer(data, NONCE, not_before=BEFORE, max_distance=1.5)
    except (PacketError, RefusalError):
        return
    assert 1 <= found.stratum <= 15
    assert 0 <= found.distance <= 1.5
    assert BEFORE * 1e9 <= found.sent < (BEFORE + (1 << 32)) * 1e9
