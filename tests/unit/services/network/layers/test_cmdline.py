"""What the kernel's command line says of the network."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.network.layers.cmdline import ANY_CARD, Cmdline, IpParameter, cmdline_contribution, parse_cmdline
from services.network.layers.configuration import Settings
from services.network.layers.gather import Sources, gather
from services.network.layers.links import BondMaster, BondSlave, LinkSpec, Vlan
from services.network.layers.merge import merge
from services.network.layers.specs import HostnameSpec
from services.network.layers.words import BondHashPolicy, BondMode, Layer, OperatorKind
from services.network.state import Link, LinkIndex, LinkName, Seen

ETH0, BOND0 = LinkName("eth0"), LinkName("bond0")
CARDS = {
    LinkName(name): Link(name=LinkName(name), index=LinkIndex(index), type=kind)
    for index, (name, kind) in enumerate((("lo", 772), ("eth1", 1), ("eth0", 1)), start=1)
}
FULL = IpParameter(
    device=LinkName("eth1"),
    address=ip_interface("172.20.0.2/24"),
    gateway=ip_address("172.20.0.1"),
    hostname="master1",
    dns=(ip_address("10.0.0.1"), ip_address("10.0.0.2")),
    ntp=(ip_address("10.0.0.3"),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ip=172.20.0.2::172.20.0.1:255.255.255.0:master1:eth1::10.0.0.1:10.0.0.2:10.0.0.3", FULL),
        ("ip=172.20.0.2:172.21.0.1:172.20.0.1:24:master1:eth1:off:10.0.0.1:10.0.0.2:10.0.0.3", FULL),
        ("ip=172.20.0.2::172.20.0.1", IpParameter(address=ip_interface("172.20.0.2/32"), gateway=FULL.gateway)),
        (
            "ip=[2001:db8::2]::[2001:db8::1]:[ffff:ffff:ffff:ffff::]::eth1",
            IpParameter(device=FULL.device, address=ip_interface("2001:db8::2/64"), gateway=ip_address("2001:db8::1")),
        ),
        ("ip=[2001:db8::2]:::64::eth1", IpParameter(device=FULL.device, address=ip_interface("2001:db8::2/64"))),
        ("ip=dhcp", IpParameter(dhcp=OperatorKind.DHCP4)),
        ("ip=eth1:dhcp", IpParameter(device=FULL.device, dhcp=OperatorKind.DHCP4)),
        ("ip=eth1:dhcp6", IpParameter(device=FULL.device, dhcp=OperatorKind.DHCP6)),
        ("ip=:::::eth1:dhcp::10.0.0.2:", IpParameter(device=FULL.device, dhcp=OperatorKind.DHCP4, dns=FULL.dns[1:])),
    ],
)
def test_ip(text: str, expected: IpParameter) -> None:
    found = parse_cmdline(f"console=ttyS0 {text} quiet")
    assert found.problems == ()
    assert found.ips == (expected,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ip=1.2.3", 'client "1.2.3" is not an address'),
        ("ip=10.0.0.1::gw", 'gateway "gw" is not an address'),
        ("ip=10.0.0.1:::255.0.255.0", '"255.0.255.0" is not a netmask'),
        ("ip=10.0.0.1:::127.255.0.0", '"127.255.0.0" is not a netmask'),
        ("ip=10.0.0.1:::33", '"33" is not a netmask for 10.0.0.1'),
        ("ip=10.0.0.1:::[ffff::]", '"ffff::" is not a netmask for 10.0.0.1'),
        ("ip=:::24", "has a netmask and no address"),
        ("ip=2001:db8::2:::64:a:b:c:d:e:f", "put IPv6 addresses in brackets"),
        ("ip=10.0.0.1:::::eth0:maybe", '"maybe" is not a way of configuring'),
        ("ip=10.0.0.1:::::a-name-of-16-let", '"a-name-of-16-let" is not the name of a link'),
        ("ip=10.0.0.1::::a_b", '"a_b" is not a hostname'),
        ("bond=bond0:eth0:mode=fast", '"fast" is none of balance-rr'),
        ("bond=bond0:eth0:speed=1", '"speed" is not a bond option'),
        ("bond=bond0:eth0:miimon=x", 'miimon "x" is not a number'),
        ("bond=bond0:eth0,", "has a link without a name"),
        ("bond=bond0:eth0::x", 'MTU "x" is not a number'),
        ("bond=bond0:eth0::1500:more", "has more fields"),
        ("vlan=eth0", "is not like vlan5:eth0"),
        ("vlan=vlan0:eth0", "0 is not between 1 and 4095"),
        ("talos.hostname=a..b", '"a..b" is not a hostname'),
    ],
)
def test_what_cannot_be_used_is_told_with_its_parameter(text: str, problem: str) -> None:
    found = parse_cmdline(text)
    (told,) = found.problems
    assert told.where == f"kernel parameter {text}"
    assert problem in told.text
    assert replace(found, problems=()) == Cmdline()


def test_one_bad_parameter_does_not_cost_the_others() -> None:
    found = parse_cmdline("ip=bad talos.hostname=node.example.org talos.network.interface.ignore=eth9 ip=eth1:dhcp")
    assert len(found.problems) == 1
    assert found.hostname == HostnameSpec(hostname="node", domainname="example.org")
    assert found.ignored == {"eth9"}
    assert found.ips == (IpParameter(device=FULL.device, dhcp=OperatorKind.DHCP4),)


def bond(**parts: object) -> LinkSpec:
    """A bond that is made."""
    spec = LinkSpec(name=BOND0, up=True, logical=True, kind="bond", type=1, where="kernel parameter bond=")
    return replace(spec, **{"bond_master": BondMaster(), **parts})


@pytest.mark.parametrize(
    ("text", "slaves", "expected"),
    [
        ("bond=bond0", ["eth0", "eth1"], bond()),
        ("bond=:eth3", ["eth3"], bond()),
        (
            "bond=bond0:eth1,eth2:mode=802.3ad,xmit_hash_policy=layer2+3,miimon=100,use_carrier=1:1450",
            ["eth1", "eth2"],
            bond(
                mtu=1450,
                bond_master=BondMaster(
                    mode=BondMode.IEEE_802_3AD, hash_policy=BondHashPolicy.LAYER23, mii_mon=100, use_carrier=True
                ),
            ),
        ),
        (
            "bond=bond0:eth0:mode=active-backup,primary=eth0,arp_ip_target=10.0.0.1;10.0.0.2",
            ["eth0"],
            bond(
                bond_master=BondMaster(
                    mode=BondMode.ACTIVE_BACKUP,
                    primary=ETH0,
                    arp_ip_targets=(ip_address("10.0.0.1"), ip_address("10.0.0.2")),
                )
            ),
        ),
    ],
)
def test_bonds(text: str, slaves: list[str], expected: LinkSpec) -> None:
    found = parse_cmdline(text)
    assert found.problems == ()
    assert found.links[0] == expected
    assert [(each.name, each.bond_slave) for each in found.links[1:]] == [
        (name, BondSlave(master=BOND0, index=index)) for index, name in enumerate(slaves)
    ]


@pytest.mark.parametrize(
    ("text", "name", "vid"),
    [
        ("vlan=vlan4095:eth0", "eth0.4095", 4095),
        ("vlan=vlan0005:eth0", "eth0.5", 5),
        ("vlan=eth0.5:eth0", "eth0.5", 5),
        ("vlan=any.0005:bond0", "bond0.5", 5),
    ],
)
def test_vlans(text: str, name: str, vid: int) -> None:
    (link,) = parse_cmdline(text).links
    assert (link.name, link.vlan, link.parent) == (name, Vlan(vid=vid), name.partition(".")[0])


def test_several_parameters_add_up() -> None:
    found = parse_cmdline("ip=10.0.0.1:::24:a:eth0::10.0.0.9 ip=10.1.0.1:::24:b:eth1::10.1.0.9 talos.hostname=c")
    said = cmdline_contribution(found, Seen())
    assert said.layer is Layer.CMDLINE
    assert [str(each.address) for each in said.addresses] == ["10.0.0.1/24", "10.1.0.1/24"]
    assert said.resolvers is not None
    assert [str(each) for each in said.resolvers.servers] == ["10.0.0.9", "10.1.0.9"]
    assert said.hostname == HostnameSpec(hostname="c"), "it goes before those of ip="


def test_without_a_device_the_first_card_is_meant() -> None:
    found = parse_cmdline("ip=10.0.0.1:::24")
    assert [each.link for each in cmdline_contribution(found, Seen(links=CARDS)).addresses] == ["eth0"]
    assert [each.name for each in cmdline_contribution(found, Seen()).links] == [ANY_CARD], "it is waited for"


def test_links_of_the_command_line_are_not_asked_by_dhcp_nor_are_ignored_ones() -> None:
    sources = Sources(settings=Settings(), container=False, runs=frozenset({OperatorKind.DHCP4}))
    seen = Seen(links=CARDS)

    def asked(text: str) -> list[str]:
        said = gather(replace(sources, cmdline=parse_cmdline(text)), seen, identity="", address=None)
        return list(merge(said).operators)

    assert asked("quiet") == ["dhcp4/eth0", "dhcp4/eth1"]
    assert asked("ip=10.0.0.1:::24::eth1") == ["dhcp4/eth0"]
    assert asked("talos.network.interface.ignore=eth0") == ["dhcp4/eth1"]
    assert asked("talos.network.interface.ignore=eth0 talos.network.interface.ignore=eth1") == []


def test_quotes_keep_words_together_and_are_no_part_of_them() -> None:
    assert parse_cmdline('module.dyndbg="file a +p ip=bad" "ip=eth1:dhcp"').ips[0].device == "eth1"
    assert parse_cmdline('module.dyndbg="file a +p ip=bad"').problems == ()


WORDS = st.sampled_from(["ip=", "bond=", "vlan=", "talos.hostname=", "talos.network.interface.ignore="])


@given(WORDS, st.text(alphabet=':.,;=[]/%-0129abcdefipv4"é ', max_size=40))
def test_no_text_is_an_error_of_the_program(name: str, value: str) -> None:
    found = parse_cmdline(name + value)
    merge([cmdline_contribution(found, Seen(links=CARDS))])
    assert all(each.where.startswith("kernel parameter ") for each in found.problems)


@given(st.ip_addresses(), st.data())
def test_every_address_with_every_netmask_is_read(address: object, data: st.DataObject) -> None:
    text = str(address)
    size = 32 if ":" not in text else 128
    length = data.draw(st.integers(1, size))
    mask = ip_address(((1 << length) - 1) << (size - length)) if size == 32 else ip_interface(f"::/{length}").netmask
    form = "{}" if size == 32 else "[{}]"
    for written in (str(length), form.format(mask)):
        (found,) = parse_cmdline(f"ip={form.format(text)}:::{written}").ips
        assert found.address == ip_interface(f"{text}/{length}")
