"""The secrets of a cluster in one document, with upstream's fields (`talosctl gen secrets`)."""

from __future__ import annotations

import base64
import secrets
from datetime import datetime, timedelta
from typing import Final

import msgspec

from libtalos.pki.authority import AuthorityKind, KeyPair, create_authority
from libtalos.pki.issue import Request, Usage, issue
from libtalos.pki.keys import Algorithm, PkiError, generate_key
from libtalos.pki.secret import Secret, SecretKey, hide, reveal

TOKEN_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz0123456789"  # noqa: S105 - an alphabet
ADMIN_ROLE: Final = "os:admin"
ADMIN_LIFETIME: Final = timedelta(days=365)
RANDOM_BYTES: Final = 32  # cluster id, cluster secret, secretbox key


class _Part(msgspec.Struct, frozen=True, kw_only=True, rename="lower", forbid_unknown_fields=True):
    """Upstream writes the bundle's keys in lower case without separators."""


class ClusterSecrets(_Part, frozen=True):
    """Identity of the cluster: id in URL-safe base64, secret in standard base64, 32 bytes each."""

    id: str
    secret: Secret


class Tokens(_Part, frozen=True):
    """Kubernetes' bootstrap token and the key that encrypts its secrets at rest."""

    bootstrap_token: Secret = msgspec.field(name="bootstraptoken")
    secretbox_encryption_secret: Secret = msgspec.field(name="secretboxencryptionsecret")


class TrustdInfo(_Part, frozen=True):
    """The token with which a node asks for its certificates (machine.token)."""

    token: Secret


class CertificateAndKey(_Part, frozen=True):
    """A certificate in PEM (base64 in the document) and its key."""

    crt: bytes
    key: SecretKey

    def pair(self) -> KeyPair:
        """As the functions of libtalos.pki take it."""
        return KeyPair(self.crt, self.key)


class KeyOnly(_Part, frozen=True):
    """A private key without a certificate."""

    key: SecretKey


class Certs(_Part, frozen=True):
    """The cluster's authorities and the service account key."""

    etcd: CertificateAndKey
    k8s: CertificateAndKey
    k8s_aggregator: CertificateAndKey = msgspec.field(name="k8saggregator")
    k8s_service_account: KeyOnly = msgspec.field(name="k8sserviceaccount")
    os: CertificateAndKey


class SecretsBundle(_Part, frozen=True):
    """Everything secret that a cluster's machine configs are generated from."""

    cluster: ClusterSecrets
    secrets: Tokens
    trustd_info: TrustdInfo = msgspec.field(name="trustdinfo")
    certs: Certs

    def administrator(self, *, now: datetime) -> KeyPair:
        """A client certificate that may do everything, valid for upstream's year from now."""
        request = Request(usage=Usage.CLIENT, organizations=(ADMIN_ROLE,), lifetime=ADMIN_LIFETIME)
        return issue(self.certs.os.pair(), request, now=now)


def generate(*, now: datetime) -> SecretsBundle:
    """A new bundle; its authorities are valid for ten years from now."""
    return SecretsBundle(
        cluster=ClusterSecrets(
            id=base64.urlsafe_b64encode(secrets.token_bytes(RANDOM_BYTES)).decode(), secret=_random_base64()
        ),
        secrets=Tokens(bootstrap_token=generate_token(), secretbox_encryption_secret=_random_base64()),
        trustd_info=TrustdInfo(token=generate_token()),
        certs=Certs(
            etcd=_authority(AuthorityKind.ETCD, now),
            k8s=_authority(AuthorityKind.KUBERNETES, now),
            k8s_aggregator=_authority(AuthorityKind.AGGREGATOR, now),
            # Upstream's newer version contracts use RSA here for old verifiers; ECDSA is its other choice.
            k8s_service_account=KeyOnly(key=generate_key(Algorithm.ECDSA_P256)),
            os=_authority(AuthorityKind.OS, now),
        ),
    )


def generate_token() -> Secret:
    """A token in Kubernetes' bootstrap format, `[a-z0-9]{6}.[a-z0-9]{16}`."""
    text = "".join(secrets.choice(TOKEN_ALPHABET) for _ in range(22))
    return Secret(f"{text[:6]}.{text[6:]}")


def encode(bundle: SecretsBundle) -> bytes:
    """The bundle as a YAML document, secrets in clear: write it where only its owner reads (mode 0600)."""
    import yaml  # noqa: PLC0415 - heavy, only where used

    plain = msgspec.to_builtins(bundle, enc_hook=reveal)
    return yaml.dump(plain, Dumper=yaml.CSafeDumper, sort_keys=False, encoding="utf-8", width=1 << 20)


def load(data: bytes) -> SecretsBundle:
    """The inverse of encode. Raises PkiError naming the field that is wrong, without quoting its value."""
    import yaml  # noqa: PLC0415

    try:
        plain = yaml.load(data, Loader=yaml.CSafeLoader)
        return msgspec.convert(plain, SecretsBundle, dec_hook=hide)
    except (yaml.YAMLError, msgspec.ValidationError, RecursionError) as error:
        raise PkiError(f"not a secrets bundle: {_without_excerpt(error)}") from error


def _authority(kind: AuthorityKind, now: datetime) -> CertificateAndKey:
    pair = create_authority(kind, now=now)
    return CertificateAndKey(crt=pair.certificate, key=pair.key)


def _random_base64() -> Secret:
    return Secret(base64.b64encode(secrets.token_bytes(RANDOM_BYTES)).decode())


def _without_excerpt(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None)
    return f"{problem} (line {mark.line + 1})" if mark and problem else str(error)
