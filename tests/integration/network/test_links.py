"""Links of every kind that this kernel has, made and changed in a namespace of the test's; pyroute2 is the witness.

A kind that this kernel was built without is skipped with its option (services.network.links.kinds): the planner's unit
tests have all kinds. On Debian's kernel nothing is skipped.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address, ip_interface, ip_network
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from msgspec.structs import replace
from pyroute2 import IPRoute

from libtalos.pki.secret import Secret
from services.network.apply import Outcome, apply, converge, revert
from services.network.ethtool import Ethtool
from services.network.kernel import LinuxKernel
from services.network.layers import (
    AddressSpec,
    BondMaster,
    BondSlave,
    BridgeMaster,
    BridgeSlave,
    LinkSpec,
    Merged,
    Veth,
    Vlan,
    VrfMaster,
    VrfSlave,
    Wireguard,
    WireguardPeer,
)
from services.network.layers.words import ArpValidate, BondMode, FailOverMac, LacpRate
from services.network.ledger import Ledger
from services.network.links.kinds import KINDS
from services.network.links.operations import NewLink, make_link
from services.network.links.parts import link_parts
from services.network.netlink import NetlinkSocket
from services.network.plan import make_plan
from services.network.state import LinkName
from tests.unit.services.network.links.strategies import KEYS, link_specs

pytestmark = pytest.mark.root
Run = Callable[[Callable[[], None]], None]
BOND0, BR0 = LinkName("bond0"), LinkName("br0")
CLONE_NEWNET = 0x40000000


@contextmanager
def kernel() -> Iterator[LinuxKernel]:
    """Linux, in the namespace of the thread."""
    netlink, ethtool = NetlinkSocket(), Ethtool()
    linux = LinuxKernel(netlink=netlink, ethtool=ethtool)
    try:
        yield linux
    finally:
        linux.close()
        netlink.close()
        ethtool.close()


def absent(linux: LinuxKernel) -> dict[str, str]:
    """The kinds that this kernel does not have, with the error that says why."""
    wanted = [made("probe0", kind, **PARTS.get(kind, {})) for kind in KINDS]
    errors: dict[str, str] = {}
    for spec in wanted:
        lower = [made("probe9", "bridge")] if spec.parent else []
        outcome = reach(linux, [*lower, spec], check=False)
        said = [each.error for each in outcome.done if "has no links of kind" in each.error]
        errors |= {spec.kind: said[0]} if said else {}
        assert reach(linux, [], outcome.ledger).failed == ()
    return errors


def need(linux: LinuxKernel, *kinds: str) -> None:
    """Skip where the kernel lacks a kind."""
    lacking = absent(linux)
    for kind in kinds:
        if kind in lacking:
            pytest.skip(lacking[kind])


def made(name: str, kind: str, **parts: Any) -> LinkSpec:
    """A link that is to be made."""
    return LinkSpec(name=LinkName(name), kind=kind, logical=True, up=True, where=f"document {name}", **parts)


PARTS: dict[str, dict[str, Any]] = {
    "vlan": {"parent": LinkName("probe9"), "vlan": Vlan(vid=5)},
    "macvlan": {"parent": LinkName("probe9")},
    "vrf": {"vrf_master": VrfMaster(table=9)},
    "veth": {"veth": Veth(peer=LinkName("probe1"))},
}


def reach(linux: LinuxKernel, specs: list[LinkSpec], ledger: Ledger | None = None, *, check: bool = True) -> Outcome:
    """Converge, and see that nothing is left to do."""
    wanted = Merged(links={each.name: each for each in specs})
    outcome = converge(linux, wanted, ledger or Ledger())
    if check:
        assert [(each.operation.describe(), each.error) for each in outcome.failed] == []
        assert converge(linux, wanted, outcome.ledger).done == ()
    return outcome


def told(outcome: Outcome) -> list[str]:
    """What was done, but for what the kernel is told of routers on every link."""
    words = [each.operation.describe() for each in outcome.done]
    return [each for each in words if not each.startswith("listen to routers")]


def witness(name: str) -> Any:
    """What somebody else reads of a link."""
    with IPRoute() as ip:
        (index,) = ip.link_lookup(ifname=name)
        (link,) = ip.get_links(index)
        return link


def master(name: str) -> str:
    """The name of a link's master."""
    with IPRoute() as ip:
        index = witness(name).get_attr("IFLA_MASTER")
        return str(ip.get_links(index)[0].get_attr("IFLA_IFNAME")) if index else ""


