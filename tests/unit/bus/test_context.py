"""What a handler may know of its call."""

import asyncio
import re

import pytest

from libtalos.bus.context import CALL_ID_HEADER, CURRENT, CallContext, current_call, new_call_id
from libtalos.bus.identity import UNKNOWN_PEER
from libtalos.bus.metadata import Field

CALL_ID = CALL_ID_HEADER.encode()


def call(*fields: Field) -> CallContext:
    return CallContext("/a.B/C", UNKNOWN_PEER, 17.0, fields)


def test_what_is_known_from_the_start() -> None:
    context = call()
    assert (context.method, context.peer, context.deadline) == ("/a.B/C", UNKNOWN_PEER, 17.0)
    assert (context.initial, context.trailing) == ([], [])


@pytest.mark.parametrize("offered", [b"a", b"0123-x_y.Z", b"a" * 64])
def test_the_id_of_the_caller_is_kept(offered: bytes) -> None:
    assert call((b"a", b"b"), (CALL_ID, offered)).call_id == offered.decode()


@pytest.mark.parametrize("offered", [b"", b"a" * 65, b"a b", b"a\n", b"\x1b[31m", b"\xff", b"a=b"])
def test_an_id_that_would_spoil_a_log_is_replaced(offered: bytes) -> None:
    context = call((CALL_ID, offered))
    assert re.fullmatch("[0-9a-f]{16}", context.call_id)
    assert context.call_id == context.call_id


def test_a_call_without_an_id_gets_one_of_its_own() -> None:
    first, second = call(), call()
    assert first.call_id == first.call_id != second.call_id
    assert len({new_call_id() for _ in range(100)}) == 100


def test_metadata_is_what_is_not_the_protocols_own() -> None:
    context = call(
        (b":path", b"/a.B/C"), (b"te", b"trailers"), (b"grpc-timeout", b"1S"), (b"a", b"b"), (b"c-bin", b"AP8")
    )
    assert context.metadata == {"a": "b", "c-bin": b"\0\xff"}
    assert context.metadata is context.metadata


def test_what_the_handler_sends_is_added_and_encoded() -> None:
    context = call()
    context.send_initial_metadata({"a": "1"})
    context.send_initial_metadata([("a", "2"), ("b-bin", b"\xff")])
    context.set_trailing_metadata({"c": "3"})
    assert context.initial == [(b"a", b"1"), (b"a", b"2"), (b"b-bin", b"/w")]
    assert context.trailing == [(b"c", b"3")]


@pytest.mark.parametrize("metadata", [{"Upper": "x"}, {"grpc-status": "0"}, {"a": "line\nbreak"}, {"te": "x"}])
def test_what_cannot_travel_is_refused_at_once(metadata: dict[str, str]) -> None:
    context = call()
    for send in (context.send_initial_metadata, context.set_trailing_metadata):
        with pytest.raises(ValueError, match=f"metadata '{next(iter(metadata))}'"):
            send(metadata)
    assert (context.initial, context.trailing) == ([], [])


async def test_a_task_knows_the_call_that_it_serves_and_others_do_not() -> None:
    served = call()

    async def serve() -> CallContext | None:
        CURRENT.set(served)
        return await asyncio.create_task(look())

    async def look() -> CallContext | None:
        return current_call()

    assert await asyncio.create_task(serve()) is served
    assert current_call() is None
