"""The life of a component process: exit codes, readiness, and the reason as the last line."""

import asyncio
import json
import sys
import textwrap
from pathlib import Path

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.contracts.process import ComponentProcess, ProcessError
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub

PROGRAM = """
import sys
from libtalos.component.declaration import Declaration
from libtalos.component.run import run
from libtalos.component.runtime import Assembly, Runtime

async def nothing() -> None:
    pass

async def broken() -> None:
    raise RuntimeError("the disk is on fire")

def compose(runtime: Runtime) -> Assembly:
    start, stop = nothing, nothing
{body}
    return Assembly(handlers=[], start=start, stop=stop)

run(Declaration(name="network", summary="a test", serves=()), compose)
"""


def process(tmp_path: Path, body: str = "", exit_codes: tuple[int, ...] = (0,)) -> ComponentProcess:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(body=textwrap.indent(textwrap.dedent(body), "    ")))
    command = (sys.executable, str(program))
    return ComponentProcess("network", bus_dir=tmp_path / "bus", command=command, exit_codes=exit_codes)


def last_line(component: ComponentProcess) -> str:
    return str(json.loads(component.stderr.splitlines()[-1])["msg"])


async def test_sigterm_ends_it_well(tmp_path: Path) -> None:
    async with process(tmp_path) as component:
        pass
    assert component.exit_code == 0
    assert last_line(component) == "stopped"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("raise SystemExit('no mount table')", "no mount table"),
        ("raise ValueError('a bad setting')", "a bad setting"),
        ("start = broken", "the disk is on fire"),
    ],
)
async def test_what_cannot_start_ends_with_the_reason(tmp_path: Path, body: str, reason: str) -> None:
    component = process(tmp_path, body)
    with pytest.raises(ProcessError, match="ended with exit code 1 before it was ready"):
        await component.start()
    await component.kill()
    assert last_line(component) == f"component failed: {reason}"


async def test_a_composition_that_told_its_reason_has_the_last_word(tmp_path: Path) -> None:
    component = process(tmp_path, "runtime.log.error('bad mount table')\nraise SystemExit(2)")
    with pytest.raises(ProcessError, match="ended with exit code 2 before it was ready"):
        await component.start()
    await component.kill()
    assert last_line(component) == "bad mount table"


async def test_an_eternal_task_that_ends_is_the_reason(tmp_path: Path) -> None:
    body = """
    async def begin() -> None:
        runtime.tasks.spawn("watch", broken())
    start = begin
    """
    component = process(tmp_path, body, exit_codes=(1,))
    await component.start()
    assert await component.ended() == 1
    await component.kill()
    assert last_line(component) == "component failed: task 'watch' ended: the disk is on fire"


async def test_a_signal_on_the_way_out_changes_nothing(tmp_path: Path) -> None:
    """Python has given its handlers back by then, and the signal's own way is to end the process."""
    body = """
    import os, signal
    class Last:
        def __del__(self, kill=os.kill, pid=os.getpid(), number=signal.SIGTERM):
            kill(pid, number)
    sys.last = Last()
    """
    async with process(tmp_path, body) as component:
        pass
    assert component.exit_code == 0
    assert last_line(component) == "stopped"


async def test_a_stop_that_fails_is_told(tmp_path: Path) -> None:
    component = process(tmp_path, "stop = broken", exit_codes=(1,))
    await component.start()
    await component.stop()
    assert last_line(component) == "component failed: the disk is on fire"


async def test_what_the_component_says_of_its_health_stays_said(tmp_path: Path) -> None:
    async with process(tmp_path, "runtime.health.set(False)") as component:
        channel = Channel(UnixAddress(component.socket))
        reply = await asyncio.wait_for(channel.stub(HealthStub).check(HealthCheckRequest()), 5)
        channel.close()
    assert reply.status is HealthCheckResponseServingStatus.NOT_SERVING
