"""Brings the kubelet to what the facts ask for.

The kubelet does not outlive this component for long: it is stopped with it, and what a killed component leaves in the
kubelet's control group is killed by its successor. Pods are not in that group; they go on.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from libtalos.supervise.gate import Gate, InOrder
from services.kubelet.configuration import ConfigurationError
from services.kubelet.facts import Facts
from services.kubelet.plan import Nothing, Plan, make_plan
from services.kubelet.service import SERVICE, absent_spec, kubelet_spec
from services.kubelet.version import CURRENT, Kubelet

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

    from libtalos.config import MachineConfig
    from libtalos.supervise.spec import Condition, ServiceSpec
    from libtalos.supervise.status import ServiceId
    from services.kubelet.files import File, KubeletFiles
    from services.kubelet.identity import ClientIdentity


# seconds that callers wait for what is not known yet: the network is up in one, and a deadline is 20
PATIENCE: Final = 10.0


class NotPlannedError(Exception):
    """It cannot be said yet, or not at all, how the kubelet would run."""


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


class Controller:
    """Reconciles, one change after the other. kubelet is None where the image has none.

    `decided` is told once the supervisor has the service.
    """

    def __init__(
        self,
        *,
        supervisor: Supervisor,
        volumes: Condition,
        files: KubeletFiles,
        identity: ClientIdentity,
        kubelet: Kubelet | None,
        publish: Callable[[Plan], None],
        decided: Callable[[], object],
        log: BoundLogger,
    ) -> None:
        self._supervisor = supervisor
        self._volumes = volumes
        self._files = files
        self._identity = identity
        self._kubelet = kubelet
        self._publish = publish
        self._decided = decided
        self._log = log
        self._facts = Facts()
        self._changed = asyncio.Event()
        self._news = asyncio.Event()
        self._gate = Gate()
        self._running = ""
        self._loaded = False

    def take(self, facts: Facts) -> None:
        """Take what is known now."""
        self._facts = facts
        self._changed.set()
        self._news.set()
        self._news = asyncio.Event()

    def plan(self) -> Plan:
        """How the kubelet runs, or would run. Raises NotPlannedError with the reason why that is not known."""
        try:
            plan = make_plan(self._facts, version=self._kubelet.version if self._kubelet else CURRENT)
        except ConfigurationError as error:
            raise NotPlannedError(f"the kubelet cannot run as the machine config wants: {error}") from error
        if isinstance(plan, Nothing):
            raise NotPlannedError(plan.reason)
        return plan

    async def awaited_plan(self) -> Plan:
        """As `plan`; what others have only not told yet, as after a restart, is waited for, PATIENCE seconds long."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self._may_be_told():
                    await self._news.wait()
        return self.plan()

    def _may_be_told(self) -> bool:
        if self._facts.config is None:
            return not self._facts.heard
        try:
            self.plan()
        except NotPlannedError as error:
            return not isinstance(error.__cause__, ConfigurationError)
        return False

    async def run(self) -> None:
        """Reconcile for ever."""
        if self._kubelet is None:
            await self._use(absent_spec())
        while True:
            await self._changed.wait()
            self._changed.clear()
            await self._reconcile()

    async def _reconcile(self) -> None:
        try:
            plan = self.plan()
        except NotPlannedError as error:
            self._log.warning("no kubelet to run", reason=str(error))
            return
        self._publish(plan)
        if self._kubelet is None or self._facts.config is None:
            return
        self._gate.set(plan.missing)
        files = self._files.render(self._facts.config, plan.configuration)
        wanted = digest(plan, files)
        if wanted != self._running:
            self._running = wanted
            if plan.left_out:
                self._log.warning("too old a kubelet for", fields=plan.left_out, version=str(self._kubelet.version))
            await self._use(self._spec(self._kubelet, plan, files, authority(self._facts.config)))

    def _spec(self, kubelet: Kubelet, plan: Plan, files: tuple[File, ...], issuer: bytes) -> ServiceSpec:
        async def prepare() -> None:
            # not before: the directories are on volumes that the gate waits for
            await asyncio.to_thread(self._files.write, files)
            drop = partial(self._identity.drop_stale, nodename=plan.nodename, authority=issuer)
            if reason := await asyncio.to_thread(drop):
                self._log.info("dropped the kubelet's client certificate; it will ask for a new one", reason=reason)

        return kubelet_spec(
            (str(kubelet.path), *plan.args), condition=InOrder(self._gate, self._volumes), prepare=prepare
        )

    async def _use(self, spec: ServiceSpec) -> None:
        if self._loaded:
            self._supervisor.replace(spec)
            await self._supervisor.restart(SERVICE)
            return
        self._supervisor.load([spec])
        self._loaded = True
        await self._supervisor.start(SERVICE)
        self._decided()


def authority(config: MachineConfig) -> bytes:
    """The certificate of the cluster's Kubernetes authority, empty if the config has none."""
    return config.cluster.ca.crt if config.cluster and config.cluster.ca else b""


def digest(plan: Plan, files: tuple[File, ...]) -> str:
    """What tells one way to run from another: as upstream, any change of arguments or files restarts the kubelet."""
    total = hashlib.sha256("\0".join(plan.args).encode())
    for file in files:
        total.update(b"\0" + str(file.path).encode() + b"\0" + file.content)
    return total.hexdigest()
