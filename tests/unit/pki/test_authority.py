"""The cluster's authorities."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization as ser
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from libtalos.pki import Algorithm, AuthorityKind, KeyPair, PkiError, check_authority, create_authority, generate_key
from libtalos.pki.authority import load_certificate
from libtalos.pki.keys import load_key, portable_pem
from libtalos.pki.secret import SecretKey
from tests.unit.pki.times import NOW

PEM, PKCS8, OPEN = ser.Encoding.PEM, ser.PrivateFormat.PKCS8, ser.NoEncryption()


@pytest.mark.parametrize(
    ("kind", "subject", "key_type", "label"),
    [
        (AuthorityKind.OS, "O=talos", ed25519.Ed25519PrivateKey, "ED25519 PRIVATE KEY"),
        (AuthorityKind.ETCD, "O=etcd", ec.EllipticCurvePrivateKey, "EC PRIVATE KEY"),
        (AuthorityKind.KUBERNETES, "O=kubernetes", ec.EllipticCurvePrivateKey, "EC PRIVATE KEY"),
        (AuthorityKind.AGGREGATOR, "CN=front-proxy", ec.EllipticCurvePrivateKey, "EC PRIVATE KEY"),
    ],
)
def test_each_is_upstreams(kind: AuthorityKind, subject: str, key_type: type[object], label: str) -> None:
    authority = create_authority(kind, now=NOW)
    certificate = x509.load_pem_x509_certificate(authority.certificate)
    assert certificate.subject.rfc4514_string() == certificate.issuer.rfc4514_string() == subject
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc == timedelta(hours=87_600)
    assert isinstance(load_key(authority.key), key_type)
    assert authority.key.reveal().startswith(f"-----BEGIN {label}-----\n")
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.key_cert_sign
    certificate.verify_directly_issued_by(certificate)
    check_authority(authority)


def test_openssl_reads_the_portable_form(tmp_path: Path) -> None:
    for algorithm in Algorithm:
        file = tmp_path / algorithm.name
        file.write_text(portable_pem(generate_key(algorithm)))
        subprocess.run(["openssl", "pkey", "-noout", "-in", str(file)], check=True)


def test_a_key_of_another_authority_is_refused() -> None:
    one, other = (create_authority(AuthorityKind.ETCD, now=NOW) for _ in range(2))
    with pytest.raises(PkiError, match="does not belong"):
        check_authority(KeyPair(one.certificate, other.key))


def test_what_is_no_authority_is_refused() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "leaf")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW + timedelta(days=1))
    pem = SecretKey(key.private_bytes(PEM, PKCS8, OPEN).decode())
    with pytest.raises(PkiError, match="no basic constraints"):
        check_authority(KeyPair(builder.sign(key, SHA256()).public_bytes(PEM), pem))
    leaf = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    with pytest.raises(PkiError, match="CA is false"):
        check_authority(KeyPair(leaf.sign(key, SHA256()).public_bytes(PEM), pem))


@pytest.mark.parametrize(
    "key",
    [
        rsa.generate_private_key(65537, 2048),
        ec.generate_private_key(ec.SECP224R1()),
        ec.generate_private_key(ec.SECP192R1()),
    ],
    ids=["rsa", "p224", "p192"],
)
def test_weaker_keys_are_refused(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> None:
    with pytest.raises(PkiError, match="use Ed25519 or ECDSA"):
        load_key(SecretKey(key.private_bytes(PEM, PKCS8, OPEN).decode()))


def test_errors_do_not_quote_the_key() -> None:
    with pytest.raises(PkiError) as caught:
        load_key(SecretKey("-----BEGIN PRIVATE KEY-----\nc2VjcmV0c2VjcmV0\n-----END PRIVATE KEY-----\n"))
    assert "c2VjcmV0" not in str(caught.value)
    with pytest.raises(PkiError, match="not a certificate in PEM"):
        load_certificate(b"nonsense")
