"""Which signatures images must have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from libtalos.config.document import Document, Fault, prefixed
from libtalos.config.documents.security.pem import certificate_faults
from libtalos.config.section import Section
from libtalos.config.urls import Url


class KeylessVerifier(Section, frozen=True, kw_only=True):
    """keyless: signed by whom an OpenID issuer vouches for, by name or by a regular expression."""

    issuer: Url
    subject: str = ""
    subject_regex: str = ""

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the subject."""
        if bool(self.subject) is bool(self.subject_regex):
            yield Fault("", "one of subject and subjectRegex is required")
        try:
            re.compile(self.subject_regex)
        except re.error as error:
            yield Fault("subjectRegex", f"not a regular expression: {error}")


class PublicKeyVerifier(Section, frozen=True, kw_only=True):
    """publicKey: signed with the key of a certificate in PEM."""

    certificate: str

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the certificate."""
        yield from certificate_faults("certificate", self.certificate)


class ImageRule(Section, frozen=True, kw_only=True):
    """rules[]: what holds for the images that a pattern (`registry.k8s.io/*`) matches."""

    image: str
    skip: bool | None = None
    deny: bool | None = None
    keyless: KeylessVerifier | None = None
    public_key: PublicKeyVerifier | None = None

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the rule."""
        if not self.image:
            yield Fault("image", "image is required")
        chosen = {"skip": self.skip, "deny": self.deny, "keyless": self.keyless, "publicKey": self.public_key}
        given = [key for key, value in chosen.items() if value]
        if len(given) != 1:
            yield Fault("", f"one of {', '.join(chosen)} is required, and not {' and '.join(given) or 'none'}")
        if self.keyless is not None:
            yield from prefixed("keyless", self.keyless.faults())
        if self.public_key is not None:
            yield from prefixed("publicKey", self.public_key.faults())


class ImageVerificationConfig(Document, frozen=True):
    """Rules for images; the first that matches holds."""

    rules: tuple[ImageRule, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        for index, rule in enumerate(self.rules):
            yield from prefixed(f"rules[{index}]", rule.faults())
