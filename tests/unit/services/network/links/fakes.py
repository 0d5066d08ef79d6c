"""Links in memory, with the habits of Linux that matter for planning."""

from __future__ import annotations

import base64
import errno
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from msgspec.structs import replace

from libtalos.pki.secret import Secret
from services.network.layers.links import Wireguard, WireguardPeer
from services.network.layers.words import BondMode
from services.network.links.attribute import Change, Details
from services.network.links.bond import BOND, DELAYS, MII_MON, MODE
from services.network.links.details import fresh
from services.network.links.kinds import KINDS
from services.network.links.operations import LinkChange, NewLink
from services.network.links.wireguard.change import DeviceChange, PeerChange
from services.network.links.wireguard.wire import WireguardDevice
from services.network.state import IFF_MULTICAST, IFF_UP, Link, LinkIndex, LinkName

QUIET = {"dummy", "vrf", "wireguard"}


def refuse(code: int, text: str = "") -> OSError:
    """What the kernel answers."""
    return OSError(code, text or os.strerror(code))


@dataclass
class FakeLinks:
    """Links in memory.

    lacks: kinds that this kernel was built without; refused: options that it was built without. refusing_bonds: no bond
    takes a link.
    """

    links: dict[Any, Link] = field(default_factory=dict)
    lacks: Collection[str] = ()
    refused: Collection[str] = ()
    refusing_bonds: bool = False
    numbers: Iterator[int] = field(default_factory=lambda: count(100))

    def find_link(self, link: Link) -> LinkIndex:
        """The index."""
        return link.index if link.index > 0 else self._named(link.name).index

    def add_link(self, new: NewLink) -> None:
        """Make a link; a veth with its other end."""
        if new.kind in self.lacks:
            raise refuse(errno.EOPNOTSUPP, "Operation not supported (Unknown device type)")
        if {new.name, new.peer} & set(self.links):
            raise refuse(errno.EEXIST)
        if KINDS[new.kind].needs_parent != (new.parent is not None):
            raise refuse(errno.EINVAL)
        parent = None if new.parent is None else self._named(new.parent)
        link = self._new(new.name, new.kind, new.details, parent)
        if new.peer is not None:
            peer = self._new(new.peer, new.kind, (), link)
            self._set(replace(link, link_index=peer.index))

    def remove_link(self, link: LinkIndex) -> None:
        """Remove a link, and with it what stands on it; a master lets its links go."""
        gone = self.links.pop(self._of(link).name)
        for each in list(self.links.values()):
            if each.name in self.links and each.link_index == gone.index and not each.parent_elsewhere:
                self.remove_link(each.index)
            elif each.master_index == gone.index:
                self._release(each, gone)

    def change_link(self, link: LinkIndex, change: LinkChange) -> None:
        """Change what every link has."""
        old = self._of(link)
        if change.master is not None:
            old = self._enslave(old, change.master)
        flags = old.flags
        for bit, on in ((IFF_UP, change.up), (IFF_MULTICAST, change.multicast)):
            flags = flags if on is None else flags & ~bit | (bit if on else 0)
        old = replace(old, flags=flags)
        if change.hardware_addr is not None:
            old = replace(old, hardware_addr=change.hardware_addr)
        if change.mtu is not None:
            old = replace(old, mtu=change.mtu)
        self._set(old)

    def set_details(self, link: LinkIndex, kind: str, details: Details) -> None:
        """Change settings of the kind, under the conditions that Linux has for them."""
        old = self._of(link)
        mode = dict(details).get(MODE, dict(old.details).get(MODE))
        slaves = [each for each in self.links.values() if each.master_index == link]
        values = dict(old.details)
        for name, value in details:
            row = KINDS[kind].attribute(name)
            if row.option in self.refused and value:
                raise refuse(errno.EOPNOTSUPP)
            if old.kind != kind or row not in KINDS[kind].known(mode) or row.change is Change.NEVER:
                raise refuse(errno.EOPNOTSUPP)
            if row.change is Change.EMPTY and slaves:
                raise refuse(errno.ENOTEMPTY)
            if row.change >= Change.DOWN and old.up:
                raise refuse(errno.EBUSY)
            if name in DELAYS and not values.get(MII_MON):
                raise refuse(errno.EPERM)
            values[name] = self._named(str(value)).index if row.reference and value else value
        self._set(replace(old, details=tuple(values.items())))

    def set_wireguard(self, link: LinkIndex, change: DeviceChange) -> None:
        """Change keys, port, mark and peers."""
        old = self._of(link)
        settings = Wireguard() if old.wireguard is None else old.wireguard.settings
        peers = {each.public_key: each for each in settings.peers}
        for each in change.peers:
            self._change_peer(peers, each)
        settings = replace(
            settings,
            private_key=_clamp(change.private_key) if change.private_key else settings.private_key,
            listen_port=settings.listen_port if change.listen_port is None else change.listen_port,
            firewall_mark=settings.firewall_mark if change.firewall_mark is None else change.firewall_mark,
            peers=tuple(peers.values()),
        )
        self._set(replace(old, wireguard=WireguardDevice(settings=settings)))

    def _change_peer(self, peers: dict[str, WireguardPeer], change: PeerChange) -> None:
        if change.remove:
            peers.pop(change.public_key, None)
            return
        if change.allowed_ips is not None:
            for name, peer in peers.items():
                left = tuple(each for each in peer.allowed_ips if each not in change.allowed_ips)
                peers[name] = replace(peer, allowed_ips=left)
        old = peers.get(change.public_key, WireguardPeer(public_key=change.public_key))
        key = change.preshared_key
        peers[change.public_key] = replace(
            old,
            preshared_key=old.preshared_key if key is None else (None if key.reveal().startswith("AAAA") else key),
            endpoint=old.endpoint if change.endpoint is None else str(change.endpoint),
            keepalive=old.keepalive if change.keepalive is None else change.keepalive,
            allowed_ips=old.allowed_ips if change.allowed_ips is None else change.allowed_ips,
        )

    def _new(self, name: str, kind: str, details: Details, parent: Link | None) -> Link:
        made = Link(
            name=LinkName(name),
            index=LinkIndex(next(self.numbers)),
            kind=kind,
            flags=0 if kind in QUIET else IFF_MULTICAST,
            link_index=0 if parent is None else parent.index,
            hardware_addr=bytes(6) if parent is None else parent.hardware_addr,
            mtu=1500 if parent is None else parent.mtu,
            details=fresh(kind, details),
        )
        self._set(made)
        return made

    def _enslave(self, link: Link, name: str) -> Link:
        current = next((each for each in self.links.values() if each.index == link.master_index), None)
        if current is not None:
            link = self._release(link, current)
        if not name:
            return link
        master = self._named(name)
        if master.kind == BOND.name:
            if link.up or self.refusing_bonds:
                raise refuse(errno.EPERM, "Device can not be enslaved while up")
            if not [each for each in self.links.values() if each.master_index == master.index]:
                master = self._set(replace(master, hardware_addr=link.hardware_addr))
            link = replace(link, flags=link.flags | IFF_UP, mtu=master.mtu, hardware_addr=master.hardware_addr)
        return self._set(replace(link, master_index=master.index))

    def _release(self, link: Link, master: Link) -> Link:
        flags = link.flags & ~IFF_UP if master.kind == BOND.name else link.flags
        return self._set(replace(link, master_index=0, flags=flags))

    def _of(self, index: LinkIndex) -> Link:
        for each in self.links.values():
            if each.index == index:
                return each
        raise refuse(errno.ENODEV)

    def _named(self, name: str) -> Link:
        link = self.links.get(name)
        if link is None:
            raise refuse(errno.ENODEV, f"there is no link {name}")
        return link

    def _set(self, link: Link) -> Link:
        self.links[link.name] = link
        return link


def _clamp(key: Secret) -> Secret:
    raw = bytearray(base64.b64decode(key.reveal()))
    raw[0] &= 248
    raw[31] = raw[31] & 127 | 64
    return Secret(base64.b64encode(raw).decode())


def bond_mode(link: Link) -> BondMode:
    """The mode that a bond is in."""
    mode = dict(link.details)[MODE]
    assert isinstance(mode, int)
    return BondMode(mode)
