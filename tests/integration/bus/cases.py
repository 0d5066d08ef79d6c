"""The cases of gRPC's interop suite, written once for any client.

Source: doc/interop-test-descriptions.md of grpc; names, sizes, keys and texts are that document's. Left out are the
cases about credentials of clouds and about load reports, which nothing here has.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

REQUEST_SIZES = (27182, 8, 1828, 45904)
RESPONSE_SIZES = (31415, 9, 2653, 58979)
LARGE_REQUEST, LARGE_RESPONSE = 271828, 314159
ECHO_INITIAL, ECHO_TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
METADATA: Mapping[str, str | bytes] = {
    ECHO_INITIAL: "test_initial_metadata_value",
    ECHO_TRAILING: b"\x0a\x0b\x0a\x0b\x0a\x0b",
}
SPECIAL = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
CANCELLED, UNKNOWN, INVALID_ARGUMENT, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL = 1, 2, 3, 4, 12, 13
SOAK_CALLS, SOAK_CHANNELS = 50, 10
# seconds; 0.001 in the document, but grpcio says INTERNAL if the time is up before it has begun to write
SHORT = 0.1


@dataclass(frozen=True)
class Reply:
    """What a unary call brought: a message, and the metadata before and after it."""

    body: Any
    initial: Mapping[str, str | bytes]
    trailing: Mapping[str, str | bytes]


class CallFailedError(Exception):
    """A call that ended with a status other than OK."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


class Duplex(Protocol):
    """A call with a stream in one direction or both. Everything that waits raises CallFailedError."""

    async def send(self, message: Any) -> None:
        """Send one message."""
        ...

    async def end(self) -> None:
        """Send no more."""
        ...

    async def receive(self) -> Any:
        """The next message, or None after the last one of a call that went well."""
        ...

    async def cancel(self) -> CallFailedError:
        """Give the call up; how it ended."""
        ...

    async def metadata(self) -> tuple[Mapping[str, str | bytes], Mapping[str, str | bytes]]:
        """Initial and trailing metadata of a call that has ended."""
        ...


class Client(Protocol):
    """A client under test. Methods are named as in grpc.testing.TestService."""

    @property
    def kinds(self) -> Any:
        """The message classes of grpc.testing, by name."""
        ...

    async def unary(self, method: str, request: Any, *, metadata: Mapping[str, str | bytes] | None = None) -> Reply:
        """Make a unary call. Raises CallFailedError."""
        ...

    def stream(
        self, method: str, *, metadata: Mapping[str, str | bytes] | None = None, timeout: float | None = None
    ) -> Duplex:
        """Begin any other call; timeout in seconds."""
        ...

    def another(self) -> AbstractAsyncContextManager[Client]:
        """A client of the same server with a connection of its own."""
        ...


Case = Callable[[Client], Awaitable[None]]


async def failure(call: Awaitable[Any]) -> CallFailedError:
    """How a call fails that must not go well."""
    try:
        result = await call
    except CallFailedError as error:
        return error
    raise AssertionError(f"the call went well: {result!r}"[:200])


def _payload(client: Client, size: int) -> Any:
    return client.kinds.Payload(body=bytes(size))


def _output(client: Client, *sizes: int, payload: int = 0) -> Any:
    parameters = [client.kinds.ResponseParameters(size=size) for size in sizes]
    return client.kinds.StreamingOutputCallRequest(response_parameters=parameters, payload=_payload(client, payload))


async def empty_unary(client: Client) -> None:
    """Nothing both ways."""
    reply = await client.unary("EmptyCall", client.kinds.Empty())
    assert reply.body == client.kinds.Empty()


async def cacheable_unary(client: Client) -> None:
    """A call that a proxy might answer; there is none."""
    request = client.kinds.SimpleRequest(payload=_payload(client, 9), response_size=7)
    reply = await client.unary("CacheableUnaryCall", request, metadata={"x-user-ip": "1.2.3.4"})
    assert reply.body.payload.body == bytes(7)


async def large_unary(client: Client) -> None:
    """More than one frame and more than one window both ways."""
    request = client.kinds.SimpleRequest(payload=_payload(client, LARGE_REQUEST), response_size=LARGE_RESPONSE)
    reply = await client.unary("UnaryCall", request)
    assert reply.body.payload.body == bytes(LARGE_RESPONSE)


async def client_streaming(client: Client) -> None:
    """Four requests, one response."""
    call = client.stream("StreamingInputCall")
    for size in REQUEST_SIZES:
        await call.send(client.kinds.StreamingInputCallRequest(payload=_payload(client, size)))
    await call.end()
    reply = await call.receive()
    assert reply.aggregated_payload_size == sum(REQUEST_SIZES) == 74922
    assert await call.receive() is None


async def server_streaming(client: Client) -> None:
    """One request, four responses."""
    call = client.stream("StreamingOutputCall")
    await call.send(_output(client, *RESPONSE_SIZES))
    await call.end()
    assert [len((await call.receive()).payload.body) for _ in RESPONSE_SIZES] == list(RESPONSE_SIZES)
    assert await call.receive() is None


