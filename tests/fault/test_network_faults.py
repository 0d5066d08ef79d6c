"""The network component misses news, loses its cards, or is killed at work: what is wanted returns."""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import signal
import sys
from ipaddress import ip_network

import pytest
from pyroute2 import IPRoute

from libtalos.contracts.process import ComponentProcess, ProcessError
from libtalos.resources.definitions.network import AddressStatus, LinkStatus, RouteStatus
from tests.contract.network.node import Node, running

pytestmark = pytest.mark.root
# The component, which kills itself when so many operations on the kernel are done: nothing of it runs after that, not
# even what remembers that they were its own. It does them one by one, as the kernel does those that it gets at once.
DYING = """
import os, runpy, signal, sys
from services.network import apply

LEFT = [None] * int(sys.argv.pop(1))
try_run = apply._try_run

def one_by_one(kernel, run):
    done = []
    for operation in run:
        done += try_run(kernel, (operation,))
        LEFT.pop()
        if not LEFT:
            os.kill(os.getpid(), signal.SIGKILL)
    return done

apply._try_run = one_by_one
runpy.run_module("services.network", run_name="__main__")
"""
NOTHING = "version: v1alpha1\nmachine:\n  type: worker\n"
CONFIG = """\
version: v1alpha1
machine:
  type: worker
  network:
    interfaces:
      - interface: eth0
        mtu: 1400
        addresses: [10.5.0.2/24, 10.6.0.2/24]
        routes:
          - gateway: 10.5.0.1
      - interface: br0
        addresses: [10.7.0.2/24]
        bridge:
          interfaces: [eth1]
---
apiVersion: v1alpha1
kind: RoutingRuleConfig
name: "100"
src: 10.7.0.0/24
table: 7
"""
ADDRESSES = {"eth0/10.5.0.2/24", "eth0/10.6.0.2/24", "br0/10.7.0.2/24"}
# more than the kernel keeps for a socket that is not read (net.core.rmem_default, 208 KiB, 768 bytes for each)
FLOOD = 2000
ROUNDS = 12


def plug(name: str, *, far: str) -> None:
    """Make a veth whose other end is up."""
    with IPRoute() as ip:
        ip.link("add", ifname=name, kind="veth", peer=far)
        ip.link("set", index=ip.link_lookup(ifname=far)[0], state="up")


def plug_both() -> None:
    """The two cards of the config."""
    plug("eth0", far="far0")
    plug("eth1", far="far1")


def unplug(name: str) -> None:
    """Remove a link."""
    with IPRoute() as ip:
        ip.link("del", index=ip.link_lookup(ifname=name)[0])


def take_address() -> None:
    """Take away what the component has given eth0."""
    with IPRoute() as ip:
        ip.flush_addr(index=ip.link_lookup(ifname="eth0")[0])


def set_down() -> None:
    """Take eth0 down, and its routes with that."""
    with IPRoute() as ip:
        ip.link("set", index=ip.link_lookup(ifname="eth0")[0], state="down")


def flood_and_take() -> str:
    """Make so many routes that the rest is not told any more, then take eth0's address; the id of the last route."""
    with IPRoute() as ip:
        (index,) = ip.link_lookup(ifname="far0")
        for number in range(FLOOD):
            ip.route("add", dst=str(ip_network((0x0B000000 + number, 32))), oif=index)
    take_address()
    return f"inet4//{ip_network((0x0B000000 + FLOOD - 1, 32))}/0"


def addresses() -> set[str]:
    """The kernel's IPv4 addresses beside loopback's."""
    with IPRoute() as ip:
        names = {link["index"]: link.get_attr("IFLA_IFNAME") for link in ip.get_links()}
        found = {
            f"{names[each['index']]}/{each.get_attr('IFA_ADDRESS')}/{each['prefixlen']}"
            for each in ip.get_addr(family=2)
        }
    return {each for each in found if not each.startswith("lo/")}


def index_of(name: str) -> int:
    """The kernel's number of a link."""
    with IPRoute() as ip:
        index: int = ip.link_lookup(ifname=name)[0]
        return index


