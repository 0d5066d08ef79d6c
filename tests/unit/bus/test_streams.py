"""What a generated stub's stream is."""

from libtalos.bus.streams import as_generator
from tests.unit.bus.conftest import Serve
from tests.unit.bus.served import Chunk, TestRpc, route


async def test_a_stream_can_be_closed_and_is_over_then(serve: Serve) -> None:
    served = await serve(TestRpc())
    stream = served.channel.unary_stream(route("Replies"), Chunk(lines=b"a"), Chunk)
    assert (await anext(stream)).lines == b"a"
    await as_generator(stream).aclose()
    await as_generator(stream).aclose()
    assert [one async for one in stream] == []


async def test_a_stream_that_has_not_begun_never_begins(serve: Serve) -> None:
    rpc = TestRpc()
    served = await serve(rpc)
    stream = served.channel.unary_stream(route("Replies"), Chunk(lines=b"a"), Chunk)
    await as_generator(stream).aclose()
    assert [one async for one in stream] == []
    assert rpc.seen == []
