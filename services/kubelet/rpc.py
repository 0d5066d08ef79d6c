"""talos.kubelet.v1: decode, ask the domain, encode."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.kubelet import v1 as pb
from services.kubelet.controller import NotPlannedError
from services.kubelet.files import yaml_text

if TYPE_CHECKING:
    from services.kubelet.plan import Plan


class Planner(Protocol):
    """Who knows how the kubelet runs."""

    async def awaited_plan(self) -> Plan:
        """How it runs, or would run. Raises NotPlannedError."""


class KubeletRpc(pb.KubeletServiceBase):
    """Serves what the kubelet is run with."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner

    async def render(self, message: pb.RenderRequest) -> pb.RenderResponse:  # noqa: ARG002 - empty
        """Arguments and configuration, whether or not the image has a kubelet."""
        try:
            plan = await self._planner.awaited_plan()
        except NotPlannedError as error:
            raise FailedPreconditionError(str(error)) from error
        return pb.RenderResponse(args=list(plan.args), config=yaml_text(plan.configuration))
