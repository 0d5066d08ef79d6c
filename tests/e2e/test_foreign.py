"""Clients that share no code with the suite: grpcio with messages from reflection, buf and grpcurl."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.json_format import MessageToDict
from google.protobuf.message_factory import GetMessageClass
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

from libtalos.component.registry import load_registry
from tests.e2e.lab import Lab
from tests.tools.built import tool

pytestmark = pytest.mark.root
BUF = Path(sys.executable).with_name("buf")
Ask = Callable[..., list[Any]]
# what each component serves besides its own
COMMON = ("talos.component.v1", "talos.resource.v1", "grpc.health.v1")
OWN = {
    "init": ("talos.init.v1", "talos.supervisor.v1"),
    "filesystem": ("talos.filesystem.v1",),
    "network": ("talos.network.v1",),
    "etcd": ("talos.etcd.v1", "talos.supervisor.v1"),
    "kubelet": ("talos.kubelet.v1", "talos.supervisor.v1"),
    "api": ("machine", "talos.api.v1", "talos.supervisor.v1"),
}


class Foreign:
    """A client that knows nothing but a socket and how to ask for descriptors."""

    def __init__(self, socket: Path) -> None:
        self.channel = grpc.insecure_channel(f"unix:{socket}", options=[("grpc.default_authority", "localhost")])
        self.pool = DescriptorPool(ProtoReflectionDescriptorDatabase(self.channel))

    def ask(self, service: str, method: str, **fields: Any) -> list[Any]:
        """Call a method; all its messages."""
        return list(self.stream(service, method, **fields))

    def stream(self, service: str, method: str, **fields: Any) -> Any:
        """Call a method; its messages as they come."""
        found = self.pool.FindServiceByName(service).FindMethodByName(method)
        request, response = GetMessageClass(found.input_type), GetMessageClass(found.output_type)
        call = self.channel.stream_stream(
            f"/{service}/{method}",
            request_serializer=request.SerializeToString,
            response_deserializer=response.FromString,
        )
        return call(iter([request(**fields)]), timeout=20.0)


@pytest.fixture
def foreign(lab: Lab) -> Iterator[Callable[[str], Foreign]]:
    """Makes clients of sockets."""
    made: list[Foreign] = []

    def make(component: str) -> Foreign:
        made.append(Foreign(lab.node.bus / f"{component}.sock"))
        return made[-1]

    yield make
    for client in made:
        client.channel.close()


@pytest.fixture
def ask(foreign: Callable[[str], Foreign]) -> Ask:
    """Asks upstream's machine API."""
    client = foreign("api")
    return lambda method, **fields: client.ask("machine.MachineService", method, **fields)


def test_version(ask: Ask) -> None:
    (reply,) = ask("Version")
    assert reply.messages[0].version.tag.startswith("v")
    assert reply.messages[0].platform.mode == "container"


def test_service_list(ask: Ask) -> None:
    (reply,) = ask("ServiceList")
    states = {service.id: (service.state, service.health.healthy) for service in reply.messages[0].services}
    assert states["etcd"] == ("Running", True)
    assert states["kubelet"][0] == "Skipped"
    assert len(states) == 9


def test_logs(ask: Ask) -> None:
    text = b"".join(part.bytes for part in ask("Logs", id="etcd", namespace="system", tail_lines=-1))
    assert b"set initial cluster version" in text
    last = b"".join(part.bytes for part in ask("Logs", id="etcd", namespace="system", tail_lines=2))
    assert last.count(b"\n") == 2


def test_events(foreign: Callable[[str], Foreign]) -> None:
    """The stream does not end: it is left once every kind was there."""
    awaited = {"machine.SequenceEvent", "machine.PhaseEvent", "machine.ServiceStateEvent", "machine.MachineStatusEvent"}
    events = foreign("api").stream("machine.MachineService", "Events", tail_events=-1)
    for event in events:
        awaited.discard(event.data.type_url.rpartition("/")[2])
        if not awaited:
            break
    events.cancel()
    assert not awaited


def test_read(ask: Ask, lab: Lab) -> None:
    assert b"".join(part.bytes for part in ask("Read", path="/etc/hostname")).decode().strip() == lab.node_name
    with pytest.raises(grpc.RpcError) as refused:
        ask("Read", path="/etc/none")
    assert refused.value.code() is grpc.StatusCode.NOT_FOUND


