"""What is done to the table, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.firewall.table import FAMILY, NAME, Table, removing, replacing

if TYPE_CHECKING:
    from services.network.firewall.nft import Ruleset


class ReplaceTable(msgspec.Struct, frozen=True, kw_only=True):
    """Put a table in the place of the one that is there, in one transaction: no packet meets half of either."""

    table: Table
    old: Table | None

    def describe(self) -> str:
        """Tell the change in words for people."""
        chains = ", ".join(f"{each.name} ({each.policy}, {len(each.rules)} rules)" for each in self.table.chains)
        verb = "create" if self.old is None else "replace"
        return f"{verb} nftables table {FAMILY} {NAME} with chains {chains}"

    async def execute(self, ruleset: Ruleset) -> None:
        """Do it. Raises OSError, and then the old table is still in force."""
        await ruleset.execute(replacing(self.table))

    async def undo(self, ruleset: Ruleset) -> None:
        """Put the old one back, without what strangers had in it. Raises OSError."""
        await ruleset.execute(removing() if self.old is None else replacing(self.old))


class RemoveTable(msgspec.Struct, frozen=True, kw_only=True):
    """Remove the table: nothing is filtered any more."""

    old: Table

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"remove nftables table {FAMILY} {NAME}"

    async def execute(self, ruleset: Ruleset) -> None:
        """Do it. Raises OSError."""
        await ruleset.execute(removing())

    async def undo(self, ruleset: Ruleset) -> None:
        """Put it back, without what strangers had in it. Raises OSError."""
        await ruleset.execute(replacing(self.old))


Operation = ReplaceTable | RemoveTable


def make_plan(wanted: Table | None, seen: Table | None) -> tuple[Operation, ...]:
    """Return what leads from the table that is seen to the one that is wanted; None is no table."""
    if wanted == seen:
        return ()
    if wanted is not None:
        return (ReplaceTable(table=wanted, old=seen),)
    return () if seen is None else (RemoveTable(old=seen),)
