"""Every process of the node but PID 1 is killed, one by one and all at once, under callers that must not notice."""

from __future__ import annotations

import pytest

from libtalos.bus.directory import Bus
from tests.e2e.processes import Processes
from tests.e2e.sight import COMPONENTS, watching
from tests.e2e.traffic import running

pytestmark = pytest.mark.root
# those that answer on the bus, and those that do not
SERVED = sorted(COMPONENTS.values())
UNSERVED = ["containerd", "etcd"]


@pytest.mark.parametrize("victim", [*SERVED, *UNSERVED])
async def test_a_kill_is_a_pause_and_no_error(victim: str, bus: Bus, watched: Bus, processes: Processes) -> None:
    async with watching(watched) as sight, running(bus, watched) as traffic:
        await sight.whole()
        before = (await sight.pids())[victim]
        processes.kill(before)
        await traffic.burst()
        await sight.whole(instead_of={victim: before})
        await traffic.settled()
    assert processes.zombies() == []


async def test_all_at_once(bus: Bus, watched: Bus, processes: Processes) -> None:
    async with watching(watched) as sight, running(bus, watched) as traffic:
        await sight.whole()
        before = await sight.pids()
        processes.kill_all(before.values())
        await traffic.burst()
        await sight.whole(instead_of=before)
        await traffic.settled()
    assert processes.zombies() == []
