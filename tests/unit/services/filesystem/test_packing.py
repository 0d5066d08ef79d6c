"""gzip, as Python's own gzip reads it."""

import gzip
import os
from collections.abc import Generator

import pytest

from services.filesystem.archiving import Part, Problem
from services.filesystem.packing import PACKED, packed


def given(*parts: Part) -> Generator[Part, None, None]:
    """A source of parts."""
    yield from parts


@pytest.mark.parametrize("data", [b"", b"abc", bytes(5 << 20), os.urandom(5 << 20)])
def test_it_is_the_same_when_unpacked_and_comes_in_bounded_parts(data: bytes) -> None:
    blocks = [data[start : start + (1 << 20)] for start in range(0, len(data), 1 << 20)]
    parts = [part for part in packed(given(*blocks)) if isinstance(part, bytes)]
    assert gzip.decompress(b"".join(parts)) == data
    assert max(map(len, parts)) <= PACKED


def test_problems_stay_in_their_place() -> None:
    problem = Problem("a", "gone")
    parts = list(packed(given(b"x", problem, b"y")))
    assert parts.count(problem) == 1
    assert gzip.decompress(b"".join(part for part in parts if isinstance(part, bytes))) == b"xy"


def test_every_part_gives_the_reader_a_turn() -> None:
    walk = packed(given(*[b"x" * 10] * 100))
    assert [next(walk) for _ in range(100)].count(b"") > 90


def test_closing_it_closes_its_source() -> None:
    source = given(b"x", b"y")
    walk = packed(source)
    next(walk)
    walk.close()
    assert list(source) == []
