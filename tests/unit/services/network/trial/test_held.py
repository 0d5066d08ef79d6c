"""The file of a config that holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from services.network.trial.held import Held, HeldFile
from tests.unit.services.network.trial.lab import MANAGEMENT, FakeFiles, Lab

HELD = Held(base="0" * 64, plan="1" * 60, yaml="machine: {}\n", operations=("bring up eth0",))


def test_what_was_saved_is_loaded_and_for_root_alone(tmp_path: Path) -> None:
    file = HeldFile(tmp_path / "network" / "applied.json")
    assert file.load() is None
    file.save(HELD)
    file.save(HELD)
    assert file.load() == HELD
    assert (tmp_path / "network" / "applied.json").stat().st_mode & 0o777 == 0o600
    file.save(None)
    file.save(None)
    assert file.load() is None


def test_a_file_that_makes_no_sense_is_told_and_the_machine_config_holds(tmp_path: Path) -> None:
    path = tmp_path / "applied.json"
    path.write_text("{}")
    with pytest.raises(ValueError, match="base"):
        HeldFile(path).load()

    class Broken(FakeFiles):
        def load(self) -> Held | None:
            return HeldFile(path).load()

    with capture_logs() as logs:
        lab = Lab(files=Broken())
    assert lab.addresses == {MANAGEMENT}
    assert any("cannot use what was kept" in each["event"] for each in logs)
