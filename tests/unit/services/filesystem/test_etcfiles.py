"""The declared files under /etc: rewritten in place, by name, within bounds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from libtalos.mounts.rows import FileRow
from services.filesystem.etcfiles import MAX_SIZE, EtcFiles, KeptEtcFileError, UnknownEtcFileError

ROWS = (
    FileRow(target="/etc/hosts", source="/system/etc/hosts"),
    FileRow(target="/etc/ssl/ca.crt", source="/system/etc/ca.crt"),
    FileRow(target="/etc/machine-id", source="/system/etc/machine-id", keep="/var/machine-id"),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The source of /etc/hosts, with contents."""
    path = tmp_path / "system/etc/hosts"
    path.parent.mkdir(parents=True)
    path.write_text("127.0.0.1 localhost\n")
    return path


@pytest.fixture
def files(tmp_path: Path, source: Path) -> EtcFiles:
    """The declared files."""
    return EtcFiles(rows=ROWS, root=tmp_path)


def test_the_names_are_those_below_etc(files: EtcFiles) -> None:
    assert files.names == ("hosts", "machine-id", "ssl/ca.crt")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.binary(max_size=200), min_size=1, max_size=5))
def test_contents_are_replaced_in_the_same_inode(files: EtcFiles, source: Path, versions: list[bytes]) -> None:
    inode = source.stat().st_ino
    for contents in versions:
        before = source.read_bytes()
        assert files.write("hosts", contents) is (before != contents)
        assert source.read_bytes() == contents
    assert source.stat().st_ino == inode


def test_the_same_contents_are_not_written_again(files: EtcFiles, source: Path) -> None:
    before = source.stat().st_mtime_ns
    assert files.write("hosts", source.read_bytes()) is False
    assert source.stat().st_mtime_ns == before


@pytest.mark.parametrize("name", ["passwd", "", "../etc/hosts", "/etc/hosts", "ssl"])
def test_only_declared_names_are_written(files: EtcFiles, name: str) -> None:
    with pytest.raises(UnknownEtcFileError, match=r"not a declared file; there are hosts, machine-id, ssl/ca\.crt"):
        files.write(name, b"")


def test_the_largest_file_is_taken_and_a_larger_one_refused(files: EtcFiles, source: Path) -> None:
    assert files.write("hosts", b"x" * MAX_SIZE)
    with pytest.raises(ValueError, match="1048577 bytes are more than the 1048576 that are allowed"):
        files.write("hosts", b"y" * (MAX_SIZE + 1))
    assert source.read_bytes() == b"x" * MAX_SIZE


def test_what_is_kept_is_not_rewritten(files: EtcFiles) -> None:
    with pytest.raises(KeptEtcFileError, match="made once, kept in /var/machine-id"):
        files.write("machine-id", b"0" * 32)


def test_digests_tell_contents_apart_and_leave_out_what_is_not_there(files: EtcFiles, source: Path) -> None:
    first = files.digests()
    assert list(first) == ["hosts"]
    files.write("hosts", b"other")
    assert files.digests() != first
    files.write("hosts", b"127.0.0.1 localhost\n")
    assert files.digests() == first
