"""Types whose resources are in several namespaces."""

from typing import ClassVar

import pytest

from libtalos.bus.errors import InvalidArgumentError, NotFoundError
from libtalos.gen.talos.resource import v1
from libtalos.resources.definitions.runtime import MetaKey
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.spec import Definition, Kind, ResourceSpec
from libtalos.resources.store import ResourceStore


class Wish(ResourceSpec, frozen=True, kw_only=True):
    """In two namespaces."""

    DEFINITION: ClassVar[Definition] = Definition("Wishes.test.talos.dev", "merged", others=("said",))

    text: str


TYPE = Wish.DEFINITION.type


def _store() -> ResourceStore:
    store = ResourceStore("test", lambda: 0.0, publishes=(Wish, MetaKey), instance="i")
    store.put("a", Wish(text="merged"))
    store.put("default/a", Wish(text="said"), namespace="said")
    return store


def test_each_namespace_has_its_own_resources() -> None:
    store = _store()
    store.put("a", Wish(text="said as well"), namespace="said")
    assert store.get(Wish, "a").spec.text == "merged"
    assert [(row.id, row.metadata.namespace) for row in store.list(Wish, namespace="said")] == [
        ("a", "said"),
        ("default/a", "said"),
    ]
    assert store.lookup(TYPE, "a", "said").spec.text == "said as well"
    assert [row.metadata.namespace for row in store.list(Wish)] == ["merged"]
    assert store.types() == (MetaKey, Wish)


def test_replacing_one_leaves_the_other_alone() -> None:
    store = _store()
    store.replace(Wish, {"b": Wish(text="b")}, namespace="said")
    assert [row.id for row in store.rows(TYPE, "said")] == ["b"]
    assert [row.id for row in store.rows(TYPE)] == ["a"]
    assert not store.destroy(Wish, "b")
    assert store.destroy(Wish, "b", namespace="said")


def test_another_namespace_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(InvalidArgumentError, match='is in namespace "merged" and "said", not in "other"'):
        _store().rows(TYPE, "other")
    with pytest.raises(InvalidArgumentError, match='is in namespace "runtime", not in "said"'):
        _store().put("a", MetaKey(value="x"), namespace="said")


async def test_a_watch_hears_of_its_namespace_only_and_is_resumed_there() -> None:
    store = _store()
    watcher = store.watch(TYPE, namespace="said")
    told = [await anext(watcher) for _ in range(2)]
    assert [event.resource and event.resource.id for event in told] == ["default/a", None]
    store.put("b", Wish(text="merged"))
    store.put("c", Wish(text="said"), namespace="said")
    live = await anext(watcher)
    assert (live.kind, live.resource and live.resource.id) == (Kind.CREATED, "c")
    store.put("d", Wish(text="merged"))
    store.put("e", Wish(text="said"), namespace="said")
    resumed = await anext(store.watch(TYPE, bookmark=live.bookmark, namespace="said"))
    assert resumed.resource is not None
    assert resumed.resource.id == "e"


async def test_over_the_contract() -> None:
    rpc = ResourceRpc(_store())
    got = (await rpc.get(v1.GetRequest(type=TYPE, namespace="said", id="default/a"))).resource
    assert got is not None
    assert got.metadata is not None
    assert got.metadata.namespace == "said"
    with pytest.raises(NotFoundError, match=r"Wishes\.test\.talos\.dev\(said/a\) doesn't exist"):
        await rpc.get(v1.GetRequest(type=TYPE, namespace="said", id="a"))
    listed = [item async for item in rpc.list(v1.ListRequest(type=TYPE, namespace="said"))]
    assert [item.resource.metadata.id for item in listed if item.resource and item.resource.metadata] == ["default/a"]
