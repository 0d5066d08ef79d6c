"""Signing requests: what is taken from them, and what is not."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from libtalos.pki import Algorithm, AuthorityKind, PkiError, Request, Usage, create_authority, generate_key
from libtalos.pki.csr import create_request, sign_request
from libtalos.pki.inspect import check_pair, describe
from tests.unit.pki.times import NOW

AUTHORITY = create_authority(AuthorityKind.OS, now=NOW)
HOUR = timedelta(hours=1)
WANTED = Request(
    usage=Usage.CLIENT,
    common_name="n1",
    organizations=("os:reader", "os:operator"),
    dns_names=("n1.example",),
    addresses=(ip_address("10.5.0.2"), ip_address("fd00::2")),
)


def signed(pem: bytes, *, usage: Usage = Usage.CLIENT, keep_organizations: bool = True) -> bytes:
    """The authority's answer."""
    return sign_request(AUTHORITY, pem, usage=usage, lifetime=HOUR, now=NOW, keep_organizations=keep_organizations)


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_the_certificate_has_what_was_asked_for(algorithm: Algorithm) -> None:
    key = generate_key(algorithm)
    pem = signed(create_request(key, WANTED))
    check_pair(pem, key, authority=AUTHORITY.certificate)
    described = describe(pem)
    assert described.roles == WANTED.organizations
    assert described.expires == NOW + HOUR
    certificate = x509.load_pem_x509_certificate(pem)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["n1.example"]
    assert names.get_values_for_type(x509.IPAddress) == list(WANTED.addresses)
    usages = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usages) == [ExtendedKeyUsageOID.CLIENT_AUTH]


def test_a_stranger_gets_no_roles() -> None:
    pem = create_request(generate_key(Algorithm.ED25519), WANTED)
    assert describe(signed(pem, usage=Usage.SERVER, keep_organizations=False)).roles == ()


def test_other_extensions_of_a_request_are_not_taken() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = x509.CertificateSigningRequestBuilder(x509.Name([]))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    made = signed(builder.sign(key, SHA256()).public_bytes(Encoding.PEM))
    constraints = x509.load_pem_x509_certificate(made).extensions.get_extension_for_class(x509.BasicConstraints)
    assert not constraints.value.ca


def test_a_request_for_nothing_is_refused_for_a_server() -> None:
    pem = create_request(generate_key(Algorithm.ED25519), Request(usage=Usage.CLIENT))
    with pytest.raises(PkiError, match="needs a DNS name or an address"):
        signed(pem, usage=Usage.SERVER)


def test_weak_malformed_and_forged_requests_are_refused() -> None:
    weak = rsa.generate_private_key(65537, 1024)  # noqa: S505 - it is to be refused
    pem = x509.CertificateSigningRequestBuilder(x509.Name([])).sign(weak, SHA256()).public_bytes(Encoding.PEM)
    with pytest.raises(PkiError, match="is not accepted"):
        signed(pem)
    with pytest.raises(PkiError, match="not a certificate signing request"):
        signed(AUTHORITY.certificate)
    der = bytearray(
        x509.load_pem_x509_csr(create_request(generate_key(Algorithm.ED25519), WANTED)).public_bytes(Encoding.DER)
    )
    der[-1] ^= 1
    forged = x509.load_der_x509_csr(bytes(der)).public_bytes(Encoding.PEM)
    with pytest.raises(PkiError, match="not signed by the key"):
        signed(forged)


def test_pairs_that_do_not_belong_together_are_told() -> None:
    key = generate_key(Algorithm.ED25519)
    pem = signed(create_request(key, WANTED))
    with pytest.raises(PkiError, match="does not belong to the certificate"):
        check_pair(pem, generate_key(Algorithm.ED25519), authority=AUTHORITY.certificate)
    with pytest.raises(PkiError, match="not signed by this authority"):
        check_pair(pem, key, authority=create_authority(AuthorityKind.OS, now=NOW).certificate)
