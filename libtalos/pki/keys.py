"""Private keys: Ed25519 and ECDSA P-256, nothing weaker, in the PEM forms that upstream writes."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from libtalos.pki.secret import SecretKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes

    PrivateKey = Ed25519PrivateKey | EllipticCurvePrivateKey
    PublicKey = Ed25519PublicKey | EllipticCurvePublicKey

# Upstream labels Ed25519 keys this way (its talosconfig and machine.ca.key); the contents are plain PKCS #8.
UPSTREAM_ED25519_LABEL: Final = "ED25519 PRIVATE KEY"
PKCS8_LABEL: Final = "PRIVATE KEY"
SMALLEST_CURVE_BITS: Final = 256
SMALLEST_RSA_BITS: Final = 2048


class PkiError(Exception):
    """A key or certificate is malformed, too weak, or does not fit its counterpart; the message says which."""


class Algorithm(Enum):
    """The kinds of key that are generated here."""

    ED25519 = "Ed25519"
    ECDSA_P256 = "ECDSA P-256"


def generate_key(algorithm: Algorithm) -> SecretKey:
    """A new private key from the kernel's random source."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519  # noqa: PLC0415 - 16 MB, only where used

    if algorithm is Algorithm.ED25519:
        return encode_key(ed25519.Ed25519PrivateKey.generate())
    return encode_key(ec.generate_private_key(ec.SECP256R1()))


def encode_key(key: PrivateKey) -> SecretKey:
    """PEM: SEC 1 ("EC PRIVATE KEY") for ECDSA, PKCS #8 under upstream's label for Ed25519."""
    from cryptography.hazmat.primitives import serialization as ser  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey  # noqa: PLC0415

    if isinstance(key, EllipticCurvePrivateKey):
        form = ser.PrivateFormat.TraditionalOpenSSL
        return SecretKey(key.private_bytes(ser.Encoding.PEM, form, ser.NoEncryption()).decode())
    text = key.private_bytes(ser.Encoding.PEM, ser.PrivateFormat.PKCS8, ser.NoEncryption()).decode()
    return SecretKey(text.replace(f" {PKCS8_LABEL}--", f" {UPSTREAM_ED25519_LABEL}--"))


def load_key(pem: SecretKey) -> PrivateKey:
    """The key of a PEM text (SEC 1, PKCS #8, or upstream's Ed25519 label). Raises PkiError; never quotes the text."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415

    text = portable_pem(pem).encode()
    try:
        key = load_pem_private_key(text, password=None)
    except (ValueError, TypeError) as error:
        raise PkiError("not a private key in PEM (SEC 1 or PKCS #8)") from error
    if isinstance(key, Ed25519PrivateKey):
        return key
    if isinstance(key, EllipticCurvePrivateKey) and key.key_size >= SMALLEST_CURVE_BITS:
        return key
    raise _refusal(key)


def portable_pem(pem: SecretKey) -> str:
    """The PEM text under labels that OpenSSL and Go's standard library know."""
    return pem.reveal().replace(f" {UPSTREAM_ED25519_LABEL}--", f" {PKCS8_LABEL}--")


def accepted(key: PublicKeyTypes) -> PublicKey:
    """The key itself, if it is of a kind that is certified here. Raises PkiError."""
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    if isinstance(key, Ed25519PublicKey):
        return key
    if isinstance(key, EllipticCurvePublicKey) and key.key_size >= SMALLEST_CURVE_BITS:
        return key
    raise _refusal(key)


def _refusal(key: object) -> PkiError:
    return PkiError(f"{type(key).__name__} is not accepted: use Ed25519 or ECDSA of {SMALLEST_CURVE_BITS} bits or more")
