"""Leaf certificates: what a server, an etcd peer and a client present."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum, auto
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING

import msgspec

from libtalos.pki.authority import (
    LIFETIME,
    KeyPair,
    check_authority,
    load_certificate,
    signature_hash,
    subject,
)
from libtalos.pki.extensions import alternative_names, key_usage
from libtalos.pki.keys import Algorithm, PkiError, generate_key, load_key

if TYPE_CHECKING:
    from cryptography import x509

    from libtalos.pki.keys import PrivateKey, PublicKey


class Usage(Enum):
    """What a certificate is for. Servers and peers of etcd present theirs as clients too."""

    SERVER = auto()
    PEER = auto()
    CLIENT = auto()


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What to certify. Servers and peers need at least one name or address."""

    usage: Usage
    common_name: str | None = None
    organizations: tuple[str, ...] = ()
    dns_names: tuple[str, ...] = ()
    addresses: tuple[IPv4Address | IPv6Address, ...] = ()
    lifetime: timedelta = LIFETIME


def issue(authority: KeyPair, request: Request, *, now: datetime) -> KeyPair:
    """A new key and its certificate, signed by authority and valid from now on, never beyond the authority.

    The key is of the authority's kind. Raises PkiError if the authority is unusable or the request names nothing.
    """
    pem = generate_key(_algorithm(load_key(authority.key)))
    return KeyPair(certify(authority, request, load_key(pem).public_key(), now=now), pem)


def certify(authority: KeyPair, request: Request, public_key: PublicKey, *, now: datetime) -> bytes:
    """A certificate in PEM for somebody's key, signed by authority and valid from now on, never beyond the authority.

    Raises PkiError if the authority is unusable or the request names nothing.
    """
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - 16 MB, only where used

    check_authority(authority)
    if request.usage is not Usage.CLIENT and not (request.dns_names or request.addresses):
        raise PkiError(f"a {request.usage.name.lower()} certificate needs a DNS name or an address")
    signer = load_key(authority.key)
    builder = _builder(load_certificate(authority.certificate), request, public_key, now)
    return builder.sign(signer, signature_hash(signer)).public_bytes(Encoding.PEM)


def _algorithm(key: PrivateKey) -> Algorithm:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Algorithm.ED25519 if isinstance(key, Ed25519PrivateKey) else Algorithm.ECDSA_P256


def _builder(issuer: x509.Certificate, request: Request, key: PublicKey, now: datetime) -> x509.CertificateBuilder:
    from cryptography import x509  # noqa: PLC0415

    name = subject(organizations=request.organizations, common_name=request.common_name)
    end = min(now + request.lifetime, issuer.not_valid_after_utc)
    if now >= end:
        raise PkiError(f"the authority {issuer.subject.rfc4514_string()} expired at {end.isoformat()}")
    authority_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key())  # type: ignore[arg-type]
    builder = (
        x509.CertificateBuilder(issuer.subject, name, key, x509.random_serial_number(), now, end)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(key_usage("digital_signature", "key_encipherment"), critical=True)
        .add_extension(_extended_usage(request.usage), critical=False)
        .add_extension(authority_id, critical=False)
    )
    names = alternative_names(request.dns_names, request.addresses)
    return builder.add_extension(names, critical=False) if names else builder


def _extended_usage(usage: Usage) -> x509.ExtendedKeyUsage:
    from cryptography import x509  # noqa: PLC0415
    from cryptography.x509.oid import ExtendedKeyUsageOID  # noqa: PLC0415

    client = ExtendedKeyUsageOID.CLIENT_AUTH
    server = ExtendedKeyUsageOID.SERVER_AUTH
    return x509.ExtendedKeyUsage([client] if usage is Usage.CLIENT else [server, client])
