"""Resources of another component with their specs as bytes: for whoever passes them on."""

from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING

from libtalos.gen.talos.resource import v1
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.reader import Reader, Shape
from libtalos.resources.spec import Resource
from libtalos.resources.view import Change

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel


class RawResourceClient:
    """Like ResourceClient, by the name of a type and without reading the specs."""

    def __init__(self, channel: "Channel", *, backoff: BackoffPolicy | None = None) -> None:
        self._reader = Reader(channel, backoff or BackoffPolicy())

    async def get(self, resource_type: str, resource_id: str, *, namespace: str = "") -> Resource[bytes]:
        """Return one resource. Raises NotFoundError if there is none."""
        return await self._reader.get(Shape(resource_type, bytes, namespace), resource_id)

    async def list(self, resource_type: str, *, namespace: str = "") -> Sequence[Resource[bytes]]:
        """Return all resources of a type, sorted by id."""
        return await self._reader.list(Shape(resource_type, bytes, namespace))

    def watch(
        self, resource_type: str, resource_id: str = "", bookmark: str = "", *, namespace: str = ""
    ) -> AsyncIterator[Change[bytes]]:
        """Follow a type or one resource, as ResourceClient.watch does."""
        return self._reader.watch(Shape(resource_type, bytes, namespace), resource_id, bookmark)

    async def definitions(self) -> Sequence[v1.Definition]:
        """Return the types that are published behind the channel."""
        return await self._reader.definitions()
