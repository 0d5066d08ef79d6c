"""The network component over its socket: contract, resources, files, and what happens when links come and go."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from pyroute2 import IPRoute

from libtalos.contracts import lock
from libtalos.contracts.conformance import Conformance
from libtalos.contracts.fuzz import fuzz
from libtalos.contracts.layout import Finding
from libtalos.contracts.target import Target
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.gen.talos.network.v1 import PlanRequest
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.network import (
    AddressStatus,
    HostnameStatus,
    LinkStatus,
    NetworkStatus,
    NodeAddress,
    ResolverStatus,
    RouteStatus,
    RoutingRuleStatus,
    TimeServerStatus,
)
from libtalos.resources.definitions.networkspecs import (
    CONFIG_NAMESPACE,
    AddressSpec,
    HostnameSpec,
    LinkSpec,
    ResolverSpec,
    RouteSpec,
    TimeServerSpec,
)
from libtalos.resources.definitions.operators import OperatorStatus
from tests.contract.network.node import FakeFilesystem, Node, running

pytestmark = pytest.mark.root
SPECS: tuple[Any, ...] = (LinkSpec, AddressSpec, RouteSpec, HostnameSpec, ResolverSpec, TimeServerSpec)
CONFIG = """\
version: v1alpha1
machine:
  type: controlplane
  network:
    hostname: node.example.org
    interfaces:
      - interface: eth0
        mtu: 1400
        addresses: [10.5.0.2/24, "fd00:5::2/64"]
        routes:
          - gateway: 10.5.0.1
    nameservers: [10.5.0.1]
    extraHostEntries:
      - ip: 10.5.0.9
        aliases: [registry, registry.example.org]
"""
HOSTS = """\
127.0.0.1 localhost
10.5.0.2  node.example.org node
::1       localhost ip6-localhost ip6-loopback
ff02::1   ip6-allnodes
ff02::2   ip6-allrouters
10.5.0.9  registry registry.example.org
"""
RESOLV_CONF = """\
nameserver 10.5.0.1

