"""What is kept of the fuzzer's inputs, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from libtalos.bus.http2.hpack.integers import decode_integer
from tests.fuzz import inputs
from tests.fuzz.minimise import reached_by, smallest


def test_inputs_are_read_as_they_were_written_the_shortest_first(tmp_path: Path) -> None:
    inputs.save("x", [b"bb", b"a", b"", b"bb"], tmp_path)
    assert (tmp_path / "x.txt").read_text() == "\n61\n6262\n"
    assert inputs.load("x", tmp_path) == [b"", b"a", b"bb"]


def test_faults_are_read_after_what_was_found_worth_keeping(tmp_path: Path) -> None:
    (tmp_path / "x-faults.txt").write_text("62\n61\n")
    inputs.save("x", [b"c"], tmp_path)
    assert inputs.load("x", tmp_path) == [b"c", b"b", b"a"]


def test_a_target_without_a_file_has_no_inputs(tmp_path: Path) -> None:
    assert inputs.load("x", tmp_path) == []


def test_a_line_that_is_not_hex_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("6g\n")
    with pytest.raises(ValueError, match="hexadecimal"):
        inputs.load("x", tmp_path)


def integer(data: bytes) -> None:
    decode_integer(data, 0, 0x7F)


def test_of_inputs_that_reach_the_same_the_shortest_is_chosen() -> None:
    assert smallest(integer, [b"\x01\x01", b"\x02", b"\x03\x03"]) == [b"\x02"]


def test_an_input_that_reaches_more_is_chosen_too() -> None:
    assert set(smallest(integer, [b"\x01", b"\x7f\x01", b"\x7f\x02", b"\x7f\x80\x01"])) == {
        b"\x01",
        b"\x7f\x01",
        b"\x7f\x80\x01",
    }


def test_no_more_than_wanted_are_chosen() -> None:
    assert len(smallest(integer, [b"\x01", b"\x7f\x01", b"\x7f\x80\x01"], most=2)) == 2


def test_only_our_own_code_counts() -> None:
    assert reached_by(lambda data: None, b"") == set()
    assert {Path(file).name for (file, _, _), _ in reached_by(integer, b"\x7f\x01")} == {"integers.py"}
