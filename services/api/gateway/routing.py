"""Which nodes a call is for (upstream: internal/app/apid/pkg/director)."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address
from typing import Final

import msgspec

from libtalos.bus.errors import InternalError, InvalidArgumentError
from libtalos.bus.metadata import Field

NODE: Final = "node"
NODES: Final = "nodes"
# says that another node has passed the call on, so that it ends here: no call goes round in circles
PROXY_FROM: Final = "proxyfrom"


class Route(msgspec.Struct, frozen=True):
    """Where a call goes: here if it names no targets; many asks for an answer with room for those of several nodes."""

    targets: tuple[str, ...] = ()
    many: bool = False


def route_of(fields: Sequence[Field], *, method: str, enveloped: bool) -> Route:
    """Read the metadata. Raises InvalidArgumentError, and InternalError for a target that is none, as upstream."""
    nodes, node = _values(fields, NODES), _values(fields, NODE)
    if _values(fields, PROXY_FROM) or not (nodes or node):
        return Route()
    if nodes:
        if not enveloped:
            raise InvalidArgumentError(f"one-2-many proxying is not supported for method {method}")
        return Route(tuple(map(_target, nodes)), many=True)
    if len(node) > 1:
        raise InvalidArgumentError("node metadata must be single-valued")
    return Route((_target(node[0]),))


def _values(fields: Sequence[Field], name: str) -> tuple[str, ...]:
    return tuple(value.decode("latin-1") for found, value in fields if found == name.encode())


def _target(text: str) -> str:
    """A name or an address without a port."""
    if ":" in text:
        try:
            return str(ip_address(text.strip("[]")))
        except ValueError:
            raise InternalError(f'invalid target "{text}"') from None
    if not text:
        raise InternalError(f'invalid target "{text}"')
    return text
