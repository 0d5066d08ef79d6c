"""The bus takes gzip, does not compress itself, and says so as gRPC asks for it (compression.md of gRPC)."""

from __future__ import annotations

import grpc
import pytest

from libtalos.bus.http2 import compression, stream
from tests.integration.bus import bus_peer, cases, grpcio_peer
from tests.integration.bus.http_client import ask
from tests.integration.bus.messages import Messages, path_of
from tests.integration.bus.service import InteropService

# a compressed message of one byte, which nobody gets to unpack
COMPRESSED = b"\x01\x00\x00\x00\x01x"
# cases with requests, and with responses, that are large enough to be compressed
LARGE_REQUESTS = {"large_unary", "client_streaming", "ping_pong"}
LARGE_RESPONSES = {"large_unary", "server_streaming", "ping_pong"}


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of the messages that came compressed."""
    sizes: list[int] = []

    def gunzip(data: bytes, maximum: int) -> bytes:
        message = compression.gunzip(data, maximum)
        sizes.append(len(message))
        return message

    monkeypatch.setattr(stream, "gunzip", gunzip)
    return sizes


@pytest.mark.parametrize("case", cases.CASES)
async def test_a_server_of_the_bus_takes_gzip(case: str, messages: Messages, unpacked: list[int]) -> None:
    """From a client of grpcio that compresses everything."""
    async with (
        bus_peer.served(InteropService(messages.bus), messages) as target,
        grpcio_peer.connected(target, messages, compression=grpc.Compression.Gzip) as client,
    ):
        await cases.CASES[case](client)
    assert unpacked or case not in LARGE_REQUESTS


@pytest.mark.parametrize("case", cases.CASES)
async def test_a_client_of_the_bus_takes_gzip(case: str, messages: Messages, unpacked: list[int]) -> None:
    """From a server of grpcio that compresses everything."""
    async with (
        grpcio_peer.served(InteropService(messages.protobuf), messages, compression=grpc.Compression.Gzip) as target,
        bus_peer.connected(target, messages) as client,
    ):
        await cases.CASES[case](client)
    assert unpacked or case not in LARGE_RESPONSES


async def test_another_encoding_is_refused(messages: Messages) -> None:
    """The call ends with UNIMPLEMENTED, and the connection goes on: what is empty is not compressed."""
    async with (
        bus_peer.served(InteropService(messages.bus), messages) as target,
        grpcio_peer.connected(target, messages, compression=grpc.Compression.Deflate) as client,
    ):
        request = client.kinds.SimpleRequest(payload=client.kinds.Payload(body=bytes(cases.LARGE_REQUEST)))
        ended = await cases.failure(client.unary("UnaryCall", request))
        assert (ended.code, "identity or gzip" in ended.message) == (cases.UNIMPLEMENTED, True)
        await cases.empty_unary(client)


async def test_another_encoding_of_a_server_is_an_error(messages: Messages) -> None:
    """grpcio compresses as it was told, whatever its client takes; compression.md names the error."""
    async with (
        grpcio_peer.served(InteropService(messages.protobuf), messages, compression=grpc.Compression.Deflate) as target,
        bus_peer.connected(target, messages) as client,
    ):
        ended = await cases.failure(cases.large_unary(client))
        assert (ended.code, "identity or gzip" in ended.message) == (cases.INTERNAL, True)
        await cases.empty_unary(client)


async def test_what_is_taken_is_told(messages: Messages) -> None:
    """The answer names the encodings that are taken."""
    async with bus_peer.served(InteropService(messages.bus), messages) as target:
        fields = {"content_type": "application/grpc", "te": "trailers", "grpc_encoding": "deflate"}
        answer = await ask(target.port, "POST", path_of("EmptyCall"), COMPRESSED, **fields)
    assert answer.fields["grpc-status"] == str(cases.UNIMPLEMENTED)
    assert answer.fields["grpc-accept-encoding"] == "identity,gzip"
