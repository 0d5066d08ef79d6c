"""Addresses that one of several control-plane nodes has at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from libtalos.config.document import Document, Fault
from libtalos.config.documents.network.names import link_name
from libtalos.config.written import Address
from libtalos.pki.secret import Secret

if TYPE_CHECKING:
    from libtalos.config.schema import Machine


class _VIPConfig(Document, frozen=True):
    """The name of the document is the address; link is where it is put."""

    name: Address
    link: str

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        if not self.link:
            yield Fault("link", "link is required")
        yield from link_name("link", self.link)

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if machine.type in {"worker", "join"}:
            yield Fault("", "virtual (shared) IP is not allowed on non-controlplane nodes")


class Layer2VIPConfig(_VIPConfig, frozen=True):
    """An address that is announced with gratuitous ARP."""


class HCloudVIPConfig(_VIPConfig, frozen=True):
    """An address that is moved with the interface of Hetzner's cloud."""

    api_token: Secret

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if not self.api_token:
            yield Fault("apiToken", "apiToken is required")
