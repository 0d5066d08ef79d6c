"""A server with one handler, and a channel to it."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from libtalos.bus.access import Access
from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.server import Server, Service, listen
from libtalos.bus.settings import BusSettings


@dataclass(frozen=True)
class Served:
    """A running server and a channel to it."""

    server: Server
    channel: Channel
    path: Path


Serve = Callable[..., Awaitable[Served]]


@pytest.fixture(params=["http2", "grpclib"])
def transport(request: pytest.FixtureRequest) -> str:
    """Both transports, one after the other."""
    name: str = request.param
    return name


@pytest.fixture
async def serve(tmp_path: Path, transport: str) -> AsyncIterator[Serve]:
    """Start a server for some handlers on a socket of its own, and a channel to it, on either transport."""
    number = itertools.count()
    async with AsyncExitStack() as stack:

        async def start(
            *handlers: Service, access: Access | None = None, settings: BusSettings | None = None
        ) -> Served:
            path = tmp_path / f"{next(number)}.sock"
            settings = replace(settings or BusSettings(), transport=transport)
            server = Server(handlers, access=access, settings=settings)
            await server.start(listen(path))
            channel = Channel(UnixAddress(path), settings=settings)
            stack.push_async_callback(server.drain, 0.5)
            stack.callback(channel.close)
            return Served(server, channel, path)

        yield start
