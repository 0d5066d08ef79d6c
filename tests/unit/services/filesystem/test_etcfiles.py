"""The declared files under /etc: by name, within bounds, remembered."""

from pathlib import Path

import pytest

from libtalos.mounts.rows import FileRow
from services.filesystem.etcfiles import MAX_SIZE, EtcFiles, KeptEtcFileError, UnknownEtcFileError

ROWS = (
    FileRow(target="/etc/hosts", source="/system/etc/hosts"),
    FileRow(target="/etc/ssl/ca.crt", source="/system/etc/ca.crt"),
    FileRow(target="/etc/machine-id", source="/system/etc/machine-id", keep="/var/machine-id"),
)


class Writer:
    """Brings a row about as the tree does, without any mount."""

    def __init__(self, root: Path, written: dict[str, bytes]) -> None:
        self.root = root
        self.written = written
        self.failure: Exception | None = None

    def __call__(self, row: FileRow) -> None:
        """Make it so."""
        if self.failure:
            raise self.failure
        (self.root / row.source.lstrip("/")).write_bytes(self.written[row.name])


@pytest.fixture
def written() -> dict[str, bytes]:
    """What is remembered."""
    return {}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The source of /etc/hosts, with contents."""
    path = tmp_path / "system/etc/hosts"
    path.parent.mkdir(parents=True)
    path.write_text("127.0.0.1 localhost\n")
    return path


@pytest.fixture
def writer(tmp_path: Path, written: dict[str, bytes], source: Path) -> Writer:
    """Who brings rows about."""
    assert source.exists()
    return Writer(tmp_path, written)


@pytest.fixture
def files(tmp_path: Path, writer: Writer, written: dict[str, bytes]) -> EtcFiles:
    """The declared files."""
    return EtcFiles(rows=ROWS, root=tmp_path, written=written, bring_about=writer)


def test_the_names_are_those_below_etc(files: EtcFiles) -> None:
    assert files.names == ("hosts", "machine-id", "ssl/ca.crt")


def test_what_is_written_is_remembered_and_brought_about(
    files: EtcFiles, source: Path, written: dict[str, bytes]
) -> None:
    assert files.write("hosts", b"one") is True
    assert source.read_bytes() == b"one"
    assert files.write("hosts", b"one") is False
    assert files.write("ssl/ca.crt", b"certificate") is True
    assert written == {"hosts": b"one", "ssl/ca.crt": b"certificate"}


def test_a_write_that_fails_changes_no_wish(files: EtcFiles, writer: Writer, written: dict[str, bytes]) -> None:
    writer.failure = OSError("disk is on fire")
    with pytest.raises(OSError, match="disk is on fire"):
        files.write("hosts", b"one")
    assert written == {}
    writer.failure = None
    files.write("hosts", b"one")
    writer.failure = OSError("disk is on fire")
    with pytest.raises(OSError, match="disk is on fire"):
        files.write("hosts", b"two")
    assert written == {"hosts": b"one"}


def test_what_is_there_is_wanted_unless_something_else_was_written(
    files: EtcFiles, source: Path, written: dict[str, bytes]
) -> None:
    (source.parent / "machine-id").write_bytes(b"0" * 32)
    files.adopt()
    assert written == {"hosts": b"127.0.0.1 localhost\n", "machine-id": b"0" * 32}
    source.write_text("drifted")
    files.adopt()
    assert written["hosts"] == b"127.0.0.1 localhost\n"


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
    source.unlink()
    source.mkdir()
    assert files.digests() == {}
