from pathlib import Path

import pytest

from libtalos.provision import runc as runc_module
from libtalos.provision.errors import ProvisionError
from libtalos.provision.runc import ContainerState, Runc


@pytest.fixture
def known(tmp_path: Path) -> Path:
    (tmp_path / "root/n1").mkdir(parents=True)
    return tmp_path


def fake(directory: Path, script: str) -> Runc:
    program = directory / "runc"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return Runc(directory / "root", str(program))


def test_the_state_is_read(known: Path) -> None:
    runc = fake(known, """echo '{"id": "n1", "pid": 7, "status": "running", "ociVersion": "1.0.2-dev"}'""")
    assert runc.state("n1") == ContainerState("running", 7)


def test_a_container_without_a_directory_is_not_asked_about(tmp_path: Path) -> None:
    assert Runc(tmp_path / "root", "/nonexistent").state("n1") is None


def test_a_directory_without_a_state_is_no_container_and_can_be_deleted(known: Path) -> None:
    runc = fake(known, 'test "$3" = delete || { echo "container does not exist" >&2; exit 1; }')
    assert runc.state("n1") is None
    runc.delete("n1")
    runc.forget("n1")
    assert not (known / "root/n1").exists()


def test_what_runc_said_is_in_the_error(known: Path) -> None:
    runc = fake(known, "echo 'level=error msg=\"no such thing\"' >&2; exit 1")
    with pytest.raises(ProvisionError, match=r"runc start n1: .*no such thing"):
        runc.start("n1")
    with pytest.raises(ProvisionError, match=r"runc create n1: .*no such thing"):
        runc.create("n1", known, known / "console.log")


def test_a_missing_runc_says_how_to_get_it(known: Path) -> None:
    with pytest.raises(ProvisionError, match="not found; install runc"):
        Runc(known / "root", "no-such-runc").start("n1")


def test_a_runc_that_hangs_is_given_up(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runc_module, "COMMAND_TIMEOUT", 0.1)
    with pytest.raises(ProvisionError, match=r"runc start: no answer within 0\.1 s"):
        fake(known, "exec sleep 1000").start("n1")
