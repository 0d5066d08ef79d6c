"""A running process that serves something else than recorded is caught; one that fits passes, whatever made it."""

from __future__ import annotations

from typing import Any, Protocol

import grpc
import pytest
from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts import lock
from libtalos.contracts.conformance import Conformance
from libtalos.contracts.descriptors import Types
from libtalos.contracts.fuzz import fuzz
from libtalos.contracts.layout import ContractError, Finding
from libtalos.contracts.reflection import Reflection
from libtalos.contracts.target import Target
from libtalos.gen.index import DIGESTS

CONTRACT = "talos.network.v1"
PLAN = f"/{CONTRACT}.NetworkService/Plan"
DESCRIBE = "/talos.component.v1.ComponentService/Describe"
APPLY = f"/{CONTRACT}.NetworkService/Apply"


class Foreign(Protocol):
    """What these tests need of the fixture's server."""

    path: Any
    files: pb.FileDescriptorSet
    behaviours: dict[str, Any]
    reflection: str
    health: int

    def start(self) -> None:
        """Serve."""

    def stop(self) -> None:
        """Stop."""


def check(foreign: Foreign, recorded: pb.FileDescriptorSet, name: str) -> list[Finding]:
    """Start the process and run one check against it."""
    foreign.start()
    with Target(foreign.path, timeout=2.0) as target:
        return Conformance(target, recorded, CONTRACT).checks()[name]()


def network(foreign: Foreign) -> pb.FileDescriptorProto:
    """The served file of the network contract."""
    return next(file for file in foreign.files.file if file.package == CONTRACT)


def fail(code: grpc.StatusCode) -> Any:
    """A method that ends with a status."""

    def behave(request: bytes, context: grpc.ServicerContext) -> list[bytes]:
        context.abort(code, "for the test")
        return []

    return behave


@pytest.mark.parametrize("version", ["grpc.reflection.v1", "grpc.reflection.v1alpha"])
def test_a_process_that_fits_passes(foreign: Foreign, recorded: pb.FileDescriptorSet, version: str) -> None:
    """All checks pass against another implementation, with either version of reflection."""
    foreign.reflection = version
    foreign.start()
    with Target(foreign.path) as target:
        conformance = Conformance(target, recorded, CONTRACT)
        assert {name: run() for name, run in conformance.checks().items()} == {
            "reflection": [],
            "describe": [],
            "health": [],
            "methods": [],
        }
        assert Reflection(target).version == version


