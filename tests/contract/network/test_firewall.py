"""The firewall of the component over its socket: from documents of the machine config to the table in its namespace."""

from __future__ import annotations

import asyncio
import subprocess

import pytest

from libtalos.gen.talos.network.v1 import ApplyRequest, PlanRequest
from libtalos.resources.definitions.nftables import NfTablesChain
from tests.contract.network.node import Node, running
from tests.contract.network.test_network import is_serving

pytestmark = pytest.mark.root
CONFIG = """\
version: v1alpha1
machine:
  type: controlplane
  network:
    hostname: node
"""
FIREWALL = """\
---
apiVersion: v1alpha1
kind: NetworkDefaultActionConfig
ingress: block
---
apiVersion: v1alpha1
kind: NetworkRuleConfig
name: apid
portSelector:
  ports: [50000]
  protocol: tcp
ingress:
  - subnet: 192.168.0.0/16
"""


async def rules(node: Node, *arguments: str) -> str:
    """What nft says in the component's namespace."""

    def ask() -> str:
        command = ("nft", *(arguments or ("list", "ruleset")))
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout

    return await node.in_namespace(ask)


async def test_the_firewall_is_there_when_the_component_is_ready_and_goes_with_its_documents() -> None:
    async with running(config=CONFIG + FIREWALL) as node:
        table = await rules(node)
        assert "ip saddr 192.168.0.0/16 tcp dport 50000" in table
        assert "policy drop" in table
        assert await is_serving(node)
        chains = await node.until(NfTablesChain, lambda known: len(known) == 2)
        assert {name: (each.hook, each.policy) for name, each in chains.items()} == {
            "ingress": ("input", "drop"),
            "prerouting": ("prerouting", "accept"),
        }
        assert (await node.network.plan(PlanRequest())).operations == []
        node.configure(CONFIG)
        await node.until(NfTablesChain, lambda known: not known)
        await node.network.apply(ApplyRequest())
        assert await rules(node) == ""


async def test_a_component_that_is_killed_leaves_its_table_and_the_next_one_repairs_it() -> None:
    async with running(config=CONFIG + FIREWALL) as node:
        before = await rules(node)
        await node.process.kill()
        await node.process.start()
        assert await rules(node) == before
        await node.process.kill()
        await node.process.start()
        await rules(node, "flush", "table", "inet", "talos")
        plan = node.network.plan
        async with asyncio.timeout(20):
            while "dport 50000" not in await rules(node):
                await plan(PlanRequest())
        assert await rules(node) == before


async def test_documents_that_are_wrong_leave_the_table() -> None:
    async with running(config=CONFIG + FIREWALL) as node:
        before = await rules(node)
        node.configure(CONFIG + FIREWALL.replace("50000", "70000"))
        async with asyncio.timeout(20):
            while not (operations := (await node.network.plan(PlanRequest())).operations):
                pass
        assert "v1alpha1/NetworkRuleConfig/apid" in operations[0].error
        assert "portSelector.ports[0]" in operations[0].error
        assert await rules(node) == before
