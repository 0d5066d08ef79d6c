"""Calls through a real server and a real channel: errors, deadlines, ids, limits."""

import asyncio
import urllib.parse

import grpc
import pytest
from structlog.testing import capture_logs

from libtalos.bus import errors
from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.context import CALL_ID_HEADER, current_call
from libtalos.bus.errors import BusError, Code, error_from_status
from libtalos.bus.settings import BusSettings
from libtalos.gen.talos.network.v1 import (
    ApplyRequest,
    ApplyResponse,
    NetworkServiceBase,
    NetworkServiceStub,
    Operation,
    PlanRequest,
    PlanResponse,
)
from tests.unit.bus.conftest import Serve
from tests.unit.bus.raw import raw_call

NAMED_ERRORS = sorted(errors.BY_CODE.items())


class Network(NetworkServiceBase):
    """Does to a call what the test says."""

    def __init__(self, *, error: Exception | None = None, size: int = 0, hold: asyncio.Event | None = None) -> None:
        self.error = error
        self.size = size
        self.hold = hold
        self.seen: list[str] = []
        self.remaining = 0.0
        self.entered = asyncio.Event()

    async def plan(self, message: PlanRequest) -> PlanResponse:
        call = current_call()
        assert call is not None
        self.seen.append(call.call_id)
        self.entered.set()
        self.remaining = call.deadline - asyncio.get_running_loop().time()
        if self.error:
            raise self.error
        if self.hold:
            await self.hold.wait()
        return PlanResponse(operations=[Operation(description="x" * self.size)])


class Relay(NetworkServiceBase):
    """Answers by asking the next one."""

    def __init__(self, channel: Channel) -> None:
        self.stub = channel.stub(NetworkServiceStub)

    async def apply(self, message: ApplyRequest) -> ApplyResponse:
        await self.stub.plan(PlanRequest())
        return ApplyResponse()


@pytest.mark.parametrize(("code", "kind"), NAMED_ERRORS, ids=lambda value: getattr(value, "name", ""))
async def test_every_error_arrives_as_itself(serve: Serve, code: Code, kind: type[BusError]) -> None:
    served = await serve(Network(error=kind("what to do next: nothing")))
    with pytest.raises(kind) as caught:
        await served.channel.stub(NetworkServiceStub).plan(PlanRequest(), timeout=1)
    assert (caught.value.code, caught.value.message) == (code, "what to do next: nothing")


async def test_a_fault_is_internal_and_its_text_stays_in_the_log(serve: Serve) -> None:
    served = await serve(Network(error=RuntimeError("secret detail")))
    with capture_logs() as lines, pytest.raises(errors.InternalError) as caught:
        await served.channel.stub(NetworkServiceStub).plan(PlanRequest())
    assert "secret" not in caught.value.message
    assert any(line["event"] == "call failed" and "secret" in repr(line["exc_info"]) for line in lines)


async def test_a_method_that_is_not_implemented_says_so(serve: Serve) -> None:
    served = await serve(Network())
    with pytest.raises(errors.UnimplementedError):
        await served.channel.stub(NetworkServiceStub).apply(ApplyRequest())


async def test_the_deadline_ends_the_call_on_both_sides(serve: Serve) -> None:
    handler = Network(hold=asyncio.Event())
    served = await serve(handler)
    with pytest.raises(errors.DeadlineExceededError, match="NetworkService/Plan"):
        await served.channel.stub(NetworkServiceStub).plan(PlanRequest(), timeout=0.05)
    assert 0 < handler.remaining <= 0.05 + 1e-9  # a sum of floats


async def test_a_call_without_a_deadline_gets_the_default(serve: Serve) -> None:
    handler = Network()
    served = await serve(handler, settings=BusSettings(call_deadline=7))
    await served.channel.stub(NetworkServiceStub).plan(PlanRequest())
    assert 6 < handler.remaining <= 7


async def test_deadline_and_call_id_travel_with_nested_calls(serve: Serve) -> None:
    last = Network()
    served = await serve(last)
    served_relay = await serve(Relay(served.channel))
    await served_relay.channel.stub(NetworkServiceStub).apply(
        ApplyRequest(), timeout=3, metadata={CALL_ID_HEADER: "mine-1"}
    )
    assert last.remaining <= 3


