"""init over its socket. It binds the bus itself and wants to be PID 1, so it runs as such in namespaces of its own."""

from __future__ import annotations

import pytest

from libtalos.bus.errors import NotFoundError
from libtalos.contracts.examine import examine
from libtalos.gen.talos.component.v1 import ComponentServiceStub
from libtalos.gen.talos.supervisor.v1 import (
    RestartServiceRequest,
    StartServiceRequest,
    StreamLogsRequest,
    SupervisorServiceStub,
)
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.runtime import MachineConfigSpec, MachineStatus, Service
from tests.integration.init.node import booted, machine_config, running

pytestmark = [pytest.mark.root, pytest.mark.timeout(120)]
CONTRACTS = ("talos.init.v1", "talos.supervisor.v1", "talos.component.v1", "talos.resource.v1")


async def test_init_keeps_its_contracts() -> None:
    async with booted() as node:
        await node.until(running)
        assert await examine(node.socket("init"), CONTRACTS, examples=10) == []
        assert running(await node.services())


async def test_services_are_started_restarted_and_read_by_name() -> None:
    async with booted() as node:
        before = await node.until(running)
        supervisor = node.channel().stub(SupervisorServiceStub)
        with pytest.raises(NotFoundError, match='"nothing"'):
            await supervisor.start_service(StartServiceRequest(id="nothing"))
        await supervisor.restart_service(RestartServiceRequest(id="network"))
        after = await node.until(
            lambda services: running(services) and services["network"].pid != before["network"].pid
        )
        assert after["network"].depends_on == []
        lines = b"".join(
            [reply.lines async for reply in supervisor.stream_logs(StreamLogsRequest(id="network", tail_lines=-1))]
        )
        assert b'"msg": "stopped"' in lines
        assert {"init", "network", "containerd"} <= set((await supervisor.list_logs()).ids)


async def test_resources_and_description_tell_what_there_is() -> None:
    text = machine_config()
    async with booted(userdata=text) as node:
        await node.until(running)
        client = ResourceClient(node.channel())
        assert (await client.get(MachineConfigSpec, "v1alpha1")).spec.yaml == text
        assert (await client.get(MachineStatus, "machine")).spec.stage in ("booting", "running")
        assert (await client.get(Service, "init")).spec == Service(running=True, healthy=True, unknown=False)
        description = await node.channel().stub(ComponentServiceStub).describe()
        assert (description.name, description.pid) == ("init", 1)
