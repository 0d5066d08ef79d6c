"""Specs as upstream's messages, read by google.protobuf with upstream's own descriptors."""

from __future__ import annotations

import base64
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google.protobuf import descriptor_pb2 as pb
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.json_format import MessageToDict
from google.protobuf.message_factory import GetMessageClass
from google.protobuf.unknown_fields import UnknownFieldSet

from libtalos.contracts.upstream import RECORDED, render
from libtalos.resources import definitions
from libtalos.resources.codec import to_builtins
from libtalos.resources.definitions import linkparts, meta, network, runtime, volumes
from libtalos.resources.spec import ResourceSpec
from libtalos.resources.upstream.encode import encode, message_of

ROOT = Path(__file__).parents[4]
DATA = (ROOT / "proto" / RECORDED).read_bytes()
# ours alone, or in upstream's memory alone
WITHOUT = {"DNSUpstreams.net.talos.dev", "OperatorStatuses.net.talos.dev"}


@pytest.fixture(scope="module")
def pool() -> DescriptorPool:
    """Upstream's messages."""
    found = DescriptorPool()
    for file in pb.FileDescriptorSet.FromString(DATA).file:
        found.Add(file)
    return found


def read(pool: DescriptorPool, spec: ResourceSpec) -> dict[str, Any]:
    """What upstream makes of a spec."""
    name = message_of(spec.DEFINITION.type)
    assert name is not None
    package = "cosi.resource" if name.startswith("meta.") else "talos.resource.definitions"
    full = name if name.startswith("resource.") else f"{package}.{name}"
    message = GetMessageClass(pool.FindMessageTypeByName(full))()
    message.ParseFromString(encode(spec.DEFINITION.type, to_builtins(spec)))
    assert len(UnknownFieldSet(message)) == 0
    found: dict[str, Any] = MessageToDict(message, preserving_proto_field_name=True)
    return found


def text(data: bytes) -> str:
    """Bytes as JSON has them."""
    return base64.b64encode(data).decode()


def kinds() -> Iterator[type[ResourceSpec]]:
    """Every type that is defined."""
    for module in pkgutil.iter_modules(definitions.__path__):
        importlib.import_module(f"{definitions.__name__}.{module.name}")
    found = [ResourceSpec]
    while found:
        kind = found.pop()
        found += kind.__subclasses__()
        if kind is not ResourceSpec and kind.__module__.startswith(definitions.__name__):
            yield kind


def test_the_schema_is_that_of_the_recording() -> None:
    file = ROOT / "libtalos/resources/upstream/schema.json"
    assert file.read_text() == render(DATA), "run `python -m libtalos.contracts.upstream`"


def test_every_type_of_upstream_has_its_message() -> None:
    assert {kind.DEFINITION.type for kind in kinds() if message_of(kind.DEFINITION.type) is None} == WITHOUT


def test_a_link(pool: DescriptorPool) -> None:
    status = network.LinkStatus(
        index=2,
        type="ether",
        flags="UP,BROADCAST,LOWER_UP",
        hardware_addr="02:00:00:00:00:01",
        mtu=1500,
        operational_state="up",
        link_state=True,
        speed_mbit=-1,
        port="MII",
        duplex="Full",
        alt_names=("a", "b"),
        vlan=linkparts.VLAN(vlan_id=5),
    )
    found = read(pool, status)
    assert found["type"] == "LINK_ETHER"
    assert found["flags"] == 1 | 2 | 1 << 16
    assert found["hardware_addr"] == text(bytes.fromhex("020000000001"))
    assert (found["operational_state"], found["port"], found["duplex"]) == ("OPER_STATE_UP", "MII", "FULL")
    assert found["speed_megabits"] == "-1"
    assert found["alt_names"] == ["a", "b"]
    assert found["vlan"] == {"vid": 5, "protocol": "VLAN_PROTOCOL8021_Q"}


def test_addresses_and_routes(pool: DescriptorPool) -> None:
    address = network.AddressStatus(
        address="10.5.0.2/24", local="10.5.0.2", link_index=2, link_name="eth0", family="inet4", flags="permanent"
    )
    found = read(pool, address)
    assert found["address"] == {"ip": text(bytes([10, 5, 0, 2])), "prefix_length": 24}
    assert (found["family"], found["flags"]) == ("FAMILY_INET4", 128)
    route = network.RouteStatus(family="inet6", dst="fd00::/64", gateway="fe80::1", out_link_name="eth0", priority=1024)
    found = read(pool, route)
    assert found["destination"] == {"ip": text(bytes.fromhex("fd00" + "00" * 14)), "prefix_length": 64}
    assert (found["table"], found["protocol"], found["type"]) == ("TABLE_MAIN", "PROTOCOL_STATIC", "TYPE_UNICAST")
    nodes = network.NodeAddress(addresses=("10.5.0.2/24", "fd00::2/64"))
    assert [each["prefix_length"] for each in read(pool, nodes)["addresses"]] == [24, 64]


