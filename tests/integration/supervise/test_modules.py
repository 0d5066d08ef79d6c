"""Services that are Python modules, forked from a zygote: supervised as any program is."""

import os
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from libtalos.linux.cgroup import Cgroups
from libtalos.supervise.assembly import Parts, assemble
from libtalos.supervise.restart import RestartPolicy
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import ServiceId, ServiceState
from tests.integration.supervise.conftest import until
from tests.unit.linux.launching import forked_zygote

Run = Callable[[str], Awaitable[None]]


@pytest.fixture
async def parts(
    cgroups: Cgroups, tmp_path: Path, problems: list[str], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Parts]:
    """Supervision with a zygote that can import from the test's directory."""
    monkeypatch.syspath_prepend(str(tmp_path))
    made = assemble(
        cgroups=cgroups,
        environment={"PATH": os.environ["PATH"]},
        clock=time.monotonic,
        notify_socket=tmp_path / "notify.sock",
        helper=forked_zygote(),
        problem=problems.append,
    )
    made.open()
    yield made
    left = await made.supervisor.stop_all(5)
    made.close()
    assert (left, problems) == ((), [])


@pytest.fixture
def run(parts: Parts, tmp_path: Path) -> Run:
    """Write a module, and start it as the service one."""

    async def start(code: str) -> None:
        (tmp_path / "supervised_one.py").write_text(code)
        command = (sys.executable, "-I", "-m", "supervised_one")
        once = RestartPolicy.once()
        parts.supervisor.load([ServiceSpec(id=ServiceId("one"), command=command, module=command[-1], restart=once)])
        await parts.supervisor.start(ServiceId("one"))

    return start


async def test_it_runs_in_its_group_with_its_output_in_the_log(parts: Parts, run: Run, cgroups: Cgroups) -> None:
    await run("import time; print('up', flush=True); time.sleep(600)")
    status = await until(parts, lambda s: s.state is ServiceState.RUNNING)
    assert cgroups.group("system/one").pids() == [status.pid]


async def test_its_exit_code_and_last_line_are_told(parts: Parts, run: Run) -> None:
    await run("import sys; print('all went well', flush=True); sys.exit('but this: no disk')")
    status = await until(parts, lambda s: any("no disk" in event.message for event in s.events))
    told = next(event.message for event in status.events if "no disk" in event.message)
    assert told.startswith("Exit status 1")


async def test_an_exception_is_in_the_log_with_its_place(parts: Parts, run: Run) -> None:
    await run("def broken():\n    raise ValueError('broken here')\nbroken()")
    await until(parts, lambda s: any("ValueError: broken here" in event.message for event in s.events))
    log = parts.logs.open(ServiceId("one")).ring
    assert b'supervised_one.py", line 2, in broken' in log.read(log.start, log.end)
