"""The cable is pulled, or somebody takes the configuration away: the network component puts it back."""

from __future__ import annotations

import asyncio
import subprocess

import pytest

from libtalos.bus.directory import Bus
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.network import AddressStatus, LinkStatus, RouteStatus
from tests.e2e.lab import NODE_LINK, Lab
from tests.e2e.sight import Sight, watching

pytestmark = pytest.mark.root
FOLLOWED = (("network", LinkStatus), ("network", AddressStatus), ("network", RouteStatus))


def set_host_end(lab: Lab, state: str) -> None:
    """Pull the host's end of the node's cable, or put it back."""
    subprocess.run(["ip", "link", "set", lab.host_link, state], check=True)


async def missing(lab: Lab, sight: Sight) -> str:
    """What of the wanted configuration the node does not say that it has."""
    resources = ResourceClient(sight.bus.channel("network"))
    link = (await resources.get(LinkStatus, NODE_LINK)).spec
    addresses = {resource.id for resource in await resources.list(AddressStatus)}
    gateways = {resource.spec.gateway for resource in await resources.list(RouteStatus) if not resource.spec.dst}
    problems = [f"{NODE_LINK} is {link.operational_state}"] if link.operational_state != "up" else []
    address = f"{NODE_LINK}/{lab.subnet.node(0)}"
    problems += [f"no {address}"] if address not in addresses else []
    problems += [f"gateways {gateways}"] if str(lab.subnet.gateway.ip) not in gateways else []
    return ", ".join(problems)


async def test_a_pulled_cable_is_seen_and_its_return_too(lab: Lab, watched: Bus) -> None:
    async with watching(watched, *FOLLOWED) as sight:
        await sight.until(lambda: missing(lab, sight))
        set_host_end(lab, "down")
        try:

            async def still_up() -> str:
                status = (await ResourceClient(watched.channel("network")).get(LinkStatus, NODE_LINK)).spec
                return "" if (status.operational_state, status.link_state) == ("down", False) else f"{status}"

            await sight.until(still_up)
        finally:
            set_host_end(lab, "up")
        await sight.until(lambda: missing(lab, sight))
        await sight.whole()
        await connects(lab)


@pytest.mark.parametrize(
    "harm",
    [
        ("link", "set", NODE_LINK, "down"),
        ("address", "delete", "{address}", "dev", NODE_LINK),
        ("route", "delete", "default"),
    ],
    ids=" ".join,
)
async def test_what_is_taken_away_comes_back(lab: Lab, watched: Bus, harm: tuple[str, ...]) -> None:
    async with watching(watched, *FOLLOWED) as sight:
        await sight.until(lambda: missing(lab, sight))
        lab.ip(*(word.format(address=lab.subnet.node(0)) for word in harm))
        await sight.until(lambda: gone_and_back(lab, sight))
        assert f"default via {lab.subnet.gateway.ip} " in lab.ip("route", "show")
        assert f"inet {lab.subnet.node(0)} " in lab.ip("address", "show", NODE_LINK)
        await sight.whole()
        await connects(lab)


async def gone_and_back(lab: Lab, sight: Sight) -> str:
    """What the kernel itself lacks: the component may not have noticed yet that something is gone."""
    routes, addresses = lab.ip("route", "show"), lab.ip("address", "show", NODE_LINK)
    problems = [] if f"default via {lab.subnet.gateway.ip} " in routes else ["no default route"]
    problems += [] if f"inet {lab.subnet.node(0)} " in addresses else ["no address"]
    return ", ".join(problems) or await missing(lab, sight)


async def connects(lab: Lab) -> None:
    """Reach the node's etcd from the host through the cable. Raises OSError, TimeoutError."""
    async with asyncio.timeout(10):
        _, writer = await asyncio.open_connection(str(lab.subnet.node(0).ip), 2380)
    writer.close()
