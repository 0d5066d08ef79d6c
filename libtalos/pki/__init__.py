"""Keys, authorities, certificates and the secrets of a cluster. `cryptography` is imported where it is first needed."""

from libtalos.pki.authority import LIFETIME, AuthorityKind, KeyPair, check_authority, create_authority
from libtalos.pki.bundle import SecretsBundle
from libtalos.pki.issue import Request, Usage, issue
from libtalos.pki.keys import Algorithm, PkiError, generate_key, portable_pem
from libtalos.pki.secret import Secret, SecretKey

__all__ = [
    "LIFETIME",
    "Algorithm",
    "AuthorityKind",
    "KeyPair",
    "PkiError",
    "Request",
    "Secret",
    "SecretKey",
    "SecretsBundle",
    "Usage",
    "check_authority",
    "create_authority",
    "generate_key",
    "issue",
    "portable_pem",
]
