"""Planning links: applied to a kernel it converges, and leaves alone what is somebody else's."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from libtalos.pki.secret import Secret
from services.network.layers.links import (
    BondMaster,
    BondSlave,
    BridgeMaster,
    BridgeSlave,
    LinkSpec,
    Veth,
    Vlan,
    VrfMaster,
    Wireguard,
    WireguardPeer,
)
from services.network.layers.words import BondMode, LacpActive, LacpRate
from services.network.links.owned import LinkKey, OwnedLinks
from services.network.links.plan import LinkPlan, plan_links
from services.network.state import IFF_MULTICAST, IFF_UP, Link, LinkIndex, LinkName
from tests.unit.services.network.links.fakes import FakeLinks, bond_mode
from tests.unit.services.network.links.strategies import KEYS, link_specs

ETH0, ETH1, BOND0, BR0 = (LinkName(name) for name in ("eth0", "eth1", "bond0", "br0"))


def hardware(name: str = "eth0", index: int = 2, **values: object) -> Link:
    """A link that nobody makes."""
    mac = bytes([2, 0, 0, 0, 0, index])
    return Link(name=LinkName(name), index=LinkIndex(index), flags=IFF_MULTICAST, hardware_addr=mac, **values)  # type: ignore[arg-type]


def node(**options: object) -> FakeLinks:
    """A kernel with two links of the hardware, and a bridge of somebody else's with a link in it."""
    others = [
        hardware("cni0", 8, kind="bridge", details=(("stp", 1), ("vlan_filtering", 0))),
        hardware("veth9", 9, kind="veth", master_index=8, link_index=2, parent_elsewhere=True),
    ]
    links = [hardware(), hardware("eth1", 3), *others]
    return FakeLinks(links={each.name: each for each in links}, **options)  # type: ignore[arg-type]


def made(name: str, kind: str, **parts: object) -> LinkSpec:
    """A link that is to be made."""
    return LinkSpec(name=LinkName(name), kind=kind, logical=True, up=True, where=f"document {name}", **parts)  # type: ignore[arg-type]


def plan(kernel: FakeLinks, specs: Sequence[LinkSpec], owned: OwnedLinks | None = None) -> LinkPlan:
    """What there is to do."""
    return plan_links(specs, kernel.links, owned or OwnedLinks())


def told(kernel: FakeLinks, specs: Sequence[LinkSpec], owned: OwnedLinks | None = None) -> list[str]:
    """The same in words."""
    return [each.describe() for each in plan(kernel, specs, owned).operations]


def reach(kernel: FakeLinks, specs: Sequence[LinkSpec], owned: OwnedLinks | None = None) -> OwnedLinks:
    """Do what there is to do, in three rounds at most, and see that nothing is left; return what is ours then."""
    owned = owned or OwnedLinks()
    for _ in range(3):
        for each in plan(kernel, specs, owned).operations:
            each.execute(kernel)  # type: ignore[arg-type]
        owned = owned.claim(specs, kernel.links)
    assert told(kernel, specs, owned) == []
    return owned


def shape(kernel: FakeLinks) -> dict[str, tuple[object, ...]]:
    """What a kernel has, by names instead of indexes."""
    names = {each.index: each.name for each in kernel.links.values()}
    return {
        each.name: (each.kind, each.up, names.get(LinkIndex(each.master_index)), names.get(LinkIndex(each.link_index)))
        for each in kernel.links.values()
    }


@given(link_specs())
def test_made_up_links_converge(specs: tuple[LinkSpec, ...]) -> None:
    kernel = node()
    reach(kernel, specs)
    assert {each.name for each in specs} <= set(kernel.links)
    assert shape(kernel)["veth9"] == ("veth", False, "cni0", "eth0"), "not ours"
    for spec in specs:
        assert (kernel.links[spec.name].kind, shape(kernel)[spec.name][2]) == (spec.kind, spec.master)


@given(link_specs(), link_specs())
def test_a_change_of_mind_leaves_nothing_of_the_old(before: tuple[LinkSpec, ...], after: tuple[LinkSpec, ...]) -> None:
    changed, fresh = node(), node()
    reach(changed, after, reach(changed, before))
    reach(fresh, before[:0])
    reach(fresh, after)
    assert {name: facts for name, facts in shape(changed).items() if not name.startswith("eth")} == {
        name: facts for name, facts in shape(fresh).items() if not name.startswith("eth")
    }
    assert [changed.links[each].master_index for each in (ETH0, ETH1)].count(0) == [
        fresh.links[each].master_index for each in (ETH0, ETH1)
    ].count(0)