async def test_the_call_id_of_the_caller_is_kept_and_a_bad_one_replaced(serve: Serve) -> None:
    handler = Network()
    served = await serve(handler)
    relay = await serve(Relay(served.channel))
    with grpc.insecure_channel(f"unix:{relay.path}") as channel:
        call = channel.unary_unary("/talos.network.v1.NetworkService/Apply")
        for call_id in ("mine-1", "x" * 65):
            await asyncio.to_thread(call, b"", metadata=[(CALL_ID_HEADER, call_id)])
    assert handler.seen[0] == "mine-1"
    assert len(handler.seen[1]) == 16


async def test_too_large_a_request_is_refused_before_it_is_read(serve: Serve) -> None:
    served = await serve(Network(), settings=BusSettings(max_message_size=1000))
    with grpc.insecure_channel(f"unix:{served.path}") as channel:
        call = channel.unary_unary("/talos.network.v1.NetworkService/Plan")
        with pytest.raises(grpc.RpcError) as caught:
            await asyncio.to_thread(call, b"\x7a" + b"x" * 2000)
    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert "2001 bytes is over the limit of 1000 bytes" in caught.value.details()


async def test_too_large_a_reply_is_an_error_of_the_server(serve: Serve) -> None:
    served = await serve(Network(size=2000), settings=BusSettings(max_message_size=1000))
    with pytest.raises(errors.ResourceExhaustedError, match="over the limit"):
        await served.channel.stub(NetworkServiceStub).plan(PlanRequest())


async def test_the_client_bounds_what_it_receives(serve: Serve) -> None:
    served = await serve(Network(size=2000))
    small = Channel(UnixAddress(served.path), settings=BusSettings(max_message_size=1000))
    with pytest.raises(errors.ResourceExhaustedError, match="over the limit"):
        await small.stub(NetworkServiceStub).plan(PlanRequest())
    small.close()


@pytest.mark.parametrize("data", [b"\xff" * 3, b"\xff" * 11, b"\x0a\x05ab", b"\x09abc", b"\x0b", b"\x08", b"\x02\x00"])
async def test_bytes_that_are_no_message_are_an_invalid_argument(serve: Serve, data: bytes) -> None:
    served = await serve(Network())
    with grpc.insecure_channel(f"unix:{served.path}") as channel:
        call = channel.unary_unary("/talos.network.v1.NetworkService/Plan")
        with pytest.raises(grpc.RpcError) as caught:
            await asyncio.to_thread(call, data)
    assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert "not a valid PlanRequest" in caught.value.details()


def test_a_code_outside_the_vocabulary_stays_unknown() -> None:
    assert error_from_status(99, "strange").code is Code.UNKNOWN


async def test_a_timeout_of_the_handlers_own_is_a_fault_and_not_the_callers_deadline(serve: Serve) -> None:
    served = await serve(Network(error=TimeoutError("some socket")))
    with capture_logs() as lines, pytest.raises(errors.InternalError):
        await served.channel.stub(NetworkServiceStub).plan(PlanRequest())
    assert [line["event"] for line in lines] == ["call failed"]


@pytest.mark.parametrize(
    ("said", "code", "text"),
    [
        ("50m", Code.DEADLINE_EXCEEDED, "NetworkService/Plan did not finish before its deadline"),
        ("1n", Code.DEADLINE_EXCEEDED, "NetworkService/Plan did not finish before its deadline"),
        ("soon", Code.INVALID_ARGUMENT, "grpc-timeout"),
    ],
)
async def test_a_foreign_callers_deadline_is_named_and_a_bad_one_refused(
    serve: Serve, said: str, code: Code, text: str
) -> None:
    served = await serve(Network(hold=asyncio.Event()))
    fields = {"grpc-timeout": said}
    answer = await asyncio.to_thread(raw_call, served.path, "/talos.network.v1.NetworkService/Plan", fields)
    assert answer["grpc-status"] == str(int(code))
    assert text in urllib.parse.unquote(answer["grpc-message"])


async def test_a_caller_that_leaves_is_no_fault(serve: Serve) -> None:
    handler = Network(hold=asyncio.Event())
    served = await serve(handler)
    with capture_logs() as lines:
        asking = asyncio.create_task(served.channel.stub(NetworkServiceStub).plan(PlanRequest()))
        await handler.entered.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        handler.hold = None
        await served.channel.stub(NetworkServiceStub).plan(PlanRequest())  # on the same connection, after the reset
    assert lines == []
