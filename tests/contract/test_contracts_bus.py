"""A process on libtalos' own bus, tested from outside as anybody's process would be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from libtalos.contracts.examine import examine
from libtalos.contracts.process import ComponentProcess

CONTRACT = "talos.network.v1"
PLAN = f"/{CONTRACT}.NetworkService/Plan"
PROGRAM = """
import asyncio, os, signal
from libtalos.bus.health import Health, HealthRpc
from libtalos.bus.reflection import ReflectionV1Rpc
from libtalos.bus.server import Server
from libtalos.component.activation import notify, own_socket
from libtalos.gen.talos.network.v1 import *

def nothing(method):
    async def reply(message):
        return method.reply_type()
    async def replies(message):
        return
        yield
    return replies if method.cardinality.server_streaming else reply

class Rpc(NetworkServiceBase):
    def __mapping__(self):
        methods = super().__mapping__()
        others = {path: method for path, method in methods.items() if not path.endswith(("/Plan", "/Apply"))}
        return methods | {path: method._replace(func=nothing(method)) for path, method in others.items()}
    async def plan(self, message):
        {plan}
    async def apply(self, message):
        os._exit(9)

async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    health, names = Health(), ["talos.network.v1.NetworkService"]
    server = Server([Rpc(), HealthRpc(health=health, services=names), ReflectionV1Rpc(services=names)])
    await server.start(own_socket(os.environ, os.getpid(), "network"))
    health.set(True)
    notify(os.environ, "READY=1")
    await stop.wait()
    await server.drain(1.0)

asyncio.run(main())
"""


def process(bus_dir: Path, plan: str) -> ComponentProcess:
    """A network component whose Plan does what the test says and whose Apply ends the process."""
    command = (sys.executable, "-c", PROGRAM.replace("{plan}", plan))
    return ComponentProcess("network", bus_dir=bus_dir, command=command)


async def test_the_bus_fits(tmp_path: Path) -> None:
    """Reflection, health, answers and generated requests, over grpcio; Apply is left alone."""
    async with process(tmp_path, "return PlanResponse(operations=[Operation(description='x')])") as running:
        assert await examine(running.socket, [CONTRACT]) == []


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("return await super().plan(message)", "not served (UNIMPLEMENTED)"),
        ("raise KeyError(message)", "failed with INTERNAL"),
        ("return None", "failed with"),
    ],
)
async def test_a_handler_that_does_not_fit_is_caught(tmp_path: Path, plan: str, told: str) -> None:
    """An inherited method, a fault and a wrong type of response."""
    async with process(tmp_path, plan) as running:
        findings = await examine(running.socket, [CONTRACT], examples=1)
    assert {item.where for item in findings} == {PLAN}
    assert all(told in item.message for item in findings), findings


async def test_a_request_that_ends_the_process_is_caught(tmp_path: Path) -> None:
    """Apply ends the process: generated requests find it when side effects are allowed."""
    running = process(tmp_path, "return PlanResponse()")
    await running.start()
    try:
        findings = await examine(running.socket, [CONTRACT], examples=3, unsafe=True, call_timeout=1.0)
    finally:
        await running.kill()
    # methods that come later find nobody there
    fuzzed, *_, health = findings
    assert fuzzed.where == f"/{CONTRACT}.NetworkService/Apply"
    assert "and then: health check answered" in fuzzed.message
    assert health.check == "health"
    assert running.exit_code == 9
