"""Generated requests against a running process: none may cause UNKNOWN or INTERNAL, nor end the process."""

from __future__ import annotations

from google.protobuf import json_format, text_format
from google.protobuf.message import Message
from hypothesis import HealthCheck, given, settings
from hypothesis import Phase as HypothesisPhase
from hypothesis.errors import Flaky

from libtalos.contracts.conformance import Conformance
from libtalos.contracts.descriptors import Method
from libtalos.contracts.layout import Finding
from libtalos.contracts.strategies import messages

CHECK = "fuzz"
_PHASES = (HypothesisPhase.generate, HypothesisPhase.shrink)


class _NotStoodError(AssertionError):
    """A request that the process did not stand; hypothesis looks for the smallest."""


class _GoneError(BaseException):
    """The process has gone or hangs; no Exception, so that hypothesis does not go on asking it."""


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
    before = conformance.identity()
    problem = _smallest_problem(conformance, method, examples)
    if problem is None and conformance.identity() != before:
        problem = "the process was restarted meanwhile"
    return [Finding(check=CHECK, where=method.path, message=problem)] if problem else []


def _smallest_problem(conformance: Conformance, method: Method, examples: int) -> str | None:
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
        _send(conformance, method, message)

    try:
        send()
    except (_NotStoodError, _GoneError) as error:
        return str(error)
    except Flaky as error:
        return f"it failed once and not again: {error}"
    return None


def _send(conformance: Conformance, method: Method, message: Message) -> None:
    answer = conformance.call(method, bytes(message.SerializeToString()))
    problem = conformance.judge(method, answer)
    if problem or answer.status == "UNAVAILABLE":  # a refusal for now is an answer, a process that is gone is not
        unhealthy = conformance.unhealthy()
        if unhealthy:
            raise _GoneError(f"{_readable(conformance, message)}: answered {answer}, and then: {unhealthy}")
    if problem:
        raise _NotStoodError(f"{_readable(conformance, message)}: {problem}")


def _readable(conformance: Conformance, message: Message) -> str:
    try:
        text = json_format.MessageToJson(message, indent=None, descriptor_pool=conformance.types.pool)
    except TypeError:  # an Any of a type that is not known
        text = text_format.MessageToString(message, as_one_line=True)
    return str(text)
