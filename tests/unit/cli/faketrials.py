"""A network component for commands: it wants one address, and a config makes it another."""

from __future__ import annotations

import datetime as dt

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.network import v1

OPERATIONS = ("remove address 10.5.0.2/24 from eth0", "add address 10.5.0.3/24 to eth0")


class FakeTrials(v1.NetworkServiceBase):
    """Remembers what it was told; trial is what it says is on trial, error what goes wrong with the last operation."""

    def __init__(self) -> None:
        self.applied: list[v1.ApplyRequest] = []
        self.trial: v1.Trial | None = None
        self.error = ""

    async def plan(self, message: v1.PlanRequest) -> v1.PlanResponse:
        operations = [v1.Operation(description=each) for each in OPERATIONS] if message.config else []
        return v1.PlanResponse(id="abc123", operations=operations, trial=self.trial)

    async def apply(self, message: v1.ApplyRequest) -> v1.ApplyResponse:
        self.applied.append(message)
        if message.id not in {"", "abc123"}:
            raise FailedPreconditionError("the world has moved since it was planned: addresses; plan anew")
        if message.config:
            span = message.confirm_timeout
            self.trial = v1.Trial(id="abc123", confirmed=span is None, remaining=span, operations=list(OPERATIONS))
        return v1.ApplyResponse(operations=self._done(), trial=self.trial)

    async def confirm(self, message: v1.ConfirmRequest) -> v1.ConfirmResponse:
        if self.trial is None or self.trial.confirmed:
            raise FailedPreconditionError("nothing is on trial")
        self.trial.confirmed, self.trial.remaining = True, dt.timedelta()
        return v1.ConfirmResponse(id=message.id or self.trial.id)

    async def revert(self, message: v1.RevertRequest) -> v1.RevertResponse:
        if self.trial is None:
            raise FailedPreconditionError("there is nothing to revert")
        self.trial = None
        return v1.RevertResponse(id=message.id or "abc123", operations=self._done())

    def _done(self) -> list[v1.Operation]:
        first, last = OPERATIONS
        return [v1.Operation(description=first), v1.Operation(description=last, error=self.error)]
