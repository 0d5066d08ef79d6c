"""The values by key: what is set is there, what cannot be is refused with the reason."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.filesystem.meta import adv
from services.filesystem.meta.adv import COPY_SIZE
from services.filesystem.meta.store import Origin
from services.filesystem.meta.values import FullError, NoValueError, Values
from tests.unit.services.filesystem.meta.media import BLANK, FakeMedium, legacy

STEPS = st.lists(st.tuples(st.integers(1, 255), st.one_of(st.none(), st.binary(max_size=100))), max_size=6)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_it_is_a_dictionary(steps: list[tuple[int, bytes | None]]) -> None:
    medium, model = FakeMedium(), dict[int, bytes]()
    values = Values(medium)
    for key, value in steps:
        if value is not None:
            model[key] = value
            assert values.write(key, value) == model
        elif key in model:
            del model[key]
            assert values.delete(key) == model
        else:
            with pytest.raises(NoValueError):
                values.delete(key)
        assert Values(FakeMedium(medium.disk)).load().tags == model


def test_a_legacy_copy_counts_until_something_is_written() -> None:
    medium = FakeMedium(BLANK[:-1024] + legacy({6: b"A", 9: b"old"}) + legacy({}))
    values = Values(medium)
    assert (values.load().origin, values.read(6)) == (Origin.LEGACY, b"A")
    assert values.delete(6) == {9: b"old"}
    assert (values.load().origin, values.load().tags) == (Origin.FIRST, {9: b"old"})
    assert medium.disk[-1024:] == legacy({6: b"A", 9: b"old"}) + legacy({})


def test_tags_that_have_no_key_stay() -> None:
    copy = adv.encode({0x1234: b"of a later version"})
    medium = FakeMedium(copy + copy + bytes(1024))
    assert Values(medium).write(6, b"A") == {0x1234: b"of a later version", 6: b"A"}


def test_nothing_and_damage_are_told_apart() -> None:
    assert not Values(FakeMedium()).load().damaged
    assert Values(FakeMedium(b"\1" + BLANK[1:])).load().damaged


@pytest.mark.parametrize("key", [0, -1, 256, 2**32 - 1])
def test_a_key_is_a_byte_and_not_0(key: int) -> None:
    values = Values(FakeMedium())
    calls: list[Callable[[], object]] = [
        lambda: values.read(key),
        lambda: values.write(key, b""),
        lambda: values.delete(key),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="is out of range: 0x01 to 0xff"):
            call()


def test_a_value_that_does_not_fit_is_refused_with_what_is_left() -> None:
    medium = FakeMedium()
    values = Values(medium)
    most = COPY_SIZE - 68
    values.write(6, bytes(most - 108))
    before = medium.disk
    with pytest.raises(FullError, match=r"key 0x0c: 101 bytes do not fit, 100 are left for its value"):
        values.write(12, bytes(101))
    assert medium.disk == before
    values.write(12, bytes(100))
    with pytest.raises(FullError, match=r"1 bytes do not fit, 0 are left"):
        values.write(13, b"x")
    values.write(12, b"smaller")


def test_a_key_without_a_value_is_named_with_those_that_have_one() -> None:
    values = Values(FakeMedium())
    with pytest.raises(NoValueError, match="key 0x0a has no value; META is empty"):
        values.read(10)
    values.write(6, b"")
    values.write(255, b"")
    with pytest.raises(NoValueError, match="key 0x0a has no value; there are 0x06, 0xff"):
        values.delete(10)
    assert values.read(6) == b""
