"""`bond=` and `vlan=` on the kernel's command line, as dracut has them."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final

from services.network.layers.links import BondMaster, BondSlave, LinkSpec, Vlan
from services.network.layers.selectors import ARPHRD_ETHER
from services.network.layers.words import (
    AdSelect,
    ArpAllTargets,
    ArpValidate,
    BondHashPolicy,
    BondMode,
    FailOverMac,
    LacpRate,
    PrimaryReselect,
    Word,
)
from services.network.state import LinkName

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_VLAN: Final = 4095
# dracut.cmdline(7): what is not given
DEFAULT_BOND: Final = "bond0"
DEFAULT_SLAVES: Final = "eth0,eth1"
WORDS: Final[dict[str, tuple[str, type[Word]]]] = {
    "mode": ("mode", BondMode),
    "xmit_hash_policy": ("hash_policy", BondHashPolicy),
    "lacp_rate": ("lacp_rate", LacpRate),
    "arp_validate": ("arp_validate", ArpValidate),
    "arp_all_targets": ("arp_all_targets", ArpAllTargets),
    "primary_reselect": ("primary_reselect", PrimaryReselect),
    "fail_over_mac": ("fail_over_mac", FailOverMac),
    "ad_select": ("ad_select", AdSelect),
}
NUMBERS: Final = {
    "miimon": "mii_mon",
    "updelay": "up_delay",
    "downdelay": "down_delay",
    "arp_interval": "arp_interval",
    "resend_igmp": "resend_igmp",
    "min_links": "min_links",
    "lp_interval": "lp_interval",
    "packets_per_slave": "packets_per_slave",
    "num_grat_arp": "num_peer_notif",
    "num_unsol_na": "num_peer_notif",
    "all_slaves_active": "all_slaves_active",
    "use_carrier": "use_carrier",
}
_VLAN = re.compile(r"(?:vlan|.*\.)0*(?P<id>\d{1,4})")


def bond_links(value: str) -> Iterator[LinkSpec]:
    """Read `bond=name[:slaves[:options[:mtu]]]`: the bond and its links; raises ValueError."""
    name, slaves, options, mtu, *more = [*value.split(":"), "", "", "", ""][: max(4, value.count(":") + 1)]
    if more:
        raise ValueError("has more fields than a name, links, options and an MTU")
    bond = LinkName(name or DEFAULT_BOND)
    yield LinkSpec(
        name=bond,
        up=True,
        logical=True,
        kind="bond",
        type=ARPHRD_ETHER,
        mtu=_number("MTU", mtu) if mtu else 0,
        bond_master=_bond_master(options),
        where="kernel parameter bond=",
    )
    for index, slave in enumerate((slaves or DEFAULT_SLAVES).split(",")):
        if not slave:
            raise ValueError("has a link without a name")
        place = BondSlave(master=bond, index=index)
        yield LinkSpec(name=LinkName(slave), up=True, bond_slave=place, where="kernel parameter bond=")


def vlan_link(value: str) -> LinkSpec:
    """Read `vlan=name:parent`, the id being the number at the end of the name; raises ValueError."""
    name, _, parent = value.partition(":")
    match = _VLAN.fullmatch(name)
    if match is None or not parent or ":" in parent:
        raise ValueError("is not like vlan5:eth0 or eth0.5:eth0")
    vid = int(match["id"])
    if not 0 < vid <= LARGEST_VLAN:
        raise ValueError(f"{vid} is not between 1 and {LARGEST_VLAN}")
    return LinkSpec(
        name=LinkName(f"{parent}.{vid}"),
        up=True,
        logical=True,
        kind="vlan",
        type=ARPHRD_ETHER,
        parent=LinkName(parent),
        vlan=Vlan(vid=vid),
        where="kernel parameter vlan=",
    )


def _bond_master(options: str) -> BondMaster:
    settings: dict[str, Any] = {}
    for option in filter(None, options.split(",")):
        name, _, value = option.partition("=")
        settings |= _setting(name, value)
    return BondMaster(**settings)


def _setting(name: str, value: str) -> dict[str, Any]:
    if name in WORDS:
        ours, kind = WORDS[name]
        return {ours: kind.parse(value)}
    if name in NUMBERS:
        number = _number(name, value)
        return {NUMBERS[name]: bool(number) if name == "use_carrier" else number}
    if name == "primary":
        return {"primary": LinkName(value)}
    if name == "arp_ip_target":
        return {"arp_ip_targets": tuple(ip_address(each) for each in value.split(";"))}
    raise ValueError(f'"{name}" is not a bond option that this system knows')


def _number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdecimal()) or len(value) > 9:
        raise ValueError(f'{name} "{value}" is not a number')
    return int(value)