search example.org
"""


def plug() -> None:
    """Make eth0, a veth whose other end is up."""
    with IPRoute() as ip:
        ip.link("add", ifname="eth0", kind="veth", peer="peer")
        (peer,) = ip.link_lookup(ifname="peer")
        ip.link("set", index=peer, state="up")


def unplug() -> None:
    """Remove eth0."""
    with IPRoute() as ip:
        (index,) = ip.link_lookup(ifname="eth0")
        ip.link("del", index=index)


async def is_serving(node: Node) -> bool:
    """What the health check says."""
    response = await node.channel.stub(HealthStub).check(HealthCheckRequest())
    return response.status == HealthCheckResponseServingStatus.SERVING


async def test_the_contract_holds() -> None:
    """Reflection, health, answers and generated requests, Apply among them: it may be called at any time."""

    def check(node: Node) -> list[Finding]:
        with Target(node.process.socket) as target:
            conformance = Conformance(target, lock.packaged(), "talos.network.v1")
            findings = [item for run in conformance.checks().values() for item in run()]
            return findings + fuzz(conformance, examples=20, unsafe=True)

    async with running() as node:
        assert await asyncio.to_thread(check, node) == []


async def test_without_a_config_the_defaults_hold() -> None:
    async with running() as node:
        assert await is_serving(node)
        addresses = await node.until(AddressStatus, lambda known: len(known) == 2)
        assert set(addresses) == {"lo/127.0.0.1/8", "lo/::1/128"}
        hostname = await node.until(HostnameStatus, bool)
        assert hostname["hostname"].hostname == "somebody-elses"
        await node.until(NetworkStatus, lambda known: known["status"].etc_files_ready if known else False)
        assert node.filesystem.files["hostname"] == "somebody-elses\n"


async def test_an_init_that_does_not_answer_does_not_hang_the_boot() -> None:
    async with running(init=False) as node:
        assert await is_serving(node)
        await node.until(AddressStatus, lambda known: "lo/127.0.0.1/8" in known)
        assert "hostname" not in node.filesystem.files


async def test_the_configured_network() -> None:
    async with running(config=CONFIG) as node:
        assert not await is_serving(node)
        plan = await node.network.plan(PlanRequest())
        assert [(each.description, each.error) for each in plan.operations] == [
            ("wait for link eth0", "there is no link eth0 yet (machine.network.interfaces[0])")
        ]
        await node.in_namespace(plug)
        await node.until(RouteStatus, with_default)
        await check_resources(node)
        await node.until(NetworkStatus, lambda known: known["status"].etc_files_ready if known else False)
        assert node.filesystem.files == {"hosts": HOSTS, "resolv.conf": RESOLV_CONF, "hostname": "node\n"}
        assert await is_serving(node)
        assert (await node.network.plan(PlanRequest())).operations == []


def with_default(known: dict[str, RouteStatus]) -> bool:
    """The default route is there."""
    return "inet4/10.5.0.1//1024" in known


async def check_resources(node: Node) -> None:
    """Everything is published, with upstream's keys."""
    links = await node.until(LinkStatus, lambda known: known["eth0"].link_state if "eth0" in known else False)
    assert (links["eth0"].kind, links["eth0"].mtu, links["eth0"].operational_state) == ("veth", 1400, "up")
    addresses = await node.until(AddressStatus, lambda known: "eth0/fd00:5::2/64" in known)
    address = addresses["eth0/10.5.0.2/24"]
    assert (address.family, address.scope, address.flags) == ("inet4", "global", "permanent")
    assert (address.local, address.broadcast, address.link_name) == ("10.5.0.2", "10.5.0.255", "eth0")
    route = (await node.until(RouteStatus, with_default))["inet4/10.5.0.1//1024"]
    assert (route.dst, route.gateway, route.table, route.protocol) == ("", "10.5.0.1", "main", "static")
    names = await node.until(HostnameStatus, lambda known: known["hostname"].hostname == "node" if known else False)
    assert names["hostname"].domainname == "example.org"
    resolvers = await node.until(ResolverStatus, bool)
    assert resolvers["resolvers"].dns_servers == ("10.5.0.1",)
    sets = await node.until(NodeAddress, lambda known: len(known) == 4)
    assert sets["default"].addresses == ("10.5.0.2/24",)
    assert sets["current"].addresses == ("10.5.0.2/24", "fd00:5::2/64")


async def test_the_words_of_every_layer_and_what_they_come_to() -> None:
    async with running(config=CONFIG) as node:
        await node.until(LinkSpec, lambda known: "eth0" in known)
        client = ResourceClient(node.channel)
        unmerged = {
            f"{kind.__name__} {row.id}": row.metadata.namespace
            for kind in SPECS
            for row in await client.list(kind, namespace=CONFIG_NAMESPACE)
        }
        # the machine that the test runs on may have an identity and a resolv.conf
        assert set(unmerged) - {"HostnameSpec default/hostname", "ResolverSpec platform/resolvers"} == {
            *("LinkSpec default/lo", "LinkSpec configuration/eth0"),
            *("AddressSpec default/lo/127.0.0.1/8", "AddressSpec default/lo/::1/128"),
            *("AddressSpec configuration/eth0/10.5.0.2/24", "AddressSpec configuration/eth0/fd00:5::2/64"),
            "RouteSpec configuration/inet4/10.5.0.1//1024",
            *("HostnameSpec platform/hostname", "HostnameSpec configuration/hostname"),
            *("ResolverSpec default/resolvers", "ResolverSpec configuration/resolvers"),
            "TimeServerSpec default/timeservers",
        }
        assert set(unmerged.values()) == {CONFIG_NAMESPACE}
        merged = {kind: await client.list(kind) for kind in SPECS}
        assert [(row.id, row.spec.layer) for row in merged[LinkSpec]] == [("eth0", "configuration"), ("lo", "default")]
        assert [(row.spec.hostname, row.spec.layer) for row in merged[HostnameSpec]] == [("node", "configuration")]
        assert [row.spec.dns_servers for row in merged[ResolverSpec]] == [("10.5.0.1",)]
        assert (await node.until(TimeServerStatus, bool))["timeservers"].time_servers == ("time.cloudflare.com",)


