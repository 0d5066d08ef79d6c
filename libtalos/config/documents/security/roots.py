"""Certificate authorities that are trusted."""

from __future__ import annotations

from collections.abc import Iterator

from libtalos.config.document import Fault, NamedDocument
from libtalos.config.documents.security.pem import certificate_faults


class TrustedRootsConfig(NamedDocument, frozen=True, kw_only=True):
    """More authorities that the node trusts: certificates in PEM, one after the other."""

    certificates: str

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from certificate_faults("certificates", self.certificates)
