"""What callers see of an etcd that is not there for a while."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import pytest

from libtalos.bus.errors import FailedPreconditionError, UnavailableError
from libtalos.resources.backoff import BackoffPolicy
from services.etcd.membership import Member, MemberStatus
from services.etcd.patient import PATIENCE, PatientEtcd


class Flaky:
    """An etcd that answers from a time on; time passes when somebody waits."""

    def __init__(self, *, back_at: float, error: Exception | None = None, chunks_before: int = 0) -> None:
        self.now = 0.0
        self.asked = 0
        self._back_at = back_at
        self._error = error or UnavailableError("nobody listens there")
        self._chunks_before = chunks_before

    async def sleep(self, seconds: float) -> None:
        self.now += seconds

    async def healthy(self) -> None:
        self._ask()

    async def members(self) -> Sequence[Member]:
        self._ask()
        return []

    async def status(self) -> MemberStatus:
        raise NotImplementedError

    async def snapshot(self) -> AsyncIterator[bytes]:
        for _ in range(self._chunks_before):
            yield b"half"
        self._ask()
        yield b"whole"

    def _ask(self) -> None:
        self.asked += 1
        if self.now < self._back_at:
            raise self._error


def patient(etcd: Flaky) -> PatientEtcd:
    return PatientEtcd(etcd, clock=lambda: etcd.now, policy=BackoffPolicy(limit=0.5, sleep=etcd.sleep))


async def test_a_caller_waits_for_a_restart() -> None:
    etcd = Flaky(back_at=2.0)
    assert await patient(etcd).members() == []
    await patient(etcd).healthy()
    assert etcd.asked > 2


async def test_patience_ends_with_the_reason() -> None:
    etcd = Flaky(back_at=60.0)
    with pytest.raises(UnavailableError, match="nobody listens"):
        await patient(etcd).members()
    assert PATIENCE <= etcd.now < PATIENCE + 1


async def test_what_does_not_pass_is_told_at_once() -> None:
    etcd = Flaky(back_at=60.0, error=FailedPreconditionError("no certificates"))
    with pytest.raises(FailedPreconditionError):
        await patient(etcd).members()
    assert (etcd.asked, etcd.now) == (1, 0.0)


async def test_a_snapshot_waits_to_begin() -> None:
    assert [chunk async for chunk in patient(Flaky(back_at=2.0)).snapshot()] == [b"whole"]


async def test_patience_with_a_snapshot_ends_too() -> None:
    etcd = Flaky(back_at=60.0)
    with pytest.raises(UnavailableError):
        [chunk async for chunk in patient(etcd).snapshot()]
    assert PATIENCE <= etcd.now < PATIENCE + 1


async def test_half_a_snapshot_is_not_begun_again() -> None:
    etcd = Flaky(back_at=2.0, chunks_before=1)
    with pytest.raises(UnavailableError):
        [chunk async for chunk in patient(etcd).snapshot()]
    assert etcd.asked == 1
