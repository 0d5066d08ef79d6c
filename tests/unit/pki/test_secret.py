"""Secrets show nothing unless asked by name."""

from __future__ import annotations

import logging

import pytest

from libtalos.pki import Secret, SecretKey, SecretsBundle, bundle
from libtalos.pki.authority import KeyPair
from tests.unit.pki.times import NOW

TEXT = "hunter2-hunter2"


@pytest.mark.parametrize("secret", [Secret(TEXT), SecretKey(TEXT)])
def test_no_way_of_printing_shows_the_text(secret: Secret) -> None:
    shown = [str(secret), repr(secret), f"{secret}", f"{secret!r:>20}", "%s" % secret, repr([secret])]  # noqa: UP031
    assert all("hunter" not in text for text in shown)
    assert "hunter" not in repr(KeyPair(b"certificate", SecretKey(TEXT)))


def test_a_log_record_shows_nothing(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("test").warning("the token is %s", Secret(TEXT))
    assert "hunter" not in caplog.text
    assert "the token is" in caplog.text


def test_equality_is_of_texts_and_kinds() -> None:
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != SecretKey("a")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a")}) == 1
    assert not Secret("")


def test_a_key_is_written_in_base64() -> None:
    key = SecretKey("-----BEGIN\nx\n")
    assert key.document_text() == "LS0tLS1CRUdJTgp4Cg=="
    assert SecretKey.from_document(key.document_text()) == key
    with pytest.raises(ValueError, match="base64"):
        SecretKey.from_document("not base64!")


def test_a_bundle_shows_none_of_its_secrets() -> None:
    secrets: SecretsBundle = bundle.generate(now=NOW)
    shown = repr(secrets)
    hidden = [
        secrets.cluster.secret,
        secrets.secrets.bootstrap_token,
        secrets.secrets.secretbox_encryption_secret,
        secrets.trustd_info.token,
        secrets.certs.os.key,
        secrets.certs.k8s_service_account.key,
    ]
    assert all(secret.reveal() not in shown for secret in hidden)
    assert "PRIVATE KEY" not in shown
