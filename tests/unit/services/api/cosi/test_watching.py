"""Changes of the federation as events of COSI."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

from libtalos.resources.spec import Kind, Metadata, Resource
from libtalos.resources.view import Change
from services.api.cosi.queries import Operation, Query, Term
from services.api.cosi.watching import Event, Wanted, events, grouped

EPOCH = dt.datetime.fromtimestamp(0, dt.UTC)
LABELLED = Query(labels=((Term("x", Operation.EXISTS),),))


def change(kind: Kind, resource_id: str = "", version: int = 1, **labels: str) -> Change[bytes]:
    """A change."""
    if not resource_id:
        return Change(kind, None, "b")
    metadata = Metadata(
        namespace="n", type="T", id=resource_id, version=version, owner="", created=EPOCH, updated=EPOCH, labels=labels
    )
    return Change(kind, Resource(metadata, b"{}"), "b")


async def told(changes: list[Change[bytes]], wanted: Wanted) -> list[tuple[str, str, int]]:
    """Kind, id and the version of what was before, of every event."""

    async def stream() -> AsyncIterator[Change[bytes]]:
        for each in changes:
            yield each

    return [
        (event.kind.value, event.resource.id if event.resource else "", event.old.metadata.version if event.old else 0)
        async for event in events(stream(), wanted)
    ]


CHANGES = [
    change(Kind.CREATED, "a"),
    change(Kind.BOOTSTRAPPED),
    change(Kind.UPDATED, "a", 2),
    change(Kind.CREATED, "b"),
    change(Kind.DESTROYED, "a", 2),
]


async def test_contents_come_first_if_they_are_wanted() -> None:
    later = [("updated", "a", 1), ("created", "b", 0), ("destroyed", "a", 2)]
    assert await told(CHANGES, Wanted(contents=True)) == [("created", "a", 0), ("bootstrapped", "", 0), *later]
    assert await told(CHANGES, Wanted()) == [("bootstrapped", "", 0), *later]
    assert await told(CHANGES, Wanted(single=True)) == [("created", "a", 0), ("bootstrapped", "", 0), *later]


async def test_what_begins_or_ends_to_match_is_created_or_destroyed() -> None:
    changes = [
        change(Kind.CREATED, "a"),
        change(Kind.BOOTSTRAPPED),
        change(Kind.UPDATED, "a", 2, x="1"),
        change(Kind.UPDATED, "a", 3, x="2"),
        change(Kind.UPDATED, "a", 4),
        change(Kind.DESTROYED, "a", 4),
        change(Kind.CREATED, "c"),
    ]
    assert await told(changes, Wanted(query=LABELLED)) == [
        ("bootstrapped", "", 0),
        ("created", "a", 0),
        ("updated", "a", 2),
        ("destroyed", "a", 3),
    ]


async def test_what_went_on_before_a_bookmark_is_not_created_anew() -> None:
    changes = [change(Kind.UPDATED, "a", 5), change(Kind.DESTROYED, "b", 1)]
    assert await told(changes, Wanted(resumed=True)) == [("updated", "a", 0), ("destroyed", "b", 0)]


async def test_events_come_together_and_a_reader_that_is_slow_holds_them_up() -> None:
    sent = 0

    async def stream() -> AsyncIterator[Event]:
        nonlocal sent
        for _ in range(7):
            sent += 1
            yield Event(Kind.BOOTSTRAPPED)

    batches = grouped(stream(), most=3)
    sizes = [len(await anext(batches))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert sent <= 6
    sizes += [len(batch) async for batch in batches]
    assert (sum(sizes), max(sizes)) == (7, 3)
