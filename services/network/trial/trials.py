"""What is wanted: the machine config, or for a while another one that is tried and may have to go by itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import msgspec

from libtalos.component.waiting import happened
from libtalos.config.errors import ConfigError
from services.network.machineconfig import read_config
from services.network.trial.candidate import read_candidate
from services.network.trial.fingerprint import make_id, moved
from services.network.trial.held import Held, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from structlog.stdlib import BoundLogger

    from services.network.firewall.keeper import Outcome
    from services.network.firewall.operations import Operation as FirewallOperation
    from services.network.firewall.settings import Settings as FirewallSettings
    from services.network.layers.configuration import Settings
    from services.network.machineconfig import Config
    from services.network.reconcile import Planned, Report


class TrialError(Exception):
    """Something that cannot be done in this state; the message says why and what to do."""


class KeepError(Exception):
    """A config that was applied cannot be kept for a restart of this component, or what was kept cannot be removed."""


class Network(Protocol):
    """Links, addresses, names and the like. Its methods raise OSError if the kernel's state cannot be read."""

    def plan(self, settings: Settings | None = None) -> Planned:
        """Return what apply would do."""

    def apply(self) -> Report:
        """Bring about what is wanted."""

    def begin(self) -> None:
        """Note what is done from now on."""

    def keep(self) -> None:
        """Forget how to undo it."""

    def roll_back(self) -> None:
        """Undo it."""


class Firewall(Protocol):
    """The packet filter."""

    async def plan(self, settings: FirewallSettings | None = None) -> Sequence[FirewallOperation]:
        """Return what apply would do; raises OSError if the kernel's table cannot be read."""

    async def apply(self) -> Outcome:
        """Bring about what is wanted."""


