"""Values that are written as text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libtalos.config.written import (
    Address,
    AddressPort,
    Duid,
    Duration,
    HardwareAddress,
    PortRange,
    Prefix,
    RoutingTable,
    Written,
)


@pytest.mark.parametrize(
    ("text", "nanoseconds", "printed"),
    [
        ("0", 0, "0s"),
        ("1h", 3600 * 10**9, "1h0m0s"),
        ("90s", 90 * 10**9, "1m30s"),
        ("1.5h30m.5s", 7200 * 10**9 + 5 * 10**8, "2h0m0.5s"),
        ("-2us", -2000, "-2µs"),
        ("1500us", 1_500_000, "1.5ms"),
        ("7ns", 7, "7ns"),
        ("1.0000000000000000001h", 3600 * 10**9, "1h0m0s"),
    ],
)
def test_durations_are_written_as_go_does(text: str, nanoseconds: int, printed: str) -> None:
    duration = Duration.parse(text)
    assert duration.value == nanoseconds
    assert str(duration) == printed
    assert duration.seconds == pytest.approx(nanoseconds / 10**9)


@settings(deadline=None)
@given(st.integers(-(1 << 63) + 1, (1 << 63) - 1))
def test_every_duration_reads_as_it_is_printed(nanoseconds: int) -> None:
    assert Duration.parse(str(Duration(nanoseconds))) == Duration(nanoseconds)


@pytest.mark.parametrize("text", ["", "1", "1d", "s", "1h 2m", ".s", "1e3s", "300000000h", "9" * 10_000 + "s", "inf"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        Duration.parse(text)


@pytest.mark.parametrize(
    ("kind", "text", "printed"),
    [
        (Address, "2001:DB8::1", "2001:db8::1"),
        (Prefix, "10.0.0.1/8", "10.0.0.1/8"),
        (AddressPort, "[::1]:80", "[::1]:80"),
        (HardwareAddress, "2E-3C-4D-5E-6F-70", "2e:3c:4d:5e:6f:70"),
        (Duid, "00:01:02", "00:01:02"),
        (RoutingTable, "254", "main"),
        (RoutingTable, "100", "100"),
        (PortRange, "80-80", "80"),
        (PortRange, "80-81", "80-81"),
    ],
)
def test_values_are_printed_in_one_form(kind: type[Written[object]], text: str, printed: str) -> None:
    value = kind.parse(text)
    assert str(value) == printed
    assert kind.parse(printed) == value
    assert hash(kind.parse(printed)) == hash(value)
    assert printed in repr(value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Address, "10.0.0.256"),
        (Address, "fe80::1%eth0"),
        (Address, ""),
        (Prefix, "10.0.0.1"),
        (Prefix, "10.0.0.1/255.0.0.0"),
        (Prefix, "10.0.0.1/33"),
        (AddressPort, "10.0.0.1"),
        (AddressPort, "10.0.0.1:65536"),
        (AddressPort, "[10.0.0.1]:1"),
        (AddressPort, "::1:80"),
        (HardwareAddress, "2e:3c:4d:5e:6f"),
        (HardwareAddress, "2e3c4d5e6f70"),
        (Duid, "00:01"),
        (Duid, ":".join(["00"] * 131)),
        (RoutingTable, "4294967296"),
        (RoutingTable, "-1"),
        (RoutingTable, "blue"),
        (PortRange, "65536"),
        (PortRange, "1-"),
        (PortRange, "2-1"),
    ],
)
def test_what_is_no_value_is_refused_and_quoted(kind: type[Written[object]], text: str) -> None:
    with pytest.raises(ValueError, match=r"is not|has a zone"):
        kind.parse(text)


def test_values_of_two_types_are_not_equal() -> None:
    assert Duid(b"123456") != HardwareAddress(b"123456")
