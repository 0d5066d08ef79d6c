"""What a running process says about itself through gRPC server reflection, v1 or, failing that, v1alpha.

Source: grpc/reflection/v1/reflection.proto in proto/; both versions have the same messages.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts import lock
from libtalos.contracts.descriptors import Types, ordered, package_closure
from libtalos.contracts.layout import ContractError
from libtalos.contracts.target import Target

VERSIONS = ("grpc.reflection.v1", "grpc.reflection.v1alpha")


class Reflection:
    """The reflection service of one running process."""

    def __init__(self, target: Target) -> None:
        """Find out which version the process serves. Raises ContractError if it serves none or does not answer."""
        self._target = target
        self._types = Types(package_closure(lock.packaged(), VERSIONS[0]))
        self._path = self._find()

    @property
    def version(self) -> str:
        """The package that answered, such as `grpc.reflection.v1`."""
        return self._path.lstrip("/").rpartition(".")[0]

    def services(self) -> list[str]:
        """Return the full names of all services that the process lists, sorted. Raises ContractError."""
        response = self._ask(list_services="*")
        return sorted(item.name for item in response.list_services_response.service)

    def files(self, package: str) -> pb.FileDescriptorSet:
        """Return the files of the package's listed services and all they import. Raises ContractError."""
        names = [name for name in self.services() if name.rpartition(".")[0] == package]
        if not names:
            raise ContractError(f"it lists no service of {package}, only: {', '.join(self.services())}")
        found = {file.name: file for name in names for file in self._containing(name)}
        self._complete(found)
        return pb.FileDescriptorSet(file=ordered(found.values()))

    def _containing(self, symbol: str) -> Iterator[pb.FileDescriptorProto]:
        yield from _parse(self._ask(file_containing_symbol=symbol))

    def _complete(self, found: dict[str, pb.FileDescriptorProto]) -> None:
        # A server may send a file alone or with all it imports: ask for what is missing.
        wanted = deque(name for file in list(found.values()) for name in file.dependency)
        while wanted:
            name = wanted.popleft()
            if name not in found:
                for file in _parse(self._ask(file_by_filename=name)):
                    found[file.name] = file
                    wanted.extend(file.dependency)

    def _find(self) -> str:
        answers = []
        for version in VERSIONS:
            path = f"/{version}.ServerReflection/ServerReflectionInfo"
            answer = self._target.call(path, self._request(list_services="*"), limit=1)
            if answer.messages:
                return path
            answers.append(f"{version}: {answer}")
        raise ContractError(f"{self._target.socket} does not answer reflection ({'; '.join(answers)})")

    def _request(self, **query: str) -> bytes:
        cls: Any = self._types.message(f"{VERSIONS[0]}.ServerReflectionRequest")
        return bytes(cls(**query).SerializeToString())

    def _ask(self, **query: str) -> Any:
        answer = self._target.call(self._path, self._request(**query), limit=1)
        if not answer.messages:
            raise ContractError(f"reflection of {query} answered {answer}")
        response: Any = self._types.message(f"{VERSIONS[0]}.ServerReflectionResponse")()
        response.ParseFromString(answer.messages[0])
        if response.HasField("error_response"):
            raise ContractError(f"reflection of {query}: {response.error_response.error_message}")
        return response


def _parse(response: Any) -> Iterator[pb.FileDescriptorProto]:
    for raw in response.file_descriptor_response.file_descriptor_proto:
        yield pb.FileDescriptorProto.FromString(raw)
