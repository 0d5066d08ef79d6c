"""The etcd component over its socket: contract, service, resources."""

from __future__ import annotations

import asyncio
import stat

import pytest
import yaml

from libtalos.bus.errors import FailedPreconditionError
from libtalos.contracts import lock
from libtalos.contracts.conformance import Conformance
from libtalos.contracts.fuzz import fuzz
from libtalos.contracts.layout import Finding
from libtalos.contracts.target import Target
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.gen.talos.etcd.v1 import GetStatusRequest, ListMembersRequest
from libtalos.gen.talos.supervisor.v1 import RestartServiceRequest, StreamLogsRequest
from libtalos.resources.definitions.etcd import EtcdMember, EtcdSpec, PKIStatus
from libtalos.resources.definitions.runtime import Service as ServiceResource
from libtalos.supervise.rpc import SERVICE_NAME
from tests.contract.etcd.node import Node, healthy, running

pytestmark = pytest.mark.root
ANYWHERE = "0.0.0.0"  # noqa: S104 - upstream's default


async def test_a_configured_control_plane_gets_an_etcd() -> None:
    async with running() as node:
        assert await node.service() is None
        node.sync(synced=False)
        node.configure()
        waiting = await node.until_service(lambda service: service is not None and service.state.name == "WAITING")
        assert waiting is not None
        awaited = ("volume /var to be mounted", "address 10.5.0.2 to be assigned", "time sync")
        assert waiting.events[-1].message == f"Waiting for {', '.join(awaited)}"
        node.mount()
        node.assign()
        node.sync(synced=True)
        await node.until_service(healthy)
        assert node.volumes.held == {("service/etcd", "/var/lib"), ("service/etcd", "ETCD")}
        members = (await node.etcd.list_members(ListMembersRequest())).members
        assert [member.name for member in members] == ["node-1"]
        assert [member.client_urls for member in members] == [["https://10.5.0.2:2379"]]
        status = await node.etcd.get_status(GetStatusRequest())
        assert status.version.startswith("3.")
        assert status.leader == status.member_id
        await check_resources(node, status.member_id)
        check_files(node)
        assert await asyncio.to_thread(check_contract, node) == []
        await node.process.stop()
        assert node.volumes.held == set()


async def check_resources(node: Node, member_id: int) -> None:
    """Everything that is known is published."""
    assert await node.until(EtcdMember, bool) == {"local": EtcdMember(member_id=f"{member_id:016x}")}
    assert await node.until(EtcdSpec, bool) == {
        "etcd": EtcdSpec(
            name="node-1",
            advertised_addresses=("10.5.0.2",),
            listen_peer_addresses=(ANYWHERE,),
            listen_client_addresses=(ANYWHERE,),
        )
    }
    certificates = await node.until(PKIStatus, bool)
    assert certificates["etcd"].ready
    services = await node.until(ServiceResource, lambda known: any(each.healthy for each in known.values()))
    assert services == {"etcd": ServiceResource(running=True, healthy=True, unknown=False)}


def check_files(node: Node) -> None:
    """Secrets and data are for etcd's user alone."""
    secrets, data = node.root / "system/secrets/etcd", node.root / "var/lib/etcd"
    assert {path.name for path in secrets.iterdir()} == {
        "ca.crt",
        *(f"{name}.{kind}" for name in ("server", "peer", "admin", "apiserver") for kind in ("crt", "key")),
    }
    for path, mode in [(secrets, 0o700), (data, 0o700), *((file, 0o600) for file in secrets.iterdir())]:
        assert stat.S_IMODE(path.stat().st_mode) == mode
        assert (path.stat().st_uid, path.stat().st_gid) == (60, 60)


def check_contract(node: Node) -> list[Finding]:
    """Hold the process to the recordings."""
    findings: list[Finding] = []
    for contract in ("talos.etcd.v1", "talos.supervisor.v1"):
        with Target(node.process.socket) as target:
            conformance = Conformance(target, lock.packaged(), contract)
            findings += [finding for check in conformance.checks().values() for finding in check()]
            findings += fuzz(conformance, examples=5)
    return findings


async def test_without_etcd_callers_are_told_why() -> None:
    async with running() as node:
        for call in (node.etcd.list_members(ListMembersRequest()), node.etcd.get_status(GetStatusRequest())):
            with pytest.raises(FailedPreconditionError, match="etcd does not run on this node"):
                await call


async def test_the_list_of_services_is_whole_only_once_the_machine_config_is_known() -> None:
    """A worker has no etcd, and that is no reason to wait for one; see tests/unit for how init takes it."""
    async with running() as node:
        health = node.channel.stub(HealthStub)
        before = await health.check(HealthCheckRequest(service=SERVICE_NAME))
        assert before.status is HealthCheckResponseServingStatus.NOT_SERVING
        assert (await health.check(HealthCheckRequest())).status is HealthCheckResponseServingStatus.SERVING
        node.configure(edit=worker)
        await node.decided()
        assert await node.service() is None


def worker(text: str) -> str:
    """The machine config of a control plane, without the etcd authority that makes etcd run there."""
    config = yaml.safe_load(text)
    config["machine"]["type"] = "worker"
    config["cluster"].pop("etcd", None)
    return str(yaml.safe_dump(config))


async def test_an_argument_that_may_not_be_set_fails_the_service_with_the_reason() -> None:
    def edit(text: str) -> str:
        return text.replace("\n  etcd:\n", "\n  etcd:\n    extraArgs: {data-dir: /tmp/elsewhere}\n")

    async with running() as node:
        node.configure(edit=edit)
        failed = await node.until_service(lambda service: service is not None and service.state.name == "FAILED")
        assert failed is not None
        assert 'extra arg "data-dir" is not allowed to be overridden' in failed.events[-1].message.lower()
        node.configure()
        node.mount()
        node.assign()
        await node.until_service(healthy)


async def test_a_changed_argument_restarts_etcd_and_callers_cannot() -> None:
    def edit(text: str) -> str:
        return text.replace("\n  etcd:\n", "\n  etcd:\n    extraArgs: {heartbeat-interval: 150}\n")

    async with running() as node:
        node.configure()
        node.mount()
        node.assign()
        before = await node.until_service(healthy)
        assert before is not None
        with pytest.raises(FailedPreconditionError, match='service "etcd" doesn\'t support restart operation via API'):
            await node.supervisor.restart_service(RestartServiceRequest(id="etcd"))
        node.configure(edit=edit)
        after = await node.until_service(
            lambda service: healthy(service) and service is not None and service.pid != before.pid
        )
        assert after is not None
        command = (node.root / f"proc/{after.pid}/cmdline").read_text().split("\0")
        assert "--heartbeat-interval=150" in command
        lines = b"".join(
            [reply.lines async for reply in node.supervisor.stream_logs(StreamLogsRequest(id="etcd", tail_lines=-1))]
        )
        assert b"10.5.0.2" in lines
        assert b"PRIVATE KEY" not in lines
