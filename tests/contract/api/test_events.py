"""The events of all components in one stream."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from libtalos.gen import machine as m

if TYPE_CHECKING:
    from tests.contract.api.conftest import Node


@pytest.fixture
def stub(node: Node) -> m.MachineServiceStub:
    return node.channel.stub(m.MachineServiceStub)


def publish(node: Node, component: str, task: str, actor_id: str = "") -> str:
    return node[component].events.publish(m.TaskEvent(task=task), actor_id=actor_id).id


async def names(stream: AsyncIterator[m.Event], count: int) -> list[str]:
    """Return the task names of the next events; "" for the empty hello."""
    found = []
    for _ in range(count):
        event = await asyncio.wait_for(anext(stream), 5)
        message = event.data.unpack() if event.data else None
        found.append(message.task if isinstance(message, m.TaskEvent) else "")
    return found


async def test_the_hello_is_empty_and_comes_at_once(stub: m.MachineServiceStub) -> None:
    hello = await asyncio.wait_for(anext(stub.events(m.EventsRequest())), 5)
    assert bytes(hello) == b""


async def test_the_past_of_all_components_is_in_the_order_of_time(node: Node, stub: m.MachineServiceStub) -> None:
    for number, component in enumerate(("network", "init", "etcd", "init", "network")):
        publish(node, component, str(number))
    assert await names(stub.events(m.EventsRequest(tail_events=-1)), 6) == ["", "0", "1", "2", "3", "4"]
    assert await names(stub.events(m.EventsRequest(tail_events=2)), 3) == ["", "3", "4"]
    assert await names(stub.events(m.EventsRequest(tail_seconds=60)), 6) == ["", "0", "1", "2", "3", "4"]


async def test_a_tail_after_an_id_excludes_it(node: Node, stub: m.MachineServiceStub) -> None:
    publish(node, "init", "old")
    marker = publish(node, "network", "marker")
    publish(node, "init", "new")
    assert await names(stub.events(m.EventsRequest(tail_id=marker)), 2) == ["", "new"]


async def test_what_happens_follows_the_past_without_gap_or_repetition(node: Node, stub: m.MachineServiceStub) -> None:
    publish(node, "init", "past")
    stream = stub.events(m.EventsRequest(tail_events=-1))
    assert await names(stream, 2) == ["", "past"]
    for number in range(20):
        publish(node, ("init", "etcd")[number % 2], str(number))
    assert sorted(await names(stream, 20), key=int) == [str(number) for number in range(20)]


async def test_only_the_asked_actor_is_told(node: Node, stub: m.MachineServiceStub) -> None:
    publish(node, "init", "other", actor_id="b")
    publish(node, "init", "mine", actor_id="a")
    stream = stub.events(m.EventsRequest(tail_events=-1, with_actor_id="a"))
    assert await names(stream, 2) == ["", "mine"]
    publish(node, "init", "again other", actor_id="b")
    publish(node, "init", "again mine", actor_id="a")
    assert await names(stream, 1) == ["again mine"]


async def test_the_restart_of_a_component_is_a_pause(node: Node, stub: m.MachineServiceStub) -> None:
    stream = stub.events(m.EventsRequest(tail_events=-1))
    assert await names(stream, 1) == [""]
    publish(node, "network", "before")
    assert await names(stream, 1) == ["before"]
    await node.restart("network")
    publish(node, "network", "after")
    publish(node, "init", "elsewhere")
    assert sorted(await names(stream, 2)) == ["after", "elsewhere"]
