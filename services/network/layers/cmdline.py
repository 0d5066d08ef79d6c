"""The cmdline layer: `ip=`, `bond=`, `vlan=` and this system's own parameters on the kernel's command line.

Formats: admin-guide/nfs/nfsroot.rst of the kernel for `ip=`, dracut.cmdline(7) for `bond=` and `vlan=`; upstream's
`network.ParseCmdlineNetwork` for what of them counts. A parameter that cannot be used is told, the others hold.
"""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_interface
from typing import TYPE_CHECKING

import msgspec

from services.network.layers.cmdlinelinks import bond_links, vlan_link
from services.network.layers.contribution import Contribution
from services.network.layers.links import LinkSpec
from services.network.layers.selectors import is_physical
from services.network.layers.specs import (
    AddressSpec,
    DhcpOptions,
    HostnameSpec,
    OperatorSpec,
    ResolverSpec,
    RouteSpec,
    TimeServerSpec,
)
from services.network.layers.words import Family, Layer, OperatorKind
from services.network.problem import Problem
from services.network.state import Interface, Ip, LinkName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from services.network.state import Seen

HOSTNAME = "talos.hostname"
IGNORE = "talos.network.interface.ignore"
# stands for the card while there is none
ANY_CARD = LinkName("[first network card]")
# a word is a run of anything but blanks; in double quotes blanks count as well
_WORD = re.compile(r'(?:[^\s"]|"[^"]*")+')
# a field ends at a colon outside of brackets
_FIELD = re.compile(r":(?![^\[]*\])")
_MOST_FIELDS = 10
_DHCP = {"dhcp": OperatorKind.DHCP4, "on": OperatorKind.DHCP4, "any": OperatorKind.DHCP4, "dhcp6": OperatorKind.DHCP6}
_NO_DHCP = frozenset({"", "off", "none"})


class IpParameter(msgspec.Struct, frozen=True, kw_only=True):
    """One `ip=`; without a device the first network card is meant."""

    device: LinkName | None = None
    address: Interface | None = None
    gateway: Ip | None = None
    dhcp: OperatorKind | None = None
    hostname: str = ""
    dns: tuple[Ip, ...] = ()
    ntp: tuple[Ip, ...] = ()


