"""One end of a measured connection, a process of its own.

bus_end.py serve STACK SOCKET DESCRIPTORS             prints "ready", and serves until it is killed
bus_end.py load STACK SOCKET DESCRIPTORS METHOD N     keeps N calls in flight, prints the figures as JSON
"""

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import uvloop

from tests.bench.bus_stacks import Call, GrpcStack, OurStack, Stack
from tests.bench.setting import OURS

WARM_UP = 0.3
MEASURED = 1.5


async def serve(stack: Stack, socket: Path) -> None:
    """Serve for ever."""
    await stack.serve(socket)
    print("ready", flush=True)
    await asyncio.Event().wait()


async def load(call: Call, flight: int) -> dict[str, float]:
    """Keep that many calls in flight for a while; the first of them are not counted."""
    await _for(WARM_UP, call, flight)
    began = time.perf_counter()
    latencies = await _for(MEASURED, call, flight)
    return figures(latencies, time.perf_counter() - began)


def figures(latencies: Sequence[float], seconds: float) -> dict[str, float]:
    """Requests a second, median and 99th percentile in microseconds."""
    ordered = sorted(latencies)
    return {
        "rps": len(ordered) / seconds,
        "p50": ordered[len(ordered) // 2] * 1e6,
        "p99": ordered[len(ordered) * 99 // 100] * 1e6,
    }


async def _for(seconds: float, call: Call, flight: int) -> list[float]:
    latencies: list[float] = []
    end = time.perf_counter() + seconds

    async def caller() -> None:
        began = time.perf_counter()
        while began < end:
            await call()
            now = time.perf_counter()
            latencies.append(now - began)
            began = now

    await asyncio.gather(*(caller() for _ in range(flight)))
    return latencies


async def main(role: str, name: str, socket: str, descriptors: str, *rest: str) -> None:
    """Be one end."""
    stack: Stack = OurStack() if name == OURS else GrpcStack(Path(descriptors))
    if role == "serve":
        await serve(stack, Path(socket))
    method, flight = rest
    print(json.dumps(await load(stack.call(Path(socket), method), int(flight))))
    await stack.close()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(*sys.argv[1:]))
