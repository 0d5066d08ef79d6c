"""Certificate authorities of a cluster: four issuers, each with the name and the key that upstream gives it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Final

import msgspec

from libtalos.pki.extensions import alternative_names, key_usage
from libtalos.pki.keys import Algorithm, PkiError, generate_key, load_key
from libtalos.pki.secret import SecretKey

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256

LIFETIME: Final = timedelta(hours=87_600)  # upstream's ten years


class KeyPair(msgspec.Struct, frozen=True):
    """A certificate in PEM and its private key."""

    certificate: bytes
    key: SecretKey


class AuthorityKind(Enum):
    """(organization, common name, algorithm) of the cluster's authorities, as upstream generates them."""

    OS = ("talos", None, Algorithm.ED25519)
    ETCD = ("etcd", None, Algorithm.ECDSA_P256)
    KUBERNETES = ("kubernetes", None, Algorithm.ECDSA_P256)
    AGGREGATOR = (None, "front-proxy", Algorithm.ECDSA_P256)

    @property
    def algorithm(self) -> Algorithm:
        """The algorithm of the authority's key."""
        algorithm: Algorithm = self.value[2]
        return algorithm


def create_authority(kind: AuthorityKind, *, now: datetime, lifetime: timedelta = LIFETIME) -> KeyPair:
    """A new self-signed authority that is valid from now on."""
    organization, common_name, algorithm = kind.value
    name = subject(organizations=(organization,) if organization else (), common_name=common_name)
    return _self_signed(name, generate_key(algorithm), now=now, lifetime=lifetime)


def own_authority(
    organization: str, *, now: datetime, lifetime: timedelta, addresses: Sequence[IPv4Address | IPv6Address] = ()
) -> KeyPair:
    """A new self-signed authority of somebody's own with an Ed25519 key, for these addresses as well."""
    name = subject(organizations=(organization,), common_name=None)
    return _self_signed(name, generate_key(Algorithm.ED25519), now=now, lifetime=lifetime, addresses=addresses)


def _self_signed(
    name: x509.Name,
    pem: SecretKey,
    *,
    now: datetime,
    lifetime: timedelta,
    addresses: Sequence[IPv4Address | IPv6Address] = (),
) -> KeyPair:
    from cryptography import x509  # noqa: PLC0415 - 16 MB, only where used
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415

    key = load_key(pem)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + lifetime)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(key_usage("digital_signature", "key_cert_sign"), critical=True)
        .add_extension(identifier, critical=False)
    )
    names = alternative_names((), addresses)
    if names is not None:
        builder = builder.add_extension(names, critical=False)
    return KeyPair(builder.sign(key, signature_hash(key)).public_bytes(Encoding.PEM), pem)


def subject(*, organizations: tuple[str, ...], common_name: str | None) -> x509.Name:
    """A distinguished name of organizations and a common name, in this order."""
    from cryptography import x509  # noqa: PLC0415

    names = [x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, item) for item in organizations]
    if common_name:
        names.append(x509.NameAttribute(x509.NameOID.COMMON_NAME, common_name))
    return x509.Name(names)


def signature_hash(key: object) -> SHA256 | None:
    """The hash that goes with a signing key: SHA-256, or none for Ed25519, which has its own."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415

    return None if isinstance(key, Ed25519PrivateKey) else SHA256()


def load_certificate(pem: bytes) -> x509.Certificate:
    """The first certificate of a PEM text. Raises PkiError."""
    from cryptography import x509  # noqa: PLC0415

    try:
        return x509.load_pem_x509_certificate(pem)
    except ValueError as error:
        raise PkiError(f"not a certificate in PEM: {error}") from error


def check_authority(authority: KeyPair) -> None:
    """Raise PkiError unless the certificate is an authority's and its public key belongs to the private key."""
    from cryptography import x509  # noqa: PLC0415

    certificate = load_certificate(authority.certificate)
    if certificate.public_key() != load_key(authority.key).public_key():
        raise PkiError("the private key does not belong to the certificate")
    try:
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    except x509.ExtensionNotFound as error:
        raise PkiError("the certificate is not an authority's: it has no basic constraints") from error
    if not constraints.ca:
        raise PkiError("the certificate is not an authority's: CA is false")
