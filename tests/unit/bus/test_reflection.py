"""Health and reflection, as foreign clients see them."""

import asyncio
from types import ModuleType

import grpc
import pytest
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

from libtalos.bus.errors import NotFoundError
from libtalos.bus.health import Health, HealthRpc, ServingStatus
from libtalos.bus.reflection import ReflectionV1AlphaRpc, ReflectionV1Rpc
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthStub
from libtalos.gen.grpc.reflection import v1, v1alpha
from libtalos.gen.index import SYMBOLS
from libtalos.gen.talos.network.v1 import NetworkServiceBase
from tests.unit.bus.conftest import Serve

SERVICE = "talos.network.v1.NetworkService"


@pytest.mark.parametrize(("rpc", "messages"), [(ReflectionV1Rpc, v1), (ReflectionV1AlphaRpc, v1alpha)])
async def test_both_versions_answer_every_question(serve: Serve, rpc: type, messages: ModuleType) -> None:
    served = await serve(rpc(services=[SERVICE]))
    questions = [
        messages.ServerReflectionRequest(list_services=""),
        messages.ServerReflectionRequest(file_containing_symbol=f"{SERVICE}.Plan"),
        messages.ServerReflectionRequest(file_by_filename="none.proto"),
        messages.ServerReflectionRequest(all_extension_numbers_of_type=SERVICE),
        messages.ServerReflectionRequest(file_containing_extension=messages.ExtensionRequest(containing_type="x")),
    ]
    stub = served.channel.stub(messages.ServerReflectionStub)
    listed, found, missing, numbers, extension = [reply async for reply in stub.server_reflection_info(questions)]
    assert [service.name for service in listed.list_services_response.service] == [SERVICE]
    # the file itself comes first, then those that it needs
    assert b"talos/network/v1/network.proto" in found.file_descriptor_response.file_descriptor_proto[0]
    assert missing.error_response.error_message == '"none.proto" is not known here'
    assert numbers.all_extension_numbers_response.base_type_name == SERVICE
    assert extension.error_response.error_code == 5


async def test_grpcios_reflection_client_builds_the_contract(serve: Serve) -> None:
    served = await serve(ReflectionV1AlphaRpc(services=[SERVICE]))

    def describe() -> list[str]:
        with grpc.insecure_channel(f"unix:{served.path}") as channel:
            pool = DescriptorPool(ProtoReflectionDescriptorDatabase(channel))
            return [method.name for method in pool.FindServiceByName(SERVICE).methods]

    served_paths = NetworkServiceBase().__mapping__()
    assert await asyncio.to_thread(describe) == [path.rpartition("/")[2] for path in served_paths]


def test_every_symbol_of_the_index_names_a_known_file() -> None:
    assert SYMBOLS[SERVICE] == "talos/network/v1/network.proto"


async def test_health_follows_the_component(serve: Serve) -> None:
    health = Health()
    served = await serve(HealthRpc(health=health, services=[SERVICE]))
    stub = served.channel.stub(HealthStub)
    assert (await stub.check(HealthCheckRequest())).status is ServingStatus.NOT_SERVING
    watch = stub.watch(HealthCheckRequest(service=SERVICE))
    assert (await anext(watch)).status is ServingStatus.NOT_SERVING
    health.set(True)
    assert (await anext(watch)).status is ServingStatus.SERVING
    with pytest.raises(NotFoundError, match='service "x" is not served here'):
        await stub.check(HealthCheckRequest(service="x"))
    unknown = stub.watch(HealthCheckRequest(service="x"))
    assert (await anext(unknown)).status is ServingStatus.SERVICE_UNKNOWN


async def test_one_service_can_be_held_back_while_the_process_serves(serve: Serve) -> None:
    health = Health()
    health.hold(SERVICE)
    health.set(True)
    served = await serve(HealthRpc(health=health, services=[SERVICE]))
    stub = served.channel.stub(HealthStub)
    assert (await stub.check(HealthCheckRequest())).status is ServingStatus.SERVING
    watch = stub.watch(HealthCheckRequest(service=SERVICE))
    assert (await anext(watch)).status is ServingStatus.NOT_SERVING
    health.release(SERVICE)
    assert (await anext(watch)).status is ServingStatus.SERVING
