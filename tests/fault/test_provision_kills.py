"""The filesystem component is killed while it makes a disk the node's, at any moment, until it has got to the end."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.bus.errors import BusError, FailedPreconditionError
from libtalos.gen.talos.filesystem.v1 import PlanDiskRequest, ProvisionDiskRequest
from tests.contract.filesystem.node import Node, prepared
from tests.integration.filesystem.blank import Blank, blank

pytestmark = pytest.mark.root
ROUNDS = 4
KILLS = 6
# operations that a whole run takes, or a little fewer, and seconds that one of them takes here
STEPS = 10
LONG = 0.03


async def provision(node: Node, disk: Blank, reached: Callable[[int], None]) -> bool:
    """Whether it got to the end; tells how many operations are done."""
    done = itertools.count(1)
    try:
        async for _ in node.service.provision_disk(ProvisionDiskRequest(disk=str(disk.device)), timeout=60):
            reached(next(done))
    except BusError:
        return False
    finally:
        reached(STEPS)
    return True


async def kill_at_work(node: Node, disk: Blank, chance: random.Random) -> bool:
    """Provision, and kill the component after some operations and some time; whether it had not got to the end."""
    moment, here = chance.randint(0, STEPS), asyncio.Event()

    def reached(done: int) -> None:
        if done >= moment:
            here.set()

    reached(0)
    working = asyncio.create_task(provision(node, disk, reached))
    await here.wait()
    await asyncio.sleep(chance.uniform(0.0, LONG))  # the moment of the kill is what is random
    await node.process.kill()
    return not await asyncio.wait_for(working, 20)


async def finish(node: Node, disk: Blank) -> None:
    """Provision; a program that outlived the component may be at the disk yet, and keeps it locked until its end."""
    async with asyncio.timeout(30):
        while True:
            try:
                async for _ in node.service.provision_disk(ProvisionDiskRequest(disk=str(disk.device))):
                    pass
            except FailedPreconditionError as error:
                if "is locked" not in error.message:
                    raise
            else:
                return


@pytest.mark.timeout(300)
async def test_a_component_that_is_killed_finishes_later_and_spoils_nothing(
    chance: random.Random, tmp_path: Path
) -> None:
    killed = 0
    for _ in range(ROUNDS):
        with blank(tmp_path) as disk:
            async with prepared({"PLATFORM": "metal"}) as node:
                finished: dict[int, str] = {}
                for _ in range(KILLS):
                    await node.process.start()
                    killed += await kill_at_work(node, disk, chance)
                    now = disk.finished()
                    assert finished.items() <= now.items(), "what was finished once stays as it was"
                    finished = now
                async with node.process:
                    await finish(node, disk)
                    disk.check()
                    assert finished.items() <= disk.finished().items()
                    assert (await node.service.plan_disk(PlanDiskRequest(disk=str(disk.device)))).operations == []
    assert killed > 0, "no kill met it at work"
