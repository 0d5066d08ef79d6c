"""Every input that the fuzzer has found worth keeping, or a fault, is taken without one."""

from __future__ import annotations

import pytest

from tests.fuzz import inputs
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_shows_a_fault(name: str) -> None:
    kept = inputs.load(name)
    assert kept
    for data in kept:
        try:
            TARGETS[name](data)
        except Exception as error:
            error.add_note(f"input {data.hex()}")
            raise
