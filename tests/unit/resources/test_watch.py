"""Watching a store: initial contents, changes, bookmarks, slow readers."""

import asyncio
from collections.abc import Iterable

import pytest

from libtalos.bus.errors import FailedPreconditionError, ResourceExhaustedError
from libtalos.resources.definitions.network import HostnameStatus
from libtalos.resources.definitions.runtime import Service
from libtalos.resources.history import WatchEvent
from libtalos.resources.spec import Kind
from libtalos.resources.store import ResourceStore, StoreLimits
from libtalos.resources.watch import Watcher

TYPE = Service.DEFINITION.type
UP = Service(running=True, healthy=True, unknown=False)
DOWN = Service(running=False, healthy=False, unknown=False)


def store(**limits: int) -> ResourceStore:
    return ResourceStore(
        "init", lambda: 0.0, publishes=[Service, HostnameStatus], limits=StoreLimits(**limits), instance="abc"
    )


async def take(watcher: Watcher, count: int) -> list[WatchEvent]:
    return [await asyncio.wait_for(anext(watcher), 1) for _ in range(count)]


def told(events: Iterable[WatchEvent]) -> list[tuple[Kind, str | None]]:
    return [(event.kind, event.resource.id if event.resource else None) for event in events]


async def test_a_watch_starts_with_what_is_there_and_goes_on_with_changes() -> None:
    resources = store()
    resources.put("b", UP)
    resources.put("a", UP)
    watcher = resources.watch(TYPE)
    resources.put("a", DOWN)
    resources.put("hostname", HostnameStatus(hostname="other type"))
    resources.destroy(Service, "b")
    assert told(await take(watcher, 5)) == [
        (Kind.CREATED, "a"),
        (Kind.CREATED, "b"),
        (Kind.BOOTSTRAPPED, None),
        (Kind.UPDATED, "a"),
        (Kind.DESTROYED, "b"),
    ]


async def test_a_change_wakes_a_waiting_watcher() -> None:
    resources = store()
    watcher = resources.watch(TYPE)
    await take(watcher, 1)
    waiting = asyncio.create_task(take(watcher, 1))
    await asyncio.sleep(0)
    resources.put("a", UP)
    assert told(await waiting) == [(Kind.CREATED, "a")]


async def test_nothing_is_told_when_nothing_changed() -> None:
    resources = store()
    resources.put("a", UP)
    watcher = resources.watch(TYPE)
    await take(watcher, 2)
    resources.put("a", UP)
    resources.replace(Service, {"a": UP})
    resources.put("a", DOWN)
    assert told(await take(watcher, 1)) == [(Kind.UPDATED, "a")]


async def test_one_resource_can_be_watched_alone_even_before_it_exists() -> None:
    resources = store()
    resources.put("other", UP)
    watcher = resources.watch(TYPE, id="a")
    resources.put("other", DOWN)
    resources.put("a", UP)
    assert told(await take(watcher, 2)) == [(Kind.BOOTSTRAPPED, None), (Kind.CREATED, "a")]


async def test_a_watch_resumes_after_its_bookmark() -> None:
    resources = store()
    resources.put("a", UP)
    first = resources.watch(TYPE)
    bookmark = (await take(first, 2))[-1].bookmark
    first.close()
    resources.put("a", DOWN)
    resources.put("b", UP)
    second = resources.watch(TYPE, bookmark=bookmark)
    resources.destroy(Service, "a")
    assert told(await take(second, 3)) == [(Kind.UPDATED, "a"), (Kind.CREATED, "b"), (Kind.DESTROYED, "a")]
    only_b = resources.watch(TYPE, id="b", bookmark=bookmark)
    assert told(await take(only_b, 1)) == [(Kind.CREATED, "b")]


async def test_a_bookmark_of_a_quiet_type_outlives_a_noisy_one() -> None:
    resources = store(history=4)
    bookmark = (await take(resources.watch(TYPE), 1))[0].bookmark
    for number in range(50):
        resources.put("hostname", HostnameStatus(hostname=str(number)))
    watcher = resources.watch(TYPE, bookmark=bookmark)
    resources.put("a", UP)
    assert told(await take(watcher, 1)) == [(Kind.CREATED, "a")]


async def test_a_bookmark_is_refused_once_a_change_after_it_is_forgotten() -> None:
    resources = store(history=4)
    bookmarks = [resources_bookmark(resources)]
    for number in range(5):
        resources.put(str(number), UP)
        bookmarks.append(resources_bookmark(resources))
    with pytest.raises(FailedPreconditionError, match="too old"):
        resources.watch(TYPE, bookmark=bookmarks[0])
    assert told(await take(resources.watch(TYPE, bookmark=bookmarks[1]), 4))[0] == (Kind.CREATED, "1")


def resources_bookmark(resources: ResourceStore) -> str:
    watcher = resources.watch(TYPE)
    events = list(watcher._initial)
    watcher.close()
    return events[-1].bookmark


@pytest.mark.parametrize("bookmark", ["other.1", "abc.x", "abc.", "1", "abc.-1", "abc.99", "é" * 500])
async def test_a_bookmark_of_another_process_or_of_nobody_is_refused(bookmark: str) -> None:
    with pytest.raises(FailedPreconditionError, match="without"):
        store().watch(TYPE, bookmark=bookmark)


async def test_a_slow_watcher_is_cut_and_can_resume_while_others_go_on() -> None:
    resources = store(queue=3, history=100)
    slow, fast = resources.watch(TYPE), resources.watch(TYPE)
    await take(slow, 1)
    await take(fast, 1)
    for number in range(10):
        resources.put(str(number), UP)
        assert told(await take(fast, 1)) == [(Kind.CREATED, str(number))]
    last = (await take(slow, 3))[-1]
    with pytest.raises(ResourceExhaustedError, match="more than 3 changes behind"):
        await take(slow, 1)
    resumed = resources.watch(TYPE, bookmark=last.bookmark)
    assert told(await take(resumed, 1)) == [(Kind.CREATED, "3")]


async def test_initial_contents_do_not_count_as_falling_behind() -> None:
    resources = store(queue=1)
    for number in range(20):
        resources.put(f"{number:02}", UP)
    assert len(await take(resources.watch(TYPE), 21)) == 21


async def test_a_closed_watch_ends_for_whoever_waits() -> None:
    resources = store()
    watcher = resources.watch(TYPE)
    await take(watcher, 1)

    async def follow() -> list[WatchEvent]:
        return [event async for event in watcher]

    waiting = asyncio.create_task(follow())
    await asyncio.sleep(0)
    watcher.close()
    assert await asyncio.wait_for(waiting, 1) == []


async def test_a_forgotten_watcher_is_not_kept() -> None:
    resources = store()
    resources.watch(TYPE)
    assert len(resources._watchers) == 0
