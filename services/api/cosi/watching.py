"""A watch of the federation as COSI's: what came before, what is meant, and several events at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import TypeVar

import msgspec

from libtalos.bus.streams import as_generator
from libtalos.resources.spec import Kind, Resource
from libtalos.resources.view import Change
from services.api.cosi.queries import Query

T = TypeVar("T")

Raw = Resource[bytes]


class Event(msgspec.Struct, frozen=True):
    """A change with what was there before; BOOTSTRAPPED has neither. bookmark may be empty."""

    kind: Kind
    resource: Raw | None = None
    old: Raw | None = None
    bookmark: str = ""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a watcher asked for.

    contents: begin with what is there. single: it is one resource, whose state is the first event. resumed: go on after
    a bookmark, so that nothing is listed first.
    """

    query: Query = Query()
    contents: bool = False
    single: bool = False
    resumed: bool = False


async def events(changes: AsyncIterator[Change[bytes]], wanted: Wanted) -> AsyncIterator[Event]:
    """Turn changes into events.

    A resource that begins to match a query is created, one that ends to is destroyed, as upstream tells it.
    """
    known: dict[str, Raw] = {}
    listing = not wanted.resumed
    async with aclosing(as_generator(changes)) as items:
        async for change in items:
            if change.resource is None:
                listing = False
                yield Event(change.kind, bookmark=change.bookmark)
                continue
            old = known.get(change.resource.id)
            event = _event(change, change.resource, old, wanted.query)
            if event is None:
                continue
            if event.kind is Kind.DESTROYED:
                known.pop(change.resource.id, None)
            else:
                known[change.resource.id] = change.resource
            if wanted.contents or wanted.single or not listing:
                yield event


def _event(change: Change[bytes], resource: Raw, old: Raw | None, query: Query) -> Event | None:
    meant = change.kind is not Kind.DESTROYED and query.holds(resource.metadata)
    if meant:
        kind = Kind.CREATED if old is None and not (query.everything and change.kind is Kind.UPDATED) else Kind.UPDATED
        return Event(kind, resource, old, change.bookmark)
    if old is None and not (query.everything and change.kind is Kind.DESTROYED):
        return None
    return Event(Kind.DESTROYED, resource, old, change.bookmark)


async def grouped(stream: AsyncIterator[T], *, most: int) -> AsyncIterator[list[T]]:
    """What has come meanwhile, in one piece of at most so many; the first one is waited for."""
    waiting: deque[T] = deque()
    ended = asyncio.Event()
    come = asyncio.Event()
    room = asyncio.Event()
    room.set()

    async def read() -> None:
        try:
            async for event in stream:
                waiting.append(event)
                come.set()
                if len(waiting) == most:
                    room.clear()
                    await room.wait()
        finally:
            ended.set()
            come.set()

    reader = asyncio.create_task(read(), name="watched events")
    try:
        while waiting or not ended.is_set():
            if not waiting:
                come.clear()
                await come.wait()
                continue
            batch = list(waiting)
            waiting.clear()
            room.set()
            yield batch
        await reader
    finally:
        reader.cancel()
        await asyncio.gather(reader, return_exceptions=True)
