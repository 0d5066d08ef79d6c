"""Details of an error (google.rpc.Status in a trailer) between the bus and grpcio, each read by the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import grpc.aio
import pytest
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass

from libtalos.bus.address import TcpAddress
from libtalos.bus.channel import Channel
from libtalos.bus.details import DETAILS_FIELD
from libtalos.bus.errors import AlreadyExistsError, Code
from libtalos.contracts.generate import descriptor_set
from libtalos.gen.google.protobuf import Any as BusAny
from tests.integration.bus.bus_peer import listening
from tests.integration.bus.messages import SERVICE, Messages, path_of
from tests.integration.bus.target import HOST

PROTO = Path(__file__).parents[3] / "proto"
TYPE_URL = "type.googleapis.com/grpc.testing.Payload"
MESSAGE = "it is there: ünïcode, 100%"


@pytest.fixture(scope="module")
def status_type() -> Any:
    """protobuf's own class of google.rpc.Status."""
    pool = DescriptorPool()
    files = {file.name: file for file in descriptor_set(PROTO).file}
    for name in ("google/protobuf/any.proto", "google/rpc/status.proto"):
        pool.Add(files[name])
    return GetMessageClass(pool.FindMessageTypeByName("google.rpc.Status"))


async def test_grpcio_reads_them(messages: Messages, status_type: Any) -> None:
    """The bus fails a call, and says why in a message."""
    why = messages.bus.Payload(body=b"why")

    async def fail(_self: Any, _request: Any) -> Any:
        raise AlreadyExistsError(MESSAGE, details=[BusAny(type_url=TYPE_URL, value=bytes(why))])

    handlers = type("Handlers", (messages.bus.TestServiceBase,), {"empty_call": fail})()
    async with listening([handlers]) as target, grpc.aio.insecure_channel(str(target)) as channel:
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await channel.unary_unary(path_of("EmptyCall"))(b"")
    assert (caught.value.code(), caught.value.details()) == (grpc.StatusCode.ALREADY_EXISTS, MESSAGE)
    status = status_type.FromString(dict(caught.value.trailing_metadata())[DETAILS_FIELD.decode()])
    assert (status.code, status.message) == (Code.ALREADY_EXISTS, MESSAGE)
    assert [each.type_url for each in status.details] == [TYPE_URL]
    assert messages.protobuf.Payload.FromString(status.details[0].value).body == b"why"


async def test_the_bus_reads_them(messages: Messages, status_type: Any) -> None:
    """grpcio fails a call, and says why in a message."""
    status = status_type(code=Code.ALREADY_EXISTS, message=MESSAGE)
    status.details.add(type_url=TYPE_URL, value=messages.protobuf.Payload(body=b"why").SerializeToString())

    async def fail(_request: bytes, context: Any) -> None:
        context.set_trailing_metadata(((DETAILS_FIELD.decode(), status.SerializeToString()), ("hint", "look there")))
        await context.abort(grpc.StatusCode.ALREADY_EXISTS, MESSAGE)

    server = grpc.aio.server()
    handler = grpc.method_handlers_generic_handler(SERVICE, {"EmptyCall": grpc.unary_unary_rpc_method_handler(fail)})
    server.add_generic_rpc_handlers((handler,))
    port = server.add_insecure_port(f"{HOST}:0")
    await server.start()
    channel = Channel(TcpAddress(HOST, port))
    try:
        with pytest.raises(AlreadyExistsError) as caught:
            await channel.stub(messages.bus.TestServiceStub).empty_call()
    finally:
        channel.close()
        await server.stop(None)
    assert caught.value.message == MESSAGE
    assert caught.value.trailing["hint"] == "look there"
    (detail,) = caught.value.details
    assert (detail.type_url, messages.bus.Payload.parse(detail.value).body) == (TYPE_URL, b"why")
