"""Resources, services and backends of all components through the edge."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError, NotFoundError
from libtalos.bus.streams import as_generator
from libtalos.gen.talos.api import v1 as api
from libtalos.gen.talos.resource import v1
from libtalos.gen.talos.supervisor import v1 as sv
from libtalos.resources import aliases
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.etcd import EtcdMember
from libtalos.resources.definitions.meta import Namespace, ResourceDefinition
from libtalos.resources.definitions.network import HostnameStatus
from libtalos.resources.definitions.runtime import MachineStatus, Service
from libtalos.resources.spec import Kind, ResourceSpec
from libtalos.resources.view import Change

if TYPE_CHECKING:
    from tests.contract.api.conftest import Node

S = TypeVar("S", bound=ResourceSpec)

UP = Service(running=True, healthy=True, unknown=False)
DOWN = Service(running=False, healthy=False, unknown=False)


@pytest.fixture
def client(node: Node) -> ResourceClient:
    return ResourceClient(node.channel, backoff=BackoffPolicy(first=0.001))


async def take(changes: AsyncIterator[Change[S]], count: int) -> list[tuple[Kind, str]]:
    found = [await asyncio.wait_for(anext(changes), 10) for _ in range(count)]
    return [(change.kind, change.resource.id if change.resource else "") for change in found]


async def test_a_type_is_read_from_whoever_publishes_it(node: Node, client: ResourceClient) -> None:
    node["network"].store.put("hostname", HostnameStatus(hostname="a"))
    node["init"].store.put("machine", MachineStatus(stage="running"))
    hostname = await client.get(HostnameStatus, "hostname")
    assert (hostname.spec.hostname, hostname.metadata.owner) == ("a", "network")
    assert [row.spec.stage for row in await client.list(MachineStatus)] == ["running"]


async def test_a_type_of_two_components_is_one_list(node: Node, client: ResourceClient) -> None:
    node["init"].store.put("network", UP)
    node["init"].store.put("api", UP)
    node["etcd"].store.put("etcd", DOWN)
    assert [row.id for row in await client.list(Service)] == ["api", "etcd", "network"]
    assert (await client.get(Service, "etcd")).metadata.owner == "etcd"
    with pytest.raises(NotFoundError, match="doesn't exist"):
        await client.get(Service, "nope")


async def test_definitions_of_all_components_and_of_the_edge(client: ResourceClient) -> None:
    definitions = await client.definitions()
    types = [definition.type for definition in definitions]
    assert types == sorted(set(types))
    assert aliases.resolve("links", definitions).type == "LinkStatuses.net.talos.dev"
    assert aliases.resolve("rd", definitions).type == "ResourceDefinitions.meta.cosi.dev"
    published = {row.spec.type for row in await client.list(ResourceDefinition)}
    assert published == set(types)
    assert (await client.get(ResourceDefinition, "linkstatuses.net.talos.dev")).spec.display_type == "LinkStatus"
    assert (await client.get(Namespace, "runtime")).spec.description == "resources of etcd, filesystem, init"


async def test_bad_requests_say_what_is_wrong(node: Node) -> None:
    stub = node.channel.stub(v1.ResourceServiceStub)
    hostnames = HostnameStatus.DEFINITION.type
    with pytest.raises(NotFoundError, match=r'"Nothings\.x\.y" is not published by any component'):
        await stub.get(v1.GetRequest(type="Nothings.x.y", id="a"))
    with pytest.raises(InvalidArgumentError, match="type is missing"):
        await stub.get(v1.GetRequest(id="a"))
    with pytest.raises(InvalidArgumentError, match="id is missing"):
        await stub.get(v1.GetRequest(type=hostnames))
    with pytest.raises(InvalidArgumentError, match='in namespace "network", not in "files"'):
        await stub.get(v1.GetRequest(type=hostnames, id="a", namespace="files"))
    for bookmark in ("nonsense", "network=abc.1&init=1", "network=abc.1"):
        with pytest.raises(FailedPreconditionError, match="without"):
            await anext(stub.watch(v1.WatchRequest(type=hostnames, bookmark=bookmark)))


async def test_a_watch_outlasts_the_restart_of_the_component(node: Node, client: ResourceClient) -> None:
    node["network"].store.put("hostname", HostnameStatus(hostname="a"))
    node["network"].store.put("gone", HostnameStatus(hostname="b"))
    changes = client.watch(HostnameStatus)
    assert await take(changes, 3) == [(Kind.CREATED, "gone"), (Kind.CREATED, "hostname"), (Kind.BOOTSTRAPPED, "")]
    network = await node.restart("network")
    network.store.put("hostname", HostnameStatus(hostname="c"))
    network.store.put("new", HostnameStatus(hostname="d"))
    told = await take(changes, 3)
    assert set(told) == {(Kind.UPDATED, "hostname"), (Kind.CREATED, "new"), (Kind.DESTROYED, "gone")}


async def test_a_watch_of_two_components_is_one(node: Node, client: ResourceClient) -> None:
    node["init"].store.put("network", UP)
    node["etcd"].store.put("etcd", UP)
    changes = client.watch(Service)
    initial = await take(changes, 3)
    assert (set(initial[:2]), initial[2]) == (
        {(Kind.CREATED, "network"), (Kind.CREATED, "etcd")},
        (Kind.BOOTSTRAPPED, ""),
    )
    node["etcd"].store.put("etcd", DOWN)
    assert await take(changes, 1) == [(Kind.UPDATED, "etcd")]
    node["init"].store.destroy(Service, "network")
    assert await take(changes, 1) == [(Kind.DESTROYED, "network")]


async def test_a_watch_of_two_components_resumes_where_it_was(node: Node, client: ResourceClient) -> None:
    first = client.watch(Service)
    bookmark = (await asyncio.wait_for(anext(first), 5)).bookmark
    node["init"].store.put("network", UP)
    node["etcd"].store.put("etcd", UP)
    resumed = client.watch(Service, bookmark=bookmark)
    assert set(await take(resumed, 2)) == {(Kind.CREATED, "network"), (Kind.CREATED, "etcd")}


async def test_the_edges_own_restart_is_a_pause_to_a_watch(node: Node, client: ResourceClient) -> None:
    node["network"].store.put("hostname", HostnameStatus(hostname="a"))
    changes = client.watch(HostnameStatus)
    await take(changes, 2)
    await node.process.restart()
    node["network"].store.put("hostname", HostnameStatus(hostname="b"))
    assert await take(changes, 1) == [(Kind.UPDATED, "hostname")]


async def test_a_component_that_restarts_is_a_pause_to_every_read(node: Node, client: ResourceClient) -> None:
    await client.definitions()
    etcd = node["etcd"]
    await etcd.stop()
    reading = asyncio.gather(client.list(EtcdMember), client.list(Service))
    await asyncio.sleep(0.3)
    assert not reading.done()
    await etcd.start()
    assert [len(rows) for rows in await asyncio.wait_for(reading, 10)] == [0, 0]


async def test_many_watches_do_not_block_the_edge(node: Node, client: ResourceClient) -> None:
    # one connection carries at most 100 streams, here towards the component
    watches = [ResourceClient(node.channel).watch(HostnameStatus) for _ in range(90)]
    others = [client.watch(HostnameStatus) for _ in range(5)]
    for changes in (*watches, *others):
        assert await take(changes, 1) == [(Kind.BOOTSTRAPPED, "")]
    node["network"].store.put("hostname", HostnameStatus(hostname="a"))
    assert (await asyncio.wait_for(client.get(HostnameStatus, "hostname"), 5)).spec.hostname == "a"
    for changes in (*watches, *others):
        assert await take(changes, 1) == [(Kind.CREATED, "hostname")]


async def test_clients_that_leave_leave_no_connection_behind(node: Node) -> None:
    descriptors = Path(f"/proc/{node.process.pid}/fd")

    async def come_and_go(clients: int) -> int:
        for _ in range(clients):
            channel = Channel(UnixAddress(node.process.socket))
            async with aclosing(as_generator(ResourceClient(channel).watch(Service))) as changes:
                await take(changes, 1)
            channel.close()
        return len(list(descriptors.iterdir()))

    before = await come_and_go(3)
    after = await come_and_go(30)
    for _ in range(200):
        if after <= before:
            break
        await asyncio.sleep(0.01)
        after = len(list(descriptors.iterdir()))
    assert after <= before


async def test_services_are_routed_by_id(node: Node) -> None:
    stub = node.channel.stub(sv.SupervisorServiceStub)
    listing = await stub.list_services()
    assert [(s.id, s.component) for s in listing.services][:2] == [("api", "init"), ("etcd", "etcd")]
    restarted = (await stub.restart_service(sv.RestartServiceRequest(id="etcd"))).service
    assert restarted is not None
    assert restarted.component == "etcd"
    await stub.stop_service(sv.StopServiceRequest(id="network"))
    await stub.start_service(sv.StartServiceRequest(id="network"))
    assert node["etcd"].supervisor.told == ["restart etcd"]
    assert node["init"].supervisor.told == ["stop network", "start network"]
    with pytest.raises(NotFoundError, match='service "" not defined'):
        await stub.stop_service(sv.StopServiceRequest())
    node["etcd"].supervisor.write("etcd", b"x\n")
    lines = stub.stream_logs(sv.StreamLogsRequest(id="etcd", tail_lines=1))
    assert [line.lines async for line in lines] == [b"x\n"]
    assert "etcd" in (await stub.list_logs()).ids


async def test_backends_tell_who_answers(node: Node) -> None:
    stub = node.channel.stub(api.ApiServiceStub)
    await node["kubelet"].stop()
    backends = (await stub.list_backends()).backends
    assert [backend.component for backend in backends] == ["init", "filesystem", "network", "etcd", "kubelet"]
    assert [backend.serving for backend in backends] == [True, True, True, True, False]
    assert "did not answer within 5 s" in backends[4].error
    assert backends[0].version
    await node["kubelet"].start()


async def test_a_silent_supervisor_hides_only_its_own_services(node: Node) -> None:
    stub = node.channel.stub(sv.SupervisorServiceStub)
    await node["kubelet"].stop()
    listing = await stub.list_services()
    assert [service.id for service in listing.services] == ["api", "etcd", "network"]
    assert "component does not tell its services" in node.process.stderr
    await node["kubelet"].start()
