"""Whether the machine is ready, as a pure function of the services."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from libtalos.resources.definitions.runtime import MachineStatus, Readiness, Stage, UnmetCondition

# stages in which readiness means something; otherwise nothing is checked and the machine is not ready
CHECKED_STAGES = ("booting", "running")


class ServiceSummary(msgspec.Struct, frozen=True):
    """What readiness needs to know of a service."""

    id: str
    running: bool
    healthy: bool
    skipped: bool = False

    @property
    def problem(self) -> str:
        """Why the service is not up, in upstream's words, or nothing."""
        if self.skipped:
            return ""
        if not self.running:
            return f"{self.id} not running"
        return "" if self.healthy else f"{self.id} not healthy"


def machine_status(
    stage: Stage, services: Iterable[ServiceSummary], missing: Iterable[str] = (), config_error: str = ""
) -> MachineStatus:
    """The machine status. missing: components that have not told their services yet."""
    if config_error:
        bad_config = UnmetCondition(name="config", reason=config_error)
        return MachineStatus(stage=stage, status=Readiness(unmet_conditions=(bad_config,)))
    if stage not in CHECKED_STAGES:
        return MachineStatus(stage=stage)
    problems = [f"{component} has not reported its services" for component in sorted(missing)]
    problems += [service.problem for service in sorted(services, key=lambda service: service.id) if service.problem]
    unmet = tuple(UnmetCondition(name="services", reason=problem) for problem in problems)
    return MachineStatus(stage=stage, status=Readiness(ready=not unmet, unmet_conditions=unmet))
