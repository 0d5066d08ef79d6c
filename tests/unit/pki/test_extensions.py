import pytest
from cryptography import x509

from libtalos.pki.extensions import key_usage


def test_only_what_is_named_is_allowed() -> None:
    usage = key_usage("digital_signature", "key_cert_sign")
    assert (usage.digital_signature, usage.key_cert_sign) == (True, True)
    assert usage == x509.KeyUsage(True, False, False, False, False, True, False, False, False)


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match=r"unknown key usages \['sign'\]: there are digital_signature, "):
        key_usage("sign")
