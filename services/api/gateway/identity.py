"""The node's certificates follow its config, its addresses and its name, and are renewed at half their life."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from ipaddress import ip_interface

import structlog

from libtalos.component.waiting import happened
from libtalos.resources.definitions.network import HostnameStatus, NodeAddress
from libtalos.resources.definitions.runtime import MachineConfigSpec
from services.api.gateway.issuing import LIFETIME, Issued, IssueRequest

# upstream's ids of the resources
CONFIG_ID = "v1alpha1"
CURRENT_ADDRESSES = "current"
HOSTNAME_ID = "hostname"
# seconds between tries after one that failed
RETRY = 60.0


class Identity:
    """Has certificates issued when they have to be others. changed takes the new ones."""

    def __init__(
        self,
        *,
        issue: Callable[[IssueRequest], Awaitable[Issued]],
        changed: Callable[[Issued], Awaitable[None]],
        log: structlog.stdlib.BoundLogger,
        half_life: float = LIFETIME.total_seconds() / 2,
    ) -> None:
        self._issue = issue
        self._changed = changed
        self._log = log
        self._half_life = half_life
        self._config = ""
        self._problem = ""
        self._addresses: tuple[str, ...] = ()
        self._hostname = HostnameStatus(hostname="")
        self._event = asyncio.Event()

    def config(self, found: dict[str, MachineConfigSpec]) -> None:
        """Take the machine config, which may be none."""
        self._config = found[CONFIG_ID].yaml if CONFIG_ID in found else ""
        self._event.set()

    def addresses(self, found: dict[str, NodeAddress]) -> None:
        """Take the node's addresses."""
        current = found[CURRENT_ADDRESSES].addresses if CURRENT_ADDRESSES in found else ()
        self._addresses = tuple(sorted(str(ip_interface(text).ip) for text in current))
        self._event.set()

    def hostname(self, found: dict[str, HostnameStatus]) -> None:
        """Take the node's name."""
        self._hostname = found.get(HOSTNAME_ID, HostnameStatus(hostname=""))
        self._event.set()

    def is_own(self, target: str) -> bool:
        """Whether a target is this node: one of its addresses, its name, or its full name."""
        name = self._hostname.hostname
        full = f"{name}.{self._hostname.domainname}" if self._hostname.domainname else name
        return target in self._addresses or (bool(name) and target in {name, full})

    async def run(self) -> None:
        """Issue for ever: at a change, and when half of the life is over."""
        last: IssueRequest | None = None
        pause: float | None = None
        while True:
            due = not await self._wait(pause)
            request = self._request()
            if request is None or (request == last and not due):
                continue
            issued = await self._issue(request)
            if issued.problem:
                self._tell(issued.problem)
                last, pause = request, RETRY
                continue
            self._problem = ""
            await self._changed(issued)
            last, pause = request, self._half_life

    def _tell(self, problem: str) -> None:
        """Log a problem once: a worker, which has no key to issue with, is asked for ever."""
        if problem != self._problem:
            self._problem = problem
            self._log.warning("no certificates for the public API", problem=problem)

    def _request(self) -> IssueRequest | None:
        if not self._config:
            return None
        return IssueRequest(
            config=self._config,
            addresses=self._addresses,
            hostname=self._hostname.hostname,
            domainname=self._hostname.domainname,
        )

    async def _wait(self, pause: float | None) -> bool:
        """Return whether something has changed before the pause was over."""
        changed = await happened(self._event, pause)
        if changed:
            self._event.clear()
        return changed
