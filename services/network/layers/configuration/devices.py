"""machine.network.interfaces: links with what they are made of, their addresses, routes and operators."""

from __future__ import annotations

from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from services.network.layers.configuration.complaints import Complaints, numbered
from services.network.layers.configuration.parts import bond_master, wireguard
from services.network.layers.links import BondSlave, BridgeMaster, BridgeSlave, LinkSpec, Vlan
from services.network.layers.selectors import ARPHRD_ETHER, Selector
from services.network.layers.specs import (
    DEFAULT_ROUTE_METRIC,
    AddressSpec,
    DhcpOptions,
    OperatorSpec,
    RouteSpec,
    VipOptions,
)
from services.network.layers.words import ClientIdentifier, Family, OperatorKind
from services.network.state import LinkName

if TYPE_CHECKING:
    from libtalos.config.devices import DeviceSelector
    from libtalos.config.devices import DHCPOptions as DhcpSection
    from libtalos.config.devices import Interface as DeviceSection
    from libtalos.config.devices import Route as RouteSection
    from libtalos.config.devices import Vlan as VlanSection
    from services.network.state import Ip, Prefix

ARPHRD_NONE = 0xFFFE


class Devices:
    """What the entries say, one after the other."""

    def __init__(self, complaints: Complaints) -> None:
        """Begin with nothing; what is wrong goes to complaints."""
        self._complaints = complaints
        self.links: list[LinkSpec] = []
        self.addresses: list[AddressSpec] = []
        self.routes: list[RouteSpec] = []
        self.operators: list[OperatorSpec] = []
        self.selectors: dict[LinkName, Selector] = {}

    def read(self, device: DeviceSection, where: str) -> None:
        """Read an entry."""
        if device.ignore:
            return
        name = self._name(device, where)
        if name is None:
            return
        self._link(device, name, where)
        self._uses(device, name, where)
        if device.cidr:
            self._address(device.cidr, name, f"{where}.cidr")
        for place, vlan in numbered(f"{where}.vlans", device.vlans):
            self._vlan(vlan, name, place)

    def _name(self, device: DeviceSection, where: str) -> LinkName | None:
        if device.interface:
            return LinkName(device.interface)
        if device.device_selector is not None:
            return self._select(device.device_selector, f"{where}.deviceSelector")
        self._complaints.add(f"{where}.interface", "name the link, such as eth0")
        return None

    def _select(self, config: DeviceSelector, where: str) -> LinkName | None:
        """Return the name that stands for the links that fit."""
        if config.pci_id:
            self._complaints.add(f"{where}.pciID", "is not supported by this version: select by another property")
            return None
        selector = Selector(
            bus_path=config.bus_path,
            hardware_addr=config.hardware_addr,
            permanent_addr=config.permanent_addr,
            driver=config.driver,
            physical=config.physical,
        )
        name = LinkName(f"[{selector}]")
        self.selectors[name] = selector
        return name

    def _link(self, device: DeviceSection, name: LinkName, where: str) -> None:
        link = LinkSpec(name=name, up=True, mtu=device.mtu, where=where)
        if device.bridge_port is not None and device.bridge_port.master:
            link = replace(link, bridge_slave=BridgeSlave(master=LinkName(device.bridge_port.master)))
        if device.dummy:
            link = _logical(link, "dummy")
        elif device.bond is not None:
            link = _logical(link, "bond", bond_master=bond_master(device.bond))
        elif device.bridge is not None:
            link = _logical(link, "bridge", bridge_master=_bridge(device))
        elif device.wireguard is not None:
            link = _logical(link, "wireguard", type=ARPHRD_NONE, wireguard=wireguard(device.wireguard))
        self.links += [link, *self._slaves(device, name, where)]

    def _slaves(self, device: DeviceSection, master: LinkName, where: str) -> list[LinkSpec]:
        if device.bridge is not None:
            port = BridgeSlave(master=master)
            ports = [LinkName(each) for each in device.bridge.interfaces]
            return [LinkSpec(name=each, up=True, bridge_slave=port, where=where) for each in ports]
        if device.bond is None:
            return []
        selected = [
            self._select(each, place)
            for place, each in numbered(f"{where}.bond.deviceSelectors", device.bond.device_selectors)
        ]
        names = [*(LinkName(each) for each in device.bond.interfaces), *(each for each in selected if each)]
        return [
            LinkSpec(name=each, up=True, bond_slave=BondSlave(master=master, index=index), where=where)
            for index, each in enumerate(names)
        ]

    def _vlan(self, config: VlanSection, parent: LinkName, where: str) -> None:
        name = LinkName(f"{parent}.{config.vlan_id}")
        link = LinkSpec(name=name, up=True, mtu=config.mtu, where=where, parent=parent)
        self.links.append(_logical(link, "vlan", vlan=Vlan(vid=config.vlan_id)))
        self._uses(config, name, where)
        if config.cidr:
            self._address(config.cidr, name, f"{where}.cidr")

    def _uses(self, device: DeviceSection | VlanSection, name: LinkName, where: str) -> None:
        for place, text in numbered(f"{where}.addresses", device.addresses):
            self._address(text, name, place)
        for place, config in numbered(f"{where}.routes", device.routes):
            self._route(config, name, place)
        if device.dhcp:
            self._dhcp(device.dhcp_options, name)
        if device.vip is not None:
            if device.vip.hcloud is not None or device.vip.equinix_metal is not None:
                self._complaints.add(f"{where}.vip", "addresses that a cloud moves are not supported by this version")
            ip = self._complaints.address(f"{where}.vip.ip", device.vip.ip)
            if ip is not None:
                self.operators.append(OperatorSpec(kind=OperatorKind.VIP, link=name, vip=VipOptions(ip=ip)))

    def _dhcp(self, options: DhcpSection | None, name: LinkName) -> None:
        metric = options.route_metric if options is not None else 0
        base = DhcpOptions(route_metric=metric or DEFAULT_ROUTE_METRIC)
        if options is None or options.ipv4 is not False:
            self.operators.append(OperatorSpec(kind=OperatorKind.DHCP4, link=name, dhcp=base))
        if options is not None and options.ipv6:
            kind = ClientIdentifier.DUID if options.duidv6 else ClientIdentifier.NONE
            six = replace(base, client_identifier=kind, duid=options.duidv6.replace(":", ""))
            self.operators.append(OperatorSpec(kind=OperatorKind.DHCP6, link=name, dhcp=six))

    def _address(self, text: str, name: LinkName, where: str) -> None:
        interface = self._complaints.interface(where, text)
        if interface is not None:
            self.addresses.append(AddressSpec(link=name, address=interface))

    def _route(self, config: RouteSection, name: LinkName, where: str) -> None:
        before = len(self._complaints.problems)
        gateway = self._complaints.address(f"{where}.gateway", config.gateway)
        source = self._complaints.address(f"{where}.source", config.source)
        if len(self._complaints.problems) > before:
            return
        destination = self._destination(f"{where}.network", config.network, gateway)
        if destination is None:
            return
        if {destination.version} != {each.version for each in (destination, gateway, source) if each is not None}:
            self._complaints.add(where, f"network {destination}, gateway and source are not of one address family")
            return
        route = RouteSpec(
            family=Family.of(destination.version),
            link=name,
            destination=destination,
            gateway=gateway,
            source=source,
            priority=config.metric or DEFAULT_ROUTE_METRIC,
            mtu=config.mtu,
        )
        self.routes.append(route)

    def _destination(self, where: str, text: str, gateway: Ip | None) -> Prefix | None:
        if text:
            return self._complaints.parse(where, text, ip_network, "a network such as 10.5.0.0/16")
        if gateway is None:
            self._complaints.add(where, "a route needs a network or a gateway")
            return None
        return ip_network("0.0.0.0/0" if gateway.version == 4 else "::/0")


def _logical(link: LinkSpec, kind: str, **parts: Any) -> LinkSpec:
    return replace(link, **({"logical": True, "kind": kind, "type": ARPHRD_ETHER} | parts))


def _bridge(device: DeviceSection) -> BridgeMaster:
    stp = device.bridge.stp if device.bridge is not None else None
    vlan = device.bridge.vlan if device.bridge is not None else None
    return BridgeMaster(
        stp=stp is not None and bool(stp.enabled), vlan_filtering=vlan is not None and bool(vlan.vlan_filtering)
    )