def with_default(known: dict[str, RouteStatus]) -> bool:
    """Whether the default route is there."""
    return any(not each.dst and each.gateway == "10.5.0.1" for each in known.values())


def is_bridged(known: dict[str, LinkStatus]) -> bool:
    """Whether eth1 is a part of the bridge."""
    return {"br0", "eth1"} <= set(known) and known["eth1"].master_index == known["br0"].index


async def whole(node: Node) -> None:
    """Wait until everything of the config is there."""
    await node.until(AddressStatus, lambda known: set(known) >= ADDRESSES)
    await node.until(RouteStatus, with_default)
    await node.until(LinkStatus, is_bridged)


async def bare(node: Node) -> None:
    """Wait until nothing of the config is there any more."""
    await node.until(LinkStatus, lambda known: {"lo", "far1"} <= set(known) and "br0" not in known)
    assert await node.in_namespace(addresses) == set()


async def test_changes_that_the_kernel_could_not_tell_are_seen_all_the_same() -> None:
    async with running(config=CONFIG) as node:
        await node.in_namespace(plug_both)
        await whole(node)
        os.kill(node.process.pid, signal.SIGSTOP)
        try:
            last = await node.in_namespace(flood_and_take)
            assert "eth0/10.5.0.2/24" not in await node.in_namespace(addresses)
        finally:
            os.kill(node.process.pid, signal.SIGCONT)
        await node.until(RouteStatus, lambda known: last in known)
        await whole(node)
        assert await node.in_namespace(addresses) >= ADDRESSES
        assert "netlink messages were dropped; reading everything anew" in node.process.stderr


async def test_whatever_happens_to_a_card_the_last_one_is_configured(chance: random.Random) -> None:
    async with running(config=CONFIG) as node:
        await node.in_namespace(plug_both)
        await whole(node)
        for _ in range(ROUNDS):
            harm = chance.choice([take_address, set_down, None])
            if harm is not None:
                await node.in_namespace(harm)
            await asyncio.sleep(chance.uniform(0.0, 0.05))  # how far the repair has got is what is random
            await node.in_namespace(lambda: unplug("eth0"))
            await asyncio.sleep(chance.uniform(0.0, 0.05))
            await node.in_namespace(lambda: plug("eth0", far="far0"))
        index = await node.in_namespace(lambda: index_of("eth0"))
        await node.until(
            AddressStatus,
            lambda known: "eth0/10.5.0.2/24" in known and known["eth0/10.5.0.2/24"].link_index == index,
        )
        await whole(node)
        assert await node.in_namespace(addresses) == ADDRESSES


@pytest.mark.parametrize(
    ("before", "after", "least"), [(NOTHING, CONFIG, 8), (CONFIG, NOTHING, 5)], ids=["making", "removing"]
)
async def test_a_death_after_any_operation_is_made_good_by_the_next_start(before: str, after: str, least: int) -> None:
    """And what was made before the death is known as the component's own: it goes when it is no longer wanted."""
    async with running(config=NOTHING) as node:
        await node.in_namespace(plug_both)
        for number in itertools.count(1):
            node.configure(before)
            await (whole if before == CONFIG else bare)(node)
            await node.process.kill()
            node.configure(after)
            died = await dies(dying(node, number))
            await node.process.start()
            # a component that is ready has done what can be done
            assert await node.in_namespace(addresses) == (ADDRESSES if after == CONFIG else set())
            await (whole if after == CONFIG else bare)(node)
            if not died:
                break
        assert number > least, "it died too seldom"


def dying(node: Node, operations: int) -> ComponentProcess:
    """The component on this node, with a death before it."""
    process = node.process
    return ComponentProcess(
        "network",
        bus_dir=process.socket.parent,
        command=(sys.executable, "-c", DYING, str(operations)),
        wrapper=process._wrapper,
        env=process._env,
    )


async def dies(process: ComponentProcess) -> bool:
    """Whether it kills itself before it is ready; if not it has done all its operations."""
    try:
        await process.start()
    except ProcessError:
        assert process.exit_code == -signal.SIGKILL, process.stderr
        return True
    finally:
        await process.kill()
    return False
