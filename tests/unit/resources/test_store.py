"""The store: versions, timestamps, and no event without a change."""

import datetime as dt

import pytest

from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError, NotFoundError
from libtalos.resources.definitions.network import HostnameStatus
from libtalos.resources.definitions.runtime import EtcFileStatus, Service
from libtalos.resources.store import ResourceStore

UP = Service(running=True, healthy=True, unknown=False)
DOWN = Service(running=False, healthy=False, unknown=False)


class Clock:
    """A wall clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


def at(seconds: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def test_versions_count_from_one_and_created_stays() -> None:
    clock = Clock()
    store = ResourceStore("init", clock)
    first = store.put("etcd", DOWN)
    clock.now += 5
    second = store.put("etcd", UP)
    assert (first.metadata.version, second.metadata.version) == (1, 2)
    assert (second.metadata.created, second.metadata.updated) == (at(1_700_000_000), at(1_700_000_005))
    assert (second.metadata.owner, second.metadata.namespace) == ("init", "runtime")


def test_the_same_again_changes_nothing() -> None:
    clock = Clock()
    store = ResourceStore("init", clock)
    first = store.put("etcd", UP)
    clock.now += 5
    assert store.put("etcd", Service(running=True, healthy=True, unknown=False)) is first
    assert store.get(Service, "etcd") is first


def test_labels_are_kept_unless_they_are_given() -> None:
    store = ResourceStore("init", Clock())
    store.put("etcd", UP, labels={"a": "1"})
    assert store.put("etcd", DOWN).metadata.labels == {"a": "1"}
    relabelled = store.put("etcd", DOWN, labels={})
    assert (relabelled.metadata.labels, relabelled.metadata.version) == ({}, 3)


def test_a_destroyed_resource_starts_again_at_version_one() -> None:
    store = ResourceStore("init", Clock())
    store.put("etcd", DOWN)
    store.put("etcd", UP)
    assert store.destroy(Service, "etcd")
    assert not store.destroy(Service, "etcd")
    assert store.find(Service, "etcd") is None
    assert store.put("etcd", UP).metadata.version == 1


def test_replace_leaves_exactly_what_is_given() -> None:
    store = ResourceStore("init", Clock())
    store.replace(Service, {"a": UP, "b": UP})
    store.replace(Service, {"c": UP, "b": DOWN})
    assert [(row.id, row.metadata.version) for row in store.list(Service)] == [("b", 2), ("c", 1)]


def test_lists_are_sorted_by_id() -> None:
    store = ResourceStore("init", Clock())
    for name in ("b", "c", "a"):
        store.put(name, UP)
    assert [row.id for row in store.list(Service)] == ["a", "b", "c"]


def test_what_is_missing_is_named() -> None:
    store = ResourceStore("init", Clock(), publishes=[Service])
    with pytest.raises(NotFoundError, match=r"resource Services\.v1alpha1\.talos\.dev\(runtime/x\) doesn't exist"):
        store.get(Service, "x")
    with pytest.raises(NotFoundError, match=r'"Nothings\.a\.b" is not published by init'):
        store.rows("Nothings.a.b")


def test_only_declared_types_may_be_put() -> None:
    store = ResourceStore("init", Clock(), publishes=[Service, HostnameStatus])
    with pytest.raises(FailedPreconditionError, match="add EtcFileStatus to publishes"):
        store.put("hosts", EtcFileStatus(spec_version="1"))
    assert [kind.DEFINITION.type for kind in store.types()] == [
        "HostnameStatuses.net.talos.dev",
        "Services.v1alpha1.talos.dev",
    ]


def test_an_empty_id_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="needs an id"):
        ResourceStore("init", Clock()).put("", UP)
