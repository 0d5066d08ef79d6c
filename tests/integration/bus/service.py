"""grpc.testing.TestService for any server: the other end of the interop cases."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from tests.integration.bus.cases import ECHO_INITIAL, ECHO_TRAILING


class Call(Protocol):
    """The call that is served."""

    def metadata(self) -> Mapping[str, str | bytes]:
        """The caller's metadata."""
        ...

    async def send_initial_metadata(self, metadata: Mapping[str, str | bytes]) -> None:
        """Send what goes before the first response."""
        ...

    def set_trailing_metadata(self, metadata: Mapping[str, str | bytes]) -> None:
        """Set what goes after the last one."""
        ...

    async def fail(self, code: int, message: str) -> None:
        """End the call with this status; does not return."""
        ...


class InteropService:
    """Answers every method but UnimplementedCall. Methods are named as the generator of the project names them."""

    def __init__(self, kinds: Any) -> None:
        self._kinds = kinds
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def idle(self) -> None:
        """Wait until no call is under way."""
        await self._idle.wait()

    async def empty_call(self, request: Any, call: Call) -> Any:
        """Answer nothing."""
        with self._serving():
            return self._kinds.Empty()

    async def unary_call(self, request: Any, call: Call) -> Any:
        """Answer as the request says."""
        with self._serving():
            await _echo(call)
            await _fail_if_told(request, call)
            return self._kinds.SimpleResponse(payload=self._payload(request.response_size))

    async def cacheable_unary_call(self, request: Any, call: Call) -> Any:
        """Answer as the request says."""
        return await self.unary_call(request, call)

    async def streaming_output_call(self, request: Any, call: Call) -> AsyncIterator[Any]:
        """Send the responses that the request names."""
        with self._serving():
            for response in self._responses(request):
                yield response

    async def streaming_input_call(self, requests: AsyncIterator[Any], call: Call) -> Any:
        """Count the bytes that come."""
        with self._serving():
            size = sum([len(request.payload.body) async for request in requests])
            return self._kinds.StreamingInputCallResponse(aggregated_payload_size=size)

    async def full_duplex_call(self, requests: AsyncIterator[Any], call: Call) -> AsyncIterator[Any]:
        """Answer each request before the next one is read."""
        with self._serving():
            await _echo(call)
            async for request in requests:
                await _fail_if_told(request, call)
                for response in self._responses(request):
                    yield response

    async def half_duplex_call(self, requests: AsyncIterator[Any], call: Call) -> AsyncIterator[Any]:
        """Answer all requests after the last one."""
        with self._serving():
            for request in [request async for request in requests]:
                for response in self._responses(request):
                    yield response

    def _responses(self, request: Any) -> Iterator[Any]:
        for parameters in request.response_parameters:
            yield self._kinds.StreamingOutputCallResponse(payload=self._payload(parameters.size))

    def _payload(self, size: int) -> Any:
        return self._kinds.Payload(body=bytes(size))

    @contextmanager
    def _serving(self) -> Iterator[None]:
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()


async def _echo(call: Call) -> None:
    metadata = call.metadata()
    if ECHO_INITIAL in metadata:
        await call.send_initial_metadata({ECHO_INITIAL: metadata[ECHO_INITIAL]})
    if ECHO_TRAILING in metadata:
        call.set_trailing_metadata({ECHO_TRAILING: metadata[ECHO_TRAILING]})


async def _fail_if_told(request: Any, call: Call) -> None:
    status = request.response_status
    if status is not None and status.code:
        await call.fail(status.code, status.message)
