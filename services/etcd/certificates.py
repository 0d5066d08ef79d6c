"""The certificates of the member and of those who call it, issued from the cluster's etcd authority."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec

from services.etcd.plan import LOOPBACKS, Plan

# upstream's common names
ADMIN: Final = "talos"
API_SERVER: Final = "kube-apiserver"
# what issue_all() makes
FILES: Final = (
    "ca.crt",
    *(f"{name}.{kind}" for name in ("server", "peer", "admin", "apiserver") for kind in ("crt", "key")),
)


class SecretFile(msgspec.Struct, frozen=True):
    """A file below the secrets' directory; its content stays out of repr."""

    name: str
    content: bytes

    def __repr__(self) -> str:
        return f"SecretFile({self.name!r})"


def version(plan: Plan) -> str:
    """What tells one set of certificates from another: a digest of everything that they say, 12 hex digits."""
    digest = hashlib.sha256(plan.authority.certificate)
    for text in (plan.name, *plan.dns_names, *map(str, plan.addresses)):
        digest.update(b"\0" + text.encode())
    return digest.hexdigest()[:12]


def issue_all(plan: Plan, *, now: datetime) -> tuple[SecretFile, ...]:
    """Upstream's set: ca.crt, and certificate and key of server, peer, admin and the API server's client.

    Raises PkiError if the authority cannot be used.
    """
    from libtalos.pki import Request, Usage, issue, portable_pem  # noqa: PLC0415 - cryptography: only where used

    dns, addresses = plan.dns_names, plan.addresses
    requests: Mapping[str, Request] = {
        "server": Request(
            usage=Usage.SERVER,
            common_name=plan.name,
            dns_names=(*dns, "localhost"),
            addresses=(*addresses, *LOOPBACKS),
        ),
        "peer": Request(usage=Usage.PEER, common_name=plan.name, dns_names=dns, addresses=addresses),
        "admin": Request(usage=Usage.CLIENT, common_name=ADMIN),
        "apiserver": Request(usage=Usage.CLIENT, common_name=API_SERVER),
    }
    files = [SecretFile("ca.crt", plan.authority.certificate)]
    for name, request in requests.items():
        pair = issue(plan.authority, request, now=now)
        files.append(SecretFile(f"{name}.crt", pair.certificate))
        files.append(SecretFile(f"{name}.key", portable_pem(pair.key).encode()))
    return tuple(files)
