"""Roles of callers (upstream: pkg/machinery/role and internal/app/apid/pkg/authz)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from libtalos.bus.context import CallContext
from libtalos.bus.identity import Peer
from libtalos.bus.metadata import Field

ADMIN: Final = "os:admin"
OPERATOR: Final = "os:operator"
READER: Final = "os:reader"
ETCD_BACKUP: Final = "os:etcd:backup"
IMAGE_VERIFIER: Final = "os:image:verifier"
META_WRITER: Final = "os:meta:writer"
# a node that passes on what a caller asked of it, with the caller's roles
IMPERSONATOR: Final = "os:impersonator"
# the metadata that carries the caller's roles from node to node
ROLES_HEADER: Final = "talos-role"
_ROLES_FIELD: Final = ROLES_HEADER.encode()

Roles = frozenset[str]


def parse_roles(words: Iterable[str]) -> Roles:
    """The roles among words: trimmed, empty ones skipped, unknown ones kept."""
    return frozenset(word for word in (word.strip() for word in words) if word)


def roles_of(peer: Peer, fields: Sequence[Field]) -> Roles:
    """What a caller may be.

    Over TLS the organizations of its certificate; a node says whose call it passes on. Whoever reaches the unix socket
    is an administrator, unless it says for whom it calls.
    """
    if peer.address:
        shown = () if peer.certificate is None else peer.certificate.organizations
        own = parse_roles(shown)
        if IMPERSONATOR not in own:
            return own
        return _passed_on(fields) or own
    return _passed_on(fields) or frozenset({ADMIN})


def caller_roles(call: CallContext) -> Roles:
    """The roles with which a call came."""
    return roles_of(call.peer, call.fields)


def _passed_on(fields: Sequence[Field]) -> Roles:
    return parse_roles(value.decode("latin-1") for name, value in fields if name == _ROLES_FIELD)
