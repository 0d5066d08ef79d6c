"""The configuration layer: what the machine config says. A part that cannot be used is told, the others hold."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface, ip_network
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import replace

from services.network.dns.settings import FOR_PODS, HostDnsSettings, read_host_dns
from services.network.etc import EtcSettings, HostEntry
from services.network.layers.contribution import Contribution
from services.network.layers.defaults import LOOPBACK
from services.network.layers.links import LinkSpec
from services.network.layers.specs import (
    DEFAULT_ROUTE_METRIC,
    AddressSpec,
    DhcpOptions,
    HostnameSpec,
    OperatorSpec,
    ResolverSpec,
    RouteSpec,
)
from services.network.layers.words import Family, Layer, OperatorKind
from services.network.problem import Problem
from services.network.state import RT_SCOPE_HOST, LinkName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from libtalos.config.network import HostEntry as HostSection
    from libtalos.config.network import Interface as InterfaceSection
    from libtalos.config.network import NetworkSection
    from libtalos.config.network import Route as RouteSection
    from services.network.machineconfig import Sections
    from services.network.state import Interface, Ip, Prefix

T = TypeVar("T")

_SECTION = "machine.network"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the config says; ignored are the links that nobody is to touch."""

    contribution: Contribution = Contribution(layer=Layer.CONFIGURATION)
    etc: EtcSettings = EtcSettings()
    ignored: frozenset[LinkName] = frozenset()
    host_dns: HostDnsSettings = HostDnsSettings()
    problems: tuple[Problem, ...] = ()


class _Device(msgspec.Struct, frozen=True):
    """What an entry of interfaces says."""

    links: tuple[LinkSpec, ...] = ()
    addresses: tuple[AddressSpec, ...] = ()
    routes: tuple[RouteSpec, ...] = ()
    operators: tuple[OperatorSpec, ...] = ()


def read_sections(sections: Sections) -> Settings:
    """Read all that concerns the network."""
    settings = read_settings(sections.network)
    host_dns = read_host_dns(sections.features)
    return replace(settings, host_dns=host_dns, contribution=_with_pods_dns(settings.contribution, host_dns))


def _with_pods_dns(contribution: Contribution, host_dns: HostDnsSettings) -> Contribution:
    if FOR_PODS not in host_dns.listen:
        return contribution
    # on the loopback link: pods have routes to the node
    address = AddressSpec(link=LOOPBACK, address=ip_interface(FOR_PODS.address), scope=RT_SCOPE_HOST)
    return replace(contribution, addresses=(*contribution.addresses, address))


def read_settings(config: NetworkSection | None) -> Settings:
    """Read the section; None is a config without one."""
    return Settings() if config is None else _Reader().read(config)


