"""The two stacks that are measured: libtalos.bus, and grpc.aio with protobuf's C codec. Both are run by uvloop."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Protocol

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.server import Server, listen
from libtalos.gen.talos.supervisor import v1
from tests.bench.bus_messages import LIST, LISTED, SMALL, Google, our_service, path

Call = Callable[[], Awaitable[object]]


class Stack(Protocol):
    """One way to serve and to call."""

    async def serve(self, socket: Path) -> None:
        """Serve on a socket; returns once it is reachable."""
        ...

    def call(self, socket: Path, method: str) -> Call:
        """One call, to be made as often as wanted on one connection."""
        ...

    async def close(self) -> None:
        """Close the connection."""
        ...


class _OurRpc(v1.SupervisorServiceBase):
    async def stop_service(self, message: v1.StopServiceRequest) -> v1.StopServiceResponse:
        return v1.StopServiceResponse(service=our_service())

    async def list_services(self, message: v1.ListServicesRequest) -> v1.ListServicesResponse:
        return v1.ListServicesResponse(services=[our_service() for _ in range(LISTED)])


class OurStack:
    """libtalos.bus, with all that it does for a call: deadline, identity of the peer, call id, access, size limit."""

    def __init__(self) -> None:
        self._server = Server([_OurRpc()])

    async def serve(self, socket: Path) -> None:
        """Serve on a socket."""
        await self._server.start(listen(socket))

    def call(self, socket: Path, method: str) -> Call:
        """One call of a generated stub."""
        self._channel = Channel(UnixAddress(socket))
        stub = self._channel.stub(v1.SupervisorServiceStub)
        if method == LIST:
            return lambda: stub.list_services(v1.ListServicesRequest())
        return lambda: stub.stop_service(v1.StopServiceRequest(id="etcd"))

    async def close(self) -> None:
        """Close the connection."""
        self._channel.close()


class GrpcStack:
    """grpc.aio as it comes, with a deadline on each call as ours has one."""

    def __init__(self, descriptors: Path) -> None:
        import grpc.aio  # noqa: PLC0415 - not in a process that measures the other stack

        self._grpc = grpc
        self._google = Google(descriptors.read_bytes())
        self._answers: dict[str, Callable[[], Any]] = {SMALL: self._one, LIST: self._many}

    async def serve(self, socket: Path) -> None:
        """Serve on a socket."""
        self._server = self._grpc.aio.server()
        handlers = {method: self._handler(method) for method in self._answers}
        service = path("").strip("/")
        self._server.add_generic_rpc_handlers((self._grpc.method_handlers_generic_handler(service, handlers),))
        self._server.add_insecure_port(f"unix:{socket}")
        await self._server.start()

    def call(self, socket: Path, method: str) -> Call:
        """One call as generated stubs make it."""
        self._channel = self._grpc.aio.insecure_channel(f"unix:{socket}")
        request, response = (self._google.message(f"{method}{kind}") for kind in ("Request", "Response"))
        unary = self._channel.unary_unary(
            path(method), request_serializer=request.SerializeToString, response_deserializer=response.FromString
        )
        fields = {} if method == LIST else {"id": "etcd"}
        return lambda: unary(request(**fields), timeout=20)

    async def close(self) -> None:
        """Close the connection."""
        await self._channel.close()

    def _handler(self, method: str) -> Any:
        answer = self._answers[method]

        async def handle(_request: object, _context: object) -> Any:
            return answer()

        return self._grpc.unary_unary_rpc_method_handler(
            handle,
            request_deserializer=self._google.message(f"{method}Request").FromString,
            response_serializer=self._google.message(f"{method}Response").SerializeToString,
        )

    def _one(self) -> Any:
        return self._google.message("StopServiceResponse")(service=self._google.service())

    def _many(self) -> Any:
        return self._google.message("ListServicesResponse")(services=[self._google.service() for _ in range(LISTED)])
