"""talos.init.v1: the machine as a whole."""

from __future__ import annotations

from typing import Protocol

from libtalos.gen.talos.init.v1 import InitServiceBase, ShutdownRequest, ShutdownResponse


class Power(Protocol):
    """What ends the node."""

    def shutdown(self, *, force: bool) -> str:
        """Begin to shut down; returns the actor id."""
        ...


class InitRpc(InitServiceBase):
    """The gRPC side of the node's life."""

    def __init__(self, *, power: Power) -> None:
        self._power = power

    async def shutdown(self, message: ShutdownRequest) -> ShutdownResponse:
        """Start the shutdown sequence and return at once."""
        return ShutdownResponse(actor_id=self._power.shutdown(force=message.force))
