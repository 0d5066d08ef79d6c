"""What was done for a trial and how it was before, so that it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.ledger import Ledger
from services.network.links.owned import LinkKey, OwnedLinks, slave_key
from services.network.rules import rule_key

if TYPE_CHECKING:
    from services.network.apply import Done
    from services.network.state import Seen


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """before: what was ours when the trial began; found: all that the kernel had then. done: in order."""

    before: Ledger
    found: Ledger
    done: tuple[Done, ...] = ()

    def ours(self, now: Ledger) -> Ledger:
        """Return what is ours when the trial is taken back: what it found and came to want is somebody else's again."""
        return Ledger(
            addresses=self.before.addresses | (now.addresses - self.found.addresses),
            routes=self.before.routes | (now.routes - self.found.routes),
            rules=self.before.rules | (now.rules - self.found.rules),
            owned=OwnedLinks(
                links=self.before.owned.links | (now.owned.links - self.found.owned.links),
                slaves=self.before.owned.slaves | (now.owned.slaves - self.found.owned.slaves),
            ),
        )


def everything(seen: Seen) -> Ledger:
    """Return all that the kernel has, as if it were ours."""
    return Ledger(
        addresses=frozenset(seen.address_keys),
        routes=frozenset(seen.route_keys),
        rules=frozenset(rule_key(each) for each in seen.rules),
        owned=OwnedLinks(
            links=frozenset(LinkKey(each.name, each.index) for each in seen.links.values()),
            slaves=frozenset(slave_key(each, seen.links) for each in seen.links.values()),
        ),
    )
