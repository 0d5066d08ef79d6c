"""COSI's State on api.sock."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from libtalos.bus.errors import InvalidArgumentError, NotFoundError, PermissionDeniedError, UnimplementedError
from libtalos.gen.cosi import resource as cosi
from libtalos.resources.definitions.network import HostnameStatus
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.upstream.encode import encode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.contract.api.conftest import Node

TYPE = HostnameStatus.DEFINITION.type
CONFIG = MachineConfigSpec.DEFINITION.type
READER = (("talos-role", "os:reader"),)


@pytest.fixture
def stub(node: Node) -> cosi.StateStub:
    return node.channel.stub(cosi.StateStub)


def put(node: Node, **names: str) -> None:
    """Publish these host names by their ids."""
    specs = {resource_id: HostnameStatus(hostname=name) for resource_id, name in names.items()}
    node["network"].store.replace(HostnameStatus, specs)


async def next_events(stream: AsyncIterator[cosi.WatchResponse], count: int) -> list[tuple[cosi.EventType, str, str]]:
    """Kind, id and the name before, of so many events."""
    found: list[tuple[cosi.EventType, str, str]] = []
    while len(found) < count:
        answer = await asyncio.wait_for(anext(stream), 5)
        for event in answer.event:
            metadata = event.resource.metadata if event.resource else None
            old = json.loads(event.old.spec.yaml_spec)["hostname"] if event.old and event.old.spec else ""
            found.append((event.event_type, metadata.id if metadata else "", old))
    return found


async def test_one_resource_has_both_forms_of_its_spec(node: Node, stub: cosi.StateStub) -> None:
    put(node, hostname="n1")
    found = (await stub.get(cosi.GetRequest(namespace="network", type=TYPE, id="hostname"))).resource
    assert found is not None
    assert found.metadata is not None
    assert found.spec is not None
    assert (found.metadata.id, found.metadata.version, found.metadata.phase) == ("hostname", "1", "running")
    assert json.loads(found.spec.yaml_spec) == {"hostname": "n1", "domainname": ""}
    assert found.spec.proto_spec == encode(TYPE, {"hostname": "n1", "domainname": ""})
    with pytest.raises(NotFoundError):
        await stub.get(cosi.GetRequest(namespace="network", type=TYPE, id="nobody"))


async def test_types_are_found_by_their_definitions(stub: cosi.StateStub) -> None:
    request = cosi.ListRequest(namespace="meta", type="ResourceDefinitions.meta.cosi.dev")
    ids = [each.resource.metadata.id async for each in stub.list(request) if each.resource and each.resource.metadata]
    assert {TYPE.lower(), "resourcedefinitions.meta.cosi.dev"} <= set(ids)
    assert ids == sorted(ids)


async def test_lists_take_queries(node: Node, stub: cosi.StateStub) -> None:
    put(node, a="1", b="2", ab="3")

    async def ids(options: cosi.ListOptions) -> list[str]:
        request = cosi.ListRequest(namespace="network", type=TYPE, options=options)
        return [
            each.resource.metadata.id async for each in stub.list(request) if each.resource and each.resource.metadata
        ]

    assert await ids(cosi.ListOptions(id_query=cosi.IdQuery(regexp="^a"))) == ["a", "ab"]
    label = cosi.LabelQuery(terms=[cosi.LabelTerm(key="x", op=cosi.LabelTermOperation.EXISTS)])
    assert await ids(cosi.ListOptions(label_query=[label])) == []
    with pytest.raises(InvalidArgumentError, match="no regular expression"):
        await ids(cosi.ListOptions(id_query=cosi.IdQuery(regexp="[")))


async def test_what_is_not_there_or_not_to_be_written_is_refused(node: Node, stub: cosi.StateStub) -> None:
    node["init"].store.replace(MachineConfigSpec, {"v1alpha1": MachineConfigSpec(yaml="a: b")})
    for namespace, kind, said in (
        ("network", "Xs.net.talos.dev", 'resource type "Xs.net.talos.dev" is not supported'),
        ("netwrk", TYPE, 'namespace "netwrk" is not supported'),
    ):
        with pytest.raises(PermissionDeniedError) as refused:
            await stub.get(cosi.GetRequest(namespace=namespace, type=kind, id="x"))
        assert refused.value.message == said
    request = cosi.GetRequest(namespace="config", type=CONFIG, id="v1alpha1")
    with pytest.raises(PermissionDeniedError, match=r"^not authorized$"):
        await stub.get(request, metadata=READER)
    found = (await stub.get(request)).resource
    assert found is not None
    assert found.spec is not None
    assert (json.loads(found.spec.yaml_spec), found.spec.proto_spec) == ("a: b", b"\x0a\x04a: b")
    for write in (
        stub.create(cosi.CreateRequest()),
        stub.update(cosi.UpdateRequest()),
        stub.destroy(cosi.DestroyRequest()),
        stub.teardown(cosi.TeardownRequest()),
        stub.teardown_and_destroy(cosi.TeardownAndDestroyRequest()),
    ):
        with pytest.raises(PermissionDeniedError, match=r"^write access is not allowed$"):
            await write


async def test_a_watch_of_a_type(node: Node, stub: cosi.StateStub) -> None:
    put(node, a="1")
    kinds = cosi.EventType
    options = cosi.WatchOptions(bootstrap_contents=True)
    stream = stub.watch(cosi.WatchRequest(namespace="network", type=TYPE, options=options, api_version=1))
    assert await next_events(stream, 2) == [(kinds.CREATED, "a", ""), (kinds.BOOTSTRAPPED, "", "")]
    put(node, a="2", b="1")
    put(node, b="1")
    assert sorted(await next_events(stream, 3)) == [
        (kinds.CREATED, "b", ""),
        (kinds.UPDATED, "a", "1"),
        (kinds.DESTROYED, "a", ""),
    ]
    together = cosi.WatchOptions(bootstrap_contents=True, aggregated=True)
    stream = stub.watch(cosi.WatchRequest(namespace="network", type=TYPE, options=together, api_version=1))
    assert await next_events(stream, 2) == [(kinds.CREATED, "b", ""), (kinds.BOOTSTRAPPED, "", "")]


async def test_a_watch_goes_on_after_its_bookmark(node: Node, stub: cosi.StateStub) -> None:
    put(node, a="1")
    options = cosi.WatchOptions(bootstrap_bookmark=True)
    first = await anext(stub.watch(cosi.WatchRequest(namespace="network", type=TYPE, options=options)))
    assert first.event[0].event_type is cosi.EventType.NOOP
    put(node, a="2")
    again = cosi.WatchOptions(start_from_bookmark=first.event[0].bookmark)
    stream = stub.watch(cosi.WatchRequest(namespace="network", type=TYPE, options=again))
    assert await next_events(stream, 1) == [(cosi.EventType.UPDATED, "a", "")]


async def test_a_watch_of_one_resource_begins_with_its_state(node: Node, stub: cosi.StateStub) -> None:
    put(node, a="1")
    there = stub.watch(cosi.WatchRequest(namespace="network", type=TYPE, id="a"))
    absent = stub.watch(cosi.WatchRequest(namespace="network", type=TYPE, id="b"))
    assert await next_events(there, 1) == [(cosi.EventType.CREATED, "a", "")]
    assert await next_events(absent, 1) == [(cosi.EventType.DESTROYED, "b", "")]
    put(node, a="1", b="1")
    assert await next_events(absent, 1) == [(cosi.EventType.CREATED, "b", "")]
    contents = cosi.WatchOptions(bootstrap_contents=True)
    with pytest.raises(UnimplementedError, match="one resource has no contents"):
        await anext(stub.watch(cosi.WatchRequest(namespace="network", type=TYPE, id="a", options=contents)))
