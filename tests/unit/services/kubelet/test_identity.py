"""A client certificate that does not fit is dropped."""

from __future__ import annotations

from pathlib import Path

from libtalos.pki import AuthorityKind, Request, Usage, create_authority, issue
from services.kubelet.identity import ClientIdentity
from tests.unit.services.kubelet.samples import NOW

OURS, OTHERS = (create_authority(AuthorityKind.KUBERNETES, now=NOW) for _ in range(2))
PAIR = issue(OURS, Request(usage=Usage.CLIENT, common_name="system:node:n1", organizations=("system:nodes",)), now=NOW)


def test_one_that_fits_stays(tmp_path: Path) -> None:
    identity = ClientIdentity(tmp_path / "current.pem")
    assert identity.drop_stale(nodename="n1", authority=OURS.certificate) == ""
    identity.path.write_bytes(PAIR.certificate + PAIR.key.reveal().encode())
    assert identity.drop_stale(nodename="n1", authority=OURS.certificate) == ""
    assert identity.path.exists()


def test_others_are_dropped_with_the_reason(tmp_path: Path) -> None:
    identity = ClientIdentity(tmp_path / "current.pem")
    for content, nodename, authority, reason in (
        (PAIR.certificate, "n2", OURS, "its common name is ['system:node:n1'], not system:node:n2"),
        (PAIR.certificate, "n1", OTHERS, "it was issued by another authority"),
        (b"garbage", "n1", OURS, "not a certificate in PEM"),
    ):
        identity.path.write_bytes(content)
        assert identity.drop_stale(nodename=nodename, authority=authority.certificate).startswith(reason)
        assert not identity.path.exists()