class Files(Protocol):
    """Where a config that holds outlives a restart of the component."""

    def load(self) -> Held | None:
        """Return it; raises OSError, ValueError."""

    def save(self, held: Held | None) -> None:
        """Keep it, or nothing; raises OSError."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """News of a config that was tried: applied, confirmed, reverted or ended."""

    plan: str
    action: str
    reason: str
    error: str = ""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A plan; id is what apply takes."""

    id: str
    planned: Planned
    filtering: tuple[FirewallOperation, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to the kernel for a plan."""

    plan: str = ""
    report: Report
    outcome: Outcome


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What is in the place of the machine config. remaining: seconds until it is reverted, None if it stays."""

    plan: str
    remaining: float | None
    operations: tuple[str, ...]


class _Armed(msgspec.Struct, frozen=True, kw_only=True):
    plan: str
    config: Config
    deadline: float
    operations: tuple[str, ...] = ()


class Trials:
    """Holds what is wanted, and gives it to whoever brings it about."""

    def __init__(
        self,
        *,
        network: Network,
        firewall: Firewall,
        use: Callable[[Config], None],
        files: Files,
        tell: Callable[[Told], None],
        clock: Callable[[], float],
        log: BoundLogger,
    ) -> None:
        """Build it; use takes the config that is wanted, tell takes news, clock is monotonic, in seconds."""
        self._network = network
        self._firewall = firewall
        self._give = use
        self._files = files
        self._tell = tell
        self._clock = clock
        self._log = log
        self._base: Config | None = None
        self._loaded = False
        self._held: tuple[Held, Config] | None = None
        self._armed: _Armed | None = None
        self._changed = asyncio.Event()
        self._alone = asyncio.Lock()

    @property
    def state(self) -> State | None:
        """What was applied beside the machine config, if anything."""
        if self._armed is not None:
            remaining = max(0.0, self._armed.deadline - self._clock())
            return State(plan=self._armed.plan, remaining=remaining, operations=self._armed.operations)
        if self._held is not None:
            held = self._held[0]
            return State(plan=held.plan, remaining=None, operations=held.operations)
        return None

    def want(self, config: Config) -> None:
        """Take the machine config. One with another text ends what was tried beside the one before."""
        before, self._base = self._base, config
        if before is not None and before.yaml != config.yaml and self.state is not None:
            self._end()
        if not self._loaded:
            self._load(config)
        self._use()

    async def plan(self, text: str) -> Draft:
        """Return the plan for a text, or for what is wanted if it is empty.

        Raises ConfigError, TrialError, and OSError if the kernel cannot be read.
        """
        return await self._draft(text, self._read(text) if text else None)

    async def apply(self, text: str, plan: str, confirm_in: float | None) -> Result:
        """Bring about a text, or what is wanted. With a time in seconds it is reverted unless confirm comes in it.

        Raises what plan raises, TrialError if the world is not that of the plan any more, and KeepError.
        """
        async with self._alone:
            config = self._read(text) if text else None
            now = await self._draft(text, config)
            if plan:
                _compare(plan, now.id)
            if config is not None:
                self._refuse_second()
                self._take(config, now.id, confirm_in)
            return await self._applied(now.id, new=config is not None)

    async def confirm(self, plan: str) -> str:
        """Keep what is on trial and return the id of its plan; raises TrialError, KeepError."""
        async with self._alone:
            armed = self._armed
            if armed is None:
                raise TrialError(
                    "nothing is on trial: it was reverted, or ended by a new machine config, or never begun"
                )
            _check(plan, armed.plan)
            self._hold(armed.config, armed.plan, armed.operations)
            self._network.keep()
            self._say(armed.plan, "confirmed", "a client has confirmed it")
            return armed.plan

    async def revert(self, plan: str) -> Result:
        """Want again what was wanted before, and undo what was done; raises TrialError, KeepError, OSError."""
        async with self._alone:
            state = self.state
            if state is None:
                raise TrialError("there is nothing to revert: the machine config is what is wanted")
            _check(plan, state.plan)
            if self._armed is None:
                self._keep(None)
            return await self._roll_back("a client asked for it")

    async def run(self) -> None:
        """Revert what nobody confirms in time, for ever."""
        while True:
            await self._wait()
            async with self._alone:
                if self._armed is not None and self._armed.deadline <= self._clock():
                    await self._expire()

    async def _wait(self) -> None:
        self._changed.clear()
        armed = self._armed
        await happened(self._changed, None if armed is None else max(0.0, armed.deadline - self._clock()))

    async def _expire(self) -> None:
        try:
            await self._roll_back("nobody has confirmed it in time")
        except OSError as error:
            # the loops of both parts go on with it
            self._log.warning("cannot see yet whether the network is as before", error=str(error))

    def _read(self, text: str) -> Config:
        if self._base is None:
            raise TrialError("it is not known yet whether there is a machine config: try again when init has told")
        base = self._base if self._held is None else self._held[1]
        return read_candidate(text, base.yaml)

    async def _draft(self, text: str, config: Config | None) -> Draft:
        filtering = tuple(await self._firewall.plan(None if config is None else config.firewall))
        # no pause between this and what apply does with it
        planned = self._network.plan(None if config is None else config.network)
        wanted = self._wanted
        base = "" if wanted is None else wanted.yaml
        plan = make_id(base=base, tried=text, planned=planned, filtering=filtering)
        return Draft(id=plan, planned=planned, filtering=filtering)

    def _refuse_second(self) -> None:
        if self._armed is not None:
            raise TrialError(f"plan {self._armed.plan} is on trial: confirm or revert it first")

    def _take(self, config: Config, plan: str, confirm_in: float | None) -> None:
        if confirm_in is None:
            self._hold(config, plan, ())
        else:
            self._network.begin()
            self._armed = _Armed(plan=plan, config=config, deadline=self._clock() + confirm_in)
            self._changed.set()
        self._use()
        stays = "it stays" if confirm_in is None else f"it is reverted unless it is confirmed in {confirm_in:g} s"
        self._say(plan, "applied", stays)

    async def _applied(self, plan: str, *, new: bool) -> Result:
        report = self._network.apply()
        outcome = await self._firewall.apply()
        said = tuple(each.describe() for each in (*(each.operation for each in report.done), *outcome.done))
        if new:
            self._note(plan, said)
        return Result(plan=plan, report=report, outcome=outcome)

    def _note(self, plan: str, operations: tuple[str, ...]) -> None:
        # a new machine config may have ended it by now
        if self._armed is not None and self._armed.plan == plan:
            self._armed = msgspec.structs.replace(self._armed, operations=operations)
        elif self._held is not None and self._held[0].plan == plan:
            self._hold(self._held[1], plan, operations)

    def _hold(self, config: Config, plan: str, operations: tuple[str, ...]) -> None:
        base = "" if self._base is None else self._base.yaml
        held = Held(base=digest(base), plan=plan, yaml=config.yaml, operations=operations)
        self._keep(held)
        self._held, self._armed = (held, config), None
        self._changed.set()

    async def _roll_back(self, reason: str) -> Result:
        plan = self._drop()
        self._use()
        error = "the kernel has not been read"
        try:
            report = self._network.apply()
            outcome = await self._firewall.apply()
            faults = [*(f"{each.operation.describe()}: {each.error}" for each in report.failed), outcome.error]
            error = "; ".join(filter(None, faults))
            return Result(plan=plan, report=report, outcome=outcome)
        finally:
            self._say(plan, "reverted", reason, error)

    def _drop(self) -> str:
        """Take away what is on trial, or else what holds; return the id of its plan."""
        state = self.state
        if self._armed is None:
            self._held = None
        self._armed = None
        self._network.roll_back()
        self._changed.set()
        return "" if state is None else state.plan

    def _end(self) -> None:
        while self.state is not None:
            self._say(self._drop(), "ended", "the machine config has changed")
        self._loaded = True
        try:
            self._files.save(None)
        except OSError as error:
            self._log.warning("cannot remove what was kept of an applied config", error=str(error))

    def _keep(self, held: Held | None) -> None:
        try:
            self._files.save(held)
        except OSError as error:
            raise KeepError(f"cannot write the file of the config that was applied: {error}") from error

    def _load(self, config: Config) -> None:
        try:
            held = self._files.load()
            if held is not None and held.base == digest(config.yaml):
                self._held = held, read_config(held.yaml)
                self._loaded = True
            elif config.yaml:
                self._loaded = True
                self._files.save(None)
        except (OSError, ValueError, ConfigError) as error:
            self._loaded = True
            self._log.warning(
                "cannot use what was kept of an applied config; using the machine config", error=str(error)
            )

    @property
    def _wanted(self) -> Config | None:
        if self._armed is not None:
            return self._armed.config
        return self._base if self._held is None else self._held[1]

    def _use(self) -> None:
        if self._wanted is not None:
            self._give(self._wanted)

    def _say(self, plan: str, action: str, reason: str, error: str = "") -> None:
        told = {"error": error} if error else {}
        self._log.info(f"the tried network config is {action}", plan=plan, reason=reason, **told)
        self._tell(Told(plan=plan, action=action, reason=reason, error=error))


def _compare(plan: str, now: str) -> None:
    try:
        parts = moved(plan, now)
    except ValueError as error:
        raise TrialError(f"{error}: plan anew") from error
    if parts:
        raise TrialError(f"the world has moved since it was planned: {', '.join(parts)}; plan anew")


def _check(plan: str, now: str) -> None:
    if plan and plan != now:
        raise TrialError(f'plan "{plan}" is not the one that was applied last: that is {now}')
