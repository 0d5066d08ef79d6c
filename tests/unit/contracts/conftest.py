"""A process of another make (grpcio, no libtalos), and a repository of contracts that a test may break."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent import futures
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts import lock
from libtalos.contracts.descriptors import Types, methods, package_closure
from libtalos.contracts.layout import Layout

ROOT = Path(__file__).parents[3]
CONTRACT = "talos.network.v1"
Behaviour = Callable[[bytes, grpc.ServicerContext], list[bytes]]


class ForeignServer:
    """A grpcio server whose every method, reflection and health is given by the test."""

    def __init__(self, path: Path, files: pb.FileDescriptorSet) -> None:
        self.path = path
        self.files = files
        self.behaviours: dict[str, Behaviour] = {}
        self.reflection = "grpc.reflection.v1"
        self.health = 1
        self._types = Types(lock.packaged())
        self._server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))

    def start(self) -> None:
        """Serve every method of the contract with an empty response unless the test said otherwise."""
        for method in methods(self.files, CONTRACT):
            self.behaviours.setdefault(method.path, lambda request, context: [b""])
        self._server.add_generic_rpc_handlers((_Handlers(self),))
        self._server.add_insecure_port(f"unix:{self.path}")
        self._server.start()

    def stop(self) -> None:
        """Stop at once."""
        self._server.stop(None).wait()

    def reflect(self, request: bytes) -> bytes:
        """Answer one reflection request from self.files."""
        query: Any = self._types.message(f"{self.reflection}.ServerReflectionRequest").FromString(request)
        response: Any = self._types.message(f"{self.reflection}.ServerReflectionResponse")()
        if query.HasField("list_services"):
            names = {f"{m.package}.{m.service}" for m in methods(self.files, CONTRACT)}
            for name in sorted(names):
                response.list_services_response.service.add(name=name)
        else:
            wanted = query.file_by_filename or self._file_of(query.file_containing_symbol)
            found = [file for file in self.files.file if file.name == wanted]
            response.file_descriptor_response.file_descriptor_proto.extend(f.SerializeToString() for f in found)
        return bytes(response.SerializeToString())

    def _file_of(self, service: str) -> str:
        found = (f.name for f in self.files.file for s in f.service if f"{f.package}.{s.name}" == service)
        return str(next(found))


class _Handlers(grpc.GenericRpcHandler):  # type: ignore[misc]
    def __init__(self, server: ForeignServer) -> None:
        self._server = server

    def service(self, handler_call_details: Any) -> Any:
        path = handler_call_details.method
        if path == f"/{self._server.reflection}.ServerReflection/ServerReflectionInfo":
            return grpc.stream_stream_rpc_method_handler(self._reflect)
        if path == "/grpc.health.v1.Health/Check":
            return grpc.unary_unary_rpc_method_handler(lambda request, context: bytes([8, self._server.health]))
        behaviour = self._server.behaviours.get(path)
        if behaviour is None:
            return None
        return grpc.unary_stream_rpc_method_handler(lambda request, context: iter(behaviour(request, context)))

    def _reflect(self, requests: Iterator[bytes], context: grpc.ServicerContext) -> Iterator[bytes]:
        for request in requests:
            yield self._server.reflect(request)


@pytest.fixture
def recorded() -> pb.FileDescriptorSet:
    """The recorded network contract, to be changed at will."""
    return package_closure(lock.read(ROOT / "proto" / "lock"), CONTRACT)


@pytest.fixture
def foreign(tmp_path: Path, recorded: pb.FileDescriptorSet) -> Iterator[ForeignServer]:
    """A foreign process; the test starts it after it has set it up."""
    served = pb.FileDescriptorSet()
    served.CopyFrom(recorded)
    server = ForeignServer(tmp_path / "network.sock", served)
    yield server
    server.stop()


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A copy of this repository's contracts: protos, recording and stubs."""
    shutil.copytree(ROOT / "proto", tmp_path / "proto")
    shutil.copytree(ROOT / "libtalos" / "gen", tmp_path / "libtalos" / "gen")
    (tmp_path / "services").mkdir()
    return Layout.at(tmp_path)


@pytest.fixture
def network_proto(layout: Layout) -> Callable[[str, str], None]:
    """Replace text in the copy's network contract; fails if it is not there."""
    path = layout.proto / "talos" / "network" / "v1" / "network.proto"

    def edit(before: str, after: str) -> None:
        text = path.read_text()
        assert before in text
        path.write_text(text.replace(before, after))

    return edit
