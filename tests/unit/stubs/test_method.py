"""Methods, as generated bases declare them."""

import pytest

from libtalos.gen.talos.network.v1 import NetworkServiceBase, PlanRequest
from libtalos.stubs import Cardinality, NotServedError, ServiceBase


@pytest.mark.parametrize("client", [False, True])
@pytest.mark.parametrize("server", [False, True])
def test_a_cardinality_says_who_streams(client: bool, server: bool) -> None:
    cardinality = Cardinality((client, server))
    assert (cardinality.client_streaming, cardinality.server_streaming) == (client, server)
    sides = ("STREAM" if client else "UNARY", "STREAM" if server else "UNARY")
    assert cardinality.name == "_".join(sides)


def test_a_base_alone_serves_nothing() -> None:
    assert ServiceBase().__mapping__() == {}


async def test_a_generated_base_declares_methods_that_are_not_served() -> None:
    method = NetworkServiceBase().__mapping__()["/talos.network.v1.NetworkService/Plan"]
    assert method.cardinality is Cardinality.UNARY_UNARY
    assert method.request_type is PlanRequest
    with pytest.raises(NotServedError):
        await method.func(PlanRequest())
