"""PID 1 on a real kernel: early mounts, strangers, killed components, signals, a bad config, the way out."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from pathlib import Path

import pytest

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.init.v1 import InitServiceStub, ShutdownRequest
from libtalos.gen.talos.supervisor.v1 import StopServiceRequest, SupervisorServiceStub
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.runtime import MachineStatus
from tests.integration.init.node import COMPONENTS, PYTHON, Node, booted, eventually, running

pytestmark = [pytest.mark.root, pytest.mark.timeout(120)]
EARLY = {
    "/proc": "proc",
    "/sys": "sysfs",
    "/dev": "devtmpfs",
    "/dev/pts": "devpts",
    "/sys/fs/cgroup": "cgroup2",
    "/run": "tmpfs",
    "/tmp": "tmpfs",
    "/system": "tmpfs",
}
# asks another component for something in the name of the component in whose control group it runs
ASK = """
import asyncio, sys
from pathlib import Path
from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import BusError
from libtalos.gen.talos.network.v1 import NetworkServiceStub

async def main() -> None:
    channel = Channel(UnixAddress(Path("/system/run/bus/network.sock")))
    try:
        await channel.stub(NetworkServiceStub).list_device_counters()
        print("answered")
    except BusError as error:
        print(type(error).__name__, error.message)
    channel.close()

asyncio.run(main())
"""


async def test_a_bare_root_gets_its_mounts_and_the_components_come_up() -> None:
    async with booted() as node:
        types = {mount.target: mount.fstype for mount in node.mounts()}
        assert {target: types.get(target) for target in EARLY} == EARLY
        services = await node.until(running)
        assert services["init"].pid == 1
        assert {path.name for path in (node.root / "system/run/bus").iterdir()} == {
            f"{component}.sock" for component in ("init", *COMPONENTS.values())
        }
        check_modes(node)
        check_environments(node)
        await node.until_said("init", "phase startEverything")
        await eventually((node.root / "var/log/init.log").exists)
        assert "booting Talos" in (node.root / "var/log/init.log").read_text()


def check_modes(node: Node) -> None:
    """The bus is root's; readiness may come from any user."""
    modes = {
        "system/run/bus": 0o750,
        "system/run/bus/init.sock": 0o660,
        "system/run/bus/network.sock": 0o660,
        "run/talos/notify.sock": 0o666,
    }
    found = {name: (node.root / name).stat().st_mode & 0o777 for name in modes}
    assert found == modes


def check_environments(node: Node) -> None:
    """The machine config holds secrets and stays in PID 1; each component runs in its group with its socket."""
    for component in COMPONENTS.values():
        [pid, *_] = node.pids(component)
        environment = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        names = {entry.partition(b"=")[0] for entry in environment}
        assert b"USERDATA" not in names
        assert f"LISTEN_FDNAMES={component}.sock".encode() in environment


async def test_what_is_mounted_already_is_left_alone() -> None:
    async with booted(before="run system") as node:
        mounts = [mount for mount in node.mounts() if mount.target in ("/run", "/system")]
        assert [mount.source for mount in mounts] == ["before", "before"]
        assert (node.root / "run/before").exists()
        assert (node.root / "system/before").exists()


async def test_orphans_are_reaped() -> None:
    async with booted() as node:
        orphans = "exec >/dev/null 2>&1; for i in 1 2 3 4 5; do (sleep 0.$i & ); done; (sleep 60 & )"
        code, _ = await node.inside("sh", "-c", orphans)
        assert code == 0

        def strangers() -> list[str]:
            pids = Path(f"/proc/{node.pid}/task/{node.pid}/children").read_text().split()
            comms = [Path(f"/proc/{pid}/stat") for pid in pids]
            return [text.split()[2] for path in comms if "(sleep)" in (text := read(path))]

        assert "S" in strangers()
        await eventually(lambda: strangers() == ["S"])  # five are gone without a zombie, the last one lives


def read(path: Path) -> str:
    """The text of a file in /proc; nothing if the process has gone."""
    with contextlib.suppress(OSError):
        return path.read_text()
    return ""


async def test_all_components_killed_at_once_come_back() -> None:
    async with booted() as node:
        before = await node.until(running)
        for component in COMPONENTS.values():
            for pid in node.pids(component):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        after = await node.until(
            lambda services: running(services) and all(services[s].pid != before[s].pid for s in COMPONENTS)
        )
        assert {after[service].restarts for service in COMPONENTS} == {1}
        assert after["init"].pid == 1
        # queued in the backlog of a socket that stayed open, or answered already
        for component in COMPONENTS.values():
            status = await ResourceClient(node.channel(component)).definitions()
            assert status is not None


async def test_sigint_is_ignored_and_sigterm_ends_the_node_within_its_bound() -> None:
    async with booted() as node:
        await node.until(running)
        os.kill(node.pid, signal.SIGINT)
        await node.until_said("init", "SIGINT ignored")
        os.kill(node.pid, signal.SIGTERM)
        assert await node.ended(20) == 0
        assert "node is down" in node.console.read_text().splitlines()[-1]


async def test_a_bad_config_is_told_and_the_node_stays_up() -> None:
    async with booted(userdata="version: v1alpha1\nmachine:\n  tpye: controlplane\n") as node:
        client = ResourceClient(node.channel())
        async with asyncio.timeout(20):
            async for change in client.watch(MachineStatus):
                if change.resource is not None and change.resource.spec.stage == "maintenance":
                    [unmet] = change.resource.spec.status.unmet_conditions
                    assert "tpye" in unmet.reason
                    break
            async for event in node.events():
                if event.data is not None and event.data.type_url.endswith("ConfigValidationErrorEvent"):
                    break
        assert running(await node.until(running))


async def test_shutdown_over_the_contract_says_its_run_and_ends_the_node() -> None:
    async with booted() as node:
        await node.until(running)
        with pytest.raises(FailedPreconditionError, match='"init" doesn\'t support stop'):
            await node.channel().stub(SupervisorServiceStub).stop_service(StopServiceRequest(id="init"))
        reply = await node.channel().stub(InitServiceStub).shutdown(ShutdownRequest(force=True))
        assert len(reply.actor_id) == 36
        assert await node.ended(30) == 0
        console = node.console.read_text(errors="replace")
        assert "phase unmountSystem (2/3): done" in console
        assert '"msg": "unmounted"' in console
        assert "not unmounted" not in console
        assert "still in use" not in console


async def test_a_component_is_known_by_its_group_and_may_do_what_it_declares() -> None:
    async with booted() as node:
        await node.until(running)
        ask = (PYTHON, "-I", "-c", ASK)
        assert await node.inside(*ask, group="system/api") == (0, "answered\n")
        _, refused = await node.inside(*ask, group="system/kubelet")
        assert "PermissionDeniedError kubelet does not declare that it uses talos.network.v1" in refused
        line = await node.until_said("network", "call refused")
        assert '"peer": "kubelet"' in line
        await node.inside("mkdir", "-p", "/sys/fs/cgroup/podruntime/x")
        _, workload = await node.inside(*ask, group="podruntime/x")
        assert "may not use the bus" in workload
