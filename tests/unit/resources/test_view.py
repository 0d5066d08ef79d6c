"""The client's view: whatever the server does, applying the changes gives what the server has."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from libtalos.resources.definitions.network import HostnameStatus
from libtalos.resources.history import WatchEvent
from libtalos.resources.spec import Kind
from libtalos.resources.store import ResourceStore
from libtalos.resources.view import Change, View

TYPE = HostnameStatus.DEFINITION.type


def received(event: WatchEvent) -> Change[HostnameStatus]:
    return Change(event.kind, event.resource, event.bookmark)


@dataclass
class Consumer:
    """Knows only what changes told it."""

    view: View[HostnameStatus] = field(default_factory=View)
    names: dict[str, str] = field(default_factory=dict)
    bootstraps: int = 0

    def read(self, store: ResourceStore, count: int | None = None) -> None:
        """Connect, read some or all of what comes, lose the connection."""
        self.view.connect()
        watcher = store.watch(TYPE, bookmark=self.view.bookmark or None)
        for event in list(watcher._initial)[:count]:
            for change in self.view.apply(received(event)):
                self.take(change)
        watcher.close()

    def take(self, change: Change[HostnameStatus]) -> None:
        if change.resource is None:
            self.bootstraps += 1
        elif change.kind is Kind.DESTROYED:
            assert self.names.pop(change.resource.id) is not None
        else:
            assert (change.resource.id in self.names) == (change.kind is Kind.UPDATED)
            assert self.names.get(change.resource.id) != change.resource.spec.hostname
            self.names[change.resource.id] = change.resource.spec.hostname


NAMES = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("xyz"), max_size=4)
STEPS = st.lists(st.tuples(NAMES, st.booleans(), st.integers(0, 6)), max_size=8)


@given(steps=STEPS)
def test_restarts_and_lost_connections_lose_and_invent_nothing(steps: list[tuple[dict[str, str], bool, int]]) -> None:
    store = ResourceStore("x", lambda: 0.0, publishes=[HostnameStatus])
    consumer = Consumer()
    for wanted, restart, count in steps:
        if restart:
            store = ResourceStore("x", lambda: 0.0, publishes=[HostnameStatus])
            consumer.view.forget_bookmark()
        store.replace(HostnameStatus, {key: HostnameStatus(hostname=value) for key, value in wanted.items()})
        consumer.read(store, count)
    consumer.read(store)
    assert consumer.names == {row.id: row.spec.hostname for row in store.list(HostnameStatus)}
    assert consumer.bootstraps == 1


def test_a_view_of_a_foreign_bookmark_cannot_take_a_listing() -> None:
    assert not View[HostnameStatus]("somebody.5").can_relist
    assert View[HostnameStatus]().can_relist