def names() -> set[str]:
    """All links but the loopback one."""
    with IPRoute() as ip:
        return {each.get_attr("IFLA_IFNAME") for each in ip.get_links()} - {"lo"}


def cable(number: int, **parts: Any) -> list[LinkSpec]:
    """A pair of which one end takes a part in something."""
    one, other = LinkName(f"e{number}"), LinkName(f"p{number}")
    return [made(one, "veth", veth=Veth(peer=other), **parts), made(other, "veth", veth=Veth(peer=one))]


def test_a_bridge_of_cables_with_everything_that_a_link_has(inside: Run) -> None:
    def body() -> None:
        address = bytes.fromhex("0200000000aa")
        bridge = made("br0", "bridge", bridge_master=BridgeMaster(stp=True), mtu=1400, hardware_addr=address)
        cables = [*cable(0, bridge_slave=BridgeSlave(master=BR0)), *cable(1, bridge_slave=BridgeSlave(master=BR0))]
        with kernel() as linux:
            outcome = reach(linux, [*cables, replace(bridge, multicast=False)])
            link = witness("br0")
            assert (link["state"], link.get_attr("IFLA_MTU")) == ("up", 1400)
            assert link.get_attr("IFLA_ADDRESS") == "02:00:00:00:00:aa"
            assert not link["flags"] & 0x1000
            assert link.get_attr("IFLA_LINKINFO").get_attr("IFLA_INFO_DATA").get_attr("IFLA_BR_STP_STATE")
            assert {master(each) for each in ("e0", "e1")} == {"br0"}
            changed = reach(linux, [bridge, *cables[:2], *cable(1)], outcome.ledger)
            assert "take e1 from bridge br0" in told(changed)
            seen = changed.seen.links[LinkName("e0")]
            assert link_parts(seen, changed.seen.name).veth is not None  # type: ignore[arg-type]
            assert reach(linux, [], changed.ledger).failed == ()
        assert names() == set()

    inside(body)


def test_links_on_links_are_made_anew_together(inside: Run) -> None:
    def body() -> None:
        ends = cable(0)
        on_it = made("m0", "macvlan", parent=LinkName("e0"), mtu=1300)
        with kernel() as linux:
            outcome = reach(linux, [on_it, *ends])
            moved = [replace(on_it, parent=LinkName("p0")), *ends]
            again = reach(linux, moved, outcome.ledger)
            assert told(again)[0] == "re-create macvlan m0: parent e0 -> p0 cannot be changed in place"
            assert witness("m0").get_attr("IFLA_LINK") == witness("p0")["index"]
            other = [made("e0", "veth", veth=Veth(peer=LinkName("q0"))), replace(on_it, parent=LinkName("e0"))]
            assert reach(linux, other, again.ledger).failed == ()
        assert names() == {"e0", "q0", "m0"}

    inside(body)


def test_addresses_of_links_that_are_made_are_in_the_same_plan(inside: Run) -> None:
    def body() -> None:
        address = AddressSpec(link=BR0, address=ip_interface("10.5.0.2/24"))
        wanted = Merged(links={BR0: made("br0", "bridge", mtu=1400)}, addresses={"a": address})
        with kernel() as linux:
            outcome = converge(linux, wanted, Ledger())
            assert told(outcome) == [
                "create bridge br0",
                "set mtu 1400 on br0",
                "bring up br0",
                "add address 10.5.0.2/24 to br0",
            ]
            assert outcome.failed == ()
            revert(linux, outcome.done)
            assert names() == set()

    inside(body)


def test_links_of_others_are_left_alone(inside: Run) -> None:
    def body() -> None:
        with IPRoute() as ip, kernel() as linux:
            ip.link("add", ifname="cni0", kind="bridge")
            ip.link("add", ifname="v0", kind="veth", peer="v1")
            (bridge,), (end,) = ip.link_lookup(ifname="cni0"), ip.link_lookup(ifname="v0")
            ip.link("set", index=end, master=bridge)
            outcome = reach(linux, [made("br0", "bridge")])
            assert reach(linux, [], outcome.ledger).failed == ()
            assert (names(), master("v0")) == ({"cni0", "v0", "v1"}, "cni0")

    inside(body)


