"""grpc-timeout: eight digits at most, never longer than the caller waits."""

import math

import pytest

from libtalos.bus.errors import InvalidArgumentError
from libtalos.bus.timeouts import decode_timeout, encode_timeout


@pytest.mark.parametrize(
    ("seconds", "encoded"),
    [
        (0, b"0n"),
        (-1.5, b"0n"),
        (1, b"1S"),
        (20.0, b"20S"),
        (99_999_999.0, b"99999999S"),
        (0.05, b"50000000n"),
        (0.5, b"500000u"),
        (1e-12, b"0n"),
        (100_000.5, b"100000S"),
        (1e9, b"16666666M"),
        (1e11, b"27777777H"),
        (1e300, b"99999999H"),
        (math.inf, b"99999999H"),
    ],
)
def test_the_finest_unit_that_fits(seconds: float, encoded: bytes) -> None:
    assert encode_timeout(seconds) == encoded


@pytest.mark.parametrize("exponent", range(-9, 11))
@pytest.mark.parametrize("factor", [1.0, 1.2345678, 9.9999999])
def test_it_is_rounded_down_and_by_little(exponent: int, factor: float) -> None:
    seconds = factor * 10.0**exponent
    got = decode_timeout(encode_timeout(seconds).decode())
    assert got <= seconds * (1 + 1e-12)
    assert got >= seconds * (1 - 1e-5) - 1e-9


@pytest.mark.parametrize(
    ("text", "seconds"), [("1H", 3600), ("2M", 120), ("3S", 3), ("4m", 4e-3), ("5u", 5e-6), ("6n", 6e-9), ("00S", 0)]
)
def test_every_unit(text: str, seconds: float) -> None:
    assert decode_timeout(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text", ["", "S", "1", "1s", "123456789S", "-1S", "+1S", "1.5S", " 1S", "1 S", "\u0661S", "²S", "1_0S"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InvalidArgumentError, match="grpc-timeout"):
        decode_timeout(text)
