"""Certificate signing requests (PKCS #10, RFC 2986): somebody asks with a key, an authority answers without it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from libtalos.pki.authority import KeyPair, signature_hash, subject
from libtalos.pki.extensions import alternative_names
from libtalos.pki.issue import Request, Usage, certify
from libtalos.pki.keys import PkiError, accepted, load_key
from libtalos.pki.secret import SecretKey

if TYPE_CHECKING:
    from cryptography import x509


def create_request(key: SecretKey, request: Request) -> bytes:
    """A signing request in PEM for the key and the names in request. Raises PkiError if the key is unusable."""
    from cryptography import x509  # noqa: PLC0415 - 16 MB, only where used
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    private = load_key(key)
    name = subject(organizations=request.organizations, common_name=request.common_name)
    builder = x509.CertificateSigningRequestBuilder(name)
    names = alternative_names(request.dns_names, request.addresses)
    if names is not None:
        builder = builder.add_extension(names, critical=False)
    return builder.sign(private, signature_hash(private)).public_bytes(Encoding.PEM)


def sign_request(
    authority: KeyPair, pem: bytes, *, usage: Usage, lifetime: timedelta, now: datetime, keep_organizations: bool
) -> bytes:
    """A certificate in PEM for what a signing request asks, for this usage alone.

    Of the request, its subject and alternative names count and nothing else; organizations are roles (`os:admin`), so
    whoever answers strangers does not keep them. Raises PkiError if the request is malformed, is not signed by its own
    key, has a weak key, or the authority is unusable.
    """
    found = _load(pem)
    request = replace(_wanted(found, usage), lifetime=lifetime)
    if not keep_organizations:
        request = replace(request, organizations=())
    return certify(authority, request, accepted(found.public_key()), now=now)


def _load(pem: bytes) -> x509.CertificateSigningRequest:
    from cryptography import x509  # noqa: PLC0415

    try:
        found = x509.load_pem_x509_csr(pem)
    except ValueError as error:
        raise PkiError(f"not a certificate signing request in PEM: {error}") from error
    if not found.is_signature_valid:
        raise PkiError("the signing request is not signed by the key that it names")
    return found


def _wanted(found: x509.CertificateSigningRequest, usage: Usage) -> Request:
    from cryptography import x509  # noqa: PLC0415

    common_names = _texts(found.subject, x509.NameOID.COMMON_NAME)
    names = _alternative_names(found)
    return Request(
        usage=usage,
        common_name=common_names[0] if common_names else None,
        organizations=_texts(found.subject, x509.NameOID.ORGANIZATION_NAME),
        dns_names=tuple(names.get_values_for_type(x509.DNSName)),
        addresses=tuple(names.get_values_for_type(x509.IPAddress)),  # type: ignore[arg-type]  # of hosts, not of networks
    )


def _texts(name: x509.Name, oid: x509.ObjectIdentifier) -> tuple[str, ...]:
    return tuple(str(each.value) for each in name.get_attributes_for_oid(oid))


def _alternative_names(found: x509.CertificateSigningRequest) -> x509.SubjectAlternativeName:
    from cryptography import x509  # noqa: PLC0415

    try:
        return found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return x509.SubjectAlternativeName(())
    except ValueError as error:
        raise PkiError(f"the signing request's extensions cannot be read: {error}") from error
