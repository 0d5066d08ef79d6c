"""One call of the bus to a URL, as the client that h2specd tests: `python call_once.py http://127.0.0.1:PORT/`.

How the call ends is not looked at: h2specd judges what came over the connection.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from urllib.parse import urlsplit

from libtalos.bus.address import TcpAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import BusError
from libtalos.bus.http2.transport import Http2Transport
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponse

# seconds; h2specd gives up on a client after three
PATIENCE = 1.0


async def call(url: str) -> None:
    """Call, on one connection: a call with a stream of requests is not repeated."""
    where = urlsplit(url)
    assert where.hostname is not None
    assert where.port is not None
    channel = Channel(TcpAddress(where.hostname, where.port))
    replies = channel.stream_stream(
        "/grpc.health.v1.Health/Check",
        [HealthCheckRequest()],
        HealthCheckRequest,
        HealthCheckResponse,
        timeout=PATIENCE,
    )
    with contextlib.suppress(BusError):
        async for _ in replies:
            pass
    # its answers end the call before some cases are at their point: the connection is for h2specd to end
    assert isinstance(channel._transport, Http2Transport)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            for connection in channel._transport._all:
                await connection.gone.wait()
    channel.close()


if __name__ == "__main__":
    asyncio.run(call(sys.argv[1]))