async def ping_pong(client: Client) -> None:
    """Each request is sent after the response to the one before."""
    call = client.stream("FullDuplexCall")
    for sent, expected in zip(REQUEST_SIZES, RESPONSE_SIZES, strict=True):
        await call.send(_output(client, expected, payload=sent))
        assert len((await call.receive()).payload.body) == expected
    await call.end()
    assert await call.receive() is None


async def half_duplex(client: Client) -> None:
    """Responses come after the last request; not in the list of cases, but in the service."""
    call = client.stream("HalfDuplexCall")
    for size in RESPONSE_SIZES:
        await call.send(_output(client, size))
    await call.end()
    assert [len((await call.receive()).payload.body) for _ in RESPONSE_SIZES] == list(RESPONSE_SIZES)
    assert await call.receive() is None


async def empty_stream(client: Client) -> None:
    """No message either way."""
    call = client.stream("FullDuplexCall")
    await call.end()
    assert await call.receive() is None


async def timeout_on_sleeping_server(client: Client) -> None:
    """A server that does not answer in time."""
    call = client.stream("FullDuplexCall", timeout=SHORT)

    async def ask() -> None:
        await call.send(_output(client, payload=REQUEST_SIZES[0]))
        await call.receive()

    assert (await failure(ask())).code == DEADLINE_EXCEEDED


async def cancel_after_begin(client: Client) -> None:
    """Given up before anything was sent."""
    call = client.stream("StreamingInputCall")
    assert (await call.cancel()).code == CANCELLED


async def cancel_after_first_response(client: Client) -> None:
    """Given up in the middle."""
    call = client.stream("FullDuplexCall")
    await call.send(_output(client, RESPONSE_SIZES[0], payload=REQUEST_SIZES[0]))
    assert len((await call.receive()).payload.body) == RESPONSE_SIZES[0]
    assert (await call.cancel()).code == CANCELLED


async def custom_metadata(client: Client) -> None:
    """Metadata of text and of bytes comes back, before the response and after it."""
    request = client.kinds.SimpleRequest(payload=_payload(client, LARGE_REQUEST), response_size=LARGE_RESPONSE)
    reply = await client.unary("UnaryCall", request, metadata=METADATA)
    assert len(reply.body.payload.body) == LARGE_RESPONSE
    call = client.stream("FullDuplexCall", metadata=METADATA)
    await call.send(_output(client, LARGE_RESPONSE, payload=LARGE_REQUEST))
    assert len((await call.receive()).payload.body) == LARGE_RESPONSE
    await call.end()
    assert await call.receive() is None
    for initial, trailing in ((reply.initial, reply.trailing), await call.metadata()):
        assert initial[ECHO_INITIAL] == METADATA[ECHO_INITIAL]
        assert trailing[ECHO_TRAILING] == METADATA[ECHO_TRAILING]


async def status_code_and_message(client: Client) -> None:
    """A status that the client asked for, of a unary call and of a stream."""
    status = client.kinds.EchoStatus(code=UNKNOWN, message="test status message")
    unary = client.unary("UnaryCall", client.kinds.SimpleRequest(response_status=status))
    call = client.stream("FullDuplexCall")
    await call.send(client.kinds.StreamingOutputCallRequest(response_status=status))
    await call.end()
    for ended in (await failure(unary), await failure(call.receive())):
        assert (ended.code, ended.message) == (UNKNOWN, "test status message")


async def special_status_message(client: Client) -> None:
    """White space and Unicode outside of the basic plane."""
    status = client.kinds.EchoStatus(code=UNKNOWN, message=SPECIAL)
    ended = await failure(client.unary("UnaryCall", client.kinds.SimpleRequest(response_status=status)))
    assert (ended.code, ended.message) == (UNKNOWN, SPECIAL)


async def unimplemented_method(client: Client) -> None:
    """A method that the service does not have."""
    ended = await failure(client.unary("UnimplementedCall", client.kinds.Empty()))
    assert ended.code == UNIMPLEMENTED


async def unimplemented_service(client: Client) -> None:
    """A service that the server does not have."""
    ended = await failure(client.unary("/grpc.testing.UnimplementedService/UnimplementedCall", client.kinds.Empty()))
    assert ended.code == UNIMPLEMENTED


async def rpc_soak(client: Client) -> None:
    """Many large calls on one connection."""
    for _ in range(SOAK_CALLS):
        await large_unary(client)


async def channel_soak(client: Client) -> None:
    """Many connections with one large call each."""
    for _ in range(SOAK_CHANNELS):
        async with client.another() as fresh:
            await large_unary(fresh)


_CASES: tuple[Case, ...] = (
    empty_unary,
    cacheable_unary,
    large_unary,
    client_streaming,
    server_streaming,
    ping_pong,
    half_duplex,
    empty_stream,
    timeout_on_sleeping_server,
    cancel_after_begin,
    cancel_after_first_response,
    custom_metadata,
    status_code_and_message,
    special_status_message,
    unimplemented_method,
    unimplemented_service,
    rpc_soak,
    channel_soak,
)
CASES: Mapping[str, Case] = {getattr(case, "__name__"): case for case in _CASES}  # noqa: B009
