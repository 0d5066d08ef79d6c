"""A line in the component's log for every call over the network: who, from where, which method, which nodes, the end.

The log is init's to keep: it is appended to only, and read with `talos logs api`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence

import structlog

from libtalos.bus.context import CallContext
from libtalos.bus.errors import BusError, Code
from libtalos.bus.identity import Peer
from libtalos.stubs import NotServedError
from services.api.gateway.roles import Roles

EVENT = "audit"


class Audit:
    """Writes the lines. clock is monotonic, in seconds."""

    def __init__(self, *, log: structlog.stdlib.BoundLogger, clock: Callable[[], float]) -> None:
        self._log = log
        self._clock = clock

    @contextlib.contextmanager
    def call(self, call: CallContext, roles: Roles, nodes: Sequence[str]) -> Iterator[None]:
        """Write the line of a call that is served within."""
        began = self._clock()
        code = Code.CANCELLED
        try:
            yield
            code = Code.OK
        except BusError as error:
            code = error.code
            raise
        except NotServedError:
            code = Code.UNIMPLEMENTED
            raise
        except Exception:
            code = Code.INTERNAL
            raise
        finally:
            took = round((self._clock() - began) * 1000, 1)
            self._write(call.peer, roles, call.method, nodes, code, ms=took, call_id=call.call_id)

    def refused(self, peer: Peer, roles: Roles, method: str, error: BusError) -> None:
        """Write the line of a call that did not begin."""
        self._write(peer, roles, method, (), error.code, reason=error.message)

    def _write(
        self, peer: Peer, roles: Roles, method: str, nodes: Sequence[str], code: Code, **more: str | float
    ) -> None:
        who = "" if peer.certificate is None else peer.certificate.common_name
        self._log.info(
            EVENT,
            address=peer.address,
            name=who,
            roles=sorted(roles),
            method=method,
            nodes=list(nodes),
            code=code.name,
            **more,
        )
