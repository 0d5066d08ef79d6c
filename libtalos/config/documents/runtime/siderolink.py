"""The connection to a management server."""

from __future__ import annotations

from collections.abc import Iterator

from libtalos.config.document import Document, Fault
from libtalos.config.urls import url_problem
from libtalos.pki.secret import Secret


class SideroLinkConfig(Document, frozen=True, kw_only=True):
    """Where the server is; the URL has a token that lets machines join, so it is a secret."""

    api_url: Secret
    unique_token: Secret | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        problem = url_problem(self.api_url.reveal(), "grpc", "grpcs", "http", "https")
        if problem:
            yield Fault("apiUrl", f"not a URL: {problem}")
