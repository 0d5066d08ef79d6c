"""Checks of certificates and keys that documents hold in PEM."""

from __future__ import annotations

from collections.abc import Iterator

from libtalos.config.document import Fault
from libtalos.pki.secret import SecretKey


def certificate_faults(path: str, text: str) -> Iterator[Fault]:
    """Tell whether a text is no certificate, or several, in PEM."""
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - 40 ms, only where there is one

    try:
        load_pem_x509_certificates(text.encode())
    except ValueError:
        yield Fault(path, "expected certificates in PEM")


def pair_faults(path: str, certificate: str, key: SecretKey) -> Iterator[Fault]:
    """Tell whether a certificate and a key cannot be read, or do not belong together; the key is not shown."""
    from libtalos.pki.authority import load_certificate  # noqa: PLC0415 - as above
    from libtalos.pki.keys import PkiError, load_key  # noqa: PLC0415

    try:
        found = load_certificate(certificate.encode())
        if found.public_key() != load_key(key).public_key():
            yield Fault(path, "the key does not belong to the certificate")
    except PkiError as error:
        yield Fault(path, str(error))
