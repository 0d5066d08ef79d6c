"""Does a running process serve what is recorded? The checks of `talos contracts check --socket`, one by one.

Only methods declared NO_SIDE_EFFECTS are called; that the others are there is taken from reflection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from google.protobuf import descriptor_pb2 as pb
from google.protobuf.message import DecodeError

from libtalos.contracts import lock
from libtalos.contracts.describe import describe
from libtalos.contracts.descriptors import Method, Types, methods, package_closure
from libtalos.contracts.diff import Difference, differences
from libtalos.contracts.layout import ContractError, Finding
from libtalos.contracts.reflection import Reflection
from libtalos.contracts.samples import sample, variants
from libtalos.contracts.target import FAULTS, Answer, Target

HEALTH = "/grpc.health.v1.Health/Check"
_HEALTH_PACKAGE = "grpc.health.v1"
# Field 536870911, the highest there is, as a varint: what a caller of a later version may send.
_UNKNOWN_FIELD = b"\xf8\xff\xff\xff\x0f\x01"


class Conformance:
    """One running process against the recording of one contract."""

    def __init__(
        self, target: Target, files: pb.FileDescriptorSet, contract: str, *, stream_timeout: float = 1.0
    ) -> None:
        """Take the process and the recorded files.

        A stream that goes on is left after stream_timeout seconds. Raises ContractError for an unknown contract.
        """
        self._target = target
        self._files = package_closure(files, contract)
        self.types = Types(self._files)
        self._stream_timeout = stream_timeout
        self.contract = contract
        self.methods = methods(self._files, contract)

    def checks(self, *, allow_newer: bool = False) -> dict[str, Callable[[], list[Finding]]]:
        """Return every check by name; allow_newer as in check_reflection."""
        return {
            "reflection": lambda: self.check_reflection(allow_newer=allow_newer),
            "describe": lambda: self.check_describe(allow_newer=allow_newer),
            "health": self.check_health,
            "methods": lambda: [item for method in self.methods for item in self.check_method(method)],
        }

    def check_reflection(self, *, allow_newer: bool = False) -> list[Finding]:
        """Return how the reflected contract differs from the recorded; with allow_newer, additions are no findings."""
        try:
            served = package_closure(Reflection(self._target).files(self.contract), self.contract)
        except ContractError as error:
            return [self._finding("reflection", self.contract, str(error))]
        changes = differences(self._files.file, served.file, files=False)
        relevant = [change for change in changes if change.breaking or not allow_newer]
        return [self._differs(change) for change in relevant]

    def check_describe(self, *, allow_newer: bool = False) -> list[Finding]:
        """Return a finding if a component's own description says something else than the recording."""
        known = describe(self._target)
        problem = known and known.problem(self.contract, self._files, allow_newer=allow_newer)
        return [self._finding("describe", str(self._target.socket), problem)] if problem else []

    def identity(self) -> tuple[int, str] | None:
        """Return what differs when another process takes the place of this one; None if it does not tell."""
        known = describe(self._target)
        return known.identity if known else None

    def check_health(self) -> list[Finding]:
        """Return a finding unless the process says that it is SERVING."""
        problem = self.unhealthy()
        return [self._finding("health", str(self._target.socket), problem)] if problem else []

    def unhealthy(self) -> str | None:
        """Return why the process is not healthy, or None."""
        types = Types(package_closure(lock.packaged(), _HEALTH_PACKAGE))
        answer = self._target.call(HEALTH, b"")
        if answer.status != "OK" or not answer.messages:
            return f"health check answered {answer}"
        response = types.message(f"{_HEALTH_PACKAGE}.HealthCheckResponse").FromString(answer.messages[0])
        name = response.DESCRIPTOR.fields_by_name["status"].enum_type.values_by_number[response.status].name
        return None if name == "SERVING" else f"health is {name}, not SERVING"

    def check_method(self, method: Method) -> list[Finding]:
        """Return what is wrong with the answers of a method without side effects; of others, nothing is known."""
        return [self._finding("methods", method.path, text) for text in self._problems(method)] if method.safe else []

    def call(self, method: Method, request: bytes) -> Answer:
        """Send one request; a server's stream is left when it goes on."""
        timeout = self._stream_timeout if method.server_streaming else None
        return self._target.call(method.path, request, timeout=timeout)

    def judge(self, method: Method, answer: Answer) -> str | None:
        """Return what is wrong with an answer to a well-formed request, or None."""
        if answer.status == "UNIMPLEMENTED":
            return "is in the contract and not served (UNIMPLEMENTED)"
        if answer.status in FAULTS:
            return f"failed with {answer}: the server must expect every request"
        if answer.status == "DEADLINE_EXCEEDED" and not method.server_streaming:
            return "gave no answer in time"
        if answer.status == "OK" and not method.server_streaming and len(answer.messages) != 1:
            return f"gave {len(answer.messages)} responses, not one"
        return self._undecodable(method, answer)

    def _problems(self, method: Method) -> Iterator[str]:
        for variant in range(variants(self.types, method.request)):
            golden = sample(self.types, method.request, variant=variant).SerializeToString(deterministic=True)
            yield from self._problem(method, "the recorded request", golden)
        yield from self._problem(method, "an empty request", b"")
        yield from self._problem(method, "a request with a field of a later version", _UNKNOWN_FIELD)

    def _problem(self, method: Method, what: str, request: bytes) -> Iterator[str]:
        problem = self.judge(method, self.call(method, request))
        if problem:
            yield f"{what}: {problem}"

    def _undecodable(self, method: Method, answer: Answer) -> str | None:
        cls = self.types.message(method.response)
        try:
            for message in answer.messages:
                cls.FromString(message)
        except DecodeError as error:
            return f"the response is no {method.response}: {error}"
        return None

    def _differs(self, change: Difference) -> Finding:
        kind = "breaking" if change.breaking else "compatible, but not recorded"
        return self._finding("reflection", change.element.name, f"the process differs: {change.describe()} ({kind})")

    def _finding(self, check: str, where: str, message: str) -> Finding:
        return Finding(check=check, where=where, message=message)