class Cmdline(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the command line says of the network."""

    ips: tuple[IpParameter, ...] = ()
    links: tuple[LinkSpec, ...] = ()
    hostname: HostnameSpec | None = None
    ignored: frozenset[LinkName] = frozenset()
    problems: tuple[Problem, ...] = ()


def parse_cmdline(text: str) -> Cmdline:
    """Read a command line as /proc/cmdline has it."""
    said: dict[str, list[object]] = {}
    problems: list[Problem] = []
    for name, value in _parameters(text):
        try:
            said.setdefault(name, []).extend(_PARSERS[name](value))
        except ValueError as error:
            problems.append(Problem(where=f"kernel parameter {name}={value}", text=str(error)))
    ips = tuple(each for each in said.get("ip", ()) if isinstance(each, IpParameter))
    links = (each for name in ("bond", "vlan") for each in said.get(name, ()) if isinstance(each, LinkSpec))
    names = [str(each) for each in said.get(HOSTNAME, ())] or [each.hostname for each in ips if each.hostname]
    return Cmdline(
        ips=ips,
        links=tuple(links),
        hostname=HostnameSpec.parse(names[0]) if names else None,
        ignored=frozenset(LinkName(str(each)) for each in said.get(IGNORE, ())),
        problems=tuple(problems),
    )


def cmdline_contribution(cmdline: Cmdline, seen: Seen) -> Contribution:
    """Return the layer, in the light of which links there are."""
    cards = sorted(link.name for link in seen.links.values() if is_physical(link))
    first = next(iter(cards), ANY_CARD)
    used = [(each.device or first, each) for each in cmdline.ips]
    dns = tuple(address for _, each in used for address in each.dns)
    ntp = tuple(str(address) for _, each in used for address in each.ntp)
    return Contribution(
        layer=Layer.CMDLINE,
        links=(*(LinkSpec(name=name, up=True, where="kernel parameter ip=") for name, _ in used), *cmdline.links),
        addresses=tuple(AddressSpec(link=name, address=each.address) for name, each in used if each.address),
        routes=tuple(
            RouteSpec(family=Family.of(each.gateway.version), link=name, gateway=each.gateway)
            for name, each in used
            if each.gateway
        ),
        operators=tuple(
            OperatorSpec(kind=each.dhcp, link=name, dhcp=DhcpOptions()) for name, each in used if each.dhcp is not None
        ),
        hostname=cmdline.hostname,
        resolvers=ResolverSpec(servers=dns) if dns else None,
        time_servers=TimeServerSpec(servers=ntp) if ntp else None,
    )


def _parameters(text: str) -> Iterator[tuple[str, str]]:
    for word in _WORD.findall(text):
        name, equals, value = word.replace('"', "").partition("=")
        if equals and name in _PARSERS:
            yield name, value


def parse_ip(value: str) -> IpParameter:
    """Read `ip=`; raises ValueError."""
    fields = [field.strip("[]") for field in _FIELD.split(value)]
    if len(fields) == 1 and fields[0] in _DHCP:
        return IpParameter(dhcp=_DHCP[fields[0]])
    if len(fields) == 2 and fields[1] in _DHCP:
        return IpParameter(device=_link(fields[0]), dhcp=_DHCP[fields[1]])
    if len(fields) > _MOST_FIELDS:
        raise ValueError(f"has {len(fields)} fields, at most {_MOST_FIELDS} make sense; put IPv6 addresses in brackets")
    client, server, gateway, mask, hostname, device, auto, *servers = fields + [""] * (_MOST_FIELDS - len(fields))
    if auto not in _DHCP and auto not in _NO_DHCP:
        raise ValueError(f'"{auto}" is not a way of configuring: give dhcp, dhcp6 or off')
    if mask and not client:
        raise ValueError("has a netmask and no address")
    if server:
        _address(server, "server")
    return IpParameter(
        device=_link(device) if device else None,
        address=_interface(client, mask) if client else None,
        gateway=_address(gateway, "gateway") if gateway else None,
        dhcp=_DHCP.get(auto),
        hostname=_name(hostname) if hostname else "",
        dns=tuple(_address(each, "name server") for each in servers[:2] if each),
        ntp=tuple(_address(each, "time server") for each in servers[2:] if each),
    )


def _interface(client: str, mask: str) -> Interface:
    """Return the address with its network; without a mask it is alone in it."""
    address = _address(client, "client")
    if not mask:
        return ip_interface(address)
    if mask.isascii() and mask.isdecimal():
        length = int(mask)
    else:
        bits = f"{int(_address(mask, 'netmask')):b}"
        length = len(bits.rstrip("0")) if int(ip_address(mask)) else 0
        if "0" in bits[:length] or (length and len(bits) != _address(mask, "netmask").max_prefixlen):
            raise ValueError(f'"{mask}" is not a netmask')
    if length > address.max_prefixlen or (("." in mask or ":" in mask) and ip_address(mask).version != address.version):
        raise ValueError(f'"{mask}" is not a netmask for {address}')
    return ip_interface((address, length))


def _address(text: str, what: str) -> Ip:
    try:
        return ip_address(text)
    except ValueError:
        raise ValueError(f'{what} "{text}" is not an address') from None


def _link(text: str) -> LinkName:
    if not text or len(text) > 15 or not text.isascii() or any(letter in "/: \t" for letter in text):
        raise ValueError(f'"{text}" is not the name of a link')
    return LinkName(text)


def _name(text: str) -> str:
    labels = text.split(".")
    if not all(label.isascii() and label.replace("-", "").isalnum() and len(label) <= 63 for label in labels):
        raise ValueError(f'"{text}" is not a hostname')
    return text


_PARSERS: dict[str, Callable[[str], list[object]]] = {
    "ip": lambda value: [parse_ip(value)],
    "bond": lambda value: list(bond_links(value)),
    "vlan": lambda value: [vlan_link(value)],
    HOSTNAME: lambda value: [_name(value)],
    IGNORE: lambda value: [_link(value)],
}
