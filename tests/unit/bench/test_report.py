"""Medians, spreads, ratios within rounds, goals, and what is printed of them."""

from __future__ import annotations

import json

import pytest

from tests.bench.report import Row, Samples, document, number, ratio, table


def rows_of(ours: list[float], theirs: list[float], goal: float | None = None) -> list[Row]:
    samples = Samples()
    for value in ours:
        samples.add("start", "we", value, "ms")
    for value in theirs:
        samples.add("start", "they", value, "ms")
    return samples.rows(ours="we", goals={"start": goal} if goal is not None else {})


def test_value_is_the_median_and_not_the_mean() -> None:
    (row,) = rows_of([1.0, 2.0, 30.0], [])
    assert row.value == 2.0
    assert row.spread == (1.0, 30.0)


def test_median_of_an_even_count_is_between_the_middle_two() -> None:
    assert rows_of([4.0, 1.0, 3.0, 2.0], [])[0].value == 2.5


def test_ratio_is_taken_within_each_round() -> None:
    # the third round was disturbed: both took ten times as long
    ours, theirs = rows_of([1.0, 2.0, 10.0], [3.0, 4.0, 30.0])
    assert ratio(theirs, (ours, theirs)) == 3.0
    assert theirs.value / ours.value == 2.0


def test_ratio_of_unequal_counts_is_that_of_the_medians() -> None:
    ours, theirs = rows_of([1.0, 2.0, 3.0], [6.0])
    assert ratio(theirs, (ours, theirs)) == 3.0


@pytest.mark.parametrize("ours", [[0.0, 1.0], [0.0]])
def test_no_ratio_to_zero(ours: list[float]) -> None:
    rows = rows_of(ours, [1.0] * len(ours))
    assert ratio(rows[1], rows) is None


def test_ours_has_no_ratio_and_a_lone_peer_has_none_either() -> None:
    rows = rows_of([1.0], [2.0])
    assert ratio(rows[0], rows) is None
    assert ratio(rows[1], rows[1:]) is None


@pytest.mark.parametrize(("values", "met"), [([149.0, 150.0, 900.0], True), ([149.0, 151.0, 152.0], False)])
def test_goal_is_a_bound_on_the_median_of_ours_only(values: list[float], met: bool) -> None:
    ours, theirs = rows_of(values, [1.0], goal=150.0)
    assert ours.met is met
    assert theirs.goal is None
    assert theirs.met is None


def test_rows_of_one_name_are_together_in_the_order_of_first_appearance() -> None:
    samples = Samples()
    for contender, name in (("we", "start"), ("we", "stop"), ("they", "start"), ("they", "stop")):
        samples.add(name, contender, 1.0, "ms")
    found = [(row.name, row.contender) for row in samples.rows(ours="we")]
    assert found == [("start", "we"), ("start", "they"), ("stop", "we"), ("stop", "they")]


def test_rows_of_one_name_with_other_units_are_apart() -> None:
    samples = Samples()
    samples.add("size", "we", 1.0, "MiB")
    samples.add("size", "we", 2.0, "files")
    assert [(row.value, row.unit) for row in samples.rows(ours="we")] == [(1.0, "MiB"), (2.0, "files")]


@pytest.mark.parametrize(
    ("value", "text"), [(0.12345, "0.1235"), (12.3456, "12.35"), (1234.56, "1235"), (123456.7, "123457"), (0.0, "0")]
)
def test_number_has_four_digits_and_no_exponent(value: float, text: str) -> None:
    assert number(value) == text


def test_table_names_missed_goals_ratios_and_each_note_once() -> None:
    samples = Samples()
    for name in ("start", "stop"):
        samples.add(name, "we", 200.0, "ms")
        samples.add(name, "they", 100.0, "ms")
    lines = table(samples.rows(ours="we", goals={"start": 150.0}, notes={"they": "polls"})).splitlines()
    assert lines[1].endswith("  <= 150 MISSED")
    assert lines[2].endswith("x0.50 of we")
    assert lines[5:] == ["they: polls"]


def test_document_keeps_every_value() -> None:
    ours, theirs = json.loads(json.dumps(document(rows_of([1.0, 3.0, 2.0], [2.0, 6.0, 4.0], goal=2.0))))
    assert ours["values"] == [1.0, 3.0, 2.0]
    assert (ours["median"], ours["met"], ours["ratio"]) == (2.0, True, None)
    assert (theirs["ratio"], theirs["ratioTo"]) == (2.0, "we")


def test_times_are_ours_by_the_peers_in_each_round_and_have_a_floor() -> None:
    samples = Samples()
    for ours, theirs in ((30.0, 10.0), (50.0, 10.0), (8.0, 2.0)):
        samples.add("calls", "we", ours, "1/s")
        samples.add("calls", "they", theirs, "1/s")
    reached, missed = (*samples.times("calls", "we", "they", goal=4.0), *samples.times("calls", "we", "they", goal=4.5))
    assert reached.values == (3.0, 5.0, 4.0)
    assert (reached.met, missed.met) == (True, False)
    assert table([missed]).splitlines()[1].endswith("  >= 4.5 MISSED")
    assert samples.times("calls", "we", "nobody", goal=1.0) == []
