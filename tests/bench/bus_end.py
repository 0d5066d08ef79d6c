"""One end of a measured connection, a process of its own. Run alone, it is what to put under a profiler.

    python -m tests.bench.bus_end serve STACK SOCKET
        prints "ready", and serves until SIGTERM or Ctrl-C
    python -m tests.bench.bus_end load STACK SOCKET LOAD FLIGHT [WARM_UP MEASURED [REQUEST]]
        keeps FLIGHT calls in flight, prints the figures as JSON

STACK is http2 or grpclib (libtalos.bus on that transport) or grpc.aio; LOAD is Small, List, Services or Stream; times
are in seconds; REQUEST is for ends that cannot make the message. TALOS_CODEC=pure takes the codec in Python instead of
the compiled one.
"""

import asyncio
import json
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import uvloop

from tests.bench.bus_messages import STREAM
from tests.bench.bus_stacks import Call, GrpcStack, OurStack, Stack

WARM_UP = 0.3
MEASURED = 1.0
GRPC = "grpc.aio"
STACKS: Mapping[str, Callable[[], Stack]] = {
    "http2": lambda: OurStack("http2"),
    "grpclib": lambda: OurStack("grpclib"),
    GRPC: GrpcStack,
}


async def serve(stack: Stack, socket: Path) -> None:
    """Serve until a signal says that it is enough."""
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await stack.serve(socket)
    print("ready", flush=True)
    await ended.wait()


async def load(call: Call, flight: int, warm_up: float, measured: float) -> tuple[list[float], int, float]:
    """Keep that many calls in flight for a while: latencies, bytes, and the time, without the warm-up."""
    await _for(warm_up, call, flight)
    began = time.perf_counter()
    latencies, total = await _for(measured, call, flight)
    return latencies, total, time.perf_counter() - began


async def _for(seconds: float, call: Call, flight: int) -> tuple[list[float], int]:
    latencies: list[float] = []
    end = time.perf_counter() + seconds

    async def caller() -> int:
        clock, note, total = time.perf_counter, latencies.append, 0
        began = clock()
        while began < end:
            total += await call()
            now = clock()
            note(now - began)
            began = now
        return total

    return latencies, sum(await asyncio.gather(*(caller() for _ in range(flight))))


def figures(method: str, latencies: Sequence[float], total: int, seconds: float) -> dict[str, float]:
    """Calls a second, median and 99th percentile in microseconds; of a stream, 10^6 bytes a second."""
    if method == STREAM:
        return {"MB/s": total / seconds / 1e6}
    ordered = sorted(latencies)
    return {
        "calls/s": len(ordered) / seconds,
        "p50": ordered[len(ordered) // 2] * 1e6,
        "p99": ordered[len(ordered) * 99 // 100] * 1e6,
    }


async def main(role: str, name: str, socket: str, *rest: str) -> None:
    """Be one end."""
    stack = STACKS[name]()
    if role == "serve":
        await serve(stack, Path(socket))
        return
    method, flight, *times = rest
    warm_up, measured = map(float, times[:2] or (WARM_UP, MEASURED))
    counted = await load(stack.call(Path(socket), method), int(flight), warm_up, measured)
    print(json.dumps(figures(method, *counted)))
    await stack.close()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(*sys.argv[1:]))
