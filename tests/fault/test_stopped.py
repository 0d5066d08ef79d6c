"""A component that stands still is not healthy, and whoever calls it waits."""

from __future__ import annotations

import asyncio
import signal

import pytest

from libtalos.bus.directory import Bus
from libtalos.gen.talos.component.v1 import ComponentServiceStub
from tests.e2e.processes import Processes
from tests.e2e.sight import watching

pytestmark = pytest.mark.root


async def test_a_stopped_component_is_unhealthy_until_it_goes_on(bus: Bus, watched: Bus, processes: Processes) -> None:
    async with watching(watched) as sight:
        await sight.whole()
        before = (await sight.pids())["network"]
        calling = None

        async def not_unhealthy() -> str:
            unmet = [condition.reason for condition in (await sight.status()).status.unmet_conditions]
            return "" if "network not healthy" in unmet else f"network is not said to be unhealthy: {unmet}"

        processes.kill(before, signal.SIGSTOP)
        try:
            calling = asyncio.create_task(bus.channel("network").stub(ComponentServiceStub).describe())
            await sight.until(not_unhealthy)
            health = (await sight.services())["network"].health
            assert health is not None
            assert "no answer within" in health.last_message
            assert not calling.done()
        finally:
            processes.kill(before, signal.SIGCONT)
        assert (await calling).name == "network"
        await sight.whole()
        assert (await sight.pids())["network"] == before
