"""Calls over the bus beside grpc.aio and grpc-go: the same messages both ways, each end a process of its own."""

import itertools
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.bus_end import GRPC, MEASURED, WARM_UP
from tests.bench.bus_go import build
from tests.bench.bus_messages import LIST, SERVICES, SMALL, STREAM, request
from tests.bench.child import child
from tests.bench.machine import busy_ticks
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting

GO = "grpc-go"
TITLES = {
    SMALL: "180 B",
    LIST: "8 KB, 44 objects",
    SERVICES: "8 KB, 220 objects",
    STREAM: "64 KiB chunks",
}
LOADS = (*itertools.product((SMALL, LIST), (1, 16, 64)), (SERVICES, 16), (STREAM, 1))
UNITS = {"calls/s": "1/s", "p50": "us", "p99": "us", "MB/s": "10^6 B/s"}
FOREIGN = "processors that others took meanwhile"
# (method, calls in flight, peer, how many times as fast ours should be)
GOALS = (
    *((SMALL, flight, GO, 1.4) for flight in (1, 16, 64)),
    *((SMALL, flight, GRPC, times) for flight, times in ((1, 4.0), (16, 9.0), (64, 12.0))),
    (LIST, 16, GO, 1.8),
    (STREAM, 1, GO, 4.0),
)


@dataclass(frozen=True)
class Contender:
    """A stack: the command of its ends, whose first argument is the role, and what it adds to the environment."""

    name: str
    command: tuple[str, ...]
    stack: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def end(self, role: str, *arguments: str) -> tuple[str, ...]:
        """The command of one end."""
        return (*self.command, role, *self.stack, *arguments)


@dataclass(frozen=True)
class Serving:
    """A contender whose server runs."""

    contender: Contender
    socket: Path
    pid: int


def run(setting: Setting) -> list[Row]:
    """At every load all contenders follow each other, in another order each round."""
    samples = Samples()
    requests = {method: _written(setting.work, method) for method in TITLES}
    order = random.Random(setting.rounds)  # noqa: S311 an order, not a secret
    with ExitStack() as stack:
        servers = [stack.enter_context(_server(one, setting.work)) for one in _contenders(setting)]
        for number in range(1, setting.rounds + 1):
            setting.say(f"bus: round {number} of {setting.rounds}")
            for method, flight in LOADS:
                for serving in order.sample(servers, len(servers)):
                    setting.settle()
                    figures, foreign = _load(serving, method, flight, requests[method])
                    for figure, value in figures.items():
                        samples.add(_name(method, flight, figure), serving.contender.name, value, UNITS[figure])
                    samples.add(FOREIGN, serving.contender.name, foreign, "CPUs")
    return [*samples.rows(ours=OURS), *_goals(samples)]


def _goals(samples: Samples) -> Iterator[Row]:
    for method, flight, peer, goal in GOALS:
        figure = "MB/s" if method == STREAM else "calls/s"
        yield from samples.times(_name(method, flight, figure), OURS, peer, goal=goal)


def _name(method: str, flight: int, figure: str) -> str:
    return f"{TITLES[method]}, {flight} in flight: {figure}"


def _contenders(setting: Setting) -> Sequence[Contender]:
    python = (sys.executable, "-m", "tests.bench.bus_end")
    program = build(setting.kept, setting.say)
    return (
        Contender(OURS, python, ("http2",)),
        Contender(f"{OURS}, codec in Python", python, ("http2",), {"TALOS_CODEC": "pure"}),
        Contender(f"{OURS} on grpclib", python, ("grpclib",)),
        Contender(GRPC, python, (GRPC,)),
        *([Contender(GO, (str(program),))] if program else []),
    )


def _written(work: Path, method: str) -> Path:
    """The request in a file, for ends that are not in Python."""
    file = work / f"{method}.binpb"
    file.write_bytes(bytes(request(method)))
    return file


@contextmanager
def _server(contender: Contender, work: Path) -> Iterator[Serving]:
    socket = work / f"{contender.name}.sock"
    command = contender.end("serve", str(socket))
    with child(command, stdout=subprocess.PIPE, environment=contender.environment) as process:
        if process.stdout is None or process.stdout.readline() != b"ready\n":
            raise ChildProcessError(f"the server of {contender.name} ended before it was ready")
        yield Serving(contender, socket, process.pid)


def _load(serving: Serving, method: str, flight: int, message: Path) -> tuple[dict[str, float], float]:
    """The figures of one load, and how many processors were busy with anything but the two ends."""
    contender = serving.contender
    command = contender.end("load", str(serving.socket), method, str(flight), str(WARM_UP), str(MEASURED), str(message))
    began = _spent(serving.pid)
    with child(command, stdout=subprocess.PIPE, environment=contender.environment) as process:
        printed, _ = process.communicate(timeout=60)
    if process.returncode != 0:
        raise ChildProcessError(f"the client of {contender.name} failed: {method}, {flight} in flight")
    busy, own, now = (after - before for after, before in zip(_spent(serving.pid), began, strict=True))
    figures: dict[str, float] = json.loads(printed)
    return figures, max(0.0, busy - own) / now


def _spent(server: int) -> tuple[float, float, float]:
    """Seconds of processor time of the whole machine, and of a server with all clients so far; the time."""
    tick = os.sysconf("SC_CLK_TCK")
    # proc_pid_stat(5): utime and stime are fields 14 and 15, the name before them may hold spaces
    fields = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    ended = os.times()
    own = (int(fields[11]) + int(fields[12])) / tick + ended.children_user + ended.children_system
    return busy_ticks(Path("/proc/stat").read_text()) / tick, own, ended.elapsed
