"""The public API over mutual TLS, called by grpcio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import grpc
import pytest

from libtalos.bus.wire import decoder_of, encoder_of
from libtalos.config import encode, generate
from libtalos.gen import machine as m
from libtalos.gen.google.protobuf import Empty
from libtalos.pki import KeyPair, Request, SecretsBundle, Usage, bundle, issue, portable_pem
from libtalos.resources.definitions.network import HostnameStatus, NodeAddress
from libtalos.resources.definitions.runtime import MachineConfigSpec

if TYPE_CHECKING:
    from tests.contract.api.conftest import Node

Connect = Callable[..., grpc.aio.Channel]
NAME = "node-1"


@pytest.fixture
def secrets() -> SecretsBundle:
    return bundle.generate(now=datetime.now(UTC) - timedelta(minutes=1))


@pytest.fixture
async def connect(node: Node, secrets: SecretsBundle) -> AsyncIterator[Connect]:
    """Channels to the public API, by roles or with another certificate."""
    configure(node, secrets)
    channels: list[grpc.aio.Channel] = []

    def make(*roles: str, pair: KeyPair | None = None) -> grpc.aio.Channel:
        request = Request(usage=Usage.CLIENT, organizations=roles)
        shown = pair or issue(secrets.certs.os.pair(), request, now=datetime.now(UTC))
        credentials = grpc.ssl_channel_credentials(
            secrets.certs.os.crt, portable_pem(shown.key).encode(), shown.certificate
        )
        channels.append(grpc.aio.secure_channel(f"127.0.0.1:{node.port}", credentials))
        return channels[-1]

    yield make
    for channel in channels:
        await channel.close()


def configure(node: Node, secrets: SecretsBundle) -> None:
    """Give the node a machine config, an address and a name."""
    choices = generate.Choices(cluster_name="t", hostname=NAME, addresses=("10.5.0.2/24",))
    text = encode(generate.control_plane(secrets, choices)).decode()
    node["network"].store.replace(NodeAddress, {"current": NodeAddress(addresses=("10.5.0.2/24",))})
    node["network"].store.replace(HostnameStatus, {"hostname": HostnameStatus(hostname=NAME)})
    node["init"].store.replace(MachineConfigSpec, {"v1alpha1": MachineConfigSpec(yaml=text)})


async def ask(channel: grpc.aio.Channel, method: str, request: Any, reply: type, *metadata: tuple[str, str]) -> Any:
    """One unary call; waits until the node serves."""
    call = channel.unary_unary(f"/machine.MachineService/{method}")
    data = await call(encoder_of(type(request))(request), metadata=metadata, wait_for_ready=True, timeout=20)
    return decoder_of(reply)(data)


async def test_a_foreign_client_with_a_role_is_served(connect: Connect) -> None:
    reader = connect("os:reader")
    version = await ask(reader, "Version", Empty(), m.VersionResponse)
    assert version.messages[0].version.tag.startswith("v")
    with pytest.raises(grpc.aio.AioRpcError) as refused:
        await ask(reader, "Reset", m.ResetRequest(), m.ResetResponse)
    assert (refused.value.code(), refused.value.details()) == (grpc.StatusCode.PERMISSION_DENIED, "not authorized")
    stream = connect("os:admin").unary_stream("/machine.MachineService/Read")
    request = encoder_of(m.ReadRequest)(m.ReadRequest(path="/etc/hosts"))
    parts = [part async for part in stream(request, wait_for_ready=True, timeout=20)]
    assert len(parts) == 2


async def test_a_node_that_names_itself_answers(connect: Connect) -> None:
    reader = connect("os:reader")
    for target in ("10.5.0.2", NAME):
        answer = await ask(reader, "Hostname", Empty(), m.HostnameResponse, ("nodes", target))
        assert answer.messages[0].metadata.hostname == target
        assert answer.messages[0].hostname
    with pytest.raises(grpc.aio.AioRpcError) as refused:
        await ask(reader, "Reset", m.ResetRequest(), m.ResetResponse, ("node", "10.5.0.2"))
    assert refused.value.code() is grpc.StatusCode.PERMISSION_DENIED


async def test_a_foreign_certificate_is_refused(node: Node, connect: Connect) -> None:
    await ask(connect("os:reader"), "Version", Empty(), m.VersionResponse)
    stranger = bundle.generate(now=datetime.now(UTC)).administrator(now=datetime.now(UTC))
    with pytest.raises(grpc.aio.AioRpcError) as refused:
        await asyncio.wait_for(
            connect(pair=stranger).unary_unary("/machine.MachineService/Version")(b"", timeout=20), 30
        )
    assert refused.value.code() is grpc.StatusCode.UNAVAILABLE
    # the local socket is not harmed
    assert (await node.channel.stub(m.MachineServiceStub).version()).messages
