"""The documents of one machine config."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from libtalos.config.document import Document
from libtalos.config.schema import MachineConfig

D = TypeVar("D", bound=Document)


class Documents(msgspec.Struct, frozen=True, kw_only=True):
    """The v1alpha1 document, if there is one, and the others in their order."""

    machine_config: MachineConfig | None = None
    others: tuple[Document, ...] = ()

    def of(self, kind: type[D]) -> tuple[D, ...]:
        """The documents of a kind, in their order; `of(LinkDocument)` are those of all kinds of links."""
        return tuple(document for document in self.others if isinstance(document, kind))

    def only(self, kind: type[D]) -> D | None:
        """The document of a kind that a config has at most once."""
        return next(iter(self.of(kind)), None)