def test_what_get_prints_most(pool: DescriptorPool) -> None:
    ready = runtime.MachineStatus(
        stage="running",
        status=runtime.Readiness(ready=False, unmet_conditions=(runtime.UnmetCondition(name="services", reason="x"),)),
    )
    assert read(pool, ready) == {
        "stage": "MACHINE_STAGE_RUNNING",
        "status": {"unmet_conditions": [{"name": "services", "reason": "x"}]},
    }
    assert read(pool, runtime.Service(running=True, healthy=True, unknown=False)) == {"running": True, "healthy": True}
    assert read(pool, network.HostnameStatus(hostname="n", domainname="d")) == {"hostname": "n", "domainname": "d"}
    assert read(pool, network.NetworkStatus(address_ready=True)) == {"address_ready": True}
    assert read(pool, runtime.MetaKey(value="v")) == {"value": "v"}
    assert read(pool, runtime.MachineConfigSpec(yaml="a: b")) == {"yaml_marshalled": text(b"a: b")}
    volume = volumes.VolumeStatus(
        phase=volumes.VolumePhase("ready"),
        type=volumes.VolumeType("partition"),
        filesystem="xfs",
        size=5,
        location="/dev/vda4",
    )
    found = read(pool, volume)
    assert (found["phase"], found["filesystem"], found["size"]) == ("VOLUME_PHASE_READY", "FILESYSTEM_TYPE_XFS", "5")


def test_resources_about_resources(pool: DescriptorPool) -> None:
    kind = meta.ResourceDefinition(
        type="Ts.x.dev",
        display_type="T",
        default_namespace="n",
        aliases=("t",),
        all_aliases=("t", "ts"),
        print_columns=(meta.PrintColumn(name="A", json_path="{.a}"),),
        sensitivity="sensitive",
    )
    assert read(pool, kind) == {
        "resource_type": "Ts.x.dev",
        "display_type": "T",
        "default_namespace": "n",
        "aliases": ["t"],
        "all_aliases": ["t", "ts"],
        "print_columns": [{"name": "A", "json_path": "{.a}"}],
        "sensitivity": "SENSITIVE",
    }
    assert read(pool, meta.Namespace(description="d")) == {"description": "d"}


def test_a_slave_of_a_bond_stands_in_a_message_of_its_own(pool: DescriptorPool) -> None:
    fields = {"name": "eth1", "masterName": "bond0", "slaveIndex": 1, "layer": "configuration"}
    message = GetMessageClass(pool.FindMessageTypeByName("talos.resource.definitions.network.LinkSpecSpec"))()
    message.ParseFromString(encode("LinkSpecs.net.talos.dev", fields))
    assert MessageToDict(message, preserving_proto_field_name=True) == {
        "name": "eth1",
        "bond_slave": {"master_name": "bond0", "slave_index": "1"},
        "config_layer": "CONFIG_MACHINE_CONFIGURATION",
    }


def test_maps_lists_and_free_forms(pool: DescriptorPool) -> None:
    message = GetMessageClass(pool.FindMessageTypeByName("talos.resource.definitions.k8s.KubeletSpecSpec"))()
    config = {"a": [1, "x", None, True, {"b": 1.5}]}
    message.ParseFromString(encode("KubeletSpecs.kubernetes.talos.dev", {"args": ["--v=1"], "config": config}))
    found = MessageToDict(message, preserving_proto_field_name=True)
    assert (found["args"], found["config"]) == (["--v=1"], config)
    message = GetMessageClass(pool.FindMessageTypeByName("talos.resource.definitions.etcd.SpecSpec"))()
    message.ParseFromString(encode("EtcdSpecs.etcd.talos.dev", {"extraArgs": {"b": ["1", "2"], "a": "0"}}))
    assert MessageToDict(message)["extraArgs"] == {"a": {"values": ["0"]}, "b": {"values": ["1", "2"]}}


def test_a_value_of_another_kind_names_its_key() -> None:
    with pytest.raises(ValueError, match=r"^operationalState: "):
        encode("LinkStatuses.net.talos.dev", {"operationalState": "sideways"})
    with pytest.raises(ValueError, match=r"^address: "):
        encode("AddressStatuses.net.talos.dev", {"address": "x/24"})
    assert encode("OperatorStatuses.net.talos.dev", {"x": 1}) == b""
