"""The secrets bundle."""

from __future__ import annotations

import base64
import re

import pytest
import yaml

from libtalos.pki import PkiError, bundle, check_authority
from tests.unit.pki.times import NOW


def test_it_has_upstreams_fields_and_formats() -> None:
    document = yaml.safe_load(bundle.encode(bundle.generate(now=NOW)))
    assert document.keys() == {"cluster", "secrets", "trustdinfo", "certs"}
    assert document["certs"].keys() == {"etcd", "k8s", "k8saggregator", "k8sserviceaccount", "os"}
    assert document["certs"]["os"].keys() == {"crt", "key"}
    assert document["certs"]["k8sserviceaccount"].keys() == {"key"}
    assert len(base64.urlsafe_b64decode(document["cluster"]["id"])) == 32
    assert len(base64.b64decode(document["cluster"]["secret"])) == 32
    assert document["secrets"].keys() == {"bootstraptoken", "secretboxencryptionsecret"}
    for token in (document["secrets"]["bootstraptoken"], document["trustdinfo"]["token"]):
        assert re.fullmatch(r"[a-z0-9]{6}\.[a-z0-9]{16}", token)
    assert base64.b64decode(document["certs"]["etcd"]["crt"]).startswith(b"-----BEGIN CERTIFICATE-----\n")


def test_it_survives_writing_and_reading() -> None:
    secrets = bundle.generate(now=NOW)
    assert bundle.load(bundle.encode(secrets)) == secrets
    for pair in (secrets.certs.etcd, secrets.certs.k8s, secrets.certs.k8s_aggregator, secrets.certs.os):
        check_authority(pair.pair())


def test_two_are_never_alike() -> None:
    one, other = (bundle.generate(now=NOW) for _ in range(2))
    assert one.cluster.id != other.cluster.id
    assert one.certs.etcd.key != other.certs.etcd.key
    assert one.trustd_info.token != other.trustd_info.token


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", "Expected `object`"),
        (b"cluster: {id: a, secret: hunter2}\n", "missing required field `secrets`"),
        (b"cluster: {id: a, secret: [hunter2]}\n", r"\$\.cluster\.secret"),
        (b"cluster: {id: a, secret: hunter2, extra: hunter2}\n", "unknown field `extra`"),
        (b"cluster: {secret: 'hunter2", r"\(line 1\)"),
    ],
)
def test_what_is_wrong_is_named_and_not_quoted(text: bytes, problem: str) -> None:
    with pytest.raises(PkiError, match=problem) as caught:
        bundle.load(text)
    assert "hunter2" not in str(caught.value)
