"""A cluster's whole life, on a real kernel with a real runc and a tiny image."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from ipaddress import IPv4Interface
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libtalos.bus.server import Server
from libtalos.provision import process
from libtalos.provision.cluster import CreateRequest, Outcome
from libtalos.provision.errors import ProvisionError
from libtalos.provision.health import NodeDiedError, NotHealthyError
from libtalos.provision.netlink import Netlink
from libtalos.provision.operations import undo
from libtalos.provision.paths import ClusterName
from libtalos.provision.process import Pid
from libtalos.resources.definitions.runtime import MachineStatus, Readiness, Service
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.store import ResourceStore

if TYPE_CHECKING:
    from tests.integration.provision.conftest import Lab

pytestmark = pytest.mark.root

# What the node finds, one `name=value` a line; the groups are made as a supervisor makes them.
INSPECT = """
grep -q '^/dev/loop[0-9]* / squashfs ro' /proc/mounts && echo root=squashfs
touch /etc/x 2>/dev/null || echo etc=read-only
for d in run tmp system dev; do touch /$d/x && echo $d=writable; done
echo pid=$$ hostname=$(hostname) platform=$PLATFORM
echo disk=$(wc -c < /system/disks/EPHEMERAL.img)
echo links=$(ls /sys/class/net)
echo eth0=$(cat /sys/class/net/eth0/operstate) addresses=$(ip -4 -o address show dev eth0 | wc -l)
echo capabilities=$(grep CapEff /proc/self/status | cut -f2)
g=/sys/fs/cgroup; test -d $g/unified && g=$g/unified
echo groups=$(ls $g | grep -c talos) members=$(head -n1 $g/cgroup.procs)
mkdir -p $g/system/x; sleep 1000 & p=$!; echo $p > $g/system/x/cgroup.procs
echo own=$(grep ^0:: /proc/$p/cgroup)
echo 1 > $g/system/x/cgroup.kill; wait $p; echo killed=$?
rmdir $g/system/x && echo removed=x
mknod /dev/loop0 b 7 0 && echo mknod=ok
"""


async def test_the_node_has_what_an_init_needs(lab: Lab) -> None:
    await lab.create(INSPECT + lab.idle)
    console = await lab.up()
    found = dict(pair.split("=", 1) for line in console.splitlines() for pair in line.split(" ") if "=" in pair)
    node = f"{lab.name}-controlplane-1"
    assert {**found, "members": "1"} == {
        "root": "squashfs",
        "etc": "read-only",
        **dict.fromkeys(("run", "tmp", "system", "dev"), "writable"),
        "pid": "1",
        "hostname": node,
        "platform": "container",
        "disk": str(300 * 2**20),
        "links": "eth0",
        "eth0": "down",
        "addresses": "0",
        "capabilities": own_capabilities(),
        "groups": "0",
        "members": "1",
        "own": "0::/system/x",
        "killed": "137",
        "removed": "x",
        "mknod": "ok",
    }, console
    assert "lo" in console


def own_capabilities() -> str:
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - a fixed kernel file
        return next(line.split()[1] for line in status if line.startswith("CapBnd"))


async def test_a_stopped_node_says_goodbye_and_nothing_is_left(lab: Lab) -> None:
    provisioner = await lab.create()
    await lab.up()
    (view,) = await provisioner.show(lab.name)
    assert (view.state, view.healthy, view.address) == ("unresponsive", False, "198.18.77.2/29")
    with (lab.node / "console.log").open() as console, process.opened(Pid(view.pid)) as fd:
        await asyncio.to_thread(provisioner.destroy, lab.name)
        assert console.read() == "stopping\n"
        assert process.has_exited(fd)
    assert await lab.leftovers() == []


async def test_a_node_that_does_not_stop_is_killed_with_all_its_processes(lab: Lab) -> None:
    provisioner = await lab.create("trap '' TERM; sleep 1000 & sleep 1000 & " + lab.loop)
    await lab.up()
    (view,) = await provisioner.show()
    with process.opened(Pid(view.pid)) as fd:
        await asyncio.to_thread(provisioner.destroy, lab.name, stop_timeout=0.1)
        assert process.has_exited(fd)
    assert await lab.leftovers() == []


async def test_create_twice_changes_nothing(lab: Lab) -> None:
    provisioner = await lab.create()
    before = await provisioner.show()
    assert await asyncio.to_thread(provisioner.create, CreateRequest(name=lab.name)) is Outcome.RUNNING
    assert await provisioner.show() == before


async def test_other_parameters_for_an_existing_cluster_are_refused(lab: Lab) -> None:
    provisioner = await lab.create()
    with pytest.raises(ProvisionError, match=r"exists with --cidr 198\.18\.77\.0/29 and not 198\.18\.78\.0/24"):
        await asyncio.to_thread(provisioner.create, CreateRequest(name=lab.name, cidr="198.18.78.0/24"))


async def test_a_dead_node_is_started_again_with_its_config_secrets_and_disk(lab: Lab) -> None:
    provisioner = await lab.create()
    await lab.up()
    (first,) = await provisioner.show()
    (lab.node / "disks/EPHEMERAL.img").write_bytes(b"data")
    kept = {path: path.read_bytes() for path in (lab.node / "config.yaml", lab.node.parent / "secrets.yaml")}
    with process.opened(Pid(first.pid)) as fd:
        os.kill(first.pid, signal.SIGKILL)
        assert process.wait_for_exit(fd, timeout=5)
    assert [view.state for view in await provisioner.show()] == ["stopped"]
    assert await asyncio.to_thread(provisioner.create, lab.request) is Outcome.RESTARTED
    await lab.up()
    (second,) = await provisioner.show()
    assert second.pid not in {0, first.pid}
    assert (lab.node / "disks/EPHEMERAL.img").read_bytes() == b"data"
    assert {path: path.read_bytes() for path in kept} == kept


async def test_a_node_that_dies_while_waited_for_is_reported_at_once(lab: Lab) -> None:
    provisioner = await lab.create("echo no disk; exit 7")
    async with asyncio.timeout(5):
        with pytest.raises(NodeDiedError, match=r"(?s)controlplane-1: (its PID 1|not running).*console\.log.*no disk"):
            await provisioner.wait(lab.name, timeout=60)


async def test_a_node_that_says_nothing_is_reported_when_time_is_up(lab: Lab) -> None:
    provisioner = await lab.create("echo hm; " + lab.idle)
    await lab.up()
    with pytest.raises(NotHealthyError, match=r"(?s)not healthy after 0\.2 s: it said nothing.*hm"):
        await provisioner.wait(lab.name, timeout=0.2)


async def test_a_network_in_use_is_refused_and_everything_taken_back(lab: Lab) -> None:
    await lab.create()
    other = ClusterName("other")
    with pytest.raises(ProvisionError, match=r"198\.18\.77\.0/28 is in use: .*talos cluster .*/tiny node tiny"):
        await asyncio.to_thread(lab.provisioner().create, CreateRequest(name=other, cidr="198.18.77.0/28"))
    assert lab.store.names() == [lab.name]
    assert len(await lab.links()) == 1


async def test_what_a_killed_create_left_is_taken_over(lab: Lab) -> None:
    provisioner = await lab.create()
    plan = provisioner.planner.plan(lab.store.load(lab.name) or pytest.fail("no state"), stop_timeout=0)
    # As after a crash between two steps: the container exists, was not started, and has no link.
    await asyncio.to_thread(undo, plan.runtime[-3:])
    plan.runtime[-3].execute()
    assert await asyncio.to_thread(provisioner.create, lab.request) is Outcome.RESTARTED
    await asyncio.to_thread(provisioner.destroy, lab.name)
    assert await lab.leftovers() == []


class Interrupted(Netlink, frozen=True):
    """Ctrl-C in the middle of the last step but one."""

    def add_pair(self, *, name: str, alias: str, address: IPv4Interface, peer: str, pid: Pid) -> None:
        super().add_pair(name=name, alias=alias, address=address, peer=peer, pid=pid)
        raise KeyboardInterrupt


def test_an_interrupted_create_is_taken_back(lab: Lab) -> None:
    with pytest.raises(KeyboardInterrupt):
        lab.provisioner(network=Interrupted()).create(lab.request)
    assert lab.said[-1].startswith("connect ")
    assert asyncio.run(lab.leftovers()) == []


async def test_an_interrupted_restart_keeps_what_belongs_to_the_user(lab: Lab) -> None:
    provisioner = await lab.create()
    (view,) = await provisioner.show()
    (lab.node / "disks/EPHEMERAL.img").write_bytes(b"data")
    with process.opened(Pid(view.pid)) as fd:
        process.kill(fd)
        process.wait_for_exit(fd, timeout=5)
    with pytest.raises(KeyboardInterrupt):
        await asyncio.to_thread(lab.provisioner(network=Interrupted()).create, lab.request)
    assert await asyncio.to_thread(provisioner.create, lab.request) is Outcome.RESTARTED
    assert (lab.node / "disks/EPHEMERAL.img").read_bytes() == b"data"


async def test_two_creates_at_once_make_one_cluster(lab: Lab) -> None:
    outcomes = await asyncio.gather(
        *(asyncio.to_thread(lab.provisioner().create, lab.request) for _ in range(2)), return_exceptions=True
    )
    assert sorted(map(str, outcomes)) == ["Outcome.CREATED", "Outcome.RUNNING"]


async def test_a_healthy_node_is_waited_for_and_shown(lab: Lab) -> None:
    provisioner = await lab.create()
    await lab.up()
    store = ResourceStore("init", lambda: 0.0, publishes=[MachineStatus, Service])
    with socket.socket(socket.AF_UNIX) as listener:
        # The test answers for the node: its bus is a directory of the host.
        listener.bind(str(lab.node / "bus/init.sock"))
        listener.listen()
        server = Server([ResourceRpc(store)])
        await server.start(listener)
        store.put("machine", MachineStatus(stage="running", status=Readiness(ready=True)))
        await provisioner.wait(lab.name, timeout=10)
        (view,) = await provisioner.show(lab.name)
        await server.drain(1)
    assert (view.state, view.healthy) == ("running, ready", True)


ATTACH = """
while ! test "$attached"; do
    device=$(losetup -f); mknod $device b 7 ${device#/dev/loop} 2>/dev/null
    losetup $device /system/disks/EPHEMERAL.img && attached=$device
done
echo attached=$attached
"""


async def test_a_loop_device_that_the_node_forgot_is_detached(lab: Lab) -> None:
    provisioner = await lab.create(ATTACH + lab.idle)
    device = (await lab.up()).rpartition("attached=")[2].strip()
    backing = Path("/sys/block", Path(device).name, "loop/backing_file")
    assert backing.read_text().strip().endswith("EPHEMERAL.img")
    await asyncio.to_thread(provisioner.destroy, lab.name)
    assert not backing.exists()


STATE_OF_RUNC = "runc/tiny-controlplane-1/state.json"


@pytest.mark.parametrize("damage", ["state.json", "tiny-controlplane-1/bundle/config.json", STATE_OF_RUNC])
async def test_destroy_clears_what_is_half_there(lab: Lab, damage: str) -> None:
    provisioner = await lab.create()
    await lab.up()
    (lab.node.parent / damage).write_text("{")
    await asyncio.to_thread(provisioner.destroy, lab.name, stop_timeout=0)
    assert await lab.leftovers() == []


async def test_destroy_of_an_unknown_name_names_the_known_ones(lab: Lab) -> None:
    provisioner = await lab.create()
    with pytest.raises(ProvisionError, match=r"no cluster 'nope' in .*; there are: tiny"):
        await asyncio.to_thread(provisioner.destroy, ClusterName("nope"))
