"""Probes of what the network reaches."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from libtalos.config.document import Fault, NamedDocument
from libtalos.config.documents.network.names import endpoint
from libtalos.config.section import Uint32
from libtalos.config.written import Duration

SECOND = 10**9  # nanoseconds


class TCPProbeConfig(NamedDocument, frozen=True, kw_only=True):
    """A connection that is tried again and again; failure_threshold is how often it may fail in a row."""

    interval: Duration = msgspec.field(default_factory=lambda: Duration(SECOND))
    failure_threshold: Uint32 = 0
    endpoint: str
    timeout: Duration = msgspec.field(default_factory=lambda: Duration(10 * SECOND))

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from endpoint("endpoint", self.endpoint)
        for key, span in (("interval", self.interval), ("timeout", self.timeout)):
            if span.value <= 0:
                yield Fault(key, "must be more than 0s")
