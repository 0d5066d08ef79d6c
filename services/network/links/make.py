"""Making links, and making those anew that cannot become what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.network.links.details import differences, fresh, immutable, initial
from services.network.links.kinds import DUMMY, KINDS, VETH, VRF, WIREGUARD
from services.network.links.operations import CreateLink, NewLink, RecreateLink
from services.network.state import IFF_MULTICAST, Link, LinkIndex

if TYPE_CHECKING:
    from services.network.links.draft import Draft
    from services.network.links.target import Target

# linux/if_arp.h
ARPHRD_ETHER = 1
ARPHRD_NONE = 0xFFFE
_WITHOUT_MULTICAST = {DUMMY.name, VRF.name, WIREGUARD.name}


def make(target: Target, draft: Draft) -> str:
    """See to it that there is a link of the wanted kind, unless what it stands on is missing.

    Returns what keeps it from being there for good, in words for people; else empty.
    """
    link, parent = draft.find(target.name), draft.find(target.parent)
    if target.parent and parent is None:
        return ""
    if link is None:
        return _create(target, draft, parent)
    if not link.kind:
        return f"{link.name} is a link of the hardware: a {target.kind} needs another name"
    reason = _reason(target, link, draft, parent)
    if reason:
        _recreate(target, link, draft, parent, reason)
    return ""


def recipe(link: Link, draft: Draft) -> NewLink:
    """Return how to make a link that is there."""
    lower = None if link.parent_elsewhere else draft.by_index(link.link_index)
    name = None if lower is None or lower.index == link.index else lower.name
    pair = link.kind == VETH.name
    return NewLink(
        name=link.name,
        kind=link.kind,
        parent=None if pair else name,
        peer=name if pair else None,
        details=initial(link.kind, link.details),
    )


def _create(target: Target, draft: Draft, parent: Link | None) -> str:
    if target.peer and draft.find(target.peer) is not None:
        return f"the name {target.peer} of its other end is taken by another link"
    link = draft.numbered(_predict(target, parent))
    draft.put(CreateLink(new=_new(target, parent), link=link), link)
    _pair(target, link, draft)
    return ""


def _recreate(target: Target, link: Link, draft: Draft, parent: Link | None, reason: str) -> None:
    operation = RecreateLink(link=link, old=recipe(link, draft), new=_new(target, parent), reason=reason)
    draft.drop(None, link)
    new = draft.put(operation, draft.numbered(_predict(target, parent)))
    _pair(target, new, draft)


def _pair(target: Target, link: Link, draft: Draft) -> None:
    if target.peer:
        draft.pair(link, Link(name=target.peer, index=LinkIndex(0), kind=VETH.name, flags=IFF_MULTICAST))


def _new(target: Target, parent: Link | None) -> NewLink:
    return NewLink(
        name=target.name,
        kind=target.kind,
        parent=None if parent is None else parent.name,
        peer=target.peer,
        details=initial(target.kind, target.details),
    )


def _predict(target: Target, parent: Link | None) -> Link:
    """Return the link as the kernel makes it, as far as that can be told."""
    return Link(
        name=target.name,
        index=LinkIndex(0),
        type=ARPHRD_NONE if target.kind == WIREGUARD.name else ARPHRD_ETHER,
        flags=0 if target.kind in _WITHOUT_MULTICAST else IFF_MULTICAST,
        mtu=1500 if parent is None else parent.mtu,
        hardware_addr=b"" if parent is None else parent.hardware_addr,
        link_index=0 if parent is None else parent.index,
        kind=target.kind,
        details=fresh(target.kind, initial(target.kind, target.details)),
    )


def _reason(target: Target, link: Link, draft: Draft, parent: Link | None) -> str:
    if link.kind != target.kind:
        return f"kind {link.kind} -> {target.kind}"
    lower = None if link.parent_elsewhere else draft.by_index(link.link_index)
    if parent is not None and lower is not None and lower.index != parent.index:
        return f"parent {lower.name} -> {parent.name}"
    if target.peer and lower is not None and lower.name != target.peer:
        return f"other end {lower.name} -> {target.peer}"
    if target.kind not in KINDS:
        return ""
    return ", ".join(each.describe() for each in immutable(differences(link.kind, target.details, link.details)))
