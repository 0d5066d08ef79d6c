"""A copy of resources that another component publishes, kept up to date by watching."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from libtalos.bus.errors import BusError
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.resources.client import ResourceClient
from libtalos.resources.spec import Kind, ResourceSpec

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

    from libtalos.bus.channel import Channel
    from libtalos.resources.view import Change

S = TypeVar("S", bound=ResourceSpec)


class Source(Protocol):
    """Who has the resources."""

    def watch(self, spec_class: type[S], /) -> AsyncIterator[Change[S]]:
        """Follow a type; raises BusError for what does not pass by waiting."""


class Pause(Protocol):
    """How long to wait before the next try."""

    def succeeded(self) -> None:
        """Begin again with the shortest pause."""

    def wait(self) -> Awaitable[None]:
        """Wait."""


class Mirror(Generic[S]):
    """Follows one type. `changed` is told all specs by id: once what is there is known, then at every change."""

    def __init__(
        self,
        *,
        source: Source,
        spec_class: type[S],
        changed: Callable[[dict[str, S]], None],
        pause: Pause,
        log: BoundLogger,
    ) -> None:
        self._source = source
        self._spec_class = spec_class
        self._changed = changed
        self._pause = pause
        self._log = log

    async def run(self) -> None:
        """Follow for ever."""
        while True:
            try:
                await self._follow()
            except BusError as error:
                name = self._spec_class.DEFINITION.type
                self._log.warning("cannot watch; trying again", type=name, error=str(error))
            await self._pause.wait()

    async def _follow(self) -> None:
        known: dict[str, S] = {}
        complete = False
        async for change in self._source.watch(self._spec_class):
            self._pause.succeeded()
            complete = complete or change.kind is Kind.BOOTSTRAPPED
            _apply(known, change)
            if complete:
                self._changed(dict(known))


def _apply(known: dict[str, S], change: Change[S]) -> None:
    if change.resource is None:
        return
    if change.kind is Kind.DESTROYED:
        known.pop(change.resource.id, None)
    else:
        known[change.resource.id] = change.resource.spec


def mirror_of(
    channel: Channel, spec_class: type[S], *, changed: Callable[[dict[str, S]], None], log: BoundLogger
) -> Mirror[S]:
    """A mirror of what the component behind a channel publishes of one type."""
    pause = Backoff(BackoffPolicy())
    return Mirror(source=ResourceClient(channel), spec_class=spec_class, changed=changed, pause=pause, log=log)
