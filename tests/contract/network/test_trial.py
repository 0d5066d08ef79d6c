"""A config that cuts the node off heals by itself: the component's process between a node's namespace and a peer's."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import datetime as dt
import os
import socket
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import pytest
from pyroute2 import IPRoute

from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError
from libtalos.gen.talos.component.v1 import ComponentServiceStub, WatchEventsRequest
from libtalos.gen.talos.network.v1 import ApplyRequest, ConfirmRequest, PlanRequest, RevertRequest, TrialEvent
from libtalos.resources.definitions.network import AddressStatus, LinkStatus
from tests.contract.network.node import CLONE_NEWNET, Node, held_namespaces, running
from tests.contract.watching import PATIENCE

pytestmark = pytest.mark.root
MANAGEMENT = "10.5.0.2"
PORT = 50000
CONFIG = """\
version: v1alpha1
machine:
  type: worker
  network:
    hostname: node
    interfaces:
      - interface: eth0
        addresses: [10.5.0.2/24]
"""
CUT = CONFIG.replace("10.5.0.2/24", "192.0.2.2/24")
# long enough to look at the node meanwhile
SHORT, LONG = dt.timedelta(seconds=3), dt.timedelta(hours=1)


def enter(pid: int) -> None:
    """Put the calling thread into the network namespace of a process."""
    fd = os.open(f"/proc/{pid}/ns/net", os.O_RDONLY | os.O_CLOEXEC)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(fd, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")
    os.close(fd)


def plug(peer: int) -> None:
    """Make eth0, whose other end is in the network namespace of the peer."""
    with IPRoute() as ip:
        ip.link("add", ifname="eth0", kind="veth", peer={"ifname": "eth0", "net_ns_pid": peer})


def answer() -> None:
    """Give the peer its address."""
    with IPRoute() as ip:
        (index,) = ip.link_lookup(ifname="eth0")
        ip.addr("add", index=index, address="10.5.0.1", prefixlen=24)
        ip.link("set", index=index, state="up")


def knock(patience: float) -> bool:
    """Whether a client gets a connection to the management address."""
    with contextlib.suppress(OSError), socket.create_connection((MANAGEMENT, PORT), timeout=patience):
        return True
    return False


@dataclass
class Place:
    """A node, and a client that reaches it over the network."""

    node: Node
    peer: ThreadPoolExecutor

    async def reached(self, patience: float = PATIENCE) -> bool:
        """Whether the client reaches the node."""
        return await self.at_peer(partial(knock, patience))

    async def at_peer(self, function: Callable[[], bool]) -> bool:
        """Run a function where the client is."""
        return await asyncio.get_running_loop().run_in_executor(self.peer, function)

    async def has(self, address: str, other: str) -> None:
        """Wait until eth0 has one address and not the other."""
        wanted, gone = f"eth0/{address}/24", f"eth0/{other}/24"
        await self.node.until(AddressStatus, lambda known: wanted in known and gone not in known)

    async def events(self, last: str) -> list[tuple[str, str, str]]:
        """Action, reason and error of what was told of trials, until one of a kind."""
        told: list[tuple[str, str, str]] = []
        stub = self.node.channel.stub(ComponentServiceStub)
        async with asyncio.timeout(PATIENCE):
            async for reply in stub.watch_events(WatchEventsRequest(tail_events=-1, follow=True)):
                event = reply.event
                message = None if event is None or event.data is None else event.data.unpack()
                if isinstance(message, TrialEvent):
                    told.append((message.action, message.reason, message.error))
                    if message.action == last:
                        break
        return told


@asynccontextmanager
async def place() -> AsyncIterator[Place]:
    """A node whose management address a peer reaches."""
    async with held_namespaces() as holder, running(config=CONFIG) as node:
        with ThreadPoolExecutor(max_workers=1, initializer=partial(enter, holder)) as peer:
            await node.in_namespace(partial(plug, holder))
            found = Place(node=node, peer=peer)
            await asyncio.get_running_loop().run_in_executor(peer, answer)
            server = await node.in_namespace(lambda: socket.create_server(("", PORT)))
            with server:
                await found.has(MANAGEMENT, "192.0.2.2")
                assert await found.reached()
                yield found


async def test_a_node_that_is_cut_off_heals_by_itself() -> None:
    async with place() as lab:
        plan = await lab.node.network.plan(PlanRequest(config=CUT))
        applied = await lab.node.network.apply(ApplyRequest(config=CUT, id=plan.id, confirm_timeout=SHORT))
        assert not any(each.error for each in applied.operations)
        assert applied.trial is not None
        assert applied.trial.id == plan.id
        assert not await lab.reached(0.5), "nobody can confirm"
        assert await lab.events("reverted") == [
            ("applied", "it is reverted unless it is confirmed in 3 s", ""),
            ("reverted", "nobody has confirmed it in time", ""),
        ]
        await lab.has(MANAGEMENT, "192.0.2.2")
        assert await lab.reached()
        plan = await lab.node.network.plan(PlanRequest())
        assert (plan.operations, plan.trial) == ([], None)


async def test_what_a_client_confirms_over_the_network_stays() -> None:
    """Also after a restart; a client's wish takes it back."""
    more = CONFIG.replace("[10.5.0.2/24]", "[10.5.0.2/24, 192.0.2.2/24]")
    async with place() as lab:
        await lab.node.network.apply(ApplyRequest(config=more, confirm_timeout=LONG))
        assert await lab.reached()
        plan = await lab.node.network.plan(PlanRequest())
        assert plan.trial is not None
        assert plan.trial.remaining is not None
        assert plan.trial.remaining > dt.timedelta(minutes=50)
        assert (await lab.node.network.confirm(ConfirmRequest())).id == plan.trial.id
        await lab.node.process.crash()
        await lab.node.until(AddressStatus, lambda known: {"eth0/10.5.0.2/24", "eth0/192.0.2.2/24"} <= set(known))
        kept = (await lab.node.network.plan(PlanRequest())).trial
        assert kept is not None
        assert (kept.id, kept.confirmed) == (plan.trial.id, True)
        await lab.node.network.revert(RevertRequest(id=kept.id))
        await lab.has(MANAGEMENT, "192.0.2.2")


