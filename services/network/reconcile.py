"""The loop that keeps the kernel as wanted. It runs when something has changed, and at no other time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec.structs import replace

from services.network.apply import Done, converge
from services.network.desired import loopback_only, make_wanted
from services.network.memory import Memory
from services.network.nodeaddress import NodeAddresses
from services.network.plan import make_plan
from services.network.wanted import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from services.network.kernel import Kernel
    from services.network.operations import Operation
    from services.network.settings import Settings
    from services.network.state import Ip, Seen
    from services.network.wanted import Wanted, WantedLink


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The network after a reconcile.

    settled: whether it is known yet if there is a config. missing, failed: what keeps the node from what is wanted
    and may pass. problems: what is wrong with the config and stays so until it is changed.
    """

    seen: Seen
    wanted: Wanted
    addresses: NodeAddresses
    settled: bool
    done: tuple[Done, ...] = ()
    missing: tuple[WantedLink, ...] = ()
    failed: tuple[Done, ...] = ()
    problems: tuple[Problem, ...] = ()


class Memories(Protocol):
    """Where what is ours is kept."""

    def save(self, memory: Memory) -> None:
        """Keep it; raises OSError."""


class Pause(Protocol):
    """How long to wait before failed operations are tried again."""

    def pause(self, failures: int) -> float:
        """Return seconds, after so many failures in a row."""


class Reconciler:
    """Holds the wanted state and brings the kernel to it; not for several threads."""

    def __init__(
        self,
        *,
        kernel: Kernel,
        memory: Memory,
        memories: Memories,
        identity: Callable[[], str],
        report: Callable[[Report], None],
        retry: Pause,
    ) -> None:
        """Build it; report is called after every reconcile."""
        self._kernel = kernel
        self._memory = memory
        self._memories = memories
        self._identity = identity
        self._report = report
        self._retry = retry
        self._settings: Settings | None = None
        self._unsaved: tuple[Problem, ...] = ()
        self._addresses = NodeAddresses()
        self._changed = asyncio.Event()
        self._changed.set()

    def want(self, settings: Settings) -> None:
        """Take a new config; the loop does the rest."""
        self._settings = settings
        self._changed.set()

    def wake(self) -> None:
        """Look again: something has changed. Any number of calls before the loop comes round are one."""
        self._changed.set()

    async def run(self) -> None:
        """Reconcile for ever: at a change, and after a growing pause while operations fail."""
        failures = 0
        while True:
            await self._wait(failures)
            self._changed.clear()
            try:
                failed = bool(self.apply().failed)
            except BlockingIOError:  # the kernel's tables changed faster than they can be read
                failed = True
            failures = failures + 1 if failed else 0

    def plan(self) -> tuple[Sequence[Operation], Sequence[WantedLink], Sequence[Problem]]:
        """Return what apply would do now, the links it would wait for, and what is wrong with the config.

        Raises OSError if the kernel's state cannot be read.
        """
        seen = self._kernel.read()
        plan = make_plan(self._wanted(self._addresses.next(seen)), seen, self._memory.ledger)
        return plan.operations, plan.missing, self._problems(seen)

    def apply(self) -> Report:
        """Reconcile now; raises OSError if the kernel's state cannot be read."""
        wanted = self._wanted(self._addresses.next(self._kernel.read()))
        outcome = converge(self._kernel, wanted, self._memory.ledger)
        self._remember(replace(self._memory, ledger=outcome.ledger))
        self._addresses = self._addresses.next(outcome.seen)
        report = Report(
            seen=outcome.seen,
            wanted=wanted,
            addresses=self._addresses,
            settled=self._settings is not None,
            done=outcome.done,
            missing=outcome.rest.missing,
            failed=outcome.failed,
            problems=self._problems(outcome.seen),
        )
        self._report(report)
        return report

    def _wanted(self, addresses: NodeAddresses) -> Wanted:
        if self._settings is None:
            return loopback_only()
        address: Ip | None = None if addresses.default is None else addresses.default.ip
        return make_wanted(self._settings, self._memory.platform, identity=self._identity(), address=address)

    def _problems(self, seen: Seen) -> tuple[Problem, ...]:
        settings = () if self._settings is None else self._settings.problems
        return (*settings, *self._unsaved, *_duplicates(seen))

    def _remember(self, memory: Memory) -> None:
        if memory == self._memory:
            return
        self._memory = memory
        try:
            self._memories.save(memory)
        except OSError as error:
            text = f"after a restart, what was added is taken for somebody else's: {error}"
            self._unsaved = (Problem(where="memory of this component", text=text),)
        else:
            self._unsaved = ()

    async def _wait(self, failures: int) -> None:
        try:
            async with asyncio.timeout(self._retry.pause(failures - 1) if failures else None):
                await self._changed.wait()
        except TimeoutError:
            return


def _duplicates(seen: Seen) -> Iterator[Problem]:
    for each in seen.addresses:
        if each.duplicate:
            where = f"address {each.interface} of {seen.name(each.link)}"
            yield Problem(where=where, text="somebody else in the network has it, so that it is not used: give another")
