"""Which links, addresses, routes and rules are ours: only those may be removed when the config no longer wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from services.network.links.owned import OwnedLinks
from services.network.rules import RuleKey, rule_key, wanted_rules

if TYPE_CHECKING:
    from services.network.layers.contribution import Merged
    from services.network.state import AddressKey, RouteKey, Seen


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What this component put into the kernel."""

    addresses: frozenset[AddressKey] = frozenset()
    routes: frozenset[RouteKey] = frozenset()
    rules: frozenset[RuleKey] = frozenset()
    owned: OwnedLinks = OwnedLinks()

    def claim(self, wanted: Merged, seen: Seen) -> Ledger:
        """Return the ledger after a reconcile: of what is there, what is wanted is ours and what was ours stays so."""
        return replace(
            self,
            addresses=frozenset((self.addresses | set(wanted.address_keys)).intersection(seen.address_keys)),
            routes=frozenset((self.routes | set(wanted.route_keys)).intersection(seen.route_keys)),
            rules=frozenset({rule_key(each) for each in seen.rules} & (self.rules | wanted_rules(wanted))),
            owned=self.owned.claim(wanted.links.values(), seen.links),
        )
