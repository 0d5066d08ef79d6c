"""The edge over real TLS: who is let in, what for, to which node, and what is written down."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from libtalos.bus.channel import Channel
from libtalos.bus.errors import (
    BusError,
    Code,
    InternalError,
    InvalidArgumentError,
    NotFoundError,
    PermissionDeniedError,
    UnavailableError,
    UnimplementedError,
)
from libtalos.bus.wire import Raw
from libtalos.gen import machine as m
from libtalos.gen.common import Data
from libtalos.gen.google.protobuf import Empty
from libtalos.pki import bundle
from tests.unit.services.api.gateway import world
from tests.unit.services.api.gateway.world import Node, client

ADMIN, OPERATOR, READER = "os:admin", "os:operator", "os:reader"
HOSTNAME = "/machine.MachineService/Hostname"


@pytest_asyncio.fixture
async def nodes() -> AsyncIterator[Sequence[Node]]:
    """Two nodes of one cluster."""
    port = world.free_port()
    async with AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(world.node(f"n{number}", f"127.0.0.{number}", port)) for number in (2, 3)
        ]


async def hostnames(channel: Channel, *metadata: tuple[str, str]) -> list[m.Hostname]:
    """What Hostname answers."""
    answer = await channel.stub(m.MachineServiceStub).hostname(Empty(), metadata=metadata)
    return answer.messages


async def read(channel: Channel, path: str, *metadata: tuple[str, str]) -> list[Data]:
    """What Read answers."""
    return [each async for each in channel.stub(m.MachineServiceStub).read(m.ReadRequest(path=path), metadata=metadata)]


async def test_roles_decide_what_may_be_called(nodes: Sequence[Node]) -> None:
    with client(nodes[0], READER) as reader, client(nodes[0], ADMIN) as admin, client(nodes[0]) as nobody:
        assert (await hostnames(reader))[0].hostname == "n2"
        with pytest.raises(PermissionDeniedError, match=r"^not authorized$"):
            await read(reader, "/hello")
        assert [part.bytes for part in await read(admin, "/hello")] == [b"n2 0", b"n2 1", b"n2 2"]
        with pytest.raises(PermissionDeniedError, match=r"^not authorized$"):
            await hostnames(nobody)
    lines = [(line["method"], line["roles"], line["code"]) for line in nodes[0].audited()]
    assert lines == [
        (HOSTNAME, [READER], "OK"),
        ("/machine.MachineService/Read", [READER], "PERMISSION_DENIED"),
        ("/machine.MachineService/Read", [ADMIN], "OK"),
        (HOSTNAME, [], "PERMISSION_DENIED"),
    ]


async def test_a_caller_cannot_give_itself_roles(nodes: Sequence[Node]) -> None:
    with client(nodes[0], READER) as reader:
        stub = reader.stub(m.MachineServiceStub)
        with pytest.raises(PermissionDeniedError):
            await anext(aiter(stub.read(m.ReadRequest(path="/hello"), metadata=(("talos-role", ADMIN),))))
    with client(nodes[0], "os:impersonator") as node:
        assert (await hostnames(node, ("talos-role", READER)))[0].hostname == "n2"
        with pytest.raises(PermissionDeniedError):
            await read(node, "/hello", ("talos-role", READER))
        with pytest.raises(PermissionDeniedError):
            await hostnames(node)


async def test_certificates_that_are_not_good_enough(nodes: Sequence[Node]) -> None:
    stranger = bundle.generate(now=datetime.now(UTC))
    expired = world.certificate(ADMIN, ago=timedelta(minutes=3))
    foreign = world.certificate(ADMIN, secrets=stranger)
    for pair in (expired, foreign):
        with (
            client(nodes[0], pair=pair) as channel,
            pytest.raises(UnavailableError, match="does not take this certificate"),
        ):
            await hostnames(channel)
    assert nodes[0].audited() == []
    with client(nodes[0], ADMIN, trust=stranger) as channel, pytest.raises(UnavailableError, match="cannot connect"):
        await hostnames(channel)


async def test_a_call_goes_to_the_node_that_it_names(nodes: Sequence[Node]) -> None:
    with client(nodes[0], ADMIN) as admin:
        answer = await hostnames(admin, ("node", "127.0.0.3"))
        assert [(each.hostname, each.metadata) for each in answer] == [("n3", None)]
        assert [each.bytes for each in await read(admin, "/hello", ("node", "127.0.0.3"))] == [
            b"n3 0",
            b"n3 1",
            b"n3 2",
        ]
        with pytest.raises(NotFoundError, match=r"^/x: no such file$"):
            await read(admin, "/x", ("node", "127.0.0.3"))
    there = nodes[1].audited()[0]
    assert (there["roles"], there["name"], there["code"]) == ([ADMIN], "n2", "OK")
    here = nodes[0].audited()[0]
    assert (here["nodes"], here["name"], here["address"]) == (["127.0.0.3"], "me", "127.0.0.1")


async def test_several_nodes_answer_as_one(nodes: Sequence[Node]) -> None:
    targets = (("nodes", "127.0.0.2"), ("nodes", "127.0.0.3"), ("nodes", "127.0.0.9"))
    with client(nodes[0], ADMIN) as admin:
        first, second, third = await hostnames(admin, *targets)
        parts = await read(admin, "/hello", *targets)
    for node, answer in zip(nodes, (first, second), strict=True):
        assert answer.metadata is not None
        assert (answer.hostname, answer.metadata.hostname, answer.metadata.error) == (node.name, node.address, "")
    assert third.metadata is not None
    assert third.metadata.hostname == "127.0.0.9"
    assert third.metadata.error.startswith("rpc error: code = Unavailable desc = cannot connect to 127.0.0.9")
    assert third.metadata.status is not None
    assert third.metadata.status.code == Code.UNAVAILABLE
    named = sorted((part.metadata.hostname, part.bytes) for part in parts if part.metadata and not part.metadata.error)
    assert named == [(node.address, f"{node.name} {number}".encode()) for node in nodes for number in range(3)]
    assert [part.metadata.hostname for part in parts if part.metadata and part.metadata.error] == ["127.0.0.9"]


async def test_what_cannot_be_routed_is_told(nodes: Sequence[Node]) -> None:
    with client(nodes[0], ADMIN) as admin:
        with pytest.raises(InvalidArgumentError, match="node metadata must be single-valued"):
            await hostnames(admin, ("node", "a"), ("node", "b"))
        with pytest.raises(InternalError, match=r'invalid target "127\.0\.0\.3:1"'):
            await hostnames(admin, ("nodes", "127.0.0.3:1"))
        state = "/cosi.resource.State/Get"
        with pytest.raises(InvalidArgumentError, match=f"proxying is not supported for method {state}"):
            await admin.unary_unary(state, Raw(b""), Raw, metadata=(("nodes", "127.0.0.3"),))
        with pytest.raises(UnimplementedError):
            await admin.unary_unary(state, Raw(b""), Raw)
        with pytest.raises(UnimplementedError, match=r"FilesystemService/Plan is not served here"):
            await admin.unary_unary("/talos.filesystem.v1.FilesystemService/Plan", Raw(b""), Raw)


async def test_a_call_that_was_passed_on_ends_here(nodes: Sequence[Node]) -> None:
    with client(nodes[0], ADMIN) as admin:
        answer = await hostnames(admin, ("node", "127.0.0.3"), ("proxyfrom", "somebody"))
    assert answer[0].hostname == "n2"
    assert nodes[1].audited() == []


async def test_new_certificates_leave_connections_and_old_ones_are_refused(nodes: Sequence[Node]) -> None:
    new = bundle.generate(now=datetime.now(UTC))
    with client(nodes[0], READER) as before:
        await hostnames(before)
        await nodes[0].edge.take(world.issued("n2", "127.0.0.2", new))
        assert (await hostnames(before))[0].hostname == "n2"
        with client(nodes[0], pair=world.certificate(READER, secrets=new), trust=new) as after:
            assert (await hostnames(after))[0].hostname == "n2"
        with client(nodes[0], READER, trust=new) as old, pytest.raises(UnavailableError, match="does not take"):
            await hostnames(old)


async def test_one_address_gets_so_many_connections(nodes: Sequence[Node]) -> None:
    most = world.LIMITS.max_connections_per_address
    assert most is not None
    async with AsyncExitStack() as stack:
        channels = [stack.enter_context(client(nodes[0], READER)) for _ in range(most + 1)]
        for channel in channels[:-1]:
            await hostnames(channel)
        with pytest.raises(BusError):
            await channels[-1].stub(m.MachineServiceStub).hostname(Empty(), timeout=1.0)
    assert any(line["event"] == "too many connections from one address" for line in nodes[0].log)


async def test_an_address_is_written_as_people_know_it() -> None:
    port = world.free_port()
    async with world.node("n2", "127.0.0.1", port, listen="::") as node:
        with client(node, READER) as reader:
            await hostnames(reader)
        assert node.audited()[0]["address"] == "127.0.0.1"
