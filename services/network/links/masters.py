"""Links as parts of others: bonds, bridges and VRFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from services.network.links.bond import BOND, MODE
from services.network.links.details import Difference
from services.network.links.draft import released
from services.network.links.operations import ChangeLink, Enslave, LinkChange, SetDetails, SetUp
from services.network.links.owned import slave_key
from services.network.state import IFF_UP

if TYPE_CHECKING:
    from services.network.links.draft import Draft
    from services.network.links.owned import OwnedLinks
    from services.network.links.target import Target
    from services.network.state import Link

_PRIMARY = BOND.attribute("primary")


def take_down(link: Link, draft: Draft) -> Link:
    """Take a link down, unless it is."""
    if not link.up:
        return link
    return draft.put(SetUp(link=link, up=False), replace(link, flags=link.flags & ~IFF_UP))


def release(link: Link, draft: Draft) -> Link:
    """Take a link from its master, if it has one."""
    master = draft.by_index(link.master_index)
    if master is None:
        return link
    words = f"take {link.name} from {master.kind} {master.name}"
    change, before = LinkChange(master=""), LinkChange(master=master.name)
    return draft.put(ChangeLink(link=link, change=change, before=before, words=words), released(link, master))


def enslave(target: Target, link: Link, draft: Draft, owned: OwnedLinks) -> Link:
    """See to it that a link is a part of what it is to be a part of.

    From a master that is not wanted it is taken only if it is there by our doing. A bond takes only links that are
    down, and brings them up itself.
    """
    current, master = draft.by_index(link.master_index), draft.find(target.master)
    if target.master is None:
        return release(link, draft) if slave_key(link, draft.links) in owned.slaves else link
    if master is None or (current is not None and current.index == master.index):
        return link
    link = release(link, draft)
    after = replace(link, master_index=master.index)
    if master.kind != BOND.name:
        return draft.put(Enslave(link=link, master=master), after)
    after = replace(after, flags=link.flags | IFF_UP, mtu=master.mtu)
    return draft.put(Enslave(link=link, master=master, down=link.up), after)


def prefer(target: Target, draft: Draft) -> None:
    """Set which of its links a bond prefers, once that is a part of it."""
    bond = draft.find(target.name)
    if bond is None or target.kind != BOND.name or dict(target.details).get(MODE) not in (_PRIMARY.modes or ()):
        return
    seen = draft.by_index(int(str(dict(bond.details).get(_PRIMARY.name, 0)) or 0))
    wanted = draft.find(target.primary)
    old, new = "" if seen is None else seen.name, "" if wanted is None else wanted.name
    if old == new or (wanted is not None and wanted.master_index != bond.index):
        return
    difference = Difference(attribute=_PRIMARY, old=old, new=new)
    draft.put(SetDetails(link=bond, differences=(difference,)), bond)
