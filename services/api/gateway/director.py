"""What serves a call that comes over the network: a handler here, or another node."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from typing import Any

from libtalos.bus.context import CURRENT, CallContext
from libtalos.bus.dispatch import Served
from libtalos.bus.errors import BusError, InvalidArgumentError, PermissionDeniedError, UnimplementedError
from libtalos.bus.identity import Peer
from libtalos.bus.metadata import Field
from libtalos.bus.server import Service, serve
from libtalos.bus.settings import BusSettings
from libtalos.bus.streams import as_generator
from libtalos.bus.wire import Raw
from libtalos.stubs import Cardinality, Method
from services.api.gateway.audit import Audit
from services.api.gateway.forwarding import Forwarder, Serving, way_of
from services.api.gateway.methods import METHODS, PublicMethod
from services.api.gateway.roles import Roles, caller_roles, roles_of
from services.api.gateway.routing import Route, route_of


class Gateway:
    """Implements the bus's Director: permission, then the way, then a line in the audit log."""

    def __init__(
        self, services: Sequence[Service], *, forwarder: Forwarder, audit: Audit, settings: BusSettings
    ) -> None:
        self._audit = audit
        self._settings = settings
        self._local = {
            path: self._handled(path, method)
            for service in services
            for path, method in service.__mapping__().items()
            if path in METHODS
        }
        self._one = {path: self._forwarded(method, forwarder, many=False) for path, method in METHODS.items()}
        self._many = {
            path: self._forwarded(method, forwarder, many=True)
            for path, method in METHODS.items()
            if method.enveloped and not method.cardinality.client_streaming
        }

    def choose(self, path: str, fields: Sequence[Field], peer: Peer) -> Served:
        """See Director. Raises BusError."""
        roles = roles_of(peer, fields)
        try:
            method = METHODS.get(path)
            if method is None:
                raise UnimplementedError(f"{path} is not served here")
            if not roles & method.roles:
                raise PermissionDeniedError("not authorized")
            route = route_of(fields, method=path, enveloped=path in self._many)
            return self._way(path, route)
        except BusError as error:
            self._audit.refused(peer, roles, path, error)
            raise

    def _way(self, path: str, route: Route) -> Served:
        if route.targets:
            return self._many[path] if route.many else self._one[path]
        if path not in self._local:
            raise UnimplementedError(f"{path} is not served here")
        return self._local[path]

    def _handled(self, path: str, method: Method) -> Served:
        audited = _audited(
            self._audit, method.cardinality, lambda _call, _roles, _targets, message: method.func(message)
        )
        return serve(path, method._replace(func=audited), self._settings)

    def _forwarded(self, method: PublicMethod, forwarder: Forwarder, *, many: bool) -> Served:
        way = way_of(forwarder, method.cardinality, many=many)
        audited = _audited(self._audit, method.cardinality, way)
        raw = Method(func=audited, cardinality=method.cardinality, request_type=Raw, reply_type=Raw)
        return serve(method.path, raw, self._settings)


def _audited(audit: Audit, cardinality: Cardinality, serving: Serving) -> Callable[[Any], Any]:
    async def reply(message: Any) -> Any:
        call, roles, targets = _who()
        with audit.call(call, roles, targets):
            return await serving(call, roles, targets, message)

    async def replies(message: Any) -> AsyncIterator[Any]:
        call, roles, targets = _who()
        with audit.call(call, roles, targets):
            found = serving(call, roles, targets, message)
            if not hasattr(found, "__aiter__"):
                await found  # a method that is not served raises that
                return
            async with aclosing(as_generator(found)) as items:
                async for item in items:
                    yield item

    return replies if cardinality.server_streaming else reply


def _who() -> tuple[CallContext, Roles, Sequence[str]]:
    call = CURRENT.get()
    if call is None:
        raise InvalidArgumentError("not within a call")
    enveloped = METHODS[call.method].enveloped
    return call, caller_roles(call), route_of(call.fields, method=call.method, enveloped=enveloped).targets
