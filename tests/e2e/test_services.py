"""Services started, stopped and restarted by command; orphans and strangers."""

from __future__ import annotations

import os
import signal

import pytest

from libtalos.bus.directory import Bus
from tests.e2e.lab import Lab
from tests.e2e.processes import Processes, inner_pid
from tests.e2e.sight import watching

pytestmark = pytest.mark.root

# forks a grandchild that loses its parent, and says when it is there
ORPHAN = """
import os, signal
if os.fork():
    os.wait()
else:
    if os.fork() == 0:
        os.setsid()
        print(os.getpid(), flush=True)
        signal.pause()
"""


async def test_restart(lab: Lab, bus: Bus, processes: Processes) -> None:
    async with watching(bus) as sight:
        await sight.whole()
        before = (await sight.pids())["containerd"]
        lab.talos("service", "containerd", "restart")
        await sight.whole(instead_of={"containerd": before})
        assert processes.zombies() == []


async def test_stop_and_start(lab: Lab, bus: Bus, processes: Processes) -> None:
    async with watching(bus) as sight:
        await sight.whole()
        lab.talos("service", "containerd", "stop")
        stopped = (await sight.services())["containerd"]
        assert (stopped.state.name, stopped.pid) == ("FINISHED", 0)
        assert processes.of("system/runtime") == []
        assert "containerd" in str((await sight.status()).status.unmet_conditions)
        lab.talos("service", "containerd", "start")
        await sight.whole()


def test_etcd_is_not_for_anybody_to_restart(lab: Lab) -> None:
    done = lab.run("service", "etcd", "restart", "--cluster", lab.name)
    assert done.returncode == 5
    assert 'service "etcd"' in done.stderr


async def test_what_a_service_left_behind_goes_with_it(lab: Lab, bus: Bus, processes: Processes) -> None:
    with processes.start_in("system/runtime", ORPHAN) as starter:
        assert starter.stdout is not None
        orphan = processes.host_pid(int(starter.stdout.readline()))
        starter.wait(timeout=10)
    assert orphan in processes.of("system/runtime")
    watched = os.pidfd_open(orphan)
    try:
        async with watching(bus) as sight:
            before = (await sight.pids())["containerd"]
            lab.talos("service", "containerd", "restart")
            await sight.whole(instead_of={"containerd": before})
        with pytest.raises(ProcessLookupError):
            signal.pidfd_send_signal(watched, 0)
        assert inner_pid(orphan) == 0
        assert processes.zombies() == []
    finally:
        os.close(watched)


def test_an_unknown_service_is_named(lab: Lab) -> None:
    done = lab.run("service", "nonsense", "restart", "--cluster", lab.name)
    assert done.returncode == 4
    assert '"nonsense"' in done.stderr
