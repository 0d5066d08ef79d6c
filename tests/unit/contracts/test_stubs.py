"""Stubs without a transport, out of what the compiler writes."""

import pytest

from libtalos.contracts.construct import RewriteError
from libtalos.contracts.stubs import rewrite

COMPILED = '''"""A header."""

import betterproto2
import grpclib
from betterproto2 import grpclib as betterproto2_grpclib

if TYPE_CHECKING:
    import grpclib.server
    from betterproto2.grpclib.grpclib_client import MetadataLike
    from grpclib.metadata import Deadline


class AStub(betterproto2_grpclib.ServiceStub):
    async def get(
        self,
        message: "Request",
        *,
        timeout: "float | None" = None,
        deadline: "Deadline | None" = None,
    ) -> "Reply":
        return await self._unary_unary(
            "/a.A/Get",
            message,
            Reply,
        )

    async def watch(
        self,
        message: "Request",
        *,
        deadline: "Deadline | None" = None,
    ) -> "AsyncIterator[Reply]":
        async for response in self._unary_stream(
            "/a.A/Watch",
            message,
            Reply,
        ):
            yield response


class ABase(betterproto2_grpclib.ServiceBase):
    async def get(self, message: "Request") -> "Reply":
        raise grpclib.GRPCError(grpclib.const.Status.UNIMPLEMENTED)

    async def __rpc_get(
        self, stream: "grpclib.server.Stream[Request, Reply]"
    ) -> None:
        request = await stream.recv_message()
        response = await self.get(request)
        await stream.send_message(response)

    def __mapping__(self) -> "dict[str, grpclib.const.Handler]":
        return {
            "/a.A/Get": grpclib.const.Handler(
                self.__rpc_get,
                grpclib.const.Cardinality.UNARY_UNARY,
                Request,
                Reply,
            ),
        }
'''


def test_nothing_of_grpclib_is_left_and_the_rest_is_as_it_was() -> None:
    text = rewrite("a", COMPILED)
    assert "grpclib" not in text
    compile(text, "a.py", "exec")
    assert "from libtalos.stubs import Cardinality, Method, NotServedError, ServiceBase, ServiceStub\n" in text
    assert "    from libtalos.stubs import MetadataLike\n" in text
    assert 'deadline: "float | None" = None' in text
    assert "        raise NotServedError\n" in text
    assert "__rpc_" not in text
    assert '"/a.A/Get": Method(\n                self.get,\n                Cardinality.UNARY_UNARY,' in text
    assert 'def __mapping__(self) -> "dict[str, Method]":' in text


def test_a_stream_is_returned_and_not_repeated() -> None:
    text = rewrite("a", COMPILED)
    watch = text[text.index("def watch") : text.index("class ABase")]
    assert "    def watch(" in text
    assert "async def watch" not in text
    assert 'return self._unary_stream(\n            "/a.A/Watch",' in watch
    assert "yield" not in watch
    assert "async def get(" in text


@pytest.mark.parametrize(
    "line", ["import grpclib.client", "x = self.__rpc_other", "async def __rpc_odd(self): ...", "grpclib.const.Other"]
)
def test_a_line_that_is_not_known_is_named(line: str) -> None:
    with pytest.raises(RewriteError) as caught:
        rewrite("talos.a.v1", COMPILED + f"\n{line}\n")
    assert str(caught.value) == f"talos.a.v1: this line of the compiler's output is not known: {line}"


def test_a_module_without_services_stays_as_it_is() -> None:
    assert rewrite("a", "import betterproto2\n") == "import betterproto2\n"