def test_list(ask: Ask) -> None:
    names = {info.relative_name for info in ask("List", root="/etc")}
    assert {"hosts", "hostname", "resolv.conf", "machine-id", "os-release"} <= names


def test_mounts(ask: Ask) -> None:
    (reply,) = ask("Mounts")
    places = {stat.mounted_on: stat for stat in reply.messages[0].stats}
    assert {"/", "/var", "/run", "/tmp", "/system"} <= set(places)
    assert 0 < places["/var"].available < places["/var"].size <= 2**30


def test_memory(ask: Ask) -> None:
    (reply,) = ask("Memory")
    info = reply.messages[0].meminfo
    assert 0 < info.memavailable < info.memtotal


def test_an_etcd_snapshot_is_whole(foreign: Callable[[str], Foreign]) -> None:
    """etcd appends the SHA-256 of the database to it (etcd: server/etcdserver/api/v3rpc/maintenance.go)."""
    parts = foreign("etcd").ask("talos.etcd.v1.EtcdService", "Snapshot")
    snapshot = b"".join(part.data for part in parts)
    assert len(snapshot) % 512 == 32
    assert hashlib.sha256(snapshot[:-32]).digest() == snapshot[-32:]


def test_the_members_of_etcd(foreign: Callable[[str], Foreign], lab: Lab) -> None:
    (reply,) = foreign("etcd").ask("talos.etcd.v1.EtcdService", "ListMembers")
    assert [(member.name, member.is_learner) for member in reply.members] == [(lab.node_name, False)]


@pytest.mark.parametrize("component", sorted(OWN))
def test_each_component_describes_itself(component: str, foreign: Callable[[str], Foreign]) -> None:
    (reply,) = foreign(component).ask("talos.component.v1.ComponentService", "Describe")
    said = MessageToDict(reply)
    assert said["name"] == component
    assert {*OWN[component], *COMMON[:2]} <= {each["package"] for each in said["serves"]}
    uses = {(each["component"], each["package"]) for each in said.get("uses", [])}
    assert uses == load_registry().uses[component]


def test_every_contract_is_served_as_recorded(lab: Lab) -> None:
    """Each check waits for streams that do not end, so all sockets are checked at once."""

    def check(component: str) -> subprocess.CompletedProcess[str]:
        contracts = [argument for name in (*OWN[component], *COMMON) for argument in ("--contract", name)]
        socket = lab.node.bus / f"{component}.sock"
        return lab.run("contracts", "check", "--socket", str(socket), *contracts, "-o", "json")

    with ThreadPoolExecutor(len(OWN)) as pool:
        for done in pool.map(check, OWN):
            assert (done.returncode, json.loads(done.stdout)) == (0, {"findings": []}), done.stderr
            assert "talos.component.v1 methods: no findings" in done.stderr


def test_buf_curl(lab: Lab) -> None:
    options = ("--protocol", "grpc", "--http2-prior-knowledge", "--unix-socket", str(lab.node.bus / "api.sock"))
    url = "http://localhost/machine.MachineService/Hostname"
    done = subprocess.run([BUF, "curl", *options, url], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["messages"][0]["hostname"] == lab.node_name


@pytest.mark.parametrize("component", sorted(OWN))
def test_grpcurl(component: str, lab: Lab) -> None:
    """It lists the services of every socket, describes each of them, and calls one, all by reflection."""

    def grpcurl(*arguments: str) -> str:
        options = ("-plaintext", "-authority", "localhost", "-max-time", "20", "-unix")
        command = [str(tool("grpcurl")), *options, str(lab.node.bus / f"{component}.sock"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
        assert done.returncode == 0, f"grpcurl {arguments}: {done.stderr}"
        return done.stdout

    services = grpcurl("list").split()
    assert {*OWN[component], *COMMON} <= {name.rpartition(".")[0] for name in services}
    for service in services:
        assert f"{service} is a service:" in grpcurl("describe", service)
    said = json.loads(grpcurl("talos.component.v1.ComponentService/Describe"))
    assert said["name"] == component
