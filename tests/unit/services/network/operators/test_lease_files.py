"""What is kept for a restart of the component."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.network.operators.lease import Answer
from services.network.operators.memory import LeaseFiles

ANSWER = Answer(payload=b"\0\xff", asked_at=12.5)


def test_what_is_kept_is_found_until_it_is_forgotten(tmp_path: Path) -> None:
    files = LeaseFiles(tmp_path / "leases")
    assert files.load("dhcp4/eth0") is None
    files.save("dhcp4/eth0", ANSWER)
    assert files.load("dhcp4/eth0") == ANSWER
    assert files.load("dhcp6/eth0") is None
    files.forget("dhcp4/eth0")
    files.forget("dhcp4/eth0")
    assert files.load("dhcp4/eth0") is None


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dhcp4-eth0.json").write_text("{}")
    with pytest.raises(ValueError, match="payload"):
        LeaseFiles(tmp_path).load("dhcp4/eth0")
