"""The name of a node that nobody has named."""

from __future__ import annotations

import hashlib
import re
from ipaddress import ip_address

import pytest

from services.network.hostname import default_hostname, is_named


def test_the_identity_makes_a_stable_name() -> None:
    first, again = default_hostname("abc", None), default_hostname("abc", ip_address("10.5.0.2"))
    assert first is not None
    assert first == again
    assert first != default_hostname("abd", None)
    assert re.fullmatch(r"talos-[0-9a-z]{3}-[0-9a-z]{3}", first.hostname)


def test_the_name_is_digits_of_the_hash_in_base_36() -> None:
    name = default_hostname("abc", None)
    assert name is not None
    # the digits 1 to 6 of a number of 13 digits: read back they are that number without its first and last six
    number = int.from_bytes(hashlib.sha256(b"abc").digest()[:8], "big")
    length = next(count for count in range(1, 14) if number < 36**count)
    digits = int(name.hostname.removeprefix("talos-").replace("-", ""), 36)
    assert digits == number // 36 ** (length - 7) % 36**6


@pytest.mark.parametrize(("address", "name"), [("10.5.0.2", "talos-10-5-0-2"), ("fd00::2", "talos-fd00--2")])
def test_without_identity_the_address_makes_the_name(address: str, name: str) -> None:
    hostname = default_hostname("", ip_address(address))
    assert hostname is not None
    assert hostname.hostname == name


def test_with_neither_there_is_no_name() -> None:
    assert default_hostname("", None) is None


def test_placeholders_are_no_names() -> None:
    assert not any(is_named(name) for name in ("", "(none)", "localhost"))
    assert is_named("node")
