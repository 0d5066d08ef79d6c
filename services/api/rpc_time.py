"""Upstream's time.TimeService on the domain."""

from __future__ import annotations

from libtalos.gen import time as t
from libtalos.gen.google.protobuf import Empty
from services.api.clients import NetworkClient


class TimeRpc(t.TimeServiceBase):
    """Upstream's time API: what a time server says, beside the node's clock."""

    def __init__(self, *, network: NetworkClient) -> None:
        self._network = network

    async def time(self, message: Empty) -> t.TimeResponse:  # noqa: ARG002 - no fields
        """Ask the server that the node asks first."""
        return await self._answer("")

    async def time_check(self, message: t.TimeRequest) -> t.TimeResponse:
        """Ask a server."""
        return await self._answer(message.server)

    async def _answer(self, server: str) -> t.TimeResponse:
        measured = await self._network.measure_time(server)
        message = t.Time(server=measured.server, localtime=measured.local_time, remotetime=measured.remote_time)
        return t.TimeResponse(messages=[message])
