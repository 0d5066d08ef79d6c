"""The filesystem component is killed while it makes a disk the node's, at any moment, until it has got to the end."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from libtalos.bus.errors import BusError, FailedPreconditionError
from libtalos.gen.talos.filesystem.v1 import PlanDiskRequest, ProvisionDiskRequest
from tests.contract.filesystem.node import Node, prepared
from tests.integration.filesystem.blank import Blank, blank

pytestmark = pytest.mark.root
ROUNDS = 4
KILLS = 6
# seconds that a whole run takes here, or a little more
LONG = 0.8


async def provision(node: Node, disk: Blank) -> bool:
    """Whether it got to the end."""
    try:
        async for _ in node.service.provision_disk(ProvisionDiskRequest(disk=str(disk.device)), timeout=60):
            pass
    except BusError:
        return False
    return True


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
                    working = asyncio.create_task(provision(node, disk))
                    await asyncio.sleep(chance.uniform(0.0, LONG))  # the moment of the kill is what is random
                    await node.process.kill()
                    killed += not await asyncio.wait_for(working, 20)
                    now = disk.finished()
                    assert finished.items() <= now.items(), "what was finished once stays as it was"
                    finished = now
                async with node.process:
                    await finish(node, disk)
                    disk.check()
                    assert finished.items() <= disk.finished().items()
                    assert (await node.service.plan_disk(PlanDiskRequest(disk=str(disk.device)))).operations == []
    assert killed > 0, "no kill met it at work"
