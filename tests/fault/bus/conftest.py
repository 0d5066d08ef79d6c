"""A server whose peers misbehave, and somebody who calls it properly all the while."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.server import Server, listen
from libtalos.bus.settings import BusSettings
from tests.fault.bus.frames import RawPeer
from tests.fault.bus.served import Chunk, FaultRpc, route

T = TypeVar("T")
# a value that so many calls of somebody else have not changed is taken for the last one
UNCHANGED = 40
# so many such calls something may take to happen
AT_MOST = 20_000


@dataclass(frozen=True)
class Served:
    """A running server, its service, and a channel to it."""

    server: Server
    rpc: FaultRpc
    path: Path
    channel: Channel
    calls: itertools.count[int] = field(default_factory=itertools.count)

    async def echo(self) -> None:
        """One proper call."""
        sent = str(next(self.calls)).encode()
        assert (await self.channel.unary_unary(route("Echo"), Chunk(lines=sent), Chunk)).lines == sent

    async def settled(self, what: Callable[[], T]) -> T:
        """The value that no longer changes, although the server goes on to do other things."""
        value, unchanged = what(), 0
        while unchanged < UNCHANGED:
            await self.echo()
            now = what()
            unchanged = unchanged + 1 if now == value else 0
            value = now
        return value

    async def until(self, condition: Callable[[], bool]) -> None:
        """Return when it is so; the server goes on to do other things meanwhile."""
        for _ in range(AT_MOST):
            if condition():
                return
            await self.echo()
        raise AssertionError("it did not become so")

    @contextlib.asynccontextmanager
    async def undisturbed(self) -> AsyncIterator[None]:
        """Call all the time on a connection of its own: every call must be answered."""
        over = False

        async def call() -> None:
            while not over:
                await self.echo()

        async with asyncio.TaskGroup() as group:
            group.create_task(call())
            yield
            await self.echo()
            over = True


Serve = Callable[..., Awaitable[Served]]
Behaviour = Callable[[RawPeer], Awaitable[None]]
RawServe = Callable[[Behaviour], Path]


@pytest.fixture
async def serve(tmp_path: Path) -> AsyncIterator[Serve]:
    """Start servers, each on a socket of its own."""
    number = itertools.count()
    async with contextlib.AsyncExitStack() as stack:

        async def start(*, settings: BusSettings | None = None) -> Served:
            path = tmp_path / f"{next(number)}.sock"
            rpc = FaultRpc()
            server = Server([rpc], settings=settings)
            await server.start(listen(path))
            channel = Channel(UnixAddress(path))
            stack.push_async_callback(server.drain, 0.5)
            stack.callback(channel.close)
            return Served(server, rpc, path, channel)

        yield start


@pytest.fixture
async def raw_serve(tmp_path: Path) -> AsyncIterator[RawServe]:
    """Listen, and treat every client in a way of one's own; the connection ends with it."""
    number = itertools.count()
    loop = asyncio.get_running_loop()
    with contextlib.ExitStack() as stack:

        def start(behave: Behaviour) -> Path:
            path = tmp_path / f"raw{next(number)}.sock"
            sock = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK))
            sock.bind(str(path))
            sock.listen()
            task = loop.create_task(_accept(sock, behave), name=f"accept on {path.name}")
            stack.callback(task.cancel)
            return path

        yield start


async def _accept(sock: socket.socket, behave: Behaviour) -> None:
    async def treat(taken: socket.socket) -> None:
        with RawPeer(taken) as peer, contextlib.suppress(ConnectionError):
            await behave(peer)

    async with asyncio.TaskGroup() as group:
        while True:
            taken, _address = await asyncio.get_running_loop().sock_accept(sock)
            group.create_task(treat(taken))


def descriptors() -> int:
    """How many file descriptors this process has open."""
    return len(list(Path("/proc/self/fd").iterdir()))
