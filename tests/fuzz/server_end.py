"""Any bytes to a server: no exception gets out, memory is bounded, and it goes on or ends with GOAWAY.

The first byte of an input says whether the preface and settings are there already.
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator
from typing import Any

from libtalos.bus.access import OpenAccess
from libtalos.bus.dispatch import Dispatcher, Served
from libtalos.bus.errors import NotFoundError
from libtalos.bus.http2.connection import Connection
from libtalos.bus.http2.frames import PREFACE, SETTINGS, frame
from libtalos.bus.http2.server import Http2Server
from libtalos.gen.grpc.health.v1 import HealthCheckRequest
from libtalos.stubs import Cardinality
from tests.fuzz.connection import LIMITS, check_written, chop, frames, live, log


def check(data: bytes) -> None:
    """Raise AssertionError, or what the connection raised, for a fault."""
    stream = b"".join(frames(data[1:]))
    connection = functools.partial(
        live, _make, greeting=b"" if data[:1] == b"\xff" else PREFACE + frame(SETTINGS, 0, 0)
    )
    whole = connection([stream], turns=False)
    check_written(whole[0])
    pieces = chop(stream)
    assert connection(pieces, turns=False) == whole, "it matters how the bytes come"
    check_written(connection(pieces, turns=True)[0])


def _make() -> Connection[Any]:
    return _server().make(lambda _: None)


@functools.cache
def _server() -> Http2Server:
    logger = log()
    dispatcher = Dispatcher(access=OpenAccess(), settings=LIMITS, log=logger)
    methods = (
        ("/u", _unary, Cardinality.UNARY_UNARY),
        ("/s", _replies, Cardinality.UNARY_STREAM),
        ("/c", _requests, Cardinality.STREAM_UNARY),
        ("/b", _both, Cardinality.STREAM_STREAM),
    )
    served = {
        path: Served(path, func, cardinality, HealthCheckRequest, HealthCheckRequest, 20.0)
        for path, func, cardinality in methods
    }
    return Http2Server(served, dispatcher=dispatcher, settings=LIMITS, log=logger)


async def _unary(request: HealthCheckRequest) -> HealthCheckRequest:
    """Answers at once, later, never, or with an error, as the request wants."""
    match request.service[:1]:
        case "w":
            await asyncio.Event().wait()
        case "l":
            await asyncio.sleep(0)
        case "e":
            raise NotFoundError("é%\n" * 20)
    return request


async def _replies(request: HealthCheckRequest) -> AsyncIterator[HealthCheckRequest]:
    for _ in range(8):
        yield request
    await _unary(request)


async def _requests(requests: AsyncIterator[HealthCheckRequest]) -> HealthCheckRequest:
    last = HealthCheckRequest()
    async for last in requests:
        await _unary(last)
    return last


async def _both(requests: AsyncIterator[HealthCheckRequest]) -> AsyncIterator[HealthCheckRequest]:
    async for request in requests:
        yield await _unary(request)