def test_the_other_end_in_another_namespace_is_known(inside: Run) -> None:
    """Its index is a number of another namespace's, which can be that of any link here."""

    def body() -> None:
        with kernel() as linux:
            outcome = reach(linux, cable(0))
            libc = ctypes.CDLL(None, use_errno=True)
            with IPRoute() as ip, Path("/proc/thread-self/ns/net").open() as home:
                (end,) = ip.link_lookup(ifname="p0")
                assert libc.unshare(CLONE_NEWNET) == 0
                # the namespace is there as long as it is open, and the cable with it
                with Path("/proc/thread-self/ns/net").open() as away:
                    ip.link("set", index=end, net_ns_fd=away.fileno())
                    assert libc.setns(home.fileno(), CLONE_NEWNET) == 0
                    seen = linux.read().links[LinkName("e0")]
                    assert seen.parent_elsewhere
                    assert reach(linux, cable(0)[:1], outcome.ledger).failed == ()

    inside(body)


def test_what_this_kernel_lacks_is_told_with_the_option_that_it_needs(inside: Run) -> None:
    def body() -> None:
        with kernel() as linux:
            for kind, error in absent(linux).items():
                assert error.endswith(f"it needs {KINDS[kind].option} (module {KINDS[kind].module})")
            filtering = [made("br0", "bridge", bridge_master=BridgeMaster(stp=True, vlan_filtering=True))]
            outcome = reach(linux, filtering, check=False)
            link = outcome.seen.links[BR0]
            assert link.up
            assert dict(link.details)["stp"] == 1
            for each in outcome.failed:
                assert each.operation.describe() == "set vlan filtering 0 -> 1 of bridge br0"
                assert each.error == "Operation not supported: this needs a kernel with CONFIG_BRIDGE_VLAN_FILTERING"
            with pytest.raises(OSError, match="has no links of kind nonesuch"):
                make_link(linux, NewLink(name=LinkName("x"), kind="nonesuch"))

    inside(body)


def test_made_up_links_converge_also_after_a_kill_between_any_two_operations(inside: Run) -> None:
    def body() -> None:
        with kernel() as linux:
            lacking = set(absent(linux))
            with IPRoute() as ip:
                ip.link("add", ifname="eth0", kind="veth", peer="far0")
                ip.link("add", ifname="eth1", kind="veth", peer="far1")
            ledgers = [Ledger()]

            @hypothesis.settings(max_examples=80, deadline=None, derandomize=True, database=None)
            @hypothesis.given(link_specs(), hypothesis.strategies.integers(0, 30))
            def converges(made_up: tuple[LinkSpec, ...], done: int) -> None:
                specs = possible(made_up, lacking)
                wanted = Merged(links={each.name: each for each in specs})
                operations = make_plan(wanted, linux.read(), ledgers[-1]).operations[:done]
                apply(linux, operations)
                ledgers.append(reach(linux, specs, ledgers[-1]).ledger)
                assert {each.name for each in specs} <= names()
                assert {each.name: master(each.name) for each in specs if each.master} == {
                    each.name: each.master for each in specs if each.master
                }

            converges()
            assert reach(linux, [], ledgers[-1]).failed == ()
            assert names() == {"eth0", "far0", "eth1", "far1"}

    inside(body)


def possible(specs: tuple[LinkSpec, ...], lacking: set[str]) -> list[LinkSpec]:
    """Those that need nothing that this kernel lacks."""
    gone = {each.name for each in specs if each.kind in lacking}
    return [each for each in specs if not {each.name, each.parent, each.master} & gone]


def bonded(*above: LinkSpec, **settings: Any) -> list[LinkSpec]:
    """A bond of two cables."""
    cables = [
        *cable(0, bond_slave=BondSlave(master=BOND0, index=1)),
        *cable(1, bond_slave=BondSlave(master=BOND0, index=0)),
    ]
    return [*above, *cables, made("bond0", "bond", bond_master=BondMaster(**settings))]


@pytest.mark.parametrize("mode", BondMode, ids=lambda mode: mode.word)
def test_a_bond_in_every_mode_and_from_each_to_the_next(inside: Run, mode: BondMode) -> None:
    def body() -> None:
        settings = {"lacp_rate": LacpRate.FAST, "fail_over_mac": FailOverMac.ACTIVE, "min_links": 1, "up_delay": 100}
        other = BondMode((mode + 1) % len(BondMode))
        with kernel() as linux:
            need(linux, "bond")
            outcome = reach(linux, bonded(mode=mode, mii_mon=100, primary=LinkName("e0"), **settings))
            data = witness("bond0").get_attr("IFLA_LINKINFO").get_attr("IFLA_INFO_DATA")
            assert data.get_attr("IFLA_BOND_MODE") == mode
            assert data.get_attr("IFLA_BOND_UPDELAY") == 100
            assert (master("e0"), master("e1")) == ("bond0", "bond0")
            assert witness("e0")["state"] == "up"
            changed = reach(linux, bonded(mode=other), outcome.ledger)
            part = link_parts(changed.seen.links[BOND0], changed.seen.name)  # type: ignore[arg-type]
            assert part.bond_master is not None
            assert (part.bond_master.mode, part.bond_master.min_links) == (other.word, 0)

    inside(body)


