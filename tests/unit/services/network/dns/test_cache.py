"""The cache keeps what holds, within its bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.network.dns.cache import OVERHEAD, Cache, Kept
from services.network.dns.question import A, Question


def name(number: int) -> Question:
    """A question."""
    return Question(f"{number}.test.", A)


class Clock:
    """Seconds, by hand."""

    now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def test_an_answer_ages_and_ends() -> None:
    clock = Clock()
    cache = Cache(clock=clock, entries=10, size=10_000)
    cache.put(name(1), b"answer", 60)
    clock.now += 59.9
    assert cache.get(name(1)) == Kept(b"answer", 59)
    clock.now += 0.1
    assert cache.get(name(1)) is None
    assert (len(cache), cache.size) == (0, 0)


def test_what_holds_for_no_time_also_ends_what_was_kept() -> None:
    cache = Cache(clock=Clock(), entries=10, size=10_000)
    cache.put(name(1), b"answer", 60)
    cache.put(name(1), b"other", 0)
    assert cache.get(name(1)) is None


def test_who_was_not_asked_for_the_longest_goes_first() -> None:
    cache = Cache(clock=Clock(), entries=2, size=10_000)
    for number in (1, 2):
        cache.put(name(number), b"", 60)
    cache.get(name(1))
    cache.put(name(3), b"", 60)
    assert [cache.get(name(number)) is not None for number in (1, 2, 3)] == [True, False, True]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 400), st.integers(0, 3)), max_size=40))
def test_the_bounds_hold_whatever_comes(steps: list[tuple[int, int, int]]) -> None:
    clock = Clock()
    cache = Cache(clock=clock, entries=4, size=3 * OVERHEAD)
    for number, size, ttl in steps:
        cache.put(name(number), bytes(size), ttl)
        clock.now += 0.5
        kept = [found for each in range(6) if (found := cache.get(name(each))) is not None]
        assert len(cache) == len(kept) <= 4
        assert cache.size == sum(len(each.wire) + OVERHEAD for each in kept) <= 3 * OVERHEAD
