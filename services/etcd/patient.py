"""The local etcd for callers: what is asked while it restarts is answered once it is back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from typing import Any, Final, TypeVar, cast

from libtalos.bus.errors import UnavailableError
from libtalos.resources.backoff import Backoff, BackoffPolicy
from services.etcd.membership import Etcd, Member, MemberStatus

T = TypeVar("T")

# seconds: etcd is back in two; half of a caller's default deadline, so that it hears what is wrong and not "too late"
PATIENCE: Final = 10.0
POLICY: Final = BackoffPolicy(limit=0.5)


class PatientEtcd:
    """Implements membership.Etcd on another one. clock is monotonic, in seconds.

    etcd listens on no socket of init's, so nobody else keeps its callers waiting while there is no etcd. Whoever wants
    to know whether it is there now, as the health check does, asks the other one.
    """

    def __init__(self, etcd: Etcd, *, clock: Callable[[], float], policy: BackoffPolicy = POLICY) -> None:
        self._etcd = etcd
        self._clock = clock
        self._policy = policy

    async def healthy(self) -> None:
        """See Etcd.healthy."""
        await self._patiently(self._etcd.healthy)

    async def members(self) -> Sequence[Member]:
        """See Etcd.members."""
        return await self._patiently(self._etcd.members)

    async def status(self) -> MemberStatus:
        """See Etcd.status."""
        return await self._patiently(self._etcd.status)

    async def snapshot(self) -> AsyncIterator[bytes]:
        """See Etcd.snapshot. One that has begun and is lost is not begun again."""
        until, backoff, begun = self._clock() + PATIENCE, Backoff(self._policy), False
        while True:
            try:
                async with aclosing(cast("Any", self._etcd.snapshot())) as chunks:
                    async for chunk in chunks:
                        begun = True
                        yield chunk
            except UnavailableError:
                if begun or self._clock() >= until:
                    raise
            else:
                return
            await backoff.wait()

    async def _patiently(self, ask: Callable[[], Awaitable[T]]) -> T:
        until, backoff = self._clock() + PATIENCE, Backoff(self._policy)
        while True:
            try:
                return await ask()
            except UnavailableError:
                if self._clock() >= until:
                    raise
            await backoff.wait()
