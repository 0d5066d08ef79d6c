"""From all that has a say to the contributions of every layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.hostname import default_hostname
from services.network.layers.cmdline import Cmdline, cmdline_contribution
from services.network.layers.configuration import Settings
from services.network.layers.contribution import Contribution
from services.network.layers.defaults import LOOPBACK_ONLY, make_defaults
from services.network.layers.platform import Platform, platform_contribution
from services.network.layers.selectors import expand, is_physical
from services.network.layers.words import OperatorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from services.network.state import Ip, LinkName, Seen


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """All that has a say.

    settings None: it is not known yet whether there is a config. operators: what operators have found out, by name.
    runs: the kinds of operators that this program can run. container: links and addresses are whoever's made the
    container, so that those that nobody here speaks of are left alone.
    """

    settings: Settings | None = None
    cmdline: Cmdline = Cmdline()
    platform: Platform = Platform()
    operators: dict[str, Contribution] = msgspec.field(default_factory=dict)
    runs: frozenset[OperatorKind] = frozenset()
    container: bool = True


def gather(sources: Sources, seen: Seen, *, identity: str, address: Ip | None) -> tuple[Contribution, ...]:
    """Return every contribution there is; before the config is known that is the loopback link's alone.

    identity: what makes the node's default name stable, empty if it has none. address: its default address.
    """
    if sources.settings is None:
        return (LOOPBACK_ONLY,)
    settings = sources.settings
    said = (
        cmdline_contribution(sources.cmdline, seen),
        platform_contribution(sources.platform),
        expand(settings.contribution, settings.selectors, seen),
    )
    ignored = settings.ignored | sources.cmdline.ignored
    defaults = make_defaults(
        hostname=default_hostname(identity, address) if settings.auto_hostname else None,
        # What operators say does not count here: a lease would take away the client that has it.
        unclaimed=() if sources.container else tuple(_unclaimed(seen, said, ignored)),
        dhcp=OperatorKind.DHCP4 in sources.runs,
    )
    return (defaults, *said, *sources.operators.values())


def _unclaimed(seen: Seen, said: Iterable[Contribution], ignored: frozenset[LinkName]) -> Iterator[LinkName]:
    claimed = ignored | {name for each in said for name in _spoken_of(each)}
    return (link.name for link in seen.links.values() if is_physical(link) and link.name not in claimed)


def _spoken_of(contribution: Contribution) -> Iterator[LinkName]:
    yield from (each.name for each in contribution.links)
    yield from (each.link for each in contribution.operators)
