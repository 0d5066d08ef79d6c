"""Waiting for what a component publishes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from libtalos.bus.channel import Channel
from libtalos.resources.client import ResourceClient
from libtalos.resources.spec import ResourceSpec

S = TypeVar("S", bound=ResourceSpec)
PATIENCE = 20.0


class Watching:
    """A node whose component's resources can be waited for. The channel is to the component."""

    channel: Channel

    @property
    def resources(self) -> ResourceClient:
        """What the component publishes."""
        return ResourceClient(self.channel)

    async def until(self, spec_class: type[S], condition: Callable[[dict[str, S]], bool]) -> dict[str, S]:
        """Wait until the resources of a type fulfil a condition, and return them by id."""
        known: dict[str, S] = {}
        async with asyncio.timeout(PATIENCE):
            async for change in self.resources.watch(spec_class):
                if change.resource is not None and change.kind.name == "DESTROYED":
                    known.pop(change.resource.id, None)
                elif change.resource is not None:
                    known[change.resource.id] = change.resource.spec
                if condition(known):
                    break
        return known
