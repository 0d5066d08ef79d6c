"""What is wanted of links as published resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from libtalos.resources.definitions import linkparts as parts
from libtalos.resources.definitions.networkspecs import LinkSpec as Published
from services.network import kernelnames as names

if TYPE_CHECKING:
    from services.network.layers.links import BondMaster, BridgeMaster, LinkSpec, Wireguard, WireguardPeer

# upstream's word for the ARPHRD number 0, which is what it shows of links that are there already
_NO_TYPE = "netrom"


def link_spec(spec: LinkSpec) -> Published:
    """Return a link as a resource, with its keys: the type is for administrators."""
    return Published(
        name=spec.name,
        logical=spec.logical,
        up=spec.up,
        mtu=spec.mtu,
        kind=spec.kind,
        type=names.word(names.LINK_TYPES, spec.type) if spec.type else _NO_TYPE,
        hardware_addr=spec.hardware_addr.hex(":"),
        parent_name=spec.parent or "",
        master_name="" if spec.bond_slave is None else spec.bond_slave.master,
        slave_index=0 if spec.bond_slave is None else spec.bond_slave.index,
        bridge_slave=None if spec.bridge_slave is None else parts.Slave(master_name=spec.bridge_slave.master),
        vrf_slave=None if spec.vrf_slave is None else parts.Slave(master_name=spec.vrf_slave.master),
        vlan=None if spec.vlan is None else parts.VLAN(vlan_id=spec.vlan.vid, vlan_protocol=spec.vlan.protocol.word),
        bond_master=None if spec.bond_master is None else bond_master(spec.bond_master),
        bridge_master=_bridge_master(spec.bridge_master),
        vrf_master=None
        if spec.vrf_master is None
        else parts.VRFMaster(table=names.word(names.TABLES, spec.vrf_master.table)),
        wireguard=None if spec.wireguard is None else _wireguard(spec.wireguard),
        veth=None if spec.veth is None else parts.Veth(peer_name=spec.veth.peer),
        multicast=UNSET if spec.multicast is None else spec.multicast,
        layer=spec.layer.word,
    )


def bond_master(bond: BondMaster) -> parts.BondMaster:
    """Return the settings of a bond as a part of a resource."""
    return parts.BondMaster(
        mode=bond.mode.word,
        xmit_hash_policy=bond.hash_policy.word,
        lacp_rate=bond.lacp_rate.word,
        arp_validate=bond.arp_validate.word,
        arp_all_targets=bond.arp_all_targets.word,
        primary=bond.primary or "",
        primary_reselect=bond.primary_reselect.word,
        fail_over_mac=bond.fail_over_mac.word,
        ad_select=bond.ad_select.word,
        mii_mon=bond.mii_mon or 0,
        up_delay=bond.up_delay or 0,
        down_delay=bond.down_delay or 0,
        arp_interval=bond.arp_interval or 0,
        resend_igmp=bond.resend_igmp or 0,
        min_links=bond.min_links or 0,
        lp_interval=bond.lp_interval or 0,
        packets_per_slave=bond.packets_per_slave or 0,
        num_peer_notif=bond.num_peer_notif or 0,
        tlb_dynamic_lb=bond.tlb_dynamic_lb or 0,
        all_slaves_active=bond.all_slaves_active or 0,
        use_carrier=bool(bond.use_carrier),
        ad_actor_sys_prio=bond.ad_actor_sys_prio or 0,
        ad_user_port_key=bond.ad_user_port_key or 0,
        peer_notify_delay=bond.peer_notify_delay or 0,
        arp_ip_targets=tuple(map(str, bond.arp_ip_targets)),
        ns_ip6_targets=tuple(map(str, bond.ns_ip6_targets)),
        ad_lacp_active="" if bond.ad_lacp_active is None else bond.ad_lacp_active.word,
        missed_max=bond.missed_max or 0,
    )


def _bridge_master(bridge: BridgeMaster | None) -> parts.BridgeMaster | None:
    if bridge is None or not (bridge.stp or bridge.vlan_filtering):
        return None
    return parts.BridgeMaster(
        stp=parts.STP(enabled=True) if bridge.stp else None,
        vlan=parts.BridgeVLAN(filtering_enabled=True) if bridge.vlan_filtering else None,
    )


def _wireguard(spec: Wireguard) -> parts.Wireguard:
    return parts.Wireguard(
        private_key="" if spec.private_key is None else spec.private_key.reveal(),
        listen_port=spec.listen_port,
        firewall_mark=spec.firewall_mark,
        peers=tuple(_peer(peer) for peer in spec.peers),
    )


def _peer(peer: WireguardPeer) -> parts.WireguardPeer:
    return parts.WireguardPeer(
        public_key=peer.public_key,
        preshared_key="" if peer.preshared_key is None else peer.preshared_key.reveal(),
        endpoint=peer.endpoint,
        persistent_keepalive_interval=go_duration(peer.keepalive),
        allowed_ips=tuple(map(str, peer.allowed_ips)),
    )


def go_duration(seconds: int) -> str:
    """Return a duration as Go writes it: 25s, 1m40s, 1h0m0s."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}h{minutes}m{rest}s"
    return f"{minutes}m{rest}s" if minutes else f"{rest}s"
