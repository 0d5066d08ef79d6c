"""The bus does not compress, and says so as gRPC asks for it (compression.md of gRPC)."""

from __future__ import annotations

import grpc

from tests.integration.bus import bus_peer, cases, grpcio_peer
from tests.integration.bus.http_client import ask
from tests.integration.bus.messages import Messages, path_of
from tests.integration.bus.service import InteropService

# a compressed message of one byte, which nobody gets to unpack
COMPRESSED = b"\x01\x00\x00\x00\x01x"


async def test_a_compressed_request_is_refused(messages: Messages) -> None:
    """The call ends with UNIMPLEMENTED, and the connection goes on: what is empty is not compressed."""
    async with (
        bus_peer.served(InteropService(messages.bus), messages) as target,
        grpcio_peer.connected(target, messages, compression=grpc.Compression.Gzip) as client,
    ):
        request = client.kinds.SimpleRequest(payload=client.kinds.Payload(body=bytes(cases.LARGE_REQUEST)))
        ended = await cases.failure(client.unary("UnaryCall", request))
        assert (ended.code, "compress" in ended.message) == (cases.UNIMPLEMENTED, True)
        await cases.empty_unary(client)


async def test_what_is_taken_is_told(messages: Messages) -> None:
    """The answer names the encodings that are taken."""
    async with bus_peer.served(InteropService(messages.bus), messages) as target:
        fields = {"content_type": "application/grpc", "te": "trailers", "grpc_encoding": "gzip"}
        answer = await ask(target.port, "POST", path_of("EmptyCall"), COMPRESSED, **fields)
    assert answer.fields["grpc-status"] == str(cases.UNIMPLEMENTED)
    assert answer.fields["grpc-accept-encoding"] == "identity"
