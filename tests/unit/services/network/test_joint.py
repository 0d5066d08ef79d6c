"""One answer for several parts."""

from __future__ import annotations

from services.network.joint import Joint


def test_all_parts_have_to_be_well_and_one_that_is_silent_is_not() -> None:
    told: list[bool] = []
    joint = Joint(told.append)
    one, other = joint.part("one"), joint.part("other")
    one.set(True)
    other.set(True)
    one.set(False)
    assert told == [False, True, False]


def test_a_part_may_be_taken_for_well_until_it_answers() -> None:
    told: list[bool] = []
    joint = Joint(told.append)
    one, other = joint.part("one"), joint.part("other", well=True)
    one.set(True)
    other.set(False)
    assert told == [True, False]
