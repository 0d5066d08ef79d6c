"""What a certificate says, and whether a pair belongs together."""

from __future__ import annotations

from datetime import datetime

import msgspec

from libtalos.pki.authority import load_certificate
from libtalos.pki.keys import PkiError, load_key
from libtalos.pki.secret import SecretKey


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a certificate that people ask for; roles are the subject's organizations."""

    subject: str
    roles: tuple[str, ...]
    expires: datetime


def describe(certificate: bytes) -> Described:
    """Read a certificate in PEM. Raises PkiError."""
    from cryptography.x509 import NameOID  # noqa: PLC0415 - 16 MB, only where used

    found = load_certificate(certificate)
    organizations = found.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return Described(
        subject=found.subject.rfc4514_string(),
        roles=tuple(str(each.value) for each in organizations),
        expires=found.not_valid_after_utc,
    )


def check_pair(certificate: bytes, key: SecretKey, *, authority: bytes) -> None:
    """Raise PkiError unless the key is the certificate's and the authority has signed it."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415

    found = load_certificate(certificate)
    if found.public_key() != load_key(key).public_key():
        raise PkiError("the private key does not belong to the certificate")
    try:
        found.verify_directly_issued_by(load_certificate(authority))
    except (ValueError, TypeError, InvalidSignature) as error:
        raise PkiError("the certificate is not signed by this authority") from error