RULE = """\
---
apiVersion: v1alpha1
kind: RoutingRuleConfig
name: "100"
src: 10.5.0.0/24
table: 7
"""


async def test_a_routing_rule_comes_and_goes_with_its_document() -> None:
    async with running(config=CONFIG + RULE) as node:
        rules = await node.until(RoutingRuleStatus, lambda known: {"inet4/00100", "inet4/32767"} <= set(known))
        rule = rules["inet4/00100"]
        assert (rule.src, rule.table, rule.action) == ("10.5.0.0/24", "7", "unicast")
        assert {"inet4/00000", "inet4/32766"} <= set(rules)
        node.configure(CONFIG)
        await node.until(RoutingRuleStatus, lambda known: bool(known) and "inet4/00100" not in known)


async def test_a_link_that_vanishes_is_told_and_configured_again_when_it_returns() -> None:
    async with running(config=CONFIG) as node:
        for _ in range(2):
            await node.in_namespace(plug)
            await node.until(AddressStatus, lambda known: "eth0/10.5.0.2/24" in known)
            await node.until(RouteStatus, with_default)
            assert await is_serving(node)
            await node.in_namespace(unplug)
            await node.until(LinkStatus, lambda known: set(known) == {"lo"})
            assert not await is_serving(node)


async def test_what_the_config_no_longer_wants_goes() -> None:
    async with running(config=CONFIG) as node:
        await node.in_namespace(plug)
        await node.until(RouteStatus, with_default)
        node.configure(CONFIG.replace("10.5.0.2/24", "10.5.0.3/24"))
        await node.until(AddressStatus, moved)
        await node.until(RouteStatus, with_default)


async def test_what_was_added_before_a_restart_is_still_known_to_be_ours() -> None:
    """And so is the name that the node had before it was given another one."""
    async with running(config=CONFIG) as node:
        await node.in_namespace(plug)
        await node.until(AddressStatus, lambda known: "eth0/10.5.0.2/24" in known)
        await node.process.restart()
        node.configure(CONFIG.replace("10.5.0.2/24", "10.5.0.3/24").replace("hostname: node.example.org", ""))
        await node.until(AddressStatus, moved)
        await node.until(HostnameStatus, lambda known: bool(known) and known["hostname"].hostname == "somebody-elses")


def moved(known: dict[str, AddressStatus]) -> bool:
    """The address is another one, and the old one is gone."""
    return "eth0/10.5.0.3/24" in known and "eth0/10.5.0.2/24" not in known


async def test_bad_values_are_told_and_do_not_stop_the_rest() -> None:
    bad = CONFIG.replace("[10.5.0.1]", '["10.5.0.1", "10.5.0.300"]').replace("mtu: 1400", "dhcp: true")
    async with running(config=bad) as node:
        await node.in_namespace(plug)
        await node.until(AddressStatus, lambda known: "eth0/10.5.0.2/24" in known)
        told = {
            each.description: each.error for each in (await node.network.plan(PlanRequest())).operations if each.error
        }
        assert '"10.5.0.300" is not an address' in told["use machine.network.nameservers[1]"]
        assert (await node.until(ResolverStatus, bool))["resolvers"].dns_servers == ("10.5.0.1",)


async def test_a_client_says_what_it_does() -> None:
    """Nobody answers here; what a server gives is tested with servers (tests/integration/network/operators)."""
    async with running(config=CONFIG.replace("mtu: 1400", "dhcp: true")) as node:
        await node.in_namespace(plug)
        known = await node.until(
            OperatorStatus, lambda known: "dhcp4/eth0" in known and "no answer" in known["dhcp4/eth0"].error
        )
        assert (known["dhcp4/eth0"].state, known["dhcp4/eth0"].link_name) == ("discovering", "eth0")


async def test_a_filesystem_that_is_not_ready_is_asked_again() -> None:
    async with running(filesystem=FakeFilesystem(refusals=4)) as node:
        await node.until(NetworkStatus, lambda known: known["status"].etc_files_ready if known else False)
        assert set(node.filesystem.files) == {"hosts", "resolv.conf", "hostname"}
