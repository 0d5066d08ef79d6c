"""The loop that keeps the kernel as wanted. It runs when something has changed, and at no other time."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec.structs import replace

from libtalos.component.waiting import happened
from services.network.apply import Done, Outcome, converge, revert
from services.network.dns.settings import HostDnsSettings
from services.network.etc import EtcSettings
from services.network.layers.cmdline import Cmdline
from services.network.layers.contribution import Contribution, Merged
from services.network.layers.gather import Sources, gather
from services.network.layers.merge import merge
from services.network.layers.words import Layer, OperatorKind
from services.network.ledger import Ledger
from services.network.links.plan import Lack
from services.network.memory import Memory
from services.network.nodeaddress import NodeAddresses
from services.network.plan import make_plan
from services.network.problem import Problem
from services.network.timesync.settings import TimeSettings
from services.network.trial.journal import Journal, everything
from services.network.wanted import changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from services.network.kernel import Kernel
    from services.network.layers.configuration import Settings
    from services.network.layers.specs import OperatorSpec
    from services.network.operations import Operation
    from services.network.state import Ip, Seen


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The network after a reconcile.

    contributions and merged: what every layer says, and what that comes to. etc, host_dns, time: what the config says.
    settled: whether it is known yet if there is a config. missing, failed: what keeps the node from what is wanted
    and may pass. problems: what is wrong with the config and stays so until it is changed.
    """

    seen: Seen
    contributions: tuple[Contribution, ...] = ()
    merged: Merged
    etc: EtcSettings = EtcSettings()
    host_dns: HostDnsSettings = HostDnsSettings()
    time: TimeSettings = TimeSettings()
    addresses: NodeAddresses
    settled: bool
    done: tuple[Done, ...] = ()
    missing: tuple[Lack, ...] = ()
    failed: tuple[Done, ...] = ()
    problems: tuple[Problem, ...] = ()


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """What is due, and from what it follows.

    ledger: what is ours. problems: what is wrong with the config. changes: what is not the kernel's and would be
    another with the config that is planned for.
    """

    seen: Seen
    merged: Merged
    ledger: Ledger
    operations: tuple[Operation, ...]
    missing: tuple[Lack, ...] = ()
    problems: tuple[Problem, ...] = ()
    changes: tuple[str, ...] = ()


class Memories(Protocol):
    """Where what is ours is kept."""

    def save(self, memory: Memory) -> None:
        """Keep it; raises OSError."""


class Pause(Protocol):
    """How long to wait before failed operations are tried again."""

    def pause(self, failures: int) -> float:
        """Return seconds, after so many failures in a row."""


