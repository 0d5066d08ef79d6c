"""Descriptor sets as the harness needs them: by package, self-contained, with dynamic messages and methods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from google.protobuf import descriptor_pb2 as pb
from google.protobuf import descriptor_pool, message_factory
from google.protobuf.descriptor import Descriptor
from google.protobuf.message import Message

from libtalos.contracts.layout import ContractError


class Method(msgspec.Struct, frozen=True, kw_only=True):
    """One method of a contract."""

    package: str
    service: str
    name: str
    request: str
    response: str
    client_streaming: bool
    server_streaming: bool
    safe: bool
    """Declared NO_SIDE_EFFECTS: whoever checks a living process may call it."""

    @property
    def path(self) -> str:
        """The HTTP/2 path, such as `/talos.network.v1.NetworkService/Plan`."""
        return f"/{self.package}.{self.service}/{self.name}"


class Types:
    """The messages of a descriptor set as protobuf's own dynamic classes, independent of any generated code."""

    def __init__(self, files: pb.FileDescriptorSet) -> None:
        """Build a pool of its own from files, which must be self-contained."""
        self._pool = descriptor_pool.DescriptorPool()
        self.files = files
        for file in ordered(files.file):
            self._pool.Add(file)

    @property
    def pool(self) -> descriptor_pool.DescriptorPool:
        """The pool, for JSON conversions that meet an Any."""
        return self._pool

    def descriptor(self, name: str) -> Descriptor:
        """Return the descriptor of the message with this full name. Raises ContractError if there is none."""
        try:
            return self._pool.FindMessageTypeByName(name)
        except KeyError:
            raise ContractError(f"no message {name} in the descriptor set") from None

    def message(self, name: str) -> type[Message]:
        """Return the class of the message with this full name. Raises ContractError if there is none."""
        created: type[Message] = message_factory.GetMessageClass(self.descriptor(name))
        return created


def ordered(files: Iterable[pb.FileDescriptorProto]) -> list[pb.FileDescriptorProto]:
    """Return the files with every import before its importer, else by name. A missing import is left out."""
    by_name = {file.name: file for file in files}
    result: dict[str, pb.FileDescriptorProto] = {}

    def visit(name: str) -> None:
        if name in by_name and name not in result:
            for dependency in sorted(by_name[name].dependency):
                visit(dependency)
            result[name] = by_name[name]

    for name in sorted(by_name):
        visit(name)
    return list(result.values())


def packages(files: pb.FileDescriptorSet) -> list[str]:
    """Return the packages that are ours to record, sorted: all but protobuf's own well-known types."""
    return sorted({file.package for file in files.file} - {"google.protobuf"})


def package_closure(files: pb.FileDescriptorSet, package: str) -> pb.FileDescriptorSet:
    """Return the package's files and all they import, imports first. Raises ContractError for an unknown package."""
    by_name = {file.name: file for file in files.file}
    wanted = [file.name for file in files.file if file.package == package]
    if not wanted:
        raise ContractError(f"no contract {package}; there are {', '.join(packages(files))}")
    seen: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name not in seen:
            seen.add(name)
            wanted += by_name[name].dependency
    return pb.FileDescriptorSet(file=ordered(by_name[name] for name in seen))


def merge(sets: Iterable[pb.FileDescriptorSet]) -> pb.FileDescriptorSet:
    """Return the union of descriptor sets, one file of each name, imports first."""
    by_name = {file.name: file for files in sets for file in files.file}
    return pb.FileDescriptorSet(file=ordered(by_name.values()))


def methods(files: pb.FileDescriptorSet, package: str) -> list[Method]:
    """Return the methods of a package's services in the order of the proto files."""
    return list(_methods(file for file in files.file if file.package == package))


def _methods(files: Iterable[pb.FileDescriptorProto]) -> Iterator[Method]:
    for file in files:
        for service in file.service:
            for method in service.method:
                yield _method(file.package, service.name, method)


def _method(package: str, service: str, method: pb.MethodDescriptorProto) -> Method:
    return Method(
        package=package,
        service=service,
        name=method.name,
        request=method.input_type.lstrip("."),
        response=method.output_type.lstrip("."),
        client_streaming=method.client_streaming,
        server_streaming=method.server_streaming,
        safe=method.options.idempotency_level == pb.MethodOptions.NO_SIDE_EFFECTS,
    )