@given(link_specs(), link_specs(), st.integers(0, 40))
def test_a_kill_between_operations_is_made_good(
    before: tuple[LinkSpec, ...], after: tuple[LinkSpec, ...], done: int
) -> None:
    killed, whole = node(), node()
    owned = reach(killed, before)
    for each in plan(killed, after, owned).operations[:done]:
        each.execute(killed)  # type: ignore[arg-type]
    reach(killed, after, owned)
    reach(whole, after, reach(whole, before))
    assert shape(killed) == shape(whole)


@given(link_specs())
def test_what_was_made_can_be_undone(specs: tuple[LinkSpec, ...]) -> None:
    kernel = node()
    done = plan(kernel, specs).operations
    for each in done:
        each.execute(kernel)  # type: ignore[arg-type]
    for each in reversed(done):
        each.undo(kernel)  # type: ignore[arg-type]
    assert set(kernel.links) == set(node().links)
    assert {name: facts[2] for name, facts in shape(kernel).items()} == {
        name: facts[2] for name, facts in shape(node()).items()
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("vlan", {"vlan": Vlan(vid=7)}),
        ("bond", {"bond_master": BondMaster(mode=BondMode.XOR)}),
        ("bond", None),
        ("vlan", None),
        ("veth", {"veth": Veth(peer=LinkName("c"))}),
        ("veth", None),
    ],
)
def test_what_was_removed_or_changed_is_put_back(before: str, after: dict[str, object] | None) -> None:
    kernel = node()
    spec = {
        "vlan": made("x", "vlan", parent=ETH0, vlan=Vlan(vid=5)),
        "bond": made(
            "x", "bond", mtu=1400, bond_master=BondMaster(mode=BondMode.IEEE_802_3AD, lacp_rate=LacpRate.FAST)
        ),
        "veth": made("x", "veth", veth=Veth(peer=LinkName("b"))),
    }[before]
    owned = reach(kernel, [spec])
    done = plan(kernel, [] if after is None else [replace(spec, **after)], owned).operations
    assert done
    for each in done:
        each.execute(kernel)  # type: ignore[arg-type]
    for each in reversed(done):
        each.undo(kernel)  # type: ignore[arg-type]
    assert told(kernel, [spec]) == []


def test_a_link_is_known_by_its_other_names() -> None:
    kernel = node()
    kernel.links[ETH0] = replace(kernel.links[ETH0], alias="uplink", alt_names=("enp0s1",))
    assert told(kernel, [made("v", "vlan", parent=LinkName("uplink"), vlan=Vlan(vid=5))]) == [
        "create vlan v (vlan id 5, on eth0)",
        "bring up v",
    ]
    reach(kernel, [made("v", "vlan", parent=LinkName("enp0s1"), vlan=Vlan(vid=5))])
    assert told(kernel, [LinkSpec(name=LinkName("uplink"), up=True)]) == ["bring up eth0"]


def bonded(**parts: object) -> list[LinkSpec]:
    """A bond of both links, with a VLAN on it, in the order in which it would not work."""
    return [
        made("bond0.5", "vlan", parent=BOND0, vlan=Vlan(vid=5)),
        LinkSpec(name=ETH1, up=True, bond_slave=BondSlave(master=BOND0, index=0)),
        LinkSpec(name=ETH0, up=True, bond_slave=BondSlave(master=BOND0, index=1)),
        made("bond0", "bond", bond_master=BondMaster(**parts)),  # type: ignore[arg-type]
    ]


def test_a_bond_is_told_and_made_in_the_order_that_works() -> None:
    kernel = node()
    kernel.links[ETH0] = replace(kernel.links[ETH0], flags=IFF_UP | IFF_MULTICAST)
    specs = bonded(mode=BondMode.ACTIVE_BACKUP, mii_mon=100, up_delay=250, primary=ETH0)
    assert told(kernel, specs) == [
        "create bond bond0",
        "set mode balance-rr -> active-backup, mii mon 0 -> 100, up delay 0 -> 200 of bond bond0",
        "bring up bond0",
        "make eth1 a part of bond bond0",
        "take down eth0 and make it a part of bond bond0",
        "create vlan bond0.5 (vlan id 5, on bond0)",
        "bring up bond0.5",
        "set primary none -> eth0 of bond bond0",
    ]
    reach(kernel, specs)
    assert kernel.links[LinkName("bond0.5")].hardware_addr == kernel.links[ETH1].hardware_addr


