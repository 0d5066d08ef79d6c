"""Clusters come, go, come again, and leave nothing behind."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path

import pytest

from libtalos.bus.directory import Bus, BusDirectory
from libtalos.bus.settings import BusSettings
from libtalos.provision import process
from libtalos.provision.appear import appeared
from libtalos.provision.cluster import Outcome
from libtalos.provision.process import Pid
from libtalos.provision.storage import ConfigRequest, Generated
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.etcd import EtcdMember
from libtalos.resources.definitions.runtime import MachineConfigSpec
from tests.e2e.lab import Lab
from tests.e2e.sight import watching
from tests.e2e.traces import Traces

pytestmark = pytest.mark.root
# kinds of traces of a running node: if one of these were not seen, its absence would prove nothing
SEEN = {"control group", "link", "loop device", "mount", "process", "state"}


def member(lab: Lab) -> str:
    """The id of the node's etcd member, once it is known: lasts as long as the node's disk."""

    async def watch() -> str:
        bus = Bus(BusDirectory(lab.node.bus), BusSettings())
        try:
            async with asyncio.timeout(10):
                async for change in ResourceClient(bus.channel("etcd")).watch(EtcdMember):
                    if change.resource is not None:
                        return change.resource.spec.member_id
        finally:
            bus.close()
        raise AssertionError("the watch ended")

    return asyncio.run(watch())


def state(lab: Lab) -> str:
    """What `talos cluster show` says of the node."""
    found: str = json.loads(lab.run("cluster", "show", "--name", lab.name, "-o", "json").stdout)[0]["state"]
    return found


def test_up_and_down(fresh: Lab) -> None:
    fresh.create()
    traces, first = Traces.of(fresh), member(fresh)
    assert traces.kinds() == SEEN

    again = fresh.create()
    assert "already running" in again.stderr

    fresh.talos("shutdown")
    assert state(fresh) == "stopped"

    back = fresh.create()
    assert "started again" in back.stderr
    assert member(fresh) == first
    second = Traces.of(fresh)

    kill_pid1(fresh)
    assert state(fresh) == "stopped"
    assert "started again" in fresh.create().stderr
    assert member(fresh) == first
    third = Traces.of(fresh)

    fresh.destroy()
    assert [*traces.left(), *second.left(), *third.left()] == []
    assert fresh.run("cluster", "destroy", "--name", fresh.name).returncode == 4
    assert fresh.run("cluster", "destroy", "--name", fresh.name, "--if-exists").returncode == 0


def kill_pid1(lab: Lab) -> None:
    """End the node as a power cut does."""
    with process.opened(Pid(lab.pid())) as pid1:
        signal.pidfd_send_signal(pid1, signal.SIGKILL)
        assert process.wait_for_exit(pid1, timeout=10)


async def test_half_a_cluster_can_be_destroyed(fresh: Lab) -> None:
    """A create that is killed while its node boots."""
    creating = await asyncio.to_thread(fresh.start, *fresh.create_options)
    try:
        async with asyncio.timeout(20):
            await appeared_below(fresh.node.bus / "init.sock", fresh.home)
    finally:
        creating.kill()
        creating.wait()
    traces = Traces.of(fresh)
    assert await asyncio.to_thread(traces.kinds) == SEEN
    await asyncio.to_thread(fresh.destroy)
    assert await asyncio.to_thread(traces.left) == []


async def appeared_below(path: Path, top: Path) -> None:
    """Return once there is something at path, whose directories below top may be made meanwhile."""
    for parent in [*reversed(path.parents), path]:
        if parent.is_relative_to(top) and parent != top:
            await appeared(parent)


class BadConfig:
    """A machine config with a key that there is not."""

    def generate(self, request: ConfigRequest, secrets: bytes | None) -> Generated:
        return Generated(secrets=b"none", machine_config=b"version: v1alpha1\nmachine:\n  type: nonsense\n")


async def test_a_bad_config_leads_to_maintenance_and_says_why(fresh: Lab) -> None:
    outcome = await asyncio.to_thread(fresh.provisioner(BadConfig()).create, fresh.request())
    assert outcome is Outcome.CREATED
    traces, bus = Traces.of(fresh), Bus(BusDirectory(fresh.node.bus), BusSettings())

    async def missing() -> str:
        status = await sight.status()
        return "" if status.stage == "maintenance" else f"{status}"

    async with asyncio.timeout(10):
        await appeared(bus.directory.socket("init"))
    async with watching(bus, ("init", MachineConfigSpec)) as sight:
        await sight.until(missing)
        reasons = [condition.reason for condition in (await sight.status()).status.unmet_conditions]
    bus.close()
    assert 'unknown machine type "nonsense"' in "\n".join(reasons)
    health = await asyncio.to_thread(fresh.run, "health", "--cluster", fresh.name)
    assert health.returncode == 1
    assert "nonsense" in health.stdout
    # it can be looked at, and be shut down
    assert "nonsense" in await asyncio.to_thread(fresh.talos, "events")
    await asyncio.to_thread(fresh.talos, "shutdown")
    await asyncio.to_thread(fresh.destroy)
    assert await asyncio.to_thread(traces.left) == []
