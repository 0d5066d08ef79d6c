"""The behavioural suite of any contract, as tests: see `libtalos.contracts.pytest_plugin` for how to run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from libtalos.contracts.conformance import Conformance
    from libtalos.contracts.descriptors import Method
    from libtalos.contracts.layout import Finding


def test_reflection_equals_the_recording(conformance: Conformance) -> None:
    """What the process reflects is what is recorded."""
    _expect_none(conformance.check_reflection())


def test_description_equals_the_recording(conformance: Conformance) -> None:
    """A component that describes itself names this contract and its recorded digest."""
    _expect_none(conformance.check_describe())


def test_health_is_serving(conformance: Conformance) -> None:
    """The process says that it is healthy."""
    _expect_none(conformance.check_health())


def test_method_answers(conformance: Conformance, contract_method: Method) -> None:
    """A method without side effects answers the recorded request, an empty one and a later version's."""
    if not contract_method.safe:
        pytest.skip(f"{contract_method.path} has side effects; it is checked by reflection")
    _expect_none(conformance.check_method(contract_method))


def test_method_stands_any_request(
    conformance: Conformance, contract_method: Method, contract_examples: int, *, contract_unsafe: bool
) -> None:
    """Generated requests never cause UNKNOWN or INTERNAL, and the process is healthy afterwards."""
    from libtalos.contracts.fuzz import fuzz_method  # noqa: PLC0415 (hypothesis is loaded only for this test)

    if not contract_method.safe and not contract_unsafe:
        pytest.skip(f"{contract_method.path} has side effects; give --contract-unsafe to call it")
    _expect_none(fuzz_method(conformance, contract_method, examples=contract_examples))
    _expect_none(conformance.check_health())


def _expect_none(findings: list[Finding]) -> None:
    if findings:
        pytest.fail("\n".join(str(finding) for finding in findings), pytrace=False)
