"""The node's own name server in the component's process: files, resources, answers."""

from __future__ import annotations

import asyncio

import pytest

from libtalos.resources.definitions.hostdns import DNSResolveCache, DNSUpstream, HostDNSConfig
from libtalos.resources.definitions.network import AddressStatus, ResolverStatus
from tests.contract.network.node import Node, running

pytestmark = pytest.mark.root
CONFIG = """\
version: v1alpha1
machine:
  type: controlplane
  network:
    hostname: node.example.org
    nameservers: [127.0.0.1]
    extraHostEntries:
      - ip: 10.5.0.9
        aliases: [registry]
  features:
    hostDNS:
      enabled: true
      forwardKubeDNSToHost: true
"""


async def dig(node: Node, *args: str) -> str:
    """What dig prints in the node's namespace."""
    process = await asyncio.create_subprocess_exec(
        "nsenter", f"--target={node.process.pid}", "--net", "dig", "+tries=1", *args, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    return output.decode()


async def listening(node: Node, count: int) -> None:
    """Wait until so many addresses are served, and the file of the node names the right one."""
    caches = await node.until(DNSResolveCache, lambda known: len(known) == count)
    assert {each.status for each in caches.values()} <= {"running"}


async def test_it_serves_the_node_and_pods_and_can_be_switched_off() -> None:
    async with running(config=CONFIG) as node:
        await listening(node, 4)
        await node.until(AddressStatus, lambda known: "lo/169.254.116.108/32" in known)
        config = await node.until(HostDNSConfig, lambda known: bool(known) and known["config"].enabled)
        assert config["config"].listen_addresses == ("127.0.0.53:53", "169.254.116.108:53")
        assert "10.5.0.9" in await dig(node, "@127.0.0.53", "registry", "+short")
        assert "10.5.0.9" in await dig(node, "@169.254.116.108", "registry", "+short", "+tcp")
        assert "SERVFAIL" in await dig(node, "@127.0.0.53", "elsewhere.test")
        upstreams = await node.until(DNSUpstream, lambda known: any(each.healthy == "false" for each in known.values()))
        assert upstreams["#000 127.0.0.1"].addr == "127.0.0.1:53"
        assert (await node.until(ResolverStatus, bool))["resolvers"].dns_servers == ("127.0.0.1",)
        await node.until_file("resolv.conf", "nameserver 127.0.0.53\n\nsearch example.org\n")
        node.configure(CONFIG.replace("enabled: true", "enabled: false"))
        await listening(node, 0)
        await node.until_file("resolv.conf", "nameserver 127.0.0.1\n\nsearch example.org\n")
        await node.until(AddressStatus, lambda known: "lo/169.254.116.108/32" not in known)


async def test_it_serves_again_after_a_restart() -> None:
    async with running(config=CONFIG) as node:
        await listening(node, 4)
        await node.process.restart()
        await listening(node, 4)
        assert "10.5.0.9" in await dig(node, "@127.0.0.53", "registry", "+short")