def test_a_bonds_mode_is_changed_without_its_links() -> None:
    kernel = node()
    owned = reach(kernel, bonded(mode=BondMode.ACTIVE_BACKUP))
    assert told(kernel, bonded(mode=BondMode.IEEE_802_3AD), owned) == [
        "take eth0 from bond bond0",
        "take eth1 from bond bond0",
        "take down bond0",
        "set mode active-backup -> 802.3ad, mii mon 0 -> 100 of bond bond0",
        "bring up bond0",
        "make eth1 a part of bond bond0",
        "make eth0 a part of bond bond0",
    ]
    reach(kernel, bonded(mode=BondMode.IEEE_802_3AD), owned)
    assert bond_mode(kernel.links[BOND0]) is BondMode.IEEE_802_3AD


def test_what_only_needs_the_bond_down_keeps_its_links() -> None:
    kernel = node()
    owned = reach(kernel, bonded(mode=BondMode.IEEE_802_3AD))
    changed = bonded(mode=BondMode.IEEE_802_3AD, lacp_rate=LacpRate.FAST, ad_lacp_active=LacpActive.OFF)
    assert told(kernel, changed, owned) == [
        "take down bond0",
        "set lacp rate slow -> fast, ad lacp active on -> off of bond bond0",
        "bring up bond0",
    ]
    live = bonded(mode=BondMode.IEEE_802_3AD, min_links=1)
    assert told(kernel, live, owned) == ["set min links 0 -> 1 of bond bond0"]


def test_settings_of_other_modes_are_not_the_bonds_business() -> None:
    kernel = node()
    reach(kernel, bonded(mode=BondMode.ACTIVE_BACKUP, lacp_rate=LacpRate.FAST, packets_per_slave=7))
    assert "fast" not in str(told(node(), bonded(mode=BondMode.ACTIVE_BACKUP, lacp_rate=LacpRate.FAST)))


def test_what_cannot_change_is_made_anew_and_what_stood_on_it_too() -> None:
    kernel = node()
    vlan = made("eth0.5", "vlan", parent=ETH0, vlan=Vlan(vid=5))
    on_it = made("m0", "macvlan", parent=vlan.name)
    owned = reach(kernel, [vlan, on_it])
    assert told(kernel, [replace(vlan, vlan=Vlan(vid=7)), on_it], owned) == [
        "re-create vlan eth0.5: vlan id 5 -> 7 cannot be changed in place",
        "bring up eth0.5",
        "create macvlan m0 (on eth0.5)",
        "bring up m0",
    ]
    assert told(kernel, [replace(vlan, parent=ETH1)], owned)[1:2] == [
        "re-create vlan eth0.5: parent eth0 -> eth1 cannot be changed in place"
    ]
    assert told(kernel, [made("eth0.5", "dummy")], owned)[1:2] == [
        "re-create dummy eth0.5: kind vlan -> dummy cannot be changed in place"
    ]


def test_a_master_made_anew_gets_its_links_back() -> None:
    kernel = node()
    vrf, slave = made("vrf0", "vrf", vrf_master=VrfMaster(table=9)), LinkSpec(name=ETH0, up=True)
    bridge = made("br0", "bridge", bridge_master=BridgeMaster())
    part = replace(slave, bridge_slave=BridgeSlave(master=BR0))
    owned = reach(kernel, [bridge, part])
    changed = made("br0", "dummy")
    assert told(kernel, [changed, slave], owned)[0] == (
        "re-create dummy br0: kind bridge -> dummy cannot be changed in place"
    )
    assert "table 9 -> 10" in str(told(kernel, [replace(vrf, vrf_master=VrfMaster(table=10))], reach(kernel, [vrf])))


def test_both_ends_of_a_pair_are_one_link_to_make() -> None:
    kernel = node()
    ends = [made("a", "veth", veth=Veth(peer=LinkName("b"))), made("b", "veth", veth=Veth(peer=LinkName("a")))]
    assert told(kernel, ends) == ["create veth a (with other end b)", "bring up a", "bring up b"]
    owned = reach(kernel, ends)
    assert told(kernel, ends[:1], owned) == [], "the other end stays, though nothing is wanted of it"
    assert told(kernel, [], owned) == ["remove veth a"]
    (conflict,) = plan(kernel, [made("c", "veth", veth=Veth(peer=ETH0))], owned).conflicts
    assert conflict.text == "the name eth0 of its other end is taken by another link"


