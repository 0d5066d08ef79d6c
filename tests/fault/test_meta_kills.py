"""The owner of META is killed while it writes: what was acknowledged is there, and the last write is whole or not."""

from __future__ import annotations

import asyncio
import random

import pytest

from libtalos.bus.errors import BusError
from libtalos.gen.talos.filesystem.v1 import ReadMetaRequest, WriteMetaRequest
from libtalos.resources.definitions.runtime import MetaKey
from tests.contract.filesystem.node import Node, prepared

pytestmark = pytest.mark.root
ROUNDS = 8
KEY = 12


async def write_on(node: Node, first: int, said: list[int]) -> None:
    """Write one number after the other, until nobody answers."""
    number = first
    while True:
        number += 1
        said[0] = number
        try:
            await node.service.write_meta(WriteMetaRequest(key=KEY, value=value(number)), timeout=5)
        except BusError:
            return
        said[1] = number


def value(number: int) -> bytes:
    """A value that is longer for each number, up to 100 KiB, so that its end is in another sector."""
    return b"%d " % number * (1 + number * 997 % 12_000)


@pytest.mark.timeout(300)
async def test_what_was_acknowledged_is_there_after_a_kill(chance: random.Random) -> None:
    # asked for last, and acknowledged last
    said = [0, 0]
    async with prepared() as node:
        for _ in range(ROUNDS):
            await node.process.start()
            if said[1]:
                found = (await node.service.read_meta(ReadMetaRequest(key=KEY))).value
                assert found in (value(said[0]), value(said[1]))
                (resource,) = await node.resources.list(MetaKey)
                assert resource.spec.value == found.decode()
            writing = asyncio.create_task(write_on(node, said[0], said))
            await asyncio.sleep(chance.uniform(0.02, 0.3))  # the moment of the kill is what is random
            await node.process.kill()
            await asyncio.wait_for(writing, 20)
        assert said[1] > 0
        assert not (node.disks / "META.new").exists()
