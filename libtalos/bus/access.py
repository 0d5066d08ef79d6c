"""Who may call what: a component only what its declaration says it uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from libtalos.bus.errors import PermissionDeniedError
from libtalos.bus.identity import Peer

# package "grpc": health and reflection are for everybody
PUBLIC_PREFIX = "/grpc."

Use = tuple[str, str]  # (component that serves, package of the contract)


class Access(Protocol):
    """The decision whether a peer may call a method."""

    def check(self, peer: Peer, method: str) -> None:
        """Raise PermissionDeniedError if peer may not call method ("/package.Service/Method")."""


class OpenAccess:
    """Everybody may call everything: for tests and for servers that guard themselves."""

    def check(self, peer: Peer, method: str) -> None:
        """Allow."""


class DeclaredAccess:
    """Components may call what they declared; the administrator (no component) may call all; workloads nothing."""

    def __init__(self, *, component: str, uses: Mapping[str, frozenset[Use]]) -> None:
        self._component = component
        self._uses = uses

    def check(self, peer: Peer, method: str) -> None:
        """Raise PermissionDeniedError with what is missing from the caller's declaration."""
        if method.startswith(PUBLIC_PREFIX):
            return
        if peer.workload:
            raise PermissionDeniedError(f"{peer} is a workload of the node and may not use the bus")
        if peer.gone:
            raise PermissionDeniedError(f"{peer} ended before it could be told who it is")
        package = method[1:].partition("/")[0].rpartition(".")[0]
        if peer.component is None or peer.component == self._component:
            return
        if (self._component, package) not in self._uses.get(peer.component, frozenset()):
            raise PermissionDeniedError(
                f"{peer.component} does not declare that it uses {package} of {self._component}: "
                f"add it to services/{peer.component}/component.py"
            )
