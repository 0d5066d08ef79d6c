"""Six components from the start of PID 1 until all are healthy, and their memory: forked from a zygote, or executed.

A node without a machine config: nothing to mount but what init mounts, no etcd and no kubelet to run. What is left is
what components cost by themselves. Everything else is the same for all contenders: PID 1 of namespaces of its own on a
bare root.
"""

import asyncio
import time
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager, aclosing

from libtalos.bus.streams import as_generator
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.linux.zygote_server import NAME as ZYGOTE
from libtalos.provision.appear import appeared
from tests.bench.memory import PID_1, proportional_shares
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting
from tests.integration.init.node import COMPONENTS, MOUNTS, PYTHON, REPLACEMENTS, STARTED, Node, booted

READY = "start of PID 1 to all six healthy"
TOTAL = "PSS of the six, the zygote included"
AT_ONCE = "exec, all at once"
ONE_BY_ONE = "exec, one by one, grpclib"
GOALS = {TOTAL: 45.0}
# how many times as long one by one has to take
TIMES = 4.0
NOTES = {
    OURS: "forked from a zygote, all at once; over the bus's own transport",
    AT_ONCE: "python -m for each; over the bus's own transport",
    ONE_BY_ONE: "python -m for each once the one before is healthy; over grpclib",
}
# how long, in seconds, anything may take before it counts as failed
WITHIN = 60.0
# after all are healthy: what is only needed to start has been given back
SETTLED = 1.0
OWN = (PID_1, ZYGOTE, *(f"services.{name}" for name in COMPONENTS.values()))
# PID 1 as it would be without a zygote
PLAIN = "plain_init.py"
PLAIN_INIT = """
from libtalos.linux.helper import start_helper
from services.init.boot import boot
from services.init.zygotes import Zygotes

class NoZygotes(Zygotes):
    def make(self):
        return start_helper()

boot(NoZygotes(first=None, preload=(), environment={}))
"""


def run(setting: Setting) -> list[Row]:
    """Each contender once per round; one round before is not counted: it fills the page cache."""
    samples, warm = Samples(), Samples()
    for number in range(setting.rounds + 1):
        setting.say(f"components: round {number} of {setting.rounds}" if number else "components: a round to warm up")
        for measure in (_forked, _executed, _one_by_one):
            setting.settle()
            asyncio.run(measure(samples if number else warm))
    return [
        *samples.rows(ours=OURS, goals=GOALS, notes=NOTES),
        *samples.times(READY, ONE_BY_ONE, OURS, goal=TIMES),
    ]


async def _forked(samples: Samples) -> None:
    async with booted(userdata="", table=_early_mounts()) as node:
        samples.add(READY, OURS, (await _all_healthy(node) - _start(node)) * 1e3, "ms")
        await _add_memory(node, OURS, samples)


async def _executed(samples: Samples) -> None:
    async with _without_zygote({name: _script(name) for name in COMPONENTS.values()}) as node:
        samples.add(READY, AT_ONCE, (await _all_healthy(node) - _start(node)) * 1e3, "ms")
        await _add_memory(node, AT_ONCE, samples)


async def _one_by_one(samples: Samples) -> None:
    """Each waits at a gate of its own, and is let through once the one before is healthy."""
    scripts = {name: _script(name, gate=True) for name in COMPONENTS.values()}
    async with _without_zygote(scripts, {"TALOS_BUS_TRANSPORT": "grpclib"}) as node:
        total = await _healthy(node, "init") - _start(node)
        for name in COMPONENTS.values():
            total += await _let_through(node, name)
        samples.add(READY, ONE_BY_ONE, total * 1e3, "ms")
        await _add_memory(node, ONE_BY_ONE, samples)


def _without_zygote(
    scripts: Mapping[str, str], env: Mapping[str, str] | None = None
) -> AbstractAsyncContextManager[Node]:
    programs = {**scripts, PLAIN: PLAIN_INIT}
    return booted(userdata="", replaced=programs, program=f"{REPLACEMENTS}/{PLAIN}", env=env, table=_early_mounts())


def _early_mounts() -> str:
    """The rows of the mount table that are init's: to make /var takes the filesystem component most of its start."""
    rows = MOUNTS.read_text().split("[[row]]")
    return "[[row]]".join(["", *(row for row in rows if 'owner = "init"' in row)])


def _script(component: str, *, gate: bool = False) -> str:
    """A program that is the component, by exec; behind a gate if wanted: a FIFO that it opens to read."""
    path = f"/run/{component}.gate"
    wait = f"mkfifo {path}.new; mv {path}.new {path}; read -r _ < {path}\n" if gate else ""
    return f"#!/bin/sh\n{wait}exec {PYTHON} -I -m services.{component}\n"


def _start(node: Node) -> float:
    """When PID 1 was executed, in seconds since 1970."""
    return (node.root / STARTED).stat().st_mtime


async def _let_through(node: Node, component: str) -> float:
    """Open the gate of a component; seconds until it is healthy."""
    gate = node.root / f"run/{component}.gate"
    async with asyncio.timeout(WITHIN):
        await appeared(gate)
    began = time.time()
    await asyncio.to_thread(gate.write_text, "go\n")
    return await _healthy(node, component) - began


async def _all_healthy(node: Node) -> float:
    """When the last of the six said that it serves, in seconds since 1970."""
    return max(await asyncio.gather(*(_healthy(node, component) for component in ("init", *COMPONENTS.values()))))


async def _healthy(node: Node, component: str) -> float:
    """When a component said that it serves; the call waits in the backlog of its socket until it is there to answer."""
    statuses = node.channel(component).stub(HealthStub).watch(HealthCheckRequest())
    async with asyncio.timeout(WITHIN), aclosing(as_generator(statuses)) as answers:
        async for answer in answers:
            if answer.status is HealthCheckResponseServingStatus.SERVING:
                return time.time()
    raise RuntimeError(f"{component} ended its health before it was healthy")


async def _add_memory(node: Node, contender: str, samples: Samples) -> None:
    await asyncio.sleep(SETTLED)
    shares = {name: kib for name, kib in proportional_shares(node.pid) if name in OWN}
    for name in OWN:
        if name in shares:
            samples.add(f"PSS of {name}", contender, shares[name] / 1024, "MiB")
    samples.add(TOTAL, contender, sum(shares.values()) / 1024, "MiB")
