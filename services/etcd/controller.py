"""Brings etcd to what the facts ask for: certificates, service, resources.

The etcd process does not outlive this component for long: it is stopped with it, and if the component is killed, its
successor finds the orphan in etcd's control group and kills it before it starts its own. To adopt it instead would
save a restart of etcd, and cost its log and the exit status of a process that is nobody's child.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from libtalos.pki.keys import PkiError
from libtalos.supervise.gate import Gate, InOrder
from services.etcd.arguments import ArgumentError, command
from services.etcd.certificates import SecretFile, issue_all, version
from services.etcd.facts import Facts
from services.etcd.plan import Nothing, Plan, make_plan
from services.etcd.service import SERVICE, etcd_spec

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

    from libtalos.supervise.spec import Condition, ServiceSpec
    from libtalos.supervise.status import ServiceId
    from services.etcd.files import EtcdFiles
    from services.etcd.membership import Etcd
    from services.etcd.resources import Publisher


class Supervisor(Protocol):
    """What this needs of the supervisor."""

    def load(self, specs: Iterable[ServiceSpec], /) -> None:
        """Add services."""

    def replace(self, spec: ServiceSpec, /) -> None:
        """Give a service a new specification."""

    async def start(self, service_id: ServiceId, /) -> object:
        """Start it."""

    async def restart(self, service_id: ServiceId, /) -> object:
        """Stop it, start it."""

    async def stop(self, service_id: ServiceId, /) -> object:
        """Stop it."""


class Certified(Protocol):
    """Someone who uses the certificates."""

    def renew(self) -> None:
        """There are new ones."""


class Controller:
    """Reconciles, one change after the other. `take` tells it the facts, `run` is its eternal task.

    `decided` is told once it is known whether there is an etcd to run here, and the supervisor has it if so.
    """

    def __init__(
        self,
        *,
        supervisor: Supervisor,
        volumes: Condition,
        files: EtcdFiles,
        etcd: Etcd,
        client: Certified,
        publisher: Publisher,
        now: Callable[[], datetime],
        decided: Callable[[], object],
        log: BoundLogger,
    ) -> None:
        self._supervisor = supervisor
        self._volumes = volumes
        self._files = files
        self._etcd = etcd
        self._client = client
        self._publisher = publisher
        self._now = now
        self._decided = decided
        self._log = log
        self._facts = Facts()
        self._changed = asyncio.Event()
        self._gate = Gate()
        # command line and authority: etcd reads its certificates at every handshake, whom it trusts only at its start
        self._running: tuple[tuple[str, ...], bytes] | None = None
        self._refused = ""
        self._loaded = False
        self._version = ""
        self._issued: Sequence[SecretFile] = ()
        self._said = ""

    def take(self, facts: Facts) -> None:
        """Take what is known now."""
        self._facts = facts
        self._changed.set()

    def look(self) -> None:
        """Look again, whatever is known: a file may have changed."""
        self._changed.set()

    async def run(self) -> None:
        """Reconcile for ever."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            await self.reconcile(self._facts)

    async def reconcile(self, facts: Facts) -> None:
        """Bring about what these facts ask for. What cannot be had is logged; what runs goes on running."""
        plan = make_plan(facts)
        if isinstance(plan, Nothing):
            await self._run_nothing(facts, plan)
            return
        try:
            await self._run_plan(plan)
        except (ArgumentError, PkiError, OSError) as error:
            await self._refuse(str(error))

    async def _run_plan(self, plan: Plan) -> None:
        wanted = command(plan, secrets=self._files.secrets, data=self._files.data)
        await self._certify(plan)
        self._publisher.plan(plan)
        self._gate.set(plan.missing)
        running = (wanted, plan.authority.certificate)
        if running != self._running:
            self._running = running
            await self._use(self._spec(wanted, self._prepare))

    async def _run_nothing(self, facts: Facts, nothing: Nothing) -> None:
        self._say(nothing.reason)
        retired = facts.config is not None and facts.config.authority is None
        if retired:
            self._decided()
        if retired and self._running is not None:
            self._running = None
            self._version = ""
            await self._supervisor.stop(SERVICE)
            self._publisher.nothing()

    async def _refuse(self, problem: str) -> None:
        """Say what is wrong; if nothing runs yet, say it as the service's state, too."""
        self._log.error("etcd cannot run as the machine config wants", error=problem)
        if self._running is None and problem != self._refused:
            self._refused = problem

            async def fail() -> None:
                raise ArgumentError(problem)

            self._gate.set(())
            await self._use(self._spec((str(SERVICE),), fail))

    async def _certify(self, plan: Plan) -> None:
        wanted = version(plan)
        if wanted == self._version:
            await self._restore()
            return
        self._issued = await asyncio.to_thread(issue_all, plan, now=self._now())
        await asyncio.to_thread(self._files.write_secrets, self._issued)
        self._version = wanted
        self._client.renew()
        self._publisher.certificates(wanted)
        self._log.info("issued certificates", version=wanted, directory=str(self._files.secrets))

    async def _restore(self) -> None:
        """Write the same files again if one of them is lost or changed."""
        if await asyncio.to_thread(self._files.hold, self._issued):
            return
        await asyncio.to_thread(self._files.write_secrets, self._issued)
        self._client.renew()
        self._log.warning("certificates were lost or changed; written again", directory=str(self._files.secrets))

    async def _use(self, spec: ServiceSpec) -> None:
        if self._loaded:
            self._supervisor.replace(spec)
            await self._supervisor.restart(SERVICE)
            return
        self._supervisor.load([spec])
        self._loaded = True
        await self._supervisor.start(SERVICE)
        self._decided()

    def _spec(self, command_line: tuple[str, ...], prepare: Callable[[], Awaitable[None]]) -> ServiceSpec:
        return etcd_spec(
            command_line,
            uid=self._files.uid,
            gid=self._files.gid,
            condition=InOrder(self._gate, self._volumes),
            prepare=prepare,
            healthy=self._etcd.healthy,
        )

    async def _prepare(self) -> None:
        empty = await asyncio.to_thread(self._files.make_data_directory)
        if empty:
            self._log.info("no data yet: bootstrapping a cluster with this node as its only member")

    def _say(self, reason: str) -> None:
        if reason != self._said:
            self._said = reason
            self._log.info("no etcd to run", reason=reason)
