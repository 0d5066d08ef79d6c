"""The loop that keeps the table as the config wants it. It runs when something has changed, and at no other time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import msgspec

from libtalos.component.waiting import happened
from services.network.firewall.operations import make_plan
from services.network.firewall.table import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from structlog.stdlib import BoundLogger

    from libtalos.resources.definitions.nftables import NfTablesChain
    from services.network.firewall.nft import Ruleset
    from services.network.firewall.operations import Operation
    from services.network.firewall.settings import Settings
    from services.network.firewall.table import Table
    from services.network.state import Interface


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was done; error is empty if the table is now as wanted."""

    done: tuple[Operation, ...] = ()
    error: str = ""


class Pause(Protocol):
    """How long to wait before what failed is tried again."""

    def pause(self, failures: int) -> float:
        """Return seconds, after so many failures in a row."""


class Firewall:
    """Holds the wanted table and brings the kernel to it."""

    def __init__(
        self,
        *,
        ruleset: Ruleset,
        publish: Callable[[Mapping[str, NfTablesChain]], None],
        told: Callable[[bool], None],
        retry: Pause,
        log: BoundLogger,
    ) -> None:
        """Build it.

        publish takes the chains that are wanted; told is called after each try that knew the config, with whether the
        table is as wanted.
        """
        self._ruleset = ruleset
        self._publish = publish
        self._told = told
        self._retry = retry
        self._log = log
        self._settings: Settings | None = None
        self._routed: tuple[Interface, ...] = ()
        self._chains: dict[str, NfTablesChain] = {}
        self._kept: Table | None = None
        self._complaint = ""
        self._changed = asyncio.Event()
        self._alone = asyncio.Lock()

    def want(self, settings: Settings) -> None:
        """Take a new config; the loop does the rest."""
        self._settings = settings
        self._changed.set()

    def take_addresses(self, routed: Iterable[Interface]) -> None:
        """Take the addresses under which others reach the node."""
        addresses = tuple(routed)
        if addresses != self._routed:
            self._routed = addresses
            self._changed.set()

    def wake(self) -> None:
        """Look again: somebody has changed the table. Any number of calls before the loop comes round are one."""
        self._changed.set()

    async def run(self) -> None:
        """Keep the table for ever: at a change, and after a growing pause while it cannot be had."""
        failures = 0
        while True:
            await self._wait(failures)
            self._changed.clear()
            failures = failures + 1 if (await self.apply()).error else 0

    async def plan(self, settings: Settings | None = None) -> Sequence[Operation]:
        """Return what apply would do now, or would if these settings were wanted; raises OSError if it cannot read."""
        settings = settings or self._settings
        if settings is None:
            return ()
        wanted = _wanted(settings, self._routed)
        async with self._alone:
            return make_plan(_table(wanted) if wanted else None, await self._ruleset.read())

    async def apply(self) -> Outcome:
        """Make the table as wanted, and look at it. Before it is known whether there is a config, nothing is done."""
        if self._settings is None:
            return Outcome()
        async with self._alone:
            outcome = await self._converge(self._settings)
        self._tell(outcome)
        return outcome

    def _wanted(self, settings: Settings) -> Table | None:
        chains = _wanted(settings, self._routed)
        if chains != self._chains:
            self._chains = chains
            self._publish(chains)
        return _table(chains) if chains else None

    async def _converge(self, settings: Settings) -> Outcome:
        done: tuple[Operation, ...] = ()
        try:
            wanted = self._wanted(settings)
            seen = await self._ruleset.read()
            self._look(wanted, seen)
            for operation in make_plan(wanted, seen):
                await operation.execute(self._ruleset)
                done = (*done, operation)
                self._log.info(operation.describe())
            if done:
                seen = await self._ruleset.read()
        except OSError as error:
            return Outcome(done=done, error=error.strerror or str(error))
        self._kept = wanted if seen == wanted else None
        return Outcome(done=done, error=_wrong(wanted, seen))

    def _look(self, wanted: Table | None, seen: Table | None) -> None:
        if wanted is not None and wanted == self._kept and seen != wanted:
            self._log.warning(
                "somebody has changed the firewall; repairing it", found="; ".join(differences(wanted, seen))
            )

    def _tell(self, outcome: Outcome) -> None:
        # once for each state, not once for each try
        if outcome.error and outcome.error != self._complaint:
            self._log.warning("the firewall is not as the machine config wants it; trying again", error=outcome.error)
        elif self._complaint and not outcome.error:
            self._log.info("the firewall is as wanted")
        self._complaint = outcome.error
        self._told(not outcome.error)

    async def _wait(self, failures: int) -> None:
        await happened(self._changed, self._retry.pause(failures - 1) if failures else None)


def _wanted(settings: Settings, routed: Iterable[Interface]) -> dict[str, NfTablesChain]:
    return {} if settings.silent else _chains(settings, routed)


def _chains(settings: Settings, routed: Iterable[Interface]) -> dict[str, NfTablesChain]:
    from services.network.firewall.chains import make_chains  # noqa: PLC0415 - most nodes have no firewall

    return make_chains(settings, routed)


def _table(chains: Mapping[str, NfTablesChain]) -> Table:
    from services.network.firewall.compile import compile_table  # noqa: PLC0415 - as above

    return compile_table(chains)


def _wrong(wanted: Table | None, seen: Table | None) -> str:
    if seen == wanted:
        return ""
    if wanted is None:
        return "the table was removed and is there all the same"
    return "after it was written, " + "; ".join(differences(wanted, seen))
