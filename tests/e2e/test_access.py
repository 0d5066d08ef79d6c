"""Who may call what, asked from inside the node: a process is what its control group says."""

from __future__ import annotations

import pytest

from tests.e2e.processes import Processes

pytestmark = pytest.mark.root

CALL = """
import asyncio
from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import BusError
from libtalos.gen.talos.init.v1 import InitServiceStub, ShutdownRequest
from libtalos.gen.talos.resource.v1 import ResourceServiceStub
from libtalos.gen.talos.supervisor.v1 import SupervisorServiceStub

async def main():
    channel = Channel(UnixAddress("/system/run/bus/init.sock"))
    for name, call in (
        ("resource", channel.stub(ResourceServiceStub).list_definitions),
        ("supervisor", channel.stub(SupervisorServiceStub).list_services),
        ("shutdown", lambda: channel.stub(InitServiceStub).shutdown(ShutdownRequest(force=True))),
    ):
        try:
            await call()
            print(name, "OK")
        except BusError as error:
            print(name, error.code.name, error.message)
    channel.close()

asyncio.run(main())
"""


def answers(processes: Processes, group: str) -> dict[str, str]:
    """What init answers to a process of a group, by what it asked for."""
    done = processes.run_in(group, CALL)
    assert done.returncode == 0, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def test_a_component_may_use_what_it_declares_and_nothing_else(processes: Processes) -> None:
    said = answers(processes, "system/network")
    assert said["resource"] == "OK"
    assert said["supervisor"].startswith("PERMISSION_DENIED network does not declare")
    assert "services/network/component.py" in said["supervisor"]
    assert said["shutdown"].startswith("PERMISSION_DENIED")


@pytest.mark.parametrize("group", ["podruntime/etcd", "system/runtime"])
def test_a_workload_may_use_nothing(processes: Processes, group: str) -> None:
    said = answers(processes, group)
    assert {text.split(" ")[0] for text in said.values()} == {"PERMISSION_DENIED"}


def test_what_was_refused_is_logged(processes: Processes) -> None:
    answers(processes, "system/network")
    console = processes.lab.node.console.read_text()
    assert "network does not declare" in console
