"""Bringing a link that is there to what is wanted of it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from services.network.layers.links import Wireguard
from services.network.links.attribute import Change
from services.network.links.bond import BOND
from services.network.links.details import differences
from services.network.links.masters import enslave, release, take_down
from services.network.links.operations import ChangeLink, LinkChange, SetDetails, SetUp
from services.network.links.wireguard.change import change_between
from services.network.links.wireguard.operations import SetWireguard
from services.network.state import IFF_MULTICAST, IFF_UP

if TYPE_CHECKING:
    from services.network.links.draft import Draft
    from services.network.links.owned import OwnedLinks
    from services.network.links.target import Target
    from services.network.state import Link


def configure(target: Target, link: Link, draft: Draft, owned: OwnedLinks) -> None:
    """Plan everything of one link. It is brought up last, when it is all that it is to be."""
    if target.kind:
        link = _details(target, link, draft)
        _wireguard(target, link, draft)
    link = _hardware_addr(target, link, draft)
    link = _multicast(target, link, draft)
    link = enslave(target, link, draft, owned)
    link = _mtu(target, link, draft)
    if link.up != target.up:
        flags = link.flags | IFF_UP if target.up else link.flags & ~IFF_UP
        draft.put(SetUp(link=link, up=target.up), replace(link, flags=flags))


def _details(target: Target, link: Link, draft: Draft) -> Link:
    found = differences(target.kind, target.details, link.details)
    if not found:
        return link
    need = max(each.attribute.change for each in found)
    if need is Change.EMPTY:
        for slave in draft.slaves(link):
            release(slave, draft)
    if need >= Change.DOWN:
        link = take_down(link, draft)
    # what this kernel may refuse goes by itself, so that it keeps nothing else back
    for _, group in groupby(found, key=lambda each: each.attribute.option):
        changes = tuple(group)
        values = dict(link.details) | {each.attribute.name: each.new for each in changes}
        link = draft.put(SetDetails(link=link, differences=changes), replace(link, details=tuple(values.items())))
    return link


def _wireguard(target: Target, link: Link, draft: Draft) -> None:
    if target.wireguard is None:
        return
    seen = Wireguard() if link.wireguard is None else link.wireguard.settings
    if change_between(seen, target.wireguard):
        draft.put(SetWireguard(link=link, seen=seen, wanted=target.wireguard), link)


def _hardware_addr(target: Target, link: Link, draft: Draft) -> Link:
    wanted = target.hardware_addr
    if not wanted or wanted == link.hardware_addr or _in_bond(link, draft):
        return link
    if not link.kind:  # many drivers of hardware refuse it while the link is up
        link = take_down(link, draft)
    change, before = LinkChange(hardware_addr=wanted), LinkChange(hardware_addr=link.hardware_addr)
    words = f"set hardware address {wanted.hex(':')} on {link.name}"
    operation = ChangeLink(link=link, change=change, before=before, words=words)
    return draft.put(operation, replace(link, hardware_addr=wanted))


def _in_bond(link: Link, draft: Draft) -> bool:
    # the address of a bond's part is the bond's business
    master = draft.by_index(link.master_index)
    return master is not None and master.kind == BOND.name


def _multicast(target: Target, link: Link, draft: Draft) -> Link:
    if target.multicast is None or target.multicast == link.multicast:
        return link
    change, before = LinkChange(multicast=target.multicast), LinkChange(multicast=link.multicast)
    words = f"switch multicast {'on' if target.multicast else 'off'} on {link.name}"
    operation = ChangeLink(link=link, change=change, before=before, words=words)
    return draft.put(operation, replace(link, flags=link.flags ^ IFF_MULTICAST))


def _mtu(target: Target, link: Link, draft: Draft) -> Link:
    if target.mtu is None or target.mtu == link.mtu:
        return link
    change, before = LinkChange(mtu=target.mtu), LinkChange(mtu=link.mtu)
    words = f"set mtu {target.mtu} on {link.name}"
    operation = ChangeLink(link=link, change=change, before=before, words=words)
    return draft.put(operation, replace(link, mtu=target.mtu))