class _Reader:
    """Reads one section and notes what is wrong with it on the way."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def read(self, config: NetworkSection) -> Settings:
        """Return everything that can be used, and the problems."""
        devices = [self._device(device, where) for where, device in _numbered("interfaces", config.interfaces)]
        contribution = Contribution(
            layer=Layer.CONFIGURATION,
            links=tuple(link for device in devices for link in device.links),
            addresses=tuple(address for device in devices for address in device.addresses),
            routes=tuple(route for device in devices for route in device.routes),
            hostname=self._hostname(config.hostname),
            resolvers=self._resolvers(config),
            operators=tuple(operator for device in devices for operator in device.operators),
        )
        return Settings(
            contribution=contribution,
            etc=EtcSettings(
                hosts=tuple(self._hosts(config.extra_host_entries)),
                default_search=not config.disable_search_domain,
            ),
            ignored=frozenset(LinkName(each.interface) for each in config.interfaces if each.ignore),
            problems=tuple(self._problems),
        )

    def _resolvers(self, config: NetworkSection) -> ResolverSpec | None:
        servers = tuple(self._addresses(_numbered("nameservers", config.nameservers)))
        search = tuple(self._names(f"{_SECTION}.searchDomains", config.search_domains))
        if not servers and not search:
            return None
        return ResolverSpec(servers=servers, search=search, search_overridden=bool(search))

    def _device(self, device: InterfaceSection, where: str) -> _Device:
        if device.ignore:
            return _Device()
        if not device.interface:
            self._complain(f"{where}.interface", "name the link, such as eth0")
            return _Device()
        name = LinkName(device.interface)
        dhcp = OperatorSpec(kind=OperatorKind.DHCP4, link=name, dhcp=DhcpOptions())
        return _Device(
            links=(LinkSpec(name=name, up=True, mtu=device.mtu, where=where),),
            addresses=tuple(self._device_addresses(device, name, where)),
            routes=tuple(self._device_routes(device, name, where)),
            operators=(dhcp,) if device.dhcp else (),
        )

    def _device_addresses(self, device: InterfaceSection, name: LinkName, where: str) -> Iterator[AddressSpec]:
        for number, text in enumerate(device.addresses):
            place = f"{where}.addresses[{number}]"
            interface = self._parse(place, text, _interface, "an address such as 10.5.0.2/24")
            if interface is not None:
                yield AddressSpec(link=name, address=interface)

    def _device_routes(self, device: InterfaceSection, name: LinkName, where: str) -> Iterator[RouteSpec]:
        for number, config in enumerate(device.routes):
            route = self._route(config, name, f"{where}.routes[{number}]")
            if route is not None:
                yield route

    def _route(self, config: RouteSection, name: LinkName, where: str) -> RouteSpec | None:
        before = len(self._problems)
        gateway = self._optional(f"{where}.gateway", config.gateway)
        source = self._optional(f"{where}.source", config.source)
        if len(self._problems) > before:
            return None
        destination = self._destination(f"{where}.network", config.network, gateway)
        if destination is None:
            return None
        if {destination.version} != {each.version for each in (destination, gateway, source) if each is not None}:
            self._complain(where, f"network {destination}, gateway and source are not of one address family")
            return None
        return RouteSpec(
            family=Family.of(destination.version),
            link=name,
            destination=destination,
            gateway=gateway,
            source=source,
            priority=config.metric or DEFAULT_ROUTE_METRIC,
            mtu=config.mtu,
        )

    def _destination(self, where: str, text: str, gateway: Ip | None) -> Prefix | None:
        if text:
            return self._parse(where, text, ip_network, "a network such as 10.5.0.0/16")
        if gateway is None:
            self._complain(where, "a route needs a network or a gateway")
            return None
        return ip_network("0.0.0.0/0" if gateway.version == 4 else "::/0")

    def _hostname(self, text: str) -> HostnameSpec | None:
        name = HostnameSpec.parse(text) if text else None
        # HOST_NAME_MAX in linux/utsname.h; a label of DNS has 63 at most (RFC 1035)
        if name is not None and (not name.hostname or len(name.hostname) > 63 or len(name.domainname) > 64):
            self._complain(f"{_SECTION}.hostname", f'"{text}" has an empty or too long part (63 characters at most)')
            return None
        return name if name is None or self._is_name(f"{_SECTION}.hostname", text) else None

    def _hosts(self, entries: Sequence[HostSection]) -> Iterator[HostEntry]:
        for where, entry in _numbered("extraHostEntries", entries):
            address = self._parse(f"{where}.ip", entry.ip, ip_address, "an address")
            names = tuple(self._names(f"{where}.aliases", entry.aliases))
            if address is not None and names:
                yield HostEntry(address=address, names=names)

    def _names(self, where: str, texts: Sequence[str]) -> Iterator[str]:
        return (text for number, text in enumerate(texts) if self._is_name(f"{where}[{number}]", text))

    def _is_name(self, where: str, text: str) -> bool:
        # These end in files of lines and words: what is no name could be a line of its own.
        valid = bool(text) and all(part.isascii() and (part.isalnum() or part in "-_.") for part in text)
        if not valid:
            self._complain(where, f'"{text}" is not a name of letters, digits, "-", "_" and "."')
        return valid

    def _addresses(self, texts: Iterator[tuple[str, str]]) -> Iterator[Ip]:
        for where, text in texts:
            address = self._parse(where, text, ip_address, "an address")
            if address is not None:
                yield address

    def _optional(self, where: str, text: str) -> Ip | None:
        return self._parse(where, text, _zoneless, "an address") if text else None

    def _parse(self, where: str, text: str, parse: Callable[[str], T], kind: str) -> T | None:
        try:
            return parse(text)
        except ValueError as error:
            self._complain(where, f'"{text}" is not {kind}: {error}')
            return None

    def _complain(self, where: str, text: str) -> None:
        self._problems.append(Problem(where=where, text=text))


def _numbered(key: str, items: Sequence[T]) -> Iterator[tuple[str, T]]:
    return ((f"{_SECTION}.{key}[{number}]", item) for number, item in enumerate(items))


def _interface(text: str) -> Interface:
    interface = ip_interface(text)
    _refuse_zone(text)
    return interface


def _zoneless(text: str) -> Ip:
    address = ip_address(text)
    _refuse_zone(text)
    return address


def _refuse_zone(text: str) -> None:
    # "fe80::1%eth0" (RFC 4007): the kernel reports addresses without, so that it would never seem to be there
    if "%" in text:
        raise ValueError("leave out the zone: the link is the interface's")
