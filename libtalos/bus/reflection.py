"""grpc.reflection v1 and v1alpha: the descriptors of what is served, from the recorded index."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable
from types import ModuleType
from typing import Any

from libtalos.bus.errors import Code
from libtalos.gen.grpc.reflection import v1, v1alpha
from libtalos.gen.index import DEPENDENCIES, FILES, SYMBOLS


class _Reflection:
    """The answers, in the message classes of one version of the protocol."""

    def __init__(self, *, messages: ModuleType, services: Iterable[str]) -> None:
        self._messages = messages
        self._services = sorted(services)

    def answer(self, request: Any) -> Any:
        """The response to one request."""
        reply = self._messages.ServerReflectionResponse(valid_host=request.host, original_request=request)
        if request.file_by_filename is not None:
            self._files(reply, request.file_by_filename, request.file_by_filename)
        elif request.file_containing_symbol is not None:
            symbol = request.file_containing_symbol
            self._files(reply, SYMBOLS.get(symbol, ""), symbol)
        elif request.list_services is not None:
            services = [self._messages.ServiceResponse(name=name) for name in self._services]
            reply.list_services_response = self._messages.ListServiceResponse(service=services)
        elif request.all_extension_numbers_of_type is not None:
            self._extensions(reply, request.all_extension_numbers_of_type)
        else:
            self._refuse(reply, Code.NOT_FOUND, "there are no extensions here")
        return reply

    def _files(self, reply: Any, name: str, asked: str) -> None:
        if name not in FILES:
            self._refuse(reply, Code.NOT_FOUND, f'"{asked}" is not known here')
            return
        files = [FILES[file] for file in closure(name)]
        reply.file_descriptor_response = self._messages.FileDescriptorResponse(file_descriptor_proto=files)

    def _extensions(self, reply: Any, name: str) -> None:
        if name not in SYMBOLS:
            self._refuse(reply, Code.NOT_FOUND, f'"{name}" is not known here')
            return
        reply.all_extension_numbers_response = self._messages.ExtensionNumberResponse(base_type_name=name)

    def _refuse(self, reply: Any, code: Code, text: str) -> None:
        reply.error_response = self._messages.ErrorResponse(error_code=int(code), error_message=text)


def closure(name: str) -> list[str]:
    """A file and everything it imports, each once, importers first."""
    seen: dict[str, None] = {}
    waiting = [name]
    while waiting:
        file = waiting.pop(0)
        if file in FILES and file not in seen:
            seen[file] = None
            waiting.extend(DEPENDENCIES[file])
    return list(seen)


class ReflectionV1Rpc(v1.ServerReflectionBase):
    """grpc.reflection.v1."""

    def __init__(self, *, services: Iterable[str]) -> None:
        self._reflection = _Reflection(messages=v1, services=services)

    async def server_reflection_info(
        self, messages: AsyncIterable[v1.ServerReflectionRequest]
    ) -> AsyncIterator[v1.ServerReflectionResponse]:
        """Answer each request in turn."""
        async for request in messages:
            yield self._reflection.answer(request)


class ReflectionV1AlphaRpc(v1alpha.ServerReflectionBase):
    """grpc.reflection.v1alpha, for older clients."""

    def __init__(self, *, services: Iterable[str]) -> None:
        self._reflection = _Reflection(messages=v1alpha, services=services)

    async def server_reflection_info(
        self, messages: AsyncIterable[v1alpha.ServerReflectionRequest]
    ) -> AsyncIterator[v1alpha.ServerReflectionResponse]:
        """Answer each request in turn."""
        async for request in messages:
            yield self._reflection.answer(request)
