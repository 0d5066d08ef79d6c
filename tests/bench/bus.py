"""Unary calls over the bus beside grpc.aio: requests a second, median and 99th percentile."""

import itertools
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from libtalos.contracts.generate import descriptor_set
from tests.bench.bus_messages import LIST, SMALL
from tests.bench.child import child
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, ROOT, Setting

GRPC = "grpc.aio"
STACKS = (OURS, GRPC)
SIZES = {SMALL: "180 B", LIST: "list of 8 KB"}
FLIGHTS = (1, 16, 64)
UNITS = {"rps": "1/s", "p50": "us", "p99": "us"}


def run(setting: Setting) -> list[Row]:
    """Both stacks take turns at every size and number in flight; each end is a process of its own."""
    samples = Samples()
    descriptors = setting.work / "contract.binpb"
    descriptors.write_bytes(descriptor_set(ROOT / "proto").SerializeToString())
    with ExitStack() as servers:
        sockets = {stack: servers.enter_context(_server(stack, setting.work, descriptors)) for stack in STACKS}
        for number in range(1, setting.rounds + 1):
            setting.say(f"bus: round {number} of {setting.rounds}")
            for method, flight, stack in itertools.product(SIZES, FLIGHTS, STACKS):
                setting.settle()
                figures = _load(stack, sockets[stack], descriptors, method, flight)
                for figure, unit in UNITS.items():
                    samples.add(f"{SIZES[method]}, {flight} in flight: {figure}", stack, figures[figure], unit)
    return samples.rows(ours=OURS)


@contextmanager
def _server(stack: str, work: Path, descriptors: Path) -> Iterator[Path]:
    socket = work / f"{stack}.sock"
    with child(_command("serve", stack, socket, descriptors), stdout=subprocess.PIPE) as process:
        if process.stdout is None or process.stdout.readline() != b"ready\n":
            raise ChildProcessError(f"the server of {stack} ended before it was ready")
        yield socket


def _load(stack: str, socket: Path, descriptors: Path, method: str, flight: int) -> dict[str, float]:
    command = (*_command("load", stack, socket, descriptors), method, str(flight))
    with child(command, stdout=subprocess.PIPE) as process:
        printed, _ = process.communicate(timeout=60)
    if process.returncode != 0:
        raise ChildProcessError(f"the client of {stack} failed: {method}, {flight} in flight")
    figures: dict[str, float] = json.loads(printed)
    return figures


def _command(role: str, stack: str, socket: Path, descriptors: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "tests.bench.bus_end", role, stack, str(socket), str(descriptors))