async def test_a_component_that_is_killed_during_a_trial_reverts_it() -> None:
    async with place() as lab:
        await lab.node.network.apply(ApplyRequest(config=CUT, confirm_timeout=LONG))
        await lab.has("192.0.2.2", MANAGEMENT)
        await lab.node.process.crash()
        await lab.has(MANAGEMENT, "192.0.2.2")
        assert await lab.reached()
        assert (await lab.node.network.plan(PlanRequest())).trial is None
        with pytest.raises(FailedPreconditionError, match="nothing is on trial"):
            await lab.node.network.confirm(ConfirmRequest())


def meddle() -> None:
    """Somebody adds an address."""
    with IPRoute() as ip:
        (index,) = ip.link_lookup(ifname="eth0")
        ip.addr("add", index=index, address="10.5.0.77", prefixlen=24)


async def test_a_world_that_has_moved_is_refused() -> None:
    async with place() as lab:
        plan = await lab.node.network.plan(PlanRequest(config=CUT))
        await lab.node.in_namespace(meddle)
        with pytest.raises(FailedPreconditionError, match="the world has moved since it was planned: addresses"):
            await lab.node.network.apply(ApplyRequest(config=CUT, id=plan.id, confirm_timeout=SHORT))
        assert await lab.reached()
        assert (await lab.node.network.plan(PlanRequest())).trial is None


async def test_what_the_machine_config_is_silent_of_is_as_it_was() -> None:
    """The machine config says nothing of the MTU: it is undone, not only wanted no more."""
    text = "machine: {network: {interfaces: [{interface: eth0, mtu: 1300}]}}"
    async with place() as lab:
        await lab.node.network.apply(ApplyRequest(config=text, confirm_timeout=LONG))
        await lab.node.until(LinkStatus, lambda known: "eth0" in known and known["eth0"].mtu == 1300)
        await lab.node.network.revert(RevertRequest())
        await lab.node.until(LinkStatus, lambda known: "eth0" in known and known["eth0"].mtu == 1500)
        assert await lab.reached()


async def test_a_new_machine_config_ends_a_trial() -> None:
    async with place() as lab:
        await lab.node.network.apply(ApplyRequest(config=CUT, confirm_timeout=LONG))
        lab.node.configure(CONFIG.replace("hostname: node", "hostname: other"))
        assert (await lab.events("ended"))[-1] == ("ended", "the machine config has changed", "")
        await lab.has(MANAGEMENT, "192.0.2.2")


async def test_a_config_that_makes_no_sense_is_refused_with_its_path() -> None:
    async with place() as lab:
        with pytest.raises(InvalidArgumentError, match=r"machine\.network\.nonsense"):
            await lab.node.network.plan(PlanRequest(config="machine: {network: {nonsense: 1}}"))
