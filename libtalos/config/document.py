"""A document beside the v1alpha1 one: a mapping with apiVersion, kind and, for most kinds, a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from libtalos.config.section import Section

if TYPE_CHECKING:
    from libtalos.config.schema import Machine

API_VERSION: Final = "v1alpha1"
HEAD: Final = frozenset({"apiVersion", "kind"})


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a value, or worth a warning, and at which path in its document; empty for the document."""

    path: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}" if self.path else self.problem


class Document(Section, frozen=True):
    """The base of all kinds: the class is called as its kind, its fields are the keys beside apiVersion and kind.

    A kind whose documents have names has a field `name` that is required.
    """

    @property
    def identity(self) -> str:
        """The name as text, empty for a kind that a config has at most once."""
        return str(getattr(self, "name", ""))

    @property
    def manifest(self) -> str:
        """Upstream's manifest id: `v1alpha1/LinkConfig/eth0`."""
        return f"{API_VERSION}/{type(self).__name__}/{self.identity}"

    def faults(self) -> Iterator[Fault]:
        """What makes the document unusable, as far as it can be told from the document alone."""
        return iter(())

    def warnings(self) -> Iterator[Fault]:
        """What is allowed and hardly meant."""
        return iter(())

    def conflicts(self, machine: Machine) -> Iterator[Fault]:  # noqa: ARG002 - a kind that has none needs no machine
        """What cannot be said beside the `machine` of the v1alpha1 document."""
        return iter(())


class NamedDocument(Document, frozen=True):
    """A kind whose documents have names of text."""

    name: str

    def faults(self) -> Iterator[Fault]:
        """See Document: a name is not empty."""
        if not self.name:
            yield Fault("name", "name is required")


def prefixed(path: str, faults: Iterator[Fault]) -> Iterator[Fault]:
    """The faults of a part of a document, at the part's path."""
    return (Fault(f"{path}.{fault.path}" if fault.path else path, fault.problem) for fault in faults)