def test_the_other_end_in_another_namespace_is_no_link_of_that_number_here() -> None:
    kernel = node()
    away = hardware("a", 50, kind="veth", link_index=2, parent_elsewhere=True)
    kernel.links[away.name] = away
    assert told(kernel, [made("a", "veth", veth=Veth(peer=LinkName("b")))]) == ["bring up a"]


def test_a_missing_lower_link_is_waited_for_and_the_rest_is_done() -> None:
    vlan = made("eth7.5", "vlan", parent=LinkName("eth7"), vlan=Vlan(vid=5))
    lost = LinkSpec(name=ETH0, up=True, bridge_slave=BridgeSlave(master=BR0), where="document eth0")
    result = plan(node(), [vlan, lost, LinkSpec(name=LinkName("eth8"), up=True, where="document eth8")])
    assert [(each.name, each.where) for each in result.missing] == [
        ("eth7", "document eth7.5"),
        ("br0", "document eth0"),
        ("eth8", "document eth8"),
    ]
    assert [each.describe() for each in result.operations] == ["bring up eth0"]


def test_a_link_that_returns_is_made_again() -> None:
    kernel = node()
    specs = [made("br0", "bridge", bridge_master=BridgeMaster(stp=True)), made("d", "dummy", mtu=1300)]
    owned = reach(kernel, specs)
    kernel.remove_link(kernel.links[BR0].index)
    owned = owned.claim(specs, kernel.links)
    assert {each.name for each in owned.links} == {"d"}
    assert told(kernel, specs, owned) == ["create bridge br0", "set stp 0 -> 1 of bridge br0", "bring up br0"]


def test_only_what_is_ours_is_removed() -> None:
    kernel = node()
    owned = reach(kernel, [made("d", "dummy"), LinkSpec(name=ETH0, up=True)])
    kernel.remove_link(kernel.links[LinkName("d")].index)
    kernel.links[LinkName("d")] = hardware("d", 77, kind="dummy")
    assert told(kernel, [], owned) == [], "another link of that name"
    assert OwnedLinks().claim([made("cni0", "bridge")], kernel.links).links == {LinkKey("cni0", 8)}


def test_links_are_taken_only_from_masters_that_they_were_given_to() -> None:
    kernel = node()
    part = LinkSpec(name=ETH0, up=True, bridge_slave=BridgeSlave(master=BR0))
    bridge = made("br0", "bridge", bridge_master=BridgeMaster())
    owned = reach(kernel, [bridge, part])
    assert told(kernel, [bridge], owned) == ["take eth0 from bridge br0"]
    assert told(kernel, [bridge, LinkSpec(name=ETH0, up=True)], owned) == ["take eth0 from bridge br0"]
    assert told(kernel, [bridge, LinkSpec(name=ETH0, up=True)]) == [], "somebody else put it there"
    assert told(kernel, [bridge, LinkSpec(name=LinkName("veth9"), bridge_slave=BridgeSlave(master=BR0), up=True)]) == [
        "take veth9 from bridge cni0",
        "make veth9 a part of bridge br0",
        "bring up veth9",
    ]


def test_hardware_cannot_become_something_else() -> None:
    result = plan(node(), [made("eth0", "dummy")])
    assert result.operations == ()
    assert [(each.where, each.text) for each in result.conflicts] == [
        ("document eth0", "eth0 is a link of the hardware: a dummy needs another name")
    ]


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        (made("x", "token-ring"), 'links of kind "token-ring" cannot be made: give one of bond, bridge'),
        (made("x", "vlan", vlan=Vlan(vid=5)), "a vlan stands on another link: name it"),
        (made("x", "vlan", parent=ETH0), "a vlan needs a VLAN id"),
        (made("x", "vrf"), "a vrf needs a routing table"),
        (made("x", "veth"), "a veth needs the name of its other end"),
        (
            made("x", "wireguard", wireguard=Wireguard(peers=(WireguardPeer(public_key="K", endpoint="example:1"),))),
            'peer K: endpoint "example:1" is no address with a port, such as 10.5.0.2:51820',
        ),
        (
            made("x", "bond", bond_master=BondMaster(mode=BondMode.XOR, up_delay=250)),
            "up delay 250 needs mii mon: the kernel counts delays in steps of it",
        ),
    ],
)
def test_what_cannot_be_is_told_and_removes_nothing(spec: LinkSpec, text: str) -> None:
    kernel = node()
    owned = reach(kernel, [made("x", "dummy")])
    result = plan(kernel, [spec], owned)
    assert result.operations == ()
    (conflict,) = result.conflicts
    assert conflict.where == "document x"
    assert conflict.text.startswith(text)


