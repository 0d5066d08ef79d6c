"""Whatever is killed in whatever order: callers wait, the node converges."""

from __future__ import annotations

import asyncio
import os
import random
import signal

import pytest

from libtalos.bus.directory import Bus
from tests.e2e.lab import Lab
from tests.e2e.processes import Processes
from tests.e2e.sight import watching
from tests.e2e.traffic import running

pytestmark = pytest.mark.root
ROUNDS = 8
# seconds between two rounds: some restarts are through by then, and some are hit in the middle
PAUSE = 0.8
CONVERGED = 60.0


async def test_random_kills_in_rounds(
    lab: Lab, bus: Bus, watched: Bus, processes: Processes, chance: random.Random
) -> None:
    pid1 = lab.pid()
    async with watching(watched) as sight, running(bus, watched) as traffic:
        await sight.whole()
        first = await sight.pids()
        for number in range(ROUNDS):
            killed = kill_some(processes, chance)
            print(f"round {number}: killed {killed}")
            await asyncio.sleep(chance.random() * PAUSE)
        await traffic.burst()
        await sight.whole(within=CONVERGED)
        await traffic.settled()
        last = await sight.pids()
    assert set(last) == set(first)
    assert lab.pid() == pid1
    assert processes.zombies() == []


def kill_some(processes: Processes, chance: random.Random) -> list[str]:
    """Kill some of the node's processes, whatever they are; PID 1 is spared."""
    pid1 = processes.lab.pid()
    living = [pid for pid in processes.everything() if pid != pid1]
    victims = chance.sample(living, k=chance.randint(1, max(1, len(living) // 2)))
    return [f"{processes.name(pid)} ({pid})" for pid in victims if send(pid, signal.SIGKILL)]


def send(pid: int, number: int) -> bool:
    """Send a signal; tell whether there was anybody to get it."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True


async def test_everything_but_pid_1_at_once(lab: Lab, bus: Bus, watched: Bus, processes: Processes) -> None:
    pid1 = lab.pid()
    async with watching(watched) as sight, running(bus, watched) as traffic:
        await sight.whole(within=CONVERGED)
        before = await sight.pids()
        for pid in processes.everything():
            if pid != pid1:
                send(pid, signal.SIGKILL)
        await traffic.burst()
        await sight.whole(instead_of=before, within=CONVERGED)
        await traffic.settled()
    assert lab.pid() == pid1
    assert processes.zombies() == []
