"""Which component publishes which resource type."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import structlog

from libtalos.bus.errors import BusError, NotFoundError, UnavailableError
from libtalos.resources.backoff import Backoff, BackoffPolicy
from services.api.asking import ComponentName, ask_all


class Typed(Protocol):
    """The definition of a resource type."""

    @property
    def type(self) -> str:
        """The full type."""
        ...


D = TypeVar("D", bound=Typed)
D_co = TypeVar("D_co", bound=Typed, covariant=True)


class Publisher(Protocol[D_co]):
    """A component that publishes resources. Both methods raise BusError."""

    async def definitions(self) -> Sequence[D_co]:
        """The types it publishes."""
        ...

    def serving(self) -> AsyncIterator[bool]:
        """Whether it serves, now and at every change, until the connection is lost."""
        ...


class Catalog(Generic[D]):
    """What every component says that it publishes; learned anew whenever one starts.

    changed hears of all known definitions after each lesson. patience is how long a component may take to answer when
    somebody waits for it, in seconds.
    """

    def __init__(
        self,
        *,
        publishers: Mapping[ComponentName, Publisher[D]],
        own: Mapping[ComponentName, Sequence[D]],
        changed: Callable[[Mapping[ComponentName, Sequence[D]]], None],
        patience: float,
        backoff: BackoffPolicy,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        self._publishers = publishers
        self._known: dict[ComponentName, Sequence[D]] = dict(own)
        self._asked: set[ComponentName] = set()
        self._changed = changed
        self._patience = patience
        self._backoff = backoff
        self._log = log

    async def follow(self, name: ComponentName) -> None:
        """Learn what a component publishes whenever it starts to serve, for ever."""
        backoff = Backoff(self._backoff)
        while True:
            try:
                async for serving in self._publishers[name].serving():
                    if serving:
                        self._learn(name, await self._publishers[name].definitions())
                        backoff.succeeded()
            except BusError as error:
                self._log.debug("component does not tell what it publishes", peer=name, error=error.message)
            await backoff.wait()

    async def definitions(self) -> Sequence[D]:
        """Return every known definition, one a type, sorted."""
        await self._hear_all()
        by_type = {definition.type: definition for known in self._known.values() for definition in known}
        return [by_type[resource_type] for resource_type in sorted(by_type)]

    async def owners(self, resource_type: str) -> Sequence[ComponentName]:
        """Return who publishes a type; nearly always one.

        Raises NotFoundError, or UnavailableError if somebody who might publish it does not answer.
        """
        # two components may publish one type, so all must have been heard before the answer is whole
        silent = await self._hear_all()
        found = [name for name, known in self._known.items() if any(kind.type == resource_type for kind in known)]
        if found:
            return found
        if silent:
            raise UnavailableError(
                f'no component that answers publishes "{resource_type}", and {", ".join(silent)} did not answer yet: '
                "try again"
            )
        raise NotFoundError(f'resource type "{resource_type}" is not published by any component')

    async def _hear_all(self) -> Sequence[ComponentName]:
        """Ask whoever was never heard nor asked, and return who is still silent: `follow` hears of them later."""
        silent = {name: publisher for name, publisher in self._publishers.items() if name not in self._known}
        fresh = {name: publisher for name, publisher in silent.items() if name not in self._asked}
        if fresh:
            answers = await ask_all(fresh, lambda publisher: publisher.definitions(), patience=self._patience)
            self._asked.update(fresh)
            for name, definitions in answers.given.items():
                self._learn(name, definitions)
        return [name for name in silent if name not in self._known]

    def _learn(self, name: ComponentName, definitions: Sequence[D]) -> None:
        self._known[name] = definitions
        self._changed(self._known)
