"""The set of certificates, and where it is written."""

from __future__ import annotations

import os
import stat
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from msgspec.structs import replace

from services.etcd.certificates import SecretFile, issue_all, version
from services.etcd.files import EtcdFiles
from tests.unit.services.etcd.samples import NOW, addresses, planned


def names_of(content: bytes) -> tuple[list[str], set[str]]:
    """DNS names and addresses of a certificate."""
    certificate = x509.load_pem_x509_certificate(content)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return names.get_values_for_type(x509.DNSName), {str(each) for each in names.get_values_for_type(x509.IPAddress)}


def test_it_is_upstreams_set() -> None:
    plan = planned()
    files = {file.name: file.content for file in issue_all(plan, now=NOW)}
    assert set(files) == {
        "ca.crt",
        *(f"{name}.{kind}" for name in ("server", "peer", "admin", "apiserver") for kind in ("crt", "key")),
    }
    assert files["ca.crt"] == plan.authority.certificate
    assert names_of(files["server.crt"]) == (["n1", "n1.example.org", "localhost"], {"10.5.0.2", "127.0.0.1", "::1"})
    assert names_of(files["peer.crt"]) == (["n1", "n1.example.org"], {"10.5.0.2"})
    for name, common_name in (("admin", "CN=talos"), ("apiserver", "CN=kube-apiserver")):
        assert x509.load_pem_x509_certificate(files[f"{name}.crt"]).subject.rfc4514_string() == common_name
    assert all(b"PRIVATE KEY" in files[name] for name in files if name.endswith(".key"))


def test_what_they_say_makes_the_version() -> None:
    plan = planned()
    assert version(plan) == version(planned())
    assert version(plan) != version(replace(plan, addresses=(*plan.addresses, ip_address("10.5.0.3"))))
    assert version(plan) != version(replace(plan, name="n2"))
    assert version(replace(plan, addresses=addresses("10.5.0.2"))) == version(plan)


def own_files(tmp_path: Path) -> EtcdFiles:
    """Files of the user who runs the test."""
    return EtcdFiles(secrets=tmp_path / "run/secrets", data=tmp_path / "var/data", uid=os.getuid(), gid=os.getgid())


def test_secrets_are_for_their_owner_alone_and_replaced_as_a_whole(tmp_path: Path) -> None:
    files = own_files(tmp_path)
    files.write_secrets([SecretFile("a.key", b"one"), SecretFile("a.crt", b"two")])
    before = (files.secrets / "a.key").stat().st_ino
    (files.secrets / ".a.key.new").write_text("left over by a crash")
    files.write_secrets([SecretFile("a.key", b"three")])
    assert (files.secrets / "a.key").read_bytes() == b"three"
    assert (files.secrets / "a.key").stat().st_ino != before
    assert {path.name for path in files.secrets.iterdir()} == {"a.key", "a.crt"}
    assert stat.S_IMODE(files.secrets.stat().st_mode) == 0o700
    assert stat.S_IMODE((files.secrets / "a.key").stat().st_mode) == 0o600


def test_the_data_directory_is_closed_and_says_whether_it_has_data(tmp_path: Path) -> None:
    files = own_files(tmp_path)
    assert files.make_data_directory()
    assert stat.S_IMODE(files.data.stat().st_mode) == 0o700
    (files.data / "member").mkdir()
    files.data.chmod(0o755)
    assert not files.make_data_directory()
    assert stat.S_IMODE(files.data.stat().st_mode) == 0o700


def test_a_file_shows_no_content() -> None:
    assert "three" not in repr(SecretFile("a.key", b"three"))
