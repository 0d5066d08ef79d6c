"""Requests that are no calls get an answer of HTTP (PROTOCOL-HTTP2.md, http-grpc-status-mapping.md of gRPC)."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.integration.bus import bus_peer
from tests.integration.bus.http_client import ask
from tests.integration.bus.messages import Messages, path_of
from tests.integration.bus.service import InteropService

GRPC = "application/grpc"
UNIMPLEMENTED = "12"
# a message of length 0
EMPTY = bytes(5)


@pytest.fixture
async def port(messages: Messages) -> AsyncIterator[int]:
    """A server of the interop cases."""
    async with bus_peer.served(InteropService(messages.bus), messages) as target:
        yield target.port


async def test_a_call_is_answered(port: int) -> None:
    """What makes the others comparable: the same client makes a call."""
    answer = await ask(port, "POST", path_of("EmptyCall"), EMPTY, content_type=GRPC, te="trailers")
    assert (answer.status, answer.fields["grpc-status"], answer.body) == (200, "0", EMPTY)
    assert answer.fields["content-type"].startswith(GRPC)


@pytest.mark.parametrize("body", [None, b"name=value"])
@pytest.mark.parametrize("fields", [{}, {"content_type": "text/plain"}, {"content_type": "application/grpcx"}])
async def test_other_content(port: int, body: bytes | None, fields: dict[str, str]) -> None:
    """Anything else than gRPC is refused with 415, in words."""
    answer = await ask(port, "POST", path_of("EmptyCall"), body, **fields)
    assert answer.status == 415
    assert b"gRPC" in answer.body


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
async def test_other_methods(port: int, method: str) -> None:
    """Calls are POSTs."""
    answer = await ask(port, method, path_of("EmptyCall"), content_type=GRPC, te="trailers")
    assert answer.status == 405


async def test_a_method_that_is_not_there(port: int) -> None:
    """It is a call, so the answer is one of gRPC."""
    answer = await ask(port, "POST", "/nobody.Nothing/Nowhere", EMPTY, content_type=GRPC, te="trailers")
    assert (answer.status, answer.fields["grpc-status"]) == (200, UNIMPLEMENTED)
