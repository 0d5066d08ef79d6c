"""Pauses grow, are jittered, and stay bounded."""

from hypothesis import given
from hypothesis import strategies as st

from libtalos.resources.backoff import Backoff, BackoffPolicy


@given(failures=st.integers(0, 10_000), jitter=st.floats(0, 1))
def test_a_pause_is_never_longer_than_the_limit_nor_shorter_than_half_the_first(failures: int, jitter: float) -> None:
    pause = BackoffPolicy(first=0.1, limit=3.0, jitter=lambda: jitter).pause(failures)
    assert 0.05 <= pause <= 3.0


async def test_pauses_grow_until_something_succeeds() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    backoff = Backoff(BackoffPolicy(first=1.0, limit=5.0, sleep=sleep, jitter=lambda: 1.0))
    for _ in range(4):
        await backoff.wait()
    backoff.succeeded()
    await backoff.wait()
    assert slept == [1.0, 2.0, 4.0, 5.0, 1.0]
