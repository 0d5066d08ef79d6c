"""From a client's query to its response."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dns.rcode

from services.network.dns import codec

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

    from services.network.dns.codec import Answer, Query
    from services.network.dns.limits import Limits
    from services.network.dns.resolver import Resolver

LARGEST = 65535  # a length of two bytes (RFC 1035, section 4.2.2)


class Responder:
    """Answers queries as they come from the wire."""

    def __init__(self, *, resolver: Resolver, limits: Limits, log: BoundLogger) -> None:
        """Ask a resolver."""
        self._resolver = resolver
        self._limits = limits
        self._log = log

    def at_once(self, query: Query, *, tcp: bool) -> bytes | None:
        """Return the response if nobody else has to be asked, else None."""
        if query.refusal is not None or query.question is None:
            return self._refuse(query, query.refusal or dns.rcode.FORMERR)
        known = self._resolver.known(query.question)
        return None if known is None else self._write(query, *known, tcp=tcp)

    async def later(self, query: Query, *, tcp: bool) -> bytes:
        """Return the response that others have to be asked for."""
        if query.question is None:
            return self._refuse(query, dns.rcode.FORMERR)
        return self._write(query, await self._resolver.resolve(query.question), 0, tcp=tcp)

    def busy(self, query: Query) -> bytes:
        """Return the response while there is too much to do."""
        return self._refuse(query, dns.rcode.SERVFAIL)

    def _write(self, query: Query, answer: Answer, age: int, *, tcp: bool) -> bytes:
        limit = LARGEST if tcp else min(query.payload, self._limits.client_payload)
        try:
            return codec.write_answer(query, answer, limit=limit, payload=self._limits.client_payload, age=age)
        except Exception:  # what a hostile server sends may be readable and not writable
            self._log.warning("an answer cannot be written", question=str(query.question), exc_info=True)
            return self._refuse(query, dns.rcode.SERVFAIL)

    def _refuse(self, query: Query, rcode: dns.rcode.Rcode) -> bytes:
        return codec.write_refusal(query, rcode, payload=self._limits.client_payload)
