"""talos.network.v1 on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from libtalos.bus.errors import InternalError
from libtalos.gen.talos.network.v1 import (
    ApplyRequest,
    ApplyResponse,
    NetworkServiceBase,
    Operation,
    PlanRequest,
    PlanResponse,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from services.network.firewall.keeper import Outcome
    from services.network.firewall.operations import Operation as FirewallOperation
    from services.network.links.plan import Lack
    from services.network.operations import Operation as DomainOperation
    from services.network.problem import Problem
    from services.network.reconcile import Report


class Network(Protocol):
    """The domain behind the contract. Both raise OSError if the kernel's state cannot be read."""

    def plan(self) -> tuple[Sequence[DomainOperation], Sequence[Lack], Sequence[Problem]]:
        """Return what apply would do, the links it would wait for, and what is wrong with the config."""

    def apply(self) -> Report:
        """Reconcile now."""


class Firewall(Protocol):
    """The packet filter."""

    async def plan(self) -> Sequence[FirewallOperation]:
        """Return what apply would do; raises OSError if the kernel's table cannot be read."""

    async def apply(self) -> Outcome:
        """Bring the kernel's table to the wanted one now."""


class NetworkRpc(NetworkServiceBase):
    """Plan and Apply. What is waited for and what is wrong with the config stand among the operations, with errors."""

    def __init__(self, *, network: Network, firewall: Firewall) -> None:
        """Serve a domain."""
        self._network = network
        self._firewall = firewall

    async def plan(self, message: PlanRequest) -> PlanResponse:  # noqa: ARG002 - the contract's signature
        """Return the operations between the wanted state and the kernel's, without doing them."""
        try:
            operations, missing, problems = self._network.plan()
            filtering = await self._firewall.plan()
        except OSError as error:
            raise InternalError(f"cannot read the kernel's network state: {error}") from error
        due = [Operation(description=each.describe()) for each in (*operations, *filtering)]
        return PlanResponse(operations=[*due, *_waiting(missing), *_wrong(problems)])

    async def apply(self, message: ApplyRequest) -> ApplyResponse:  # noqa: ARG002 - the contract's signature
        """Bring the kernel to the wanted state and return what was done."""
        try:
            report = self._network.apply()
            outcome = await self._firewall.apply()
        except OSError as error:
            raise InternalError(f"cannot read the kernel's network state: {error}") from error
        done = [Operation(description=each.operation.describe(), error=each.error) for each in report.done]
        filtered = [Operation(description=each.describe()) for each in outcome.done]
        return ApplyResponse(
            operations=[*done, *filtered, *_failed(outcome), *_waiting(report.missing), *_wrong(report.problems)]
        )


def _failed(outcome: Outcome) -> list[Operation]:
    return [Operation(description="keep the firewall", error=outcome.error)] if outcome.error else []


def _waiting(links: Iterable[Lack]) -> list[Operation]:
    return [
        Operation(description=f"wait for link {each.name}", error=f"there is no link {each.name} yet ({each.where})")
        for each in links
    ]


def _wrong(problems: Iterable[Problem]) -> list[Operation]:
    return [Operation(description=f"use {each.where}", error=each.text) for each in problems]
