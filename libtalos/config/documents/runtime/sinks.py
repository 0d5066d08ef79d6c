"""Where events and the kernel's log go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from libtalos.config.document import Document, Fault, NamedDocument
from libtalos.config.documents.network.names import endpoint
from libtalos.config.urls import Url, url_problem

LOG_SCHEMES: Final = ("tcp", "udp")


class EventSinkConfig(Document, frozen=True, kw_only=True):
    """Who gets the node's events: `host:port`."""

    endpoint: str

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from endpoint("endpoint", self.endpoint)


class KmsgLogConfig(NamedDocument, frozen=True, kw_only=True):
    """Who gets the kernel's log: a URL with tcp or udp, a port and no path."""

    url: Url

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        problem = url_problem(self.url.value, *LOG_SCHEMES)
        if problem:
            yield Fault("url", problem)
            return
        if not self.url.parts.port:
            yield Fault("url", "a port is required")
        if self.url.parts.path not in {"", "/"}:
            yield Fault("url", "the path must be empty")