def test_a_kernel_without_a_kind_is_told_with_its_option() -> None:
    kernel = node(lacks=["bond", "vlan"])
    first = plan(kernel, bonded()).operations[0]
    with pytest.raises(OSError, match=r"no links of kind bond: it needs CONFIG_BONDING \(module bonding\)"):
        first.execute(kernel)  # type: ignore[arg-type]


@pytest.mark.parametrize("lacks", [["bond"], []])
def test_a_link_that_no_bond_takes_stays_up(lacks: list[str]) -> None:
    kernel = node(lacks=lacks, refusing_bonds=not lacks)
    kernel.links[ETH0] = replace(kernel.links[ETH0], flags=IFF_UP | IFF_MULTICAST)
    errors = []
    for each in plan(kernel, bonded()).operations:
        try:
            each.execute(kernel)  # type: ignore[arg-type]
        except OSError as error:
            errors.append(error.errno)
    assert errors
    assert kernel.links[ETH0].up


def test_a_kernel_without_a_setting_is_told_with_its_option_and_has_the_rest() -> None:
    kernel = node(refused=["CONFIG_BRIDGE_VLAN_FILTERING"])
    specs = [made("br0", "bridge", bridge_master=BridgeMaster(stp=True, vlan_filtering=True))]
    errors = []
    for each in plan(kernel, specs).operations:
        try:
            each.execute(kernel)  # type: ignore[arg-type]
        except OSError as error:
            errors.append(str(error.strerror))
    assert errors == ["Operation not supported: this needs a kernel with CONFIG_BRIDGE_VLAN_FILTERING"]
    assert dict(kernel.links[BR0].details) == {"stp": 1, "vlan_filtering": 0}
    assert told(kernel, specs) == ["set vlan filtering 0 -> 1 of bridge br0"]


def test_what_every_link_has_is_set_before_it_comes_up() -> None:
    spec = LinkSpec(name=ETH0, up=True, mtu=1400, hardware_addr=b"\2\0\0\0\0\xaa", multicast=False)
    assert told(node(), [spec]) == [
        "set hardware address 02:00:00:00:00:aa on eth0",
        "switch multicast off on eth0",
        "set mtu 1400 on eth0",
        "bring up eth0",
    ]
    kernel = node()
    reach(kernel, [spec])
    assert told(kernel, [replace(spec, hardware_addr=b"\2\0\0\0\0\xbb")])[0] == "take down eth0"
    assert told(kernel, [replace(spec, up=False)]) == ["take down eth0"]


def test_the_hardware_address_of_a_bonds_link_is_the_bonds() -> None:
    kernel = node()
    specs = [replace(each, hardware_addr=b"\2\0\0\0\0\xcc") if each.name == ETH0 else each for each in bonded()]
    owned = reach(kernel, specs)
    assert told(kernel, specs, owned) == []


def test_keys_stay_out_of_words() -> None:
    secret = Secret(KEYS[1])
    peer = WireguardPeer(public_key=KEYS[0], preshared_key=secret, allowed_ips=(ip_network("10.1.0.0/16"),))
    wireguard = Wireguard(private_key=secret, listen_port=51820, firewall_mark=7, peers=(peer,))
    kernel = node()
    specs = [made("wg0", "wireguard", wireguard=wireguard)]
    words = told(kernel, specs)
    assert words[1] == (
        f"wireguard wg0: set private key, set listen port 51820, set firewall mark 7, add peer {KEYS[0]}"
    )
    assert KEYS[1] not in repr(plan(kernel, specs))
    reach(kernel, specs)
    other = replace(wireguard, peers=(replace(peer, public_key=KEYS[2]),))
    assert told(kernel, [made("wg0", "wireguard", wireguard=other)]) == [
        f"wireguard wg0: remove peer {KEYS[0]}, add peer {KEYS[2]}"
    ]
