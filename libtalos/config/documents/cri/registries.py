"""Registries of images: their mirrors, and how one gets in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from libtalos.config.document import Fault, NamedDocument, prefixed
from libtalos.config.documents.security.pem import certificate_faults, pair_faults
from libtalos.config.section import Section
from libtalos.config.urls import Url, url_problem
from libtalos.pki.secret import PemKey, Secret

if TYPE_CHECKING:
    from libtalos.config.schema import Machine

ALL: Final = "*"
_HOST: Final = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9_.-]+)(:\d{1,5})?")


class RegistryDocument(NamedDocument, frozen=True):
    """The name of the document is a registry's host, with the port if there is one."""

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if self.name and not self._is_registry():
            yield Fault("name", f'"{self.name}" is not a registry such as registry.example.org:5000')

    def _is_registry(self) -> bool:
        return _HOST.fullmatch(self.name) is not None


class RegistryEndpoint(Section, frozen=True, kw_only=True):
    """endpoints[]: without override_path, /v2/ is appended to the URL."""

    url: Url
    override_path: bool | None = None

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the URL."""
        problem = url_problem(self.url.value, "http", "https")
        if problem:
            yield Fault("url", problem)


class RegistryMirrorConfig(RegistryDocument, frozen=True):
    """Who is asked, in this order, before the registry itself; the name * is for all registries."""

    endpoints: tuple[RegistryEndpoint, ...] = ()
    skip_fallback: bool | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        for index, endpoint in enumerate(self.endpoints):
            yield from prefixed(f"endpoints[{index}]", endpoint.faults())

    def warnings(self) -> Iterator[Fault]:
        """See Document."""
        if self.skip_fallback and not self.endpoints:
            yield Fault("", "no image can be pulled: there are no endpoints, and skipFallback is set")

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if machine.registries is not None and self.name in machine.registries.mirrors:
            yield Fault("name", f'"{self.name}" is already set in v1alpha1 config (machine.registries.mirrors)')

    def _is_registry(self) -> bool:
        return self.name == ALL or super()._is_registry()


class RegistryAuthConfig(RegistryDocument, frozen=True):
    """As whom one comes: name and password, both in one text, or a token."""

    username: str = ""
    password: Secret | None = None
    auth: Secret | None = None
    identity_token: Secret | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if bool(self.username) is not bool(self.password):
            yield Fault("", "username and password belong together")
        if not (self.username or self.password or self.auth or self.identity_token):
            yield Fault("", "username and password, auth or identityToken is required")

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        host = machine.registries and machine.registries.config.get(self.name)
        if host and host.auth is not None:
            yield Fault("name", f'"{self.name}" already has auth in v1alpha1 config (machine.registries.config)')


class ClientIdentity(Section, frozen=True, kw_only=True):
    """clientIdentity: a certificate and its key, in PEM."""

    cert: str
    key: PemKey


class RegistryTLSConfig(RegistryDocument, frozen=True):
    """Who the registry must be, in PEM, and who the node is to it."""

    client_identity: ClientIdentity | None = None
    ca: str = ""
    insecure_skip_verify: bool | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if self.ca:
            yield from certificate_faults("ca", self.ca)
        if self.client_identity is not None:
            yield from pair_faults("clientIdentity", self.client_identity.cert, self.client_identity.key)

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        host = machine.registries and machine.registries.config.get(self.name)
        if host and host.tls is not None:
            yield Fault("name", f'"{self.name}" already has tls in v1alpha1 config (machine.registries.config)')