def test_methods_with_side_effects_are_not_called(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """Apply is in the contract and has side effects: checking must not apply anything."""
    called: list[bytes] = []

    def apply(request: bytes, context: grpc.ServicerContext) -> list[bytes]:
        called.append(request)
        return [b""]

    foreign.behaviours[APPLY] = apply
    assert check(foreign, recorded, "methods") == []
    assert called == []


def test_a_renamed_field_is_caught(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """The process was built from other protos: the difference is told per element."""
    operation = next(item for item in network(foreign).message_type if item.name == "Operation")
    operation.field[0].name = "text"
    (finding,) = check(foreign, recorded, "reflection")
    assert finding.message == (
        "the process differs: field talos.network.v1.Operation.description: renamed to text (breaking)"
    )


def test_changed_number_type_and_method_are_caught(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """Each difference is a finding of its own."""
    operation = next(item for item in network(foreign).message_type if item.name == "Operation")
    operation.field[0].number = 9
    operation.field[1].type = pb.FieldDescriptorProto.TYPE_BYTES
    del network(foreign).service[0].method[1]
    told = [item.message for item in check(foreign, recorded, "reflection")]
    assert [("number 1 became 9" in text, "became bytes" in text, "Apply: removed" in text) for text in told] == [
        (False, False, True),
        (True, False, False),
        (False, True, False),
    ]


def test_an_unrecorded_addition_is_told_as_compatible(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """A newer process is compatible but not what is recorded; a caller may allow it."""
    network(foreign).message_type.add(name="Extra")
    (finding,) = check(foreign, recorded, "reflection")
    assert "compatible, but not recorded" in finding.message
    with Target(foreign.path) as target:
        assert Conformance(target, recorded, CONTRACT).check_reflection(allow_newer=True) == []


def test_a_process_without_the_contract_is_caught(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """Reflection lists no service of the contract."""
    del network(foreign).service[:]
    (finding,) = check(foreign, recorded, "reflection")
    assert "lists no service of talos.network.v1" in finding.message


def test_a_method_that_is_only_reflected_is_caught(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """Reflection lists Plan, the process does not have it."""
    foreign.behaviours[PLAN] = fail(grpc.StatusCode.UNIMPLEMENTED)
    findings = check(foreign, recorded, "methods")
    assert {item.where for item in findings} == {PLAN}
    assert all("not served (UNIMPLEMENTED)" in item.message for item in findings)


@pytest.mark.parametrize("code", [grpc.StatusCode.UNKNOWN, grpc.StatusCode.INTERNAL])
def test_an_unexpected_failure_is_caught(foreign: Foreign, recorded: pb.FileDescriptorSet, code: Any) -> None:
    """UNKNOWN and INTERNAL mean that the server did not expect the request."""
    foreign.behaviours[PLAN] = fail(code)
    findings = check(foreign, recorded, "methods")
    assert findings
    assert all(code.name in item.message for item in findings)


def test_an_expected_refusal_is_fine(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """INVALID_ARGUMENT and the like are answers."""
    foreign.behaviours[PLAN] = fail(grpc.StatusCode.INVALID_ARGUMENT)
    assert check(foreign, recorded, "methods") == []


def test_a_response_of_another_type_is_caught(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """Bytes that are no PlanResponse do not pass."""
    foreign.behaviours[PLAN] = lambda request, context: [b"\x0a\xff"]
    findings = check(foreign, recorded, "methods")
    assert any("the response is no talos.network.v1.PlanResponse" in item.message for item in findings)


def test_two_responses_of_a_unary_method_are_caught(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """A unary method has one response."""
    foreign.behaviours[PLAN] = lambda request, context: [b"", b""]
    assert any("gave 2 responses" in item.message for item in check(foreign, recorded, "methods"))


def test_a_process_that_is_not_serving_is_caught(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """Health must say SERVING."""
    foreign.health = 2
    (finding,) = check(foreign, recorded, "health")
    assert finding.message == "health is NOT_SERVING, not SERVING"


def test_fuzzing_finds_the_smallest_request_that_fails(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """A method that fails from some size on is found, and the request shrunk."""
    operation = next(item for item in network(foreign).message_type if item.name == "PlanRequest")
    del operation.field[:]
    operation.field.add(name="depth", number=1, type="TYPE_UINT32", label="LABEL_OPTIONAL")

    def plan(request: bytes, context: grpc.ServicerContext) -> list[bytes]:
        if len(request) > 2:  # a varint above 127
            context.abort(grpc.StatusCode.UNKNOWN, "unexpected")
        return [b""]

    foreign.behaviours[PLAN] = plan
    foreign.start()
    with Target(foreign.path) as target:
        (finding,) = fuzz(Conformance(target, foreign.files, CONTRACT), examples=100)
    assert finding.where == PLAN
    assert '{"depth": 128}: failed with UNKNOWN' in finding.message


def description(pid: int, contract: str = CONTRACT, digest: str = "") -> bytes:
    """What a process says of itself."""
    types = Types(lock.packaged())
    message: Any = types.message("talos.component.v1.DescribeResponse")(name="network", pid=pid)
    message.serves.add(package=contract, digest=digest)
    return bytes(message.SerializeToString())


@pytest.mark.parametrize(
    ("contract", "digest", "told"),
    [
        ("talos.init.v1", "", "does not say that it serves talos.network.v1, only: talos.init.v1"),
        (CONTRACT, "sha256:0", "serves talos.network.v1 sha256:0, recorded is sha256:"),
    ],
)
def test_a_wrong_description_is_caught(
    foreign: Foreign, recorded: pb.FileDescriptorSet, contract: str, digest: str, told: str
) -> None:
    """A component says which contracts it serves and their digests; both must be as recorded."""
    foreign.behaviours[DESCRIBE] = lambda request, context: [description(1, contract, digest)]
    (finding,) = check(foreign, recorded, "describe")
    assert told in finding.message


def test_a_right_description_passes(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """The digest is that of gen/index.py."""
    foreign.behaviours[DESCRIBE] = lambda request, context: [description(1, digest=DIGESTS[CONTRACT])]
    assert check(foreign, recorded, "describe") == []


def test_fuzzing_notices_a_restart(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """Where somebody restarts the process and callers only see a pause, the description tells."""
    pids = iter(range(100, 200))
    foreign.behaviours[DESCRIBE] = lambda request, context: [description(next(pids))]
    foreign.start()
    with Target(foreign.path) as target:
        findings = fuzz(Conformance(target, recorded, CONTRACT), examples=2)
    assert {finding.message for finding in findings} == {"the process was restarted meanwhile"}


def test_fuzzing_notices_that_the_process_has_gone(foreign: Foreign, recorded: pb.FileDescriptorSet) -> None:
    """A process that no longer answers is a finding, not an excuse."""
    foreign.start()
    with Target(foreign.path, timeout=1.0) as target:
        conformance = Conformance(target, recorded, CONTRACT)
        foreign.stop()
        findings = fuzz(conformance, examples=5)
    assert findings
    assert all("health check answered UNAVAILABLE" in finding.message for finding in findings)


def test_a_path_without_a_socket_is_told(tmp_path: Any) -> None:
    """No process at all is an error of the environment, with the path."""
    with pytest.raises(ContractError, match="is no socket: start the process"):
        Target(tmp_path / "nothing.sock")