def test_a_bond_that_watches_by_arp(inside: Run) -> None:
    def body() -> None:
        targets = {"arp_ip_targets": (ip_address("10.0.0.1"), ip_address("10.0.0.2")), "arp_interval": 1000}
        with kernel() as linux:
            need(linux, "bond")
            before = reach(linux, bonded(mode=BondMode.IEEE_802_3AD, up_delay=200))
            arp = bonded(mode=BondMode.ACTIVE_BACKUP, arp_validate=ArpValidate.ALL, **targets)
            after = reach(linux, arp, before.ledger)
            data = witness("bond0").get_attr("IFLA_LINKINFO").get_attr("IFLA_INFO_DATA")
            assert (data.get_attr("IFLA_BOND_MIIMON"), data.get_attr("IFLA_BOND_ARP_INTERVAL")) == (0, 1000)
            assert reach(linux, bonded(mode=BondMode.ACTIVE_BACKUP, mii_mon=100), after.ledger).failed == ()

    inside(body)


def test_a_vlan_on_a_bond_in_a_bridge(inside: Run) -> None:
    def body() -> None:
        with kernel() as linux:
            need(linux, "bond", "vlan")
            vlan = made("bond0.5", "vlan", parent=BOND0, vlan=Vlan(vid=5), bridge_slave=BridgeSlave(master=BR0))
            outcome = reach(linux, bonded(made("br0", "bridge"), vlan, mode=BondMode.ACTIVE_BACKUP))
            assert (master("bond0.5"), master("e0")) == ("br0", "bond0")
            assert witness("bond0.5").get_attr("IFLA_ADDRESS") == witness("e1").get_attr("IFLA_ADDRESS")
            other = replace(vlan, vlan=Vlan(vid=7))
            again = reach(linux, bonded(made("br0", "bridge"), other, mode=BondMode.ACTIVE_BACKUP), outcome.ledger)
            assert told(again) == [
                "re-create vlan bond0.5: vlan id 5 -> 7 cannot be changed in place",
                "make bond0.5 a part of bridge br0",
                "bring up bond0.5",
            ]

    inside(body)


def test_a_vrf_with_its_links(inside: Run) -> None:
    def body() -> None:
        with kernel() as linux:
            need(linux, "vrf", "dummy")
            vrf = made("vrf0", "vrf", vrf_master=VrfMaster(table=9))
            dummy = made("d0", "dummy", vrf_slave=VrfSlave(master=LinkName("vrf0")), mtu=9000)
            outcome = reach(linux, [dummy, vrf])
            assert master("d0") == "vrf0"
            changed = reach(linux, [dummy, replace(vrf, vrf_master=VrfMaster(table=10))], outcome.ledger)
            assert "re-create vrf vrf0: table 9 -> 10 cannot be changed in place" in told(changed)
            assert master("d0") == "vrf0"

    inside(body)


def test_wireguard(inside: Run) -> None:
    def body() -> None:
        with kernel() as linux:
            need(linux, "wireguard")
            peer = WireguardPeer(
                public_key=KEYS[0],
                preshared_key=Secret(KEYS[2]),
                endpoint="10.0.0.1:51820",
                keepalive=25,
                allowed_ips=(ip_network("10.1.0.0/16"), ip_network("fd00::/64")),
            )
            device = Wireguard(private_key=Secret(KEYS[1]), listen_port=51820, firewall_mark=7, peers=(peer,))
            outcome = reach(linux, [made("wg0", "wireguard", wireguard=device, mtu=1400)])
            seen = outcome.seen.links[LinkName("wg0")].wireguard
            assert seen is not None
            assert seen.settings.peers == (peer,)
            assert len(seen.public_key) == 44
            many = tuple(ip_network(f"10.{high}.{low}.0/24") for high in range(9) for low in range(250))
            changed = replace(device, peers=(replace(peer, public_key=KEYS[2], allowed_ips=many),))
            again = reach(linux, [made("wg0", "wireguard", wireguard=changed)], outcome.ledger)
            assert told(again) == [f"wireguard wg0: remove peer {KEYS[0]}, add peer {KEYS[2]}"]

    inside(body)
