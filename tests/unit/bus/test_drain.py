"""The end of a server: what is under way finishes, what queues is served by the next one."""

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import DeadlineExceededError, UnavailableError
from libtalos.bus.server import Server, listen
from libtalos.bus.settings import BusSettings
from libtalos.gen.talos.etcd.v1 import (
    EtcdServiceBase,
    EtcdServiceStub,
    GetStatusRequest,
    GetStatusResponse,
    SnapshotRequest,
    SnapshotResponse,
)
from libtalos.gen.talos.network.v1 import ApplyRequest, ApplyResponse, NetworkServiceBase, NetworkServiceStub
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


class Silent(Etcd):
    """Does not begin to answer."""

    async def snapshot(self, message: SnapshotRequest) -> AsyncIterator[SnapshotResponse]:
        self.entered.set()
        await asyncio.Event().wait()
        yield SnapshotResponse()


class Flood(Etcd):
    """Has more to say than fits into any buffer."""

    async def snapshot(self, message: SnapshotRequest) -> AsyncIterator[SnapshotResponse]:
        while True:
            yield SnapshotResponse(data=bytes(1 << 20))


class Stubborn(Etcd):
    """Goes on after its time is up."""

    async def get_status(self, message: GetStatusRequest) -> GetStatusResponse:
        self.entered.set()
        while not self.go_on.is_set():
            with contextlib.suppress(asyncio.CancelledError):
                await self.go_on.wait()
        return GetStatusResponse()


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


@pytest.mark.parametrize("turns", range(4))
async def test_a_connection_belongs_to_this_server_or_to_the_next(tmp_path: Path, turns: int) -> None:
    """However far the acceptance has come: it is closed in the end, or served by whoever listens next."""
    listening = listen(tmp_path / "etcd.sock")
    first = Server([Etcd()])
    await first.start(listening.dup())
    reader, writer = await asyncio.open_unix_connection(str(tmp_path / "etcd.sock"))
    for _ in range(turns):
        await asyncio.sleep(0)
    await first.drain(0)
    follower = Server([Etcd()])
    await follower.start(listening.dup())
    # the server speaks first in HTTP/2: its settings, and then, if it was the first one, the end
    assert await asyncio.wait_for(reader.read(9), 1) != b""
    await follower.drain(0)
    assert await asyncio.wait_for(reader.read(), 1) is not None
    writer.close()
    await writer.wait_closed()
    listening.close()
    gc.collect()  # what is left open warns here, and warnings are errors


class Network(NetworkServiceBase):
    """Counts what it did."""

    applied = 0

    async def apply(self, message: ApplyRequest) -> ApplyResponse:
        self.applied += 1
        return ApplyResponse()


async def test_a_call_that_came_too_late_is_repeated_although_it_has_effects(tmp_path: Path) -> None:
    listening = listen(tmp_path / "x.sock")
    handler, etcd = Network(), Etcd()
    first = Server([handler, etcd])
    await first.start(listening.dup())
    channel = Channel(UnixAddress(tmp_path / "x.sock"))
    held = asyncio.create_task(channel.stub(EtcdServiceStub).get_status())
    await etcd.entered.wait()
    draining = asyncio.create_task(first.drain(5))
    await asyncio.sleep(0)
    late = asyncio.create_task(channel.stub(NetworkServiceStub).apply(ApplyRequest()))
    await asyncio.sleep(0.05)
    assert (handler.applied, late.done()) == (0, False)
    etcd.go_on.set()
    await draining
    await held
    follower = Server([handler])
    await follower.start(listening.dup())
    await asyncio.wait_for(late, 2)
    assert handler.applied == 1
    channel.close()
    await follower.drain(0)
    listening.close()


async def test_a_stream_that_did_not_begin_is_begun_again(tmp_path: Path) -> None:
    listening = listen(tmp_path / "etcd.sock")
    silent = Silent()
    first = Server([silent])
    await first.start(listening.dup())
    channel = Channel(UnixAddress(tmp_path / "etcd.sock"))
    stream = channel.stub(EtcdServiceStub).snapshot()
    waiting = asyncio.ensure_future(anext(stream))
    await silent.entered.wait()
    await first.drain(0)
    follower = Server([Etcd()])
    await follower.start(listening.dup())
    assert (await asyncio.wait_for(waiting, 1)).data == b"first"
    await follower.drain(0)
    with pytest.raises(UnavailableError):  # it had begun: only its caller knows what to do
        await anext(stream)
    channel.close()
    listening.close()


async def test_a_peer_that_does_not_read_does_not_keep_the_server(serve: Serve) -> None:
    served = await serve(Flood())
    _reader, writer = await asyncio.open_unix_connection(str(served.path))
    stream = served.channel.stub(EtcdServiceStub).snapshot()
    await anext(stream)
    await asyncio.wait_for(served.server.drain(0), 2)
    writer.close()


async def test_a_call_that_ignores_its_end_is_told_of_and_does_not_keep_the_server(serve: Serve) -> None:
    handler = Stubborn()
    served = await serve(handler, settings=BusSettings(end_timeout=0.05))
    call = asyncio.create_task(served.channel.stub(EtcdServiceStub).get_status(timeout=0.05))
    await handler.entered.wait()
    with pytest.raises(DeadlineExceededError):
        await call
    with capture_logs() as lines:
        await asyncio.wait_for(served.server.drain(0.05), 1)
    assert [line["methods"] for line in lines] == [["/talos.etcd.v1.EtcdService/GetStatus"]]
    handler.go_on.set()


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
