"""The disk is full: the node stays, says what is wrong, and recovers once there is space."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from libtalos.bus.directory import Bus
from tests.e2e.lab import Lab
from tests.e2e.processes import Processes
from tests.e2e.sight import Sight, watching
from tests.e2e.traffic import calls

pytestmark = pytest.mark.root
BALLAST = "/var/ballast"
MIB = 2**20


@contextmanager
def full_disk(lab: Lab) -> Iterator[None]:
    """Fill the node's /var to the last block, with a file that goes in the end."""
    path = lab.file(BALLAST)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        for size in (16 * MIB, MIB, 64 * 1024, 4096):
            fill(fd, size)
        assert os.statvfs(path).f_bavail < 16
        yield
    finally:
        os.close(fd)
        path.unlink()


def fill(fd: int, size: int) -> None:
    """Append blocks of zeros until there is no space for one."""
    block = bytes(size)
    try:
        while os.write(fd, block) == size:
            pass
        os.fsync(fd)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise


async def test_a_full_disk(lab: Lab, bus: Bus, watched: Bus, processes: Processes) -> None:
    pid1 = lab.pid()
    async with watching(watched) as sight:
        await sight.whole(within=60)
        before = await sight.pids()
        with full_disk(lab):
            processes.kill(before["network"])
            processes.kill(before["etcd"])
            await sight.until(lambda: unsaid(sight))
            await until_up(sight, "network", before["network"])
            # what needs no disk answers, from those who were killed as well
            for component, methods in calls(bus).items():
                for call in methods.values() if component != "etcd" else ():
                    await call()
            assert "no space left on device" in lab.talos("logs", "etcd")
            assert '"msg": "ready"' in lab.talos("logs", "network", "--tail", "20")
            assert lab.pid() == pid1
        await sight.whole(instead_of={name: before[name] for name in ("etcd", "network")}, within=60)
        after = await sight.pids()
        assert {name for name in before if before[name] != after[name]} == {"etcd", "network"}
    assert processes.zombies() == []


async def unsaid(sight: Sight) -> str:
    """Nothing, once an event of etcd's and the machine status say what is wrong."""
    events = [event.message for event in (await sight.services())["etcd"].events]
    unmet = [condition.reason for condition in (await sight.status()).status.unmet_conditions]
    said = any("no space left on device" in message for message in events)
    return "" if said and any("etcd" in reason for reason in unmet) else f"etcd: {events[-1:]}, unmet: {unmet}"


async def until_up(sight: Sight, service: str, before: int) -> None:
    """Return once another process of a service is healthy."""

    async def missing() -> str:
        found = (await sight.services())[service]
        up = found.pid not in {0, before} and found.health is not None and found.health.healthy
        return "" if up else f"{service} {found.state.name}"

    await sight.until(missing)
