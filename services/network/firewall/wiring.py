"""The firewall's objects, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from libtalos.resources.definitions.nftables import NfTablesChain
from services.network.firewall.keeper import Firewall
from services.network.firewall.netfilter import TableMonitor
from services.network.firewall.nft import Nft

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Mapping

    from structlog.stdlib import BoundLogger

    from services.network.firewall.keeper import Pause

PUBLISHES = (NfTablesChain,)


class Store(Protocol):
    """What this needs of a resource store."""

    def replace(self, spec_class: type[NfTablesChain], specs: Mapping[str, NfTablesChain], /) -> None:
        """Make these the resources of a type."""


class Monitor(Protocol):
    """Something that listens."""

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listen on an event loop."""

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop listening."""


class Deaf:
    """In the place of a monitor where the kernel has no nftables: there is nothing to hear."""

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Do nothing."""

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Do nothing."""


class Wiring(msgspec.Struct, frozen=True, kw_only=True):
    """The firewall and what hears of changes by others."""

    firewall: Firewall
    monitor: Monitor


class Answer(Protocol):
    """Takes what is known of the firewall."""

    def set(self, answer: bool) -> None:
        """Answer."""


def wire(*, store: Store, health: Answer, settled: Answer, retry: Pause, log: BoundLogger) -> Wiring:
    """Build the firewall of the process's network namespace.

    health hears whether the table is as wanted, settled that the config is known and its table was tried.
    """

    def told(holds: bool) -> None:
        health.set(holds)
        settled.set(True)

    def publish(chains: Mapping[str, NfTablesChain]) -> None:
        store.replace(NfTablesChain, chains)

    firewall = Firewall(ruleset=Nft(), publish=publish, told=told, retry=retry, log=log)
    return Wiring(firewall=firewall, monitor=_monitor(firewall.wake, log))


def _monitor(changed: Callable[[], Any], log: BoundLogger) -> Monitor:
    try:
        return TableMonitor(changed=changed)
    except OSError as error:
        log.warning(
            "cannot hear of changes of nftables: a firewall is not repaired when others change it", error=str(error)
        )
        return Deaf()