NOTHING_SAID = Cmdline()


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
        cmdline: Cmdline = NOTHING_SAID,
        container: bool = True,
        runs: Iterable[OperatorKind] = (),
        operate: Callable[[Mapping[str, OperatorSpec], Seen], None] | None = None,
    ) -> None:
        """Build it; report is called after every reconcile. cmdline, container and runs: see Sources.

        operate runs the operators that are wanted. What it contributes before it returns counts at once.
        """
        self._kernel = kernel
        self._memory = self._kept = memory
        self._memories = memories
        self._identity = identity
        self._report = report
        self._retry = retry
        self._operate = operate
        self._sources = Sources(cmdline=cmdline, platform=memory.platform, container=container, runs=frozenset(runs))
        self._journal: Journal | None = None
        self._unsaved: tuple[Problem, ...] = ()
        self._addresses = NodeAddresses()
        self._changed = asyncio.Event()
        self._changed.set()

    def want(self, settings: Settings) -> None:
        """Take a new config; the loop does the rest."""
        self._sources = replace(self._sources, settings=settings)
        self._changed.set()

    def contribute(self, name: str, contribution: Contribution | None) -> None:
        """Take what an operator has found out, such as `dhcp4/eth0`, or, with None, that it says nothing any more.

        Raises ValueError if the contribution is of another layer or source.
        """
        if contribution is not None and (contribution.layer, contribution.source) != (Layer.OPERATOR, name):
            raise ValueError(f"operator {name} says something of {contribution.layer.word}/{contribution.source}")
        others = {known: each for known, each in self._sources.operators.items() if known != name}
        said = {} if contribution is None else {name: contribution}
        if {**others, **said} != self._sources.operators:
            self._sources = replace(self._sources, operators={**others, **said})
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

    def plan(self, settings: Settings | None = None) -> Planned:
        """Return what apply would do now; with settings, what it would do if these were wanted.

        Raises OSError if the kernel's state cannot be read.
        """
        seen = self._kernel.read()
        before = merge(self._gather(self._sources, seen))
        sources = self._sources if settings is None else self._with(settings, before, seen)
        merged = merge(self._gather(sources, seen))
        plan = make_plan(merged, seen, self._memory.ledger)
        return Planned(
            seen=seen,
            merged=merged,
            ledger=self._memory.ledger,
            operations=plan.operations,
            missing=plan.missing,
            problems=(*plan.conflicts, *self._problems(sources, merged, seen)),
            changes=tuple(changes(before, merged)),
        )

    def begin(self) -> None:
        """Begin a trial: from now on, note what is done. Raises OSError if the kernel's state cannot be read."""
        self._journal = Journal(before=self._memory.ledger, found=everything(self._kernel.read()))

    def keep(self) -> None:
        """End the trial; what it wants is ours."""
        self._journal = None
        self._changed.set()

    def roll_back(self) -> None:
        """End the trial and undo what was done, last first; without a trial do nothing.

        What cannot be undone is left to the next reconcile, which brings about what is wanted by then.
        """
        journal, self._journal = self._journal, None
        if journal is None:
            return
        for each in reversed(journal.done):
            with contextlib.suppress(OSError):
                revert(self._kernel, [each])
        self._remember(replace(self._memory, ledger=journal.ours(self._memory.ledger)))
        self._changed.set()

    def apply(self) -> Report:
        """Reconcile now; raises OSError if the kernel's state cannot be read."""
        settings = self._sources.settings
        contributions = self._operated(self._kernel.read())
        merged = merge(contributions)
        # Until it is known what is wanted nothing is taken away: an earlier process may have put it there.
        outcome = converge(self._kernel, merged, Ledger() if settings is None else self._memory.ledger)
        if settings is not None:
            self._note(outcome)
        self._addresses = self._addresses.next(outcome.seen)
        report = Report(
            seen=outcome.seen,
            contributions=contributions,
            merged=merged,
            etc=EtcSettings() if settings is None else settings.etc,
            host_dns=HostDnsSettings() if settings is None else settings.host_dns,
            time=TimeSettings() if settings is None else settings.time,
            addresses=self._addresses,
            settled=settings is not None,
            done=outcome.done,
            missing=outcome.rest.missing,
            failed=outcome.failed,
            problems=(*outcome.rest.conflicts, *self._problems(self._sources, merged, outcome.seen)),
        )
        self._report(report)
        return report

    def _operated(self, seen: Seen) -> tuple[Contribution, ...]:
        contributions = self._gather(self._sources, seen)
        if self._operate is None or self._sources.settings is None:
            return contributions
        self._operate(merge(contributions).operators, seen)
        return self._gather(self._sources, seen)

    def _with(self, settings: Settings, before: Merged, seen: Seen) -> Sources:
        """Return the sources with other settings, without the words of operators that would end."""
        sources = replace(self._sources, settings=settings)
        ending = before.operators.keys() - merge(self._gather(sources, seen)).operators.keys()
        return replace(
            sources, operators={name: each for name, each in sources.operators.items() if name not in ending}
        )

    def _gather(self, sources: Sources, seen: Seen) -> tuple[Contribution, ...]:
        default = self._addresses.next(seen).default
        address: Ip | None = None if default is None else default.ip
        return gather(sources, seen, identity=self._identity(), address=address)

    def _problems(self, sources: Sources, merged: Merged, seen: Seen) -> tuple[Problem, ...]:
        settings = sources.settings
        return (
            *(() if settings is None else settings.problems),
            *sources.cmdline.problems,
            *self._unsaved,
            *_idle(merged, sources.runs),
            *_duplicates(seen),
        )

    def _note(self, outcome: Outcome) -> None:
        if self._journal is not None:
            self._journal = replace(self._journal, done=(*self._journal.done, *outcome.done))
        self._remember(replace(self._memory, ledger=outcome.ledger))

    def _remember(self, memory: Memory) -> None:
        self._memory = memory
        # a restart takes a trial back: what it found and came to want must not be taken for ours then
        kept = memory if self._journal is None else replace(memory, ledger=self._journal.ours(memory.ledger))
        if kept == self._kept:
            return
        self._kept = kept
        try:
            self._memories.save(kept)
        except OSError as error:
            text = f"after a restart, what was added is taken for somebody else's: {error}"
            self._unsaved = (Problem(where="memory of this component", text=text),)
        else:
            self._unsaved = ()

    async def _wait(self, failures: int) -> None:
        await happened(self._changed, self._retry.pause(failures - 1) if failures else None)


def _idle(merged: Merged, runs: frozenset[OperatorKind]) -> Iterator[Problem]:
    for name, each in merged.operators.items():
        if each.kind not in runs:
            text = f"{each.kind.word} is not supported by this version: give addresses and routes"
            yield Problem(where=f"operator {name}", text=text)


def _duplicates(seen: Seen) -> Iterator[Problem]:
    for each in seen.addresses:
        if each.duplicate:
            where = f"address {each.interface} of {seen.name(each.link)}"
            yield Problem(where=where, text="somebody else in the network has it, so that it is not used: give another")
