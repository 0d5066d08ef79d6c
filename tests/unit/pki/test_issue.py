"""Leaf certificates: what they say, and that TLS takes them."""

from __future__ import annotations

import ssl
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from libtalos.pki import AuthorityKind, KeyPair, PkiError, Request, Usage, create_authority, issue, portable_pem
from tests.unit.pki.times import NOW

LOOPBACK = ip_address("127.0.0.1")
SERVER = Request(usage=Usage.SERVER, common_name="n1", dns_names=("n1", "n1"), addresses=(LOOPBACK, LOOPBACK))


@pytest.fixture(params=[AuthorityKind.ETCD, AuthorityKind.OS], ids=["ecdsa", "ed25519"])
def authority(request: pytest.FixtureRequest) -> KeyPair:
    """An authority of each algorithm."""
    kind: AuthorityKind = request.param
    return create_authority(kind, now=NOW)


def test_a_server_certificate_says_what_upstreams_says(authority: KeyPair) -> None:
    certificate = x509.load_pem_x509_certificate(issue(authority, SERVER, now=NOW).certificate)
    certificate.verify_directly_issued_by(x509.load_pem_x509_certificate(authority.certificate))
    extensions = certificate.extensions
    names = extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["n1"]
    assert names.get_values_for_type(x509.IPAddress) == [LOOPBACK]
    usages = extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert set(usages) == {ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH}
    usage = extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.key_encipherment, usage.key_cert_sign) == (True, True, False)
    assert not extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_a_client_certificate_is_for_clients_only(authority: KeyPair) -> None:
    request = Request(usage=Usage.CLIENT, common_name="talos", organizations=("os:admin",))
    certificate = x509.load_pem_x509_certificate(issue(authority, request, now=NOW).certificate)
    assert certificate.subject.rfc4514_string() == "CN=talos,O=os:admin"
    usages = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usages) == [ExtendedKeyUsageOID.CLIENT_AUTH]


def test_mutual_tls_1_3_works_and_a_stranger_is_refused(authority: KeyPair, tmp_path: Path) -> None:
    server = _context(tmp_path / "s", authority, issue(authority, SERVER, now=NOW), ssl.PROTOCOL_TLS_SERVER)
    client_pair = issue(authority, Request(usage=Usage.CLIENT, common_name="talos"), now=NOW)
    client = _context(tmp_path / "c", authority, client_pair, ssl.PROTOCOL_TLS_CLIENT)
    assert _handshake(server, client, "127.0.0.1") == "TLSv1.3"
    assert _handshake(server, client, "n1") == "TLSv1.3"
    with pytest.raises(ssl.SSLCertVerificationError):
        _handshake(server, client, "127.0.0.2")
    other = create_authority(AuthorityKind.ETCD, now=NOW)
    stranger = _context(tmp_path / "x", authority, issue(other, SERVER, now=NOW), ssl.PROTOCOL_TLS_CLIENT)
    with pytest.raises(ssl.SSLCertVerificationError):
        _handshake(server, stranger, "127.0.0.1")


def test_a_leaf_does_not_outlive_its_authority() -> None:
    authority = create_authority(AuthorityKind.ETCD, now=NOW, lifetime=timedelta(days=2))
    certificate = x509.load_pem_x509_certificate(issue(authority, SERVER, now=NOW + timedelta(days=1)).certificate)
    assert certificate.not_valid_after_utc == NOW + timedelta(days=2)
    with pytest.raises(PkiError, match=r"O=etcd expired at"):
        issue(authority, SERVER, now=NOW + timedelta(days=3))


def test_a_server_must_have_a_name(authority: KeyPair) -> None:
    with pytest.raises(PkiError, match="a peer certificate needs a DNS name or an address"):
        issue(authority, Request(usage=Usage.PEER, common_name="n1"), now=NOW)


def _context(directory: Path, authority: KeyPair, pair: KeyPair, protocol: int) -> ssl.SSLContext:
    directory.mkdir()
    for name, content in (("crt", pair.certificate), ("key", portable_pem(pair.key).encode())):
        (directory / name).write_bytes(content)
    context = ssl.SSLContext(protocol)
    context.load_verify_locations(cadata=authority.certificate.decode())
    context.load_cert_chain(directory / "crt", directory / "key")
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def _handshake(server: ssl.SSLContext, client: ssl.SSLContext, name: str) -> str | None:
    """Shake hands in memory; the version of TLS that was agreed upon."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [
        client.wrap_bio(to_client, to_server, server_hostname=name),
        server.wrap_bio(to_server, to_client, server_side=True),
    ]
    waiting = [*ends, *ends, *ends]
    for end in waiting:
        try:
            end.do_handshake()
        except ssl.SSLWantReadError:
            continue
    return ends[1].version()
