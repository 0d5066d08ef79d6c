"""The id of a plan: a short digest of each thing that it rests on, which tells what has moved. Pure.

An id needs no memory of the plan, so that one from before a restart of the component is as good as any.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import msgspec

from services.network.state import RT_SCOPE_LINK, RTPROT_KERNEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.network.firewall.operations import Operation as FirewallOperation
    from services.network.reconcile import Planned
    from services.network.state import Address, Link, Seen

# of each part, in hexadecimal digits: enough against accidents, and nobody gains by one that is made up
_DIGITS = 6
_PARTS = (
    "the config of the node",
    "the config that is tried",
    "what is wanted",
    "links",
    "addresses",
    "routes",
    "routing rules",
    "the node's name",
    "the firewall",
    "what is to be done",
)


def make_id(*, base: str, tried: str, planned: Planned, filtering: Sequence[FirewallOperation]) -> str:
    """Return the id of a plan. base and tried are the texts of the configs, filtering what the firewall needs.

    Of what is seen counts what is on links that the config speaks of or that have something of ours: pods come and go.
    """
    seen, links = planned.seen, _concerned(planned)
    indexes = {each.index for each in links}
    parts = (
        base,
        tried,
        planned.merged,
        [_link(each) for each in links],
        sorted(_addresses(seen, indexes)),
        sorted(
            str(
                (each.destination, each.link, each.gateway, each.source, each.priority, each.table, each.type, each.mtu)
            )
            for each in seen.routes
            # the kernel's own follow from the addresses, some of them a moment later
            if each.protocol != RTPROT_KERNEL and (each.link is None or each.link in indexes)
        ),
        sorted(str(each) for each in seen.rules),
        (seen.hostname, seen.domainname) if planned.merged.hostname is not None else (),
        filtering,
        [*(each.describe() for each in planned.operations), *map(str, planned.missing), *map(str, planned.problems)],
    )
    return "".join(map(_digest, parts))


def moved(plan: str, now: str) -> tuple[str, ...]:
    """Return what differs between two plans; raises ValueError if the first is no plan's id."""
    if len(plan) != len(now):
        raise ValueError(f'"{plan}" is not the id of a plan')
    places = range(0, len(now), _DIGITS)
    return tuple(
        name
        for name, place in zip(_PARTS, places, strict=True)
        if plan[place : place + _DIGITS] != now[place : place + _DIGITS]
    )


def _concerned(planned: Planned) -> list[Link]:
    merged, ledger = planned.merged, planned.ledger
    names = {
        *merged.links,
        *(each.link for each in merged.addresses.values()),
        *(each.link for each in merged.routes.values()),
        *(each.link for each in ledger.addresses),
        *(each.link for each in ledger.routes),
        *(each.name for each in ledger.owned.links),
    }
    return sorted((each for each in planned.seen.links.values() if each.name in names), key=lambda each: each.index)


def _link(link: Link) -> tuple[Any, ...]:
    return (link.name, link.index, link.up, link.mtu, link.hardware_addr, link.master_index, link.kind, link.details)


def _addresses(seen: Seen, indexes: set[Any]) -> list[str]:
    return [_address(each) for each in seen.addresses if each.link in indexes and each.scope != RT_SCOPE_LINK]


def _address(address: Address) -> str:
    # no flags: an address that is still checked for duplicates becomes a settled one by itself
    return f"{address.link} {address.interface} {address.scope}"


def _digest(part: Any) -> str:
    encoded = msgspec.json.encode(part, enc_hook=str, order="deterministic")
    return hashlib.sha256(encoded).hexdigest()[:_DIGITS]
