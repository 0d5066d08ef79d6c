"""The events of all components of a node: their past in order of time, then what happens."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from libtalos.bus.directory import Bus
from libtalos.bus.errors import BusError, DeadlineExceededError, UnavailableError
from libtalos.gen.talos.component.v1 import ComponentServiceStub, Event, WatchEventsRequest
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.resources.reader import RESUMABLE

Emit = Callable[[Event], None]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which events: the last `tail` (-1: all), or those after an id, or of a span of time; of one actor or of all."""

    tail: int = -1
    after: str = ""
    since: dt.timedelta | None = None
    actor: str = ""

    @property
    def some_past(self) -> bool:
        """Whether anything of the past is wanted."""
        return bool(self.after) or self.since is not None or self.tail != 0

    def request(self, *, follow: bool) -> WatchEventsRequest:
        """The request to one component."""
        tail = 0 if self.after or self.since is not None else self.tail
        return WatchEventsRequest(
            tail_events=tail, tail_id=self.after, tail_since=self.since, with_actor_id=self.actor, follow=follow
        )


class Events:
    """The events of some components.

    clock is monotonic, in seconds; patience is how long one component may hold up the past of the others, in seconds;
    warn hears of those that take longer.
    """

    def __init__(
        self,
        *,
        bus: Bus,
        components: Sequence[str],
        warn: Callable[[str], None],
        clock: Callable[[], float],
        patience: float,
        backoff: BackoffPolicy | None = None,
    ) -> None:
        self._bus = bus
        self._components = components
        self._warn = warn
        self._clock = clock
        self._patience = patience
        self._backoff = backoff or BackoffPolicy(limit=1.0)

    async def past(self, wanted: Wanted) -> Sequence[Event]:
        """What the components kept, in order of time. Raises BusError if none of them answers."""
        return _selected(await self._ask_all(wanted), wanted)

    async def follow(self, wanted: Wanted, emit: Emit) -> None:
        """Emit the past in order of time, then what happens, until the node is gone: UnavailableError.

        The restart of a component is a pause in its events. The past of one that does not answer in time comes as soon
        as it does.
        """
        past = await self._ask_all(wanted) if wanted.some_past else {}
        for event in _selected(past, wanted):
            emit(event)
        followers = [
            _Follower(
                wanted=wanted,
                last=past[component][-1].id if past.get(component) else "",
                clock=self._clock,
                emit=emit,
            )
            for component in self._components
        ]
        await asyncio.gather(*map(self._follow, self._components, followers))
        raise UnavailableError(f"no component listens in {self._bus.directory.path} any more: the node is gone")

    async def _ask_all(self, wanted: Wanted) -> Mapping[str, Sequence[Event]]:
        """The past of every component that answers in time. Raises BusError if there are none."""
        answers = await asyncio.gather(
            *(self._ask(component, wanted) for component in self._components), return_exceptions=True
        )
        given: dict[str, Sequence[Event]] = {}
        failed: dict[str, BusError] = {}
        for component, answer in zip(self._components, answers, strict=True):
            if isinstance(answer, BusError):
                failed[component] = answer
            elif isinstance(answer, BaseException):
                raise answer
            else:
                given[component] = answer
        if failed and not given:
            raise next(iter(failed.values()))
        for component, error in failed.items():
            self._warn(f"warning: {component}: its past events are missing: {error.message}")
        return given

    async def _ask(self, component: str, wanted: Wanted) -> Sequence[Event]:
        stub = self._bus.channel(component).stub(ComponentServiceStub)
        try:
            async with asyncio.timeout(self._patience):
                replies = stub.watch_events(wanted.request(follow=False))
                return [reply.event async for reply in replies if reply.event is not None]
        except TimeoutError as error:
            raise DeadlineExceededError(f"no answer within {self._patience:g} s") from error

    async def _follow(self, component: str, follower: _Follower) -> None:
        """Follow one component until nobody listens on its socket: init is gone then, and the node with it."""
        channel = self._bus.channel(component)
        backoff = Backoff(self._backoff)
        while await _answers(channel.connect):
            try:
                async for reply in channel.stub(ComponentServiceStub).watch_events(follower.request()):
                    if reply.event is not None:
                        backoff.succeeded()
                        follower.hear(reply.event)
            except RESUMABLE:
                # a restart: what happened meanwhile comes with the next request
                pass
            except BusError as error:
                self._warn(f"warning: {component}: its events cannot be followed: {error.message}")
                return
            await backoff.wait()


class _Follower:
    """How far the events of one component were heard."""

    def __init__(self, *, wanted: Wanted, last: str, clock: Callable[[], float], emit: Emit) -> None:
        self._wanted = wanted
        self._last = last
        self._clock = clock
        self._emit = emit
        self._asked: float | None = None

    def request(self) -> WatchEventsRequest:
        """The request for what was not heard yet.

        While nothing at all was heard, what was wanted is still wanted: it has happened since, or was not told in time.
        """
        now = self._clock()
        since_asked = dt.timedelta(seconds=now - (now if self._asked is None else self._asked))
        self._asked = now if self._asked is None else self._asked
        wanted = self._wanted
        if self._last:
            wanted = replace(wanted, after=self._last, since=None)
        elif wanted.since is not None:
            wanted = replace(wanted, since=wanted.since + since_asked)
        elif not wanted.some_past and since_asked:
            wanted = replace(wanted, since=since_asked)
        return wanted.request(follow=True)

    def hear(self, event: Event) -> None:
        """Emit an event that is new."""
        if event.id > self._last:
            self._last = event.id
            self._emit(event)


async def _answers(connect: Callable[[], Awaitable[object]]) -> bool:
    try:
        await connect()
    except UnavailableError:
        return False
    return True


def _selected(past: Mapping[str, Sequence[Event]], wanted: Wanted) -> Sequence[Event]:
    events = sorted((event for kept in past.values() for event in kept), key=lambda event: event.id)
    tailed = wanted.tail > 0 and not wanted.after and wanted.since is None
    return events[-wanted.tail :] if tailed else events
