"""Who publishes what: learned from components, also from those that come late."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field

import pytest
import structlog

from libtalos.bus.errors import NotFoundError, UnavailableError
from libtalos.resources.backoff import BackoffPolicy
from services.api.asking import ComponentName
from services.api.catalog import Catalog


@dataclass(frozen=True)
class Kind:
    """A definition."""

    type: str
    default_namespace: str = "network"


@dataclass
class Publisher:
    """Publishes what a test says; `starts` is one item for each time that it starts to serve."""

    kinds: list[Kind]
    away: bool = False
    asked: int = 0
    starts: asyncio.Queue[bool] = field(default_factory=asyncio.Queue)

    async def definitions(self) -> Sequence[Kind]:
        self.asked += 1
        if self.away:
            raise UnavailableError("away")
        return list(self.kinds)

    async def serving(self) -> AsyncIterator[bool]:
        while True:
            yield await self.starts.get()


@dataclass
class Node:
    """A catalog and what it said."""

    publishers: dict[str, Publisher]
    told: list[Mapping[ComponentName, Sequence[Kind]]] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, known: Mapping[ComponentName, Sequence[Kind]]) -> None:
        """Take what the catalog says."""
        self.told.append(dict(known))
        self.news.set()

    def catalog(self) -> Catalog[Kind]:
        return Catalog(
            publishers={ComponentName(name): publisher for name, publisher in self.publishers.items()},
            own={ComponentName("api"): [Kind("Own.a.b", "meta")]},
            changed=self.hear,
            patience=0.05,
            backoff=BackoffPolicy(first=0.0001),
            log=structlog.stdlib.get_logger(),
        )


async def test_everybody_is_asked_once() -> None:
    node = Node({"network": Publisher([Kind("Links.a.b")]), "init": Publisher([Kind("Both.a.b")])})
    catalog = node.catalog()
    assert await catalog.owners("Links.a.b") == ["network"]
    assert await catalog.owners("Own.a.b") == ["api"]
    assert [kind.type for kind in await catalog.definitions()] == ["Both.a.b", "Links.a.b", "Own.a.b"]
    assert [publisher.asked for publisher in node.publishers.values()] == [1, 1]
    assert set(node.told[-1]) == {"api", "network", "init"}


async def test_a_type_may_have_several_owners() -> None:
    both = [Kind("Services.a.b")]
    catalog = Node({"init": Publisher(both), "etcd": Publisher(both)}).catalog()
    assert await catalog.owners("Services.a.b") == ["init", "etcd"]
    assert [kind.type for kind in await catalog.definitions()] == ["Own.a.b", "Services.a.b"]


async def test_an_unknown_type_is_unknown_only_when_all_have_answered() -> None:
    node = Node({"init": Publisher([]), "etcd": Publisher([Kind("Members.a.b")], away=True)})
    catalog = node.catalog()
    with pytest.raises(UnavailableError, match="etcd did not answer yet"):
        await catalog.owners("Members.a.b")
    etcd = node.publishers["etcd"]
    etcd.away = False
    following = asyncio.create_task(catalog.follow(ComponentName("etcd")))
    node.news.clear()
    etcd.starts.put_nowait(True)
    await asyncio.wait_for(node.news.wait(), 2)
    assert await catalog.owners("Members.a.b") == ["etcd"]
    with pytest.raises(NotFoundError, match="not published by any component"):
        await catalog.owners("Nope.a.b")
    following.cancel()


async def test_a_component_that_starts_again_is_asked_again() -> None:
    node = Node({"etcd": Publisher([Kind("Old.a.b")])})
    catalog = node.catalog()
    await catalog.owners("Old.a.b")
    etcd = node.publishers["etcd"]
    etcd.kinds = [Kind("New.a.b")]
    following = asyncio.create_task(catalog.follow(ComponentName("etcd")))
    node.news.clear()
    etcd.starts.put_nowait(False)
    etcd.starts.put_nowait(True)
    await asyncio.wait_for(node.news.wait(), 2)
    assert etcd.asked == 2
    assert await catalog.owners("New.a.b") == ["etcd"]
    following.cancel()


async def test_a_silent_component_holds_up_only_the_first_question() -> None:
    node = Node({"init": Publisher([Kind("Links.a.b")]), "etcd": Publisher([], away=True)})
    catalog = node.catalog()
    for _ in range(3):
        assert await catalog.owners("Links.a.b") == ["init"]
    assert node.publishers["etcd"].asked == 1
