"""The kubelet's client certificate: dropped when it is another node's or another cluster's, so that it asks anew."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from libtalos.pki.authority import load_certificate
from libtalos.pki.keys import PkiError

# Kubernetes' names of nodes (k8s.io/kubernetes: NodeUserNamePrefix) and the file of its certificate store
NODE_PREFIX: Final = "system:node:"
CERTIFICATE: Final = Path("/var/lib/kubelet/pki/kubelet-client-current.pem")


class ClientIdentity(msgspec.Struct, frozen=True):
    """Where the kubelet keeps certificate and key, in one file."""

    path: Path = CERTIFICATE

    def drop_stale(self, *, nodename: str, authority: bytes) -> str:
        """Remove the file if it does not fit; returns why, "" if it fits or is not there. Raises OSError."""
        try:
            reason = mismatch(self.path.read_bytes(), nodename=nodename, authority=authority)
        except FileNotFoundError:
            return ""
        if reason:
            self.path.unlink()
        return reason


def mismatch(pem: bytes, *, nodename: str, authority: bytes) -> str:
    """Why a certificate is not that node's in the cluster of that authority; "" if it is."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - 16 MB, only where used
    from cryptography.x509.oid import NameOID  # noqa: PLC0415

    try:
        certificate, issuer = load_certificate(pem), load_certificate(authority)
        certificate.verify_directly_issued_by(issuer)
    except PkiError as error:
        return str(error)
    except (ValueError, TypeError, InvalidSignature):
        return "it was issued by another authority"
    names = [str(each.value) for each in certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
    expected = f"{NODE_PREFIX}{nodename}"
    return "" if names == [expected] else f"its common name is {names}, not {expected}"
