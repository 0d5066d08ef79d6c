import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from libtalos.supervise.logfile import LogFile


def _write(path: Path, pieces: list[bytes], rotate_at: int) -> list[str]:
    problems: list[str] = []
    file = LogFile(path, rotate_at=rotate_at, problem=problems.append)
    for piece in pieces:
        file.write(memoryview(piece))
    file.close()
    return problems


@given(st.lists(st.lists(st.integers(min_value=1, max_value=30), max_size=5), max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rotation_never_splits_a_line_wherever_reads_end(tmp_path: Path, sizes: list[list[int]]) -> None:
    path = tmp_path / "a.log"
    for old in tmp_path.iterdir():
        old.unlink()
    lines = [b"%d:" % n + b"x" * size + b"\n" for n, size in enumerate(s for some in sizes for s in some)]
    stream = b"".join(lines)
    # pieces that end anywhere, as reads of a pipe do
    pieces = [stream[i : i + 17] for i in range(0, len(stream), 17)]
    problems = _write(path, pieces, 50)
    kept = b"".join(p.read_bytes() for p in (tmp_path / "a.log.1", path) if p.exists())
    assert stream.endswith(kept)
    assert all(line + b"\n" in lines for line in kept.splitlines())
    assert not problems


def test_the_old_file_is_kept_beside_the_new(tmp_path: Path) -> None:
    _write(tmp_path / "a.log", [b"one\n", b"two\n", b"three\n"], 8)
    assert (tmp_path / "a.log.1").read_bytes() == b"one\ntwo\n"
    assert (tmp_path / "a.log").read_bytes() == b"three\n"


def test_a_line_longer_than_a_file_stays_whole(tmp_path: Path) -> None:
    _write(tmp_path / "a.log", [b"x" * 30, b"y" * 30 + b"\nshort\n"], 8)
    assert (tmp_path / "a.log.1").read_bytes() == b"x" * 30 + b"y" * 30 + b"\n"
    assert (tmp_path / "a.log").read_bytes() == b"short\n"


def test_an_existing_file_counts_towards_rotation(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes(b"before\n")
    _write(tmp_path / "a.log", [b"after\n"], 10)
    assert (tmp_path / "a.log.1").read_bytes() == b"before\n"


def test_a_line_that_a_predecessor_left_torn_is_ended(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes(b"torn")
    _write(tmp_path / "a.log", [b"ne", b"w\n"], 100)
    assert (tmp_path / "a.log").read_bytes() == b"torn\nnew\n"


def test_a_full_disk_is_told_once_and_writing_goes_on_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems: list[str] = []
    file = LogFile(tmp_path / "a.log", rotate_at=0, problem=problems.append)
    file.write(memoryview(b"one\ntw"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _full)
        file.write(memoryview(b"o\n"))
        file.write(memoryview(b"three\n"))
    file.write(memoryview(b"four\n"))
    file.close()
    assert (tmp_path / "a.log").read_bytes() == b"one\ntw\nfour\n"
    assert [text.partition(": ")[2] for text in problems] == [
        "cannot write the log: No space left on device; it goes on in memory only",
        "writable again; about 8 bytes are missing in it",
    ]


def _full(fd: int, data: memoryview) -> int:
    raise OSError(28, "No space left on device")


def test_a_missing_directory_is_no_error_for_the_writer(tmp_path: Path) -> None:
    problems = _write(tmp_path / "none" / "a.log", [b"one\n", b"two\n"], 8)
    assert len(problems) == 1
    assert "No such file or directory" in problems[0]
