"""A list over the end of the component that answers it."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import UnavailableError
from libtalos.bus.server import Server, listen
from libtalos.gen.talos.resource import v1
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.network import HostnameStatus
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.store import ResourceStore


class HalfList(ResourceRpc):
    """Lists one resource and stops there."""

    def __init__(self, store: ResourceStore) -> None:
        super().__init__(store)
        self.sent = asyncio.Event()

    async def list(self, message: v1.ListRequest) -> AsyncIterator[v1.ListResponse]:
        async for response in super().list(message):
            yield response
            self.sent.set()
            await asyncio.Event().wait()


def filled() -> ResourceStore:
    store = ResourceStore("network", time.time, publishes=(HostnameStatus,))
    for name in ("a", "b", "c"):
        store.put(name, HostnameStatus(hostname=name))
    return store


async def test_a_list_that_was_lost_half_way_is_asked_for_again_as_a_whole(tmp_path: Path) -> None:
    listening, half = listen(tmp_path / "x.sock"), HalfList(filled())
    first = Server([half])
    await first.start(listening.dup())
    channel = Channel(UnixAddress(tmp_path / "x.sock"))
    listing = asyncio.create_task(ResourceClient(channel).list(HostnameStatus))
    await half.sent.wait()
    await first.drain(0)
    follower = Server([ResourceRpc(filled())])
    await follower.start(listening.dup())
    assert [resource.id for resource in await asyncio.wait_for(listing, 5)] == ["a", "b", "c"]
    channel.close()
    await follower.drain(0)
    listening.close()


async def test_where_nobody_listens_a_list_does_not_wait(tmp_path: Path) -> None:
    channel = Channel(UnixAddress(tmp_path / "none.sock"))
    with pytest.raises(UnavailableError, match="no such socket"):
        await asyncio.wait_for(ResourceClient(channel).list(HostnameStatus), 1)
    channel.close()
