"""The task that waits in a call: woken by the call, or cancelled by somebody else, and never both at once."""

import asyncio

import pytest

from libtalos.bus.errors import DeadlineExceededError, UnavailableError
from libtalos.bus.grpclib.outgoing import Waking
from libtalos.bus.server import Server
from libtalos.gen.talos.etcd.v1 import EtcdServiceBase, EtcdServiceStub, GetStatusRequest, GetStatusResponse
from tests.unit.bus.conftest import Serve


class Etcd(EtcdServiceBase):
    """Never answers."""

    def __init__(self) -> None:
        self.entered = asyncio.Event()

    async def get_status(self, message: GetStatusRequest) -> GetStatusResponse:
        self.entered.set()
        await asyncio.Event().wait()
        return GetStatusResponse()


class ReasonError(Exception):
    """Why a task was woken."""


async def wait_in(waking: Waking) -> str:
    try:
        with waking:
            await asyncio.Event().wait()
    except ReasonError:
        task = asyncio.current_task()
        assert task is not None
        return f"woken, {task.cancelling()} cancellations"
    return "never"


async def end_of(*acts: str) -> str:
    """How a waiting task ends when it is woken and cancelled in this order, without a turn of the loop between."""
    waking = Waking()
    task = asyncio.create_task(wait_in(waking))
    await asyncio.sleep(0)
    for act in acts:
        if act == "wake":
            waking.cancel(ReasonError())
        else:
            task.cancel()
    await asyncio.wait([task])
    return "cancelled" if task.cancelled() else task.result()


async def test_a_task_that_was_woken_is_not_cancelled() -> None:
    assert await end_of("wake") == "woken, 0 cancellations"
    assert await end_of("wake", "wake") == "woken, 0 cancellations"


@pytest.mark.parametrize("acts", [("cancel",), ("wake", "cancel"), ("cancel", "wake"), ("wake", "cancel", "wake")])
async def test_a_cancellation_from_outside_is_not_lost_behind_the_end_of_a_connection(acts: tuple[str, ...]) -> None:
    assert await end_of(*acts) == "cancelled"


async def test_a_call_that_is_over_does_not_wait() -> None:
    waking = Waking()
    waking.cancel(ReasonError())
    with pytest.raises(ReasonError), waking:
        pass


async def test_a_timeout_around_a_lost_call_is_still_a_timeout(serve: Serve) -> None:
    handler = Etcd()
    served = await serve(handler)

    async def ask() -> None:
        with pytest.raises(UnavailableError):
            await served.channel.stub(EtcdServiceStub).get_status(timeout=0.3)
        await asyncio.Event().wait()

    async with asyncio.timeout(5) as scope:
        asking = asyncio.create_task(asyncio.wait_for(ask(), 1))
        await handler.entered.wait()
        await served.server.drain(0)
        served.path.unlink()  # nobody listens any more: the loss is final
        with pytest.raises(TimeoutError):
            await asking
    assert not scope.expired()


async def test_the_deadline_holds_although_the_connection_was_lost_on_the_way(serve: Serve) -> None:
    handler = Etcd()
    served = await serve(handler)
    asking = asyncio.create_task(served.channel.stub(EtcdServiceStub).get_status(timeout=0.3))
    await handler.entered.wait()
    await break_connections(served.server)
    handler.entered.clear()
    await handler.entered.wait()  # it was safe to ask again
    with pytest.raises(DeadlineExceededError):
        await asking


async def break_connections(server: Server) -> None:
    """Lose the connections as a killed server does."""
    assert server._listener is not None
    for connection in server._listener._open:
        connection.transport.abort()
    await asyncio.sleep(0)
