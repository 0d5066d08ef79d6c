"""Both ends of a long load, each a process of its own, which say what they hold before and after.

python -m tests.fault.bus.endure serve SOCKET           prints "ready", and serves until SIGTERM
python -m tests.fault.bus.endure LOAD SOCKET COUNT      prints what both ends held before and after it, as JSON

LOAD is calls, connections or streams. It is made before anything is measured, once in small, or twice as a whole where
it is the peak that costs: what a process keeps for the next time is no leak.
"""

from __future__ import annotations

import asyncio
import gc
import json
import resource
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, closing
from pathlib import Path

import uvloop

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.server import Server, listen
from libtalos.stubs import Cardinality, Method
from tests.fault.bus.served import Chunk, FaultRpc, route

IN_FLIGHT = 64
STREAMS_PER_CONNECTION = 500
# descriptors of one end at most
MOST_DESCRIPTORS = 15_000
# so many calls it may take until what has ended is gone
ENDS_TAKE = 200
Held = dict[str, int]
Load = Callable[[Path, int], Awaitable[None]]


def held() -> Held:
    """Resident memory in KiB (proc_pid_status(5)), objects of the collector, descriptors and tasks of this process."""
    gc.collect()
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS:"))
    return {
        "memory": int(line.split()[1]),
        "objects": len(gc.get_objects()),
        "descriptors": len(list(Path("/proc/self/fd").iterdir())),
        "tasks": len(asyncio.all_tasks()),
    }


class EndureRpc(FaultRpc):
    """Says what its process holds as well, and keeps no account of calls."""

    async def echo(self, message: Chunk) -> Chunk:
        """Answer with the request."""
        return message

    async def held(self, _message: Chunk) -> Chunk:
        """What this process holds, as JSON."""
        return Chunk(lines=json.dumps(held()).encode())

    def __mapping__(self) -> dict[str, Method]:
        return super().__mapping__() | {route("Held"): Method(self.held, Cardinality.UNARY_UNARY, Chunk, Chunk)}


async def serve(path: Path) -> None:
    """Serve until SIGTERM."""
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    server = Server([EndureRpc()])
    await server.start(listen(path, backlog=4096))
    print("ready", flush=True)
    await ended.wait()
    await server.drain(0.1)


async def calls(path: Path, count: int) -> None:
    """So many calls, some of them in flight at any time."""
    left = count
    message = Chunk(lines=b"endure")

    async def caller(channel: Channel) -> None:
        nonlocal left
        while left > 0:
            left -= 1
            await channel.unary_unary(route("Echo"), message, Chunk)

    with closing(Channel(UnixAddress(path))) as channel:
        await asyncio.gather(*(caller(channel) for _ in range(IN_FLIGHT)))


async def connections(path: Path, count: int) -> None:
    """So many connections, all open at once, with a call on each."""
    channels = [Channel(UnixAddress(path)) for _ in range(count)]
    try:
        for some in _parts(channels, IN_FLIGHT):
            await asyncio.gather(*(channel.unary_unary(route("Echo"), Chunk(), Chunk) for channel in some))
    finally:
        for channel in channels:
            channel.close()


async def streams(path: Path, count: int) -> None:
    """So many streams, all open at once on a few connections."""
    opened: list[AsyncIterator[Chunk]] = []
    async with AsyncExitStack() as stack:
        for _ in range(0, count, STREAMS_PER_CONNECTION):
            channel = stack.enter_context(closing(Channel(UnixAddress(path))))
            here = [channel.unary_stream(route("Watch"), Chunk(), Chunk) for _ in range(STREAMS_PER_CONNECTION)]
            await asyncio.gather(*map(anext, here))
            opened += here


def _parts(channels: list[Channel], size: int) -> Iterable[list[Channel]]:
    return (channels[start : start + size] for start in range(0, len(channels), size))


async def measure(load: Load, path: Path, count: int) -> None:
    """Make the load again and again; print what both ends held after each time."""
    readings = []
    with closing(Channel(UnixAddress(path))) as channel:
        quiet = await both(channel)
        for times in (count // 10, count) if load is calls else (count, count, count):
            await load(path, times)
            for _ in range(ENDS_TAKE):
                # the server hears of the ends of connections and streams meanwhile
                seen = await both(channel)
                if all(seen[end][what] == quiet[end][what] for end in quiet for what in ("descriptors", "tasks")):
                    break
            # what ended last has left the server's loop as well
            readings.append(await both(channel))
    print(json.dumps(readings))


async def both(channel: Channel) -> dict[str, Held]:
    """What both ends hold."""
    theirs = await channel.unary_unary(route("Held"), Chunk(), Chunk)
    return {"client": held(), "server": json.loads(theirs.lines)}


def main(role: str, socket: str, *count: str) -> None:
    """Be one end."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_DESCRIPTORS, max(hard, MOST_DESCRIPTORS)))
    loads: dict[str, Load] = {"calls": calls, "connections": connections, "streams": streams}
    work = serve(Path(socket)) if role == "serve" else measure(loads[role], Path(socket), int(*count))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(work)


if __name__ == "__main__":
    main(*sys.argv[1:])
