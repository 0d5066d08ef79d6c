"""Generated requests against a running process: none may cause UNKNOWN or INTERNAL, nor end the process."""

from __future__ import annotations

from google.protobuf import json_format
from google.protobuf.message import Message
from hypothesis import HealthCheck, given, settings
from hypothesis import Phase as HypothesisPhase

from libtalos.contracts.conformance import Conformance
from libtalos.contracts.descriptors import Method
from libtalos.contracts.layout import Finding
from libtalos.contracts.strategies import messages

CHECK = "fuzz"
_PHASES = (HypothesisPhase.generate, HypothesisPhase.shrink)


class _NotStoodError(AssertionError):
    """A request that the process did not stand; carries the smallest one that hypothesis found."""


def fuzz(conformance: Conformance, *, examples: int = 50, unsafe: bool = False) -> list[Finding]:
    """Send generated requests to every method of the contract and return the smallest that went wrong in each.

    Methods with side effects are called only with unsafe, which is for processes that can do no harm. The same
    contract gives the same requests.
    """
    findings: list[Finding] = []
    for method in conformance.methods:
        if method.safe or unsafe:
            findings += fuzz_method(conformance, method, examples=examples)
    return findings


def fuzz_method(conformance: Conformance, method: Method, *, examples: int = 50) -> list[Finding]:
    """Send generated requests to one method, whatever its side effects, and return what went wrong."""

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=_PHASES,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
    )
    @given(messages(conformance.types, method.request))
    def send(message: Message) -> None:
        problem = _problem(conformance, method, message)
        if problem:
            raise _NotStoodError(f"{json_format.MessageToJson(message, indent=None)}: {problem}")

    try:
        send()
    except _NotStoodError as error:
        return [Finding(check=CHECK, where=method.path, message=str(error))]
    return []


def _problem(conformance: Conformance, method: Method, message: Message) -> str | None:
    answer = conformance.call(method, bytes(message.SerializeToString()))
    problem = conformance.judge(method, answer)
    if problem is None and answer.status == "UNAVAILABLE":
        problem = conformance.unhealthy()  # a refusal for now is an answer, a process that is gone is not
    return problem
