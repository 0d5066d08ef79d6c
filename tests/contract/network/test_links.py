"""Links from the config to the kernel, by the component's own process."""

from __future__ import annotations

import pytest
from pyroute2 import IPRoute

from libtalos.gen.talos.network.v1 import ApplyRequest, PlanRequest
from libtalos.resources.definitions.network import AddressStatus, LinkStatus
from tests.contract.network.node import running

pytestmark = pytest.mark.root
BRIDGE = """\
version: v1alpha1
machine:
  type: worker
  network:
    interfaces:
      - interface: br0
        mtu: 1400
        addresses: [10.5.0.2/24]
        bridge:
          interfaces: [eth0]
          stp: {enabled: true}
"""
DOCUMENTS = """\
version: v1alpha1
machine:
  type: worker
---
apiVersion: v1alpha1
kind: BridgeConfig
name: br0
links: [eth0, eth1]
addresses:
  - address: 10.5.0.3/24
"""
NOTHING = "version: v1alpha1\nmachine:\n  type: worker\n"
BOND = """\
version: v1alpha1
machine:
  type: worker
  network:
    interfaces:
      - interface: bond0
        addresses: [10.5.0.2/24]
        bond:
          mode: 802.3ad
          interfaces: [eth0]
      - interface: eth7
        vlans:
          - vlanId: 5
"""


def plug() -> None:
    """Make two links that somebody else owns."""
    with IPRoute() as ip:
        for number in (0, 1):
            ip.link("add", ifname=f"eth{number}", kind="veth", peer=f"far{number}")


def master(known: dict[str, LinkStatus], name: str) -> str:
    """The name of a link's master."""
    index = known[name].master_index if name in known else 0
    return next((name for name, each in known.items() if index and each.index == index), "")


async def test_a_bridge_is_made_changed_and_removed() -> None:
    """Also by a component that was killed in between: it knows what is its own."""
    async with running(config=BRIDGE) as node:
        await node.in_namespace(plug)
        links = await node.until(LinkStatus, lambda known: master(known, "eth0") == "br0")
        links = await node.until(LinkStatus, lambda known: "UP" in known["br0"].flags.split(","))
        bridge = links["br0"].bridge_master
        assert bridge is not None
        assert bridge.stp is not None
        assert (bridge.stp.enabled, links["br0"].mtu, links["br0"].kind) == (True, 1400, "bridge")
        await node.until(AddressStatus, lambda known: "br0/10.5.0.2/24" in known)
        await node.process.kill()
        await node.process.start()
        node.configure(DOCUMENTS)
        await node.until(LinkStatus, lambda known: {master(known, "eth0"), master(known, "eth1")} == {"br0"})
        await node.until(AddressStatus, lambda known: "br0/10.5.0.3/24" in known and "br0/10.5.0.2/24" not in known)
        node.configure(NOTHING)
        links = await node.until(LinkStatus, lambda known: "br0" not in known)
        assert {"eth0", "eth1"} <= set(links)


async def test_what_cannot_be_made_is_told_with_what_it_needs() -> None:
    async with running(config=BOND) as node:
        done = (await node.network.apply(ApplyRequest())).operations
        errors = {each.description: each.error for each in done if each.error}
        assert errors["wait for link eth7"] == "there is no link eth7 yet (machine.network.interfaces[1].vlans[0])"
        links = await node.until(LinkStatus, bool)
        if "bond0" in links:
            assert links["bond0"].bond_master is not None
            assert links["bond0"].bond_master.mode == "802.3ad"
            return
        assert errors["create bond bond0"] == (
            "this kernel has no links of kind bond: it needs CONFIG_BONDING (module bonding)"
        )
        planned = [each.description for each in (await node.network.plan(PlanRequest())).operations]
        assert planned[:2] == [
            "create bond bond0",
            "set mode balance-rr -> 802.3ad, mii mon 0 -> 100 of bond bond0",
        ]
        assert "add address 10.5.0.2/24 to bond0" in planned
