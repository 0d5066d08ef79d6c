"""The end of a server: what is under way finishes, what queues is served by the next one."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import UnavailableError
from libtalos.bus.server import Server, listen
from libtalos.gen.talos.etcd.v1 import (
    EtcdServiceBase,
    EtcdServiceStub,
    GetStatusRequest,
    GetStatusResponse,
    SnapshotRequest,
    SnapshotResponse,
)
from tests.unit.bus.conftest import Serve


class Etcd(EtcdServiceBase):
    """Holds calls until it is told to go on."""

    def __init__(self) -> None:
        self.entered = asyncio.Event()
        self.go_on = asyncio.Event()

    async def get_status(self, message: GetStatusRequest) -> GetStatusResponse:
        self.entered.set()
        await self.go_on.wait()
        return GetStatusResponse(version="3")

    async def snapshot(self, message: SnapshotRequest) -> AsyncIterator[SnapshotResponse]:
        yield SnapshotResponse(data=b"first")
        self.entered.set()
        await asyncio.Event().wait()


async def test_a_unary_call_under_way_gets_its_answer(serve: Serve) -> None:
    handler = Etcd()
    served = await serve(handler)
    call = asyncio.create_task(served.channel.stub(EtcdServiceStub).get_status())
    await handler.entered.wait()
    draining = asyncio.create_task(served.server.drain(5))
    await asyncio.sleep(0)
    handler.go_on.set()
    assert (await call).version == "3"
    await asyncio.wait_for(draining, 1)


async def test_a_unary_call_that_does_not_end_is_ended_by_the_deadline(serve: Serve) -> None:
    handler = Etcd()
    served = await serve(handler)
    call = asyncio.create_task(served.channel.stub(EtcdServiceStub).get_status())
    await handler.entered.wait()
    await asyncio.wait_for(served.server.drain(0.05), 1)
    with pytest.raises(UnavailableError):
        await call


async def test_a_stream_is_told_that_the_component_stops(serve: Serve) -> None:
    handler = Etcd()
    served = await serve(handler)
    stream = served.channel.stub(EtcdServiceStub).snapshot()
    assert (await anext(stream)).data == b"first"
    await handler.entered.wait()
    await asyncio.wait_for(served.server.drain(5), 1)
    with pytest.raises(UnavailableError, match="the component is stopping"):
        await anext(stream)


async def test_callers_queue_while_one_server_follows_another(tmp_path: Path) -> None:
    listening = listen(tmp_path / "etcd.sock")
    first, second = Server([Etcd()]), Etcd()
    await first.start(listening.dup())
    channel = Channel(UnixAddress(tmp_path / "etcd.sock"))
    stream = channel.stub(EtcdServiceStub).snapshot()
    await anext(stream)
    await first.drain(0)
    queued = [asyncio.create_task(channel.stub(EtcdServiceStub).get_status()) for _ in range(3)]
    await asyncio.sleep(0.05)
    second.go_on.set()
    follower = Server([second])
    await follower.start(listening.dup())
    assert [reply.version for reply in await asyncio.gather(*queued)] == ["3"] * 3
    channel.close()
    await follower.drain(0)
    listening.close()


async def test_nobody_there_is_said_at_once(tmp_path: Path) -> None:
    channel = Channel(UnixAddress(tmp_path / "none.sock"))
    with pytest.raises(UnavailableError, match="no such socket"):
        await channel.stub(EtcdServiceStub).get_status()
    channel.close()


def test_a_socket_is_for_root_and_its_group_only(tmp_path: Path) -> None:
    path = tmp_path / "x.sock"
    listen(path).close()
    listen(path).close()  # a stale socket is replaced
    assert path.stat().st_mode & 0o777 == 0o660
