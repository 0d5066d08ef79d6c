"""talos.resource.v1 over a socket: a store behind a server, the client in front, restarts in between."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError, NotFoundError
from libtalos.bus.server import Server, listen
from libtalos.gen.talos.resource import v1
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.network import HostnameStatus, LinkStatus
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.spec import Kind
from libtalos.resources.store import ResourceStore, StoreLimits
from libtalos.resources.view import Change

TYPE = HostnameStatus.DEFINITION.type


class Component:
    """A component that does nothing but publish; its socket is kept open over restarts, as init does."""

    def __init__(self, path: Path) -> None:
        self._socket = listen(path)
        self.channel = Channel(UnixAddress(path))

    async def start(self, limits: StoreLimits | None = None) -> None:
        """Serve a new, empty store."""
        self.store = ResourceStore(
            "network", lambda: 1_700_000_000.5, publishes=[HostnameStatus, LinkStatus], limits=limits
        )
        self._server = Server([ResourceRpc(self.store)])
        await self._server.start(self._socket.dup())

    async def stop(self) -> None:
        """Stop serving; callers queue in the backlog."""
        await self._server.drain(1)

    def close(self) -> None:
        """Release socket and channel."""
        self.channel.close()
        self._socket.close()

    def name(self, resource_id: str, hostname: str) -> None:
        """Put a hostname."""
        self.store.put(resource_id, HostnameStatus(hostname=hostname))


class Follower:
    """Reads a watch; the test looks at what arrived."""

    def __init__(self, changes: AsyncIterator[Change[HostnameStatus]]) -> None:
        self._changes = changes

    async def take(self, count: int) -> list[tuple[Kind, str]]:
        """Return the next changes as (kind, hostname)."""
        changes = [await asyncio.wait_for(anext(self._changes), 5) for _ in range(count)]
        return [(change.kind, change.resource.spec.hostname if change.resource else "") for change in changes]


@pytest.fixture
async def component(tmp_path: Path) -> AsyncIterator[Component]:
    component = Component(tmp_path / "network.sock")
    await component.start()
    yield component
    await component.stop()
    component.close()


@pytest.fixture
def client(component: Component) -> ResourceClient:
    return ResourceClient(component.channel, backoff=BackoffPolicy(first=0.001))


@pytest.fixture
def stub(component: Component) -> v1.ResourceServiceStub:
    return component.channel.stub(v1.ResourceServiceStub)


async def test_get_returns_spec_and_metadata(component: Component, stub: v1.ResourceServiceStub) -> None:
    component.name("hostname", "a")
    component.name("hostname", "b")
    resource = (await stub.get(v1.GetRequest(type=TYPE, id="hostname", namespace="network"))).resource
    assert resource is not None
    assert resource.metadata is not None
    assert json.loads(resource.spec) == {"hostname": "b", "domainname": ""}
    metadata = resource.metadata
    assert (metadata.namespace, metadata.type, metadata.id) == ("network", TYPE, "hostname")
    assert (metadata.version, metadata.owner, metadata.phase) == (2, "network", v1.Phase.RUNNING)
    assert metadata.created is not None
    assert metadata.created.timestamp() == 1_700_000_000.5


async def test_bad_requests_say_what_is_wrong(stub: v1.ResourceServiceStub) -> None:
    with pytest.raises(NotFoundError, match="doesn't exist"):
        await stub.get(v1.GetRequest(type=TYPE, id="nope"))
    with pytest.raises(NotFoundError, match="is not published by network"):
        await stub.get(v1.GetRequest(type="Nothings.x.y", id="nope"))
    with pytest.raises(InvalidArgumentError, match="type is missing"):
        await stub.get(v1.GetRequest(id="nope"))
    with pytest.raises(InvalidArgumentError, match="id is missing"):
        await stub.get(v1.GetRequest(type=TYPE))
    with pytest.raises(InvalidArgumentError, match='is in namespace "network", not in "files"'):
        _ = [item async for item in stub.list(v1.ListRequest(type=TYPE, namespace="files"))]
    with pytest.raises(FailedPreconditionError, match="not of this process"):
        _ = [item async for item in stub.watch(v1.WatchRequest(type=TYPE, bookmark="old.1"))]


async def test_list_is_sorted_and_typed(component: Component, client: ResourceClient) -> None:
    for name in ("c", "a", "b"):
        component.name(name, name.upper())
    assert [(row.id, row.spec.hostname) for row in await client.list(HostnameStatus)] == [
        ("a", "A"),
        ("b", "B"),
        ("c", "C"),
    ]
    assert (await client.untyped_list(TYPE))[0].spec == {"hostname": "A", "domainname": ""}


async def test_definitions_carry_aliases_columns_and_schema(client: ResourceClient) -> None:
    hostname, link = await client.definitions()
    assert (hostname.type, hostname.display_type, hostname.default_namespace) == (TYPE, "HostnameStatus", "network")
    assert "links" in link.aliases
    assert link.print_columns[0].name == "Alias"
    assert json.loads(link.schema)["$defs"]["LinkStatus"]["properties"]["pciID"] == {"type": "string", "default": ""}


async def test_watch_tells_contents_then_changes(component: Component, client: ResourceClient) -> None:
    component.name("hostname", "a")
    follower = Follower(client.watch(HostnameStatus))
    assert await follower.take(2) == [(Kind.CREATED, "a"), (Kind.BOOTSTRAPPED, "")]
    component.name("hostname", "b")
    component.store.destroy(HostnameStatus, "hostname")
    assert await follower.take(2) == [(Kind.UPDATED, "b"), (Kind.DESTROYED, "b")]


async def test_several_watchers_each_get_everything(component: Component, client: ResourceClient) -> None:
    followers = [Follower(client.watch(HostnameStatus)) for _ in range(20)]
    for follower in followers:
        assert await follower.take(1) == [(Kind.BOOTSTRAPPED, "")]
    component.name("hostname", "a")
    assert [await follower.take(1) for follower in followers] == [[(Kind.CREATED, "a")]] * 20


async def test_a_restart_reads_as_the_changes_it_made(component: Component, client: ResourceClient) -> None:
    for name in ("gone", "same", "other"):
        component.name(name, name)
    follower = Follower(client.watch(HostnameStatus))
    await follower.take(4)
    await component.stop()
    await component.start()
    for name, hostname in (("same", "same"), ("other", "changed"), ("new", "new")):
        component.name(name, hostname)
    assert await follower.take(3) == [(Kind.CREATED, "new"), (Kind.UPDATED, "changed"), (Kind.DESTROYED, "gone")]
    component.name("same", "later")
    assert await follower.take(1) == [(Kind.UPDATED, "later")]


async def test_a_slow_watcher_is_cut_and_catches_up(component: Component) -> None:
    await component.stop()
    await component.start(StoreLimits(queue=5, history=10_000))
    client = ResourceClient(component.channel, backoff=BackoffPolicy(first=0.001))
    follower = Follower(client.watch(HostnameStatus))
    await follower.take(1)
    for number in range(50):
        component.name("hostname", str(number))
    changes = await follower.take(50)
    assert [hostname for _, hostname in changes] == [str(number) for number in range(50)]


async def test_a_client_with_a_bookmark_of_its_own_is_told_when_it_cannot_be_resumed(
    component: Component, client: ResourceClient
) -> None:
    bookmark = (await anext(client.watch(HostnameStatus))).bookmark
    component.name("hostname", "a")
    resumed = Follower(client.watch(HostnameStatus, bookmark=bookmark))
    assert await resumed.take(1) == [(Kind.CREATED, "a")]
    await component.stop()
    await component.start()
    with pytest.raises(FailedPreconditionError, match="not of this process"):
        await resumed.take(1)


async def test_a_watch_of_what_is_not_published_ends_with_the_reason(client: ResourceClient) -> None:
    with pytest.raises(NotFoundError, match="is not published"):
        await anext(client.untyped_watch("Nothings.x.y"))
