"""What may be read, by whom (upstream: internal/app/resources)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

from libtalos.bus.errors import PermissionDeniedError
from services.api.gateway.roles import ADMIN, Roles


class Kind(Protocol):
    """What is known of a type."""

    @property
    def type(self) -> str:
        """The full type."""
        ...

    @property
    def sensitivity(self) -> str:
        """`sensitive` or `non-sensitive`."""
        ...


class Access:
    """Decides.

    heard returns when every component has said what it publishes; kinds gives the types by their ids then, and
    namespaces the ids of namespaces.
    """

    def __init__(
        self,
        *,
        heard: Callable[[], Awaitable[object]],
        kinds: Callable[[], Mapping[str, Kind]],
        namespaces: Callable[[], Mapping[str, object]],
    ) -> None:
        self._heard = heard
        self._kinds = kinds
        self._namespaces = namespaces

    async def check(self, roles: Roles, namespace: str, resource_type: str) -> None:
        """Raise PermissionDeniedError with upstream's words."""
        await self._heard()
        kind = self._kinds().get(resource_type.lower())
        if kind is None or kind.type != resource_type:
            raise PermissionDeniedError(f'resource type "{resource_type}" is not supported')
        if namespace not in self._namespaces():
            raise PermissionDeniedError(f'namespace "{namespace}" is not supported')
        if kind.sensitivity == "sensitive" and ADMIN not in roles:
            raise PermissionDeniedError("not authorized")
