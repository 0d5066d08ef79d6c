"""Bonds: several links as one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from libtalos.config.bonding import (
    WITHOUT_ARP_MONITOR,
    ADLACPActive,
    ADSelect,
    ARPAllTargets,
    ARPValidate,
    BondMode,
    FailOverMAC,
    LACPRate,
    PrimaryReselect,
    XmitHashPolicy,
)
from libtalos.config.devicecheck import MOST_TARGETS
from libtalos.config.document import Fault
from libtalos.config.documents.network.common import LinkDocument
from libtalos.config.documents.network.names import link_names
from libtalos.config.section import Uint8, Uint16, Uint32
from libtalos.config.written import Address, HardwareAddress

LARGEST_USER_PORT_KEY: Final = 1023  # upper 10 bits of a port key (IEEE 802.1AX)


class BondConfig(LinkDocument, frozen=True):
    """A bond over links; None leaves an option to the kernel. Times are in milliseconds, lp_interval in seconds."""

    hardware_addr: HardwareAddress | None = None
    links: tuple[str, ...] = ()
    bond_mode: BondMode | None = None
    miimon: Uint32 | None = None
    updelay: Uint32 | None = None
    downdelay: Uint32 | None = None
    use_carrier: bool | None = None
    xmit_hash_policy: XmitHashPolicy | None = None
    arp_interval: Uint32 | None = None
    arp_ip_targets: tuple[Address, ...] = ()
    ns_ip6_targets: tuple[Address, ...] = ()
    arp_validate: ARPValidate | None = None
    arp_all_targets: ARPAllTargets | None = None
    lacp_rate: LACPRate | None = None
    fail_over_mac: FailOverMAC | None = None
    ad_select: ADSelect | None = None
    ad_actor_sys_prio: Uint16 | None = None
    ad_user_port_key: Uint16 | None = None
    ad_lacp_active: ADLACPActive | None = msgspec.field(default=None, name="adLACPActive")
    primary_reselect: PrimaryReselect | None = None
    resend_igmp: Uint32 | None = msgspec.field(default=None, name="resendIGMP")
    min_links: Uint32 | None = None
    lp_interval: Uint32 | None = None
    packets_per_slave: Uint32 | None = None
    num_peer_notif: Uint8 | None = None
    tlb_logical_lb: Uint8 | None = None
    all_slaves_active: Uint8 | None = None
    peer_notif_delay: Uint32 | None = None
    missed_max: Uint8 | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if not self.links:
            yield Fault("links", "at least one link is required")
        yield from link_names("links", self.links)
        if self.bond_mode is None:
            yield Fault("bondMode", "bondMode is required")
        yield from self._monitor_faults()
        yield from self._target_faults()
        yield from self._lacp_faults()

    def warnings(self) -> Iterator[Fault]:
        """See Document."""
        for key, delay in (("updelay", self.updelay), ("downdelay", self.downdelay)):
            if delay and not self.miimon:
                yield Fault(key, "has no effect without miimon")
            elif delay and self.miimon and delay % self.miimon:
                yield Fault(key, f"{delay} is no multiple of miimon ({self.miimon}) and is rounded down to one")

    def _monitor_faults(self) -> Iterator[Fault]:
        if self.arp_interval and self.miimon:
            yield Fault("arpInterval", "arpInterval and miimon cannot be set at the same time")
        if self.arp_interval and self.bond_mode in WITHOUT_ARP_MONITOR:
            yield Fault("arpInterval", f"links of a bond in mode {self.bond_mode.value} cannot be monitored with ARP")
        if self.arp_interval and not (self.arp_ip_targets or self.ns_ip6_targets):
            yield Fault("arpInterval", "arpInterval needs arpIpTargets or nsIp6Targets")

    def _target_faults(self) -> Iterator[Fault]:
        for key, targets, version in (
            ("arpIpTargets", self.arp_ip_targets, 4),
            ("nsIp6Targets", self.ns_ip6_targets, 6),
        ):
            if targets and not self.arp_interval:
                yield Fault(key, f"{key} needs arpInterval")
            if len(targets) > MOST_TARGETS:
                yield Fault(key, f"{len(targets)} targets are more than {MOST_TARGETS}")
            for index, target in enumerate(targets):
                if target.value.version != version:
                    yield Fault(f"{key}[{index}]", f'"{target}" is not an IPv{version} address')

    def _lacp_faults(self) -> Iterator[Fault]:
        options = {
            "lacpRate": self.lacp_rate,
            "adActorSysPrio": self.ad_actor_sys_prio,
            "adUserPortKey": self.ad_user_port_key,
            "adLACPActive": self.ad_lacp_active,
        }
        for key, value in options.items():
            if value is not None and self.bond_mode is not BondMode.LACP:
                yield Fault(key, f"{key} is only available in mode {BondMode.LACP.value}")
        if self.ad_actor_sys_prio == 0:
            yield Fault("adActorSysPrio", "adActorSysPrio must be at least 1")
        if (self.ad_user_port_key or 0) > LARGEST_USER_PORT_KEY:
            yield Fault("adUserPortKey", f"{self.ad_user_port_key} is more than {LARGEST_USER_PORT_KEY}")
