"""A reset of a real init: everything is stopped, what the node keeps is gone, what is not named stays, PID 1 ends."""

from __future__ import annotations

import os

import pytest

from libtalos.bus.errors import NotFoundError
from libtalos.gen.talos.init.v1 import InitServiceStub, ResetRequest
from tests.integration.init.node import Node, booted, running

pytestmark = [pytest.mark.root, pytest.mark.timeout(120)]


async def reset(node: Node, *labels: str) -> str:
    answer = await node.channel().stub(InitServiceStub).reset(ResetRequest(labels=list(labels), graceful=True))
    return answer.actor_id


async def test_an_unknown_label_leaves_the_node_as_it_is() -> None:
    async with booted() as node:
        await node.until(running)
        with pytest.raises(NotFoundError, match='no volume labelled "WHAT"'):
            await reset(node, "WHAT")
        assert running(await node.services())


async def test_a_reset_takes_what_is_named_and_ends_the_node() -> None:
    async with booted() as node:
        await node.until(running)
        disks = node.root / "system/disks"
        (disks / "META.img").write_bytes(bytes(1 << 20))
        assert (disks / "EPHEMERAL.img").exists()
        # the directory outlives the node that had it mounted
        kept = os.open(disks, os.O_RDONLY | os.O_DIRECTORY)
        actor_id = await reset(node, "EPHEMERAL")
        assert len(actor_id) == 36
        try:
            assert await node.ended(60) == 0
            assert sorted(os.listdir(kept)) == ["META.img", "STATE.img"]  # noqa: PTH208 - it has no path any more
        finally:
            os.close(kept)
        console = node.console.read_text(errors="replace")
        assert "remove /system/disks/EPHEMERAL.img" in console
        assert "remove /system/disks/META.img" not in console
        for phase in ("phase stopEverything (1/3)", "task resetSystemDiskSpec (1/1)", "phase shutdown (3/3): done"):
            assert phase in console
