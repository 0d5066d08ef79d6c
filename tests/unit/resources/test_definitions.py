"""Every definition: its schema fits its specs, its columns find something, its keys are upstream's."""

import json
from typing import Any

import msgspec
import pytest

from libtalos.gen.talos.resource import v1
from libtalos.resources import codec, columns, wire
from libtalos.resources.definitions.block import DiscoveredVolume, Disk, SystemDisk
from libtalos.resources.definitions.etcd import EtcdMember, EtcdSpec, PKIStatus
from libtalos.resources.definitions.k8s import KubeletSpec, Nodename, NodeStatus
from libtalos.resources.definitions.meta import Namespace, PrintColumn, ResourceDefinition
from libtalos.resources.definitions.network import (
    AddressStatus,
    HostnameStatus,
    LinkStatus,
    NameServer,
    NetworkStatus,
    NodeAddress,
    ResolverStatus,
    RouteStatus,
)
from libtalos.resources.definitions.nftables import NfTablesChain
from libtalos.resources.definitions.runtime import (
    EtcFileStatus,
    MachineConfigSpec,
    MachineStatus,
    MetaKey,
    MetaLoaded,
    MountStatus,
    Readiness,
    Service,
    UnmetCondition,
)
from libtalos.resources.spec import Definition, ResourceSpec

SAMPLES: list[tuple[ResourceSpec, set[str]]] = [
    (Service(running=True, healthy=False, unknown=True), {"running", "healthy", "unknown"}),
    (
        MachineStatus(stage="booting", status=Readiness(unmet_conditions=(UnmetCondition(name="a", reason="b"),))),
        {"stage", "status"},
    ),
    (
        MountStatus(source="/dev/loop1", target="/var", filesystem_type="xfs", options=("rw",)),
        {"source", "target", "filesystemType", "options", "encrypted"},
    ),
    (MetaKey(value="A"), {"value"}),
    (MetaLoaded(done=True), {"done"}),
    (EtcFileStatus(spec_version="3"), {"specVersion"}),
    (MachineConfigSpec(yaml="machine: {}\n"), {"yaml"}),
    (EtcdMember(member_id="00000000000000ff"), {"memberID"}),
    (PKIStatus(ready=True, version="1"), {"ready", "version"}),
    (
        EtcdSpec(name="n", extra_args={"a": "b", "c": ("d", "e")}),
        {"name", "advertisedAddresses", "listenPeerAddresses", "listenClientAddresses", "image", "extraArgs"},
    ),
    (KubeletSpec(args=("--a",), config={"kind": "x"}), {"image", "args", "expectedNodename", "config"}),
    (Nodename(nodename="n"), {"nodename", "hostnameVersion"}),
    (
        NodeStatus(nodename="n", pod_cidrs=("10.244.0.0/24",)),
        {"nodename", "nodeReady", "unschedulable", "labels", "annotations", "podCIDRs"},
    ),
    (HostnameStatus(hostname="n"), {"hostname", "domainname"}),
    (
        ResolverStatus(dns_servers=("1.1.1.1",), name_servers=(NameServer(addr="1.1.1.1"),)),
        {"dnsServers", "nameServers", "searchDomains"},
    ),
    (NfTablesChain(hook="input", priority="filter", policy="drop"), {"type", "hook", "priority", "policy", "rules"}),
    (NodeAddress(addresses=("10.5.0.2/24",)), {"addresses", "sortAlgorithm"}),
    (NetworkStatus(), {"addressReady", "connectivityReady", "hostnameReady", "etcFilesReady"}),
    (
        AddressStatus(address="10.5.0.2/24", link_index=2, link_name="eth0", family="inet4"),
        {"address", "linkIndex", "linkName", "family", "scope", "flags"},
    ),
    (
        RouteStatus(family="inet4", gateway="10.5.0.1", out_link_index=2, out_link_name="eth0"),
        {"family", "dst", "src", "gateway", "outLinkIndex", "outLinkName", "table", "priority", "scope"}
        | {"type", "flags", "protocol"},
    ),
    (
        LinkStatus(index=2, type="ether", pci_id="8086:100e", speed_mbit=1000, product_id="0x1"),
        {"index", "type", "linkIndex", "flags", "hardwareAddr", "permanentAddr", "broadcastAddr", "mtu", "queueDisc"}
        | {"operationalState", "kind", "slaveKind", "linkState", "port", "duplex", "pciID", "speedMbit", "productID"},
    ),
    (
        ResourceDefinition(
            type="A",
            display_type="B",
            default_namespace="c",
            aliases=("d",),
            all_aliases=("d", "e"),
            print_columns=(PrintColumn(name="N", json_path="{.n}"),),
        ),
        {"type", "displayType", "defaultNamespace", "aliases", "allAliases", "printColumns", "sensitivity"},
    ),
    (Namespace(description="d"), {"description"}),
    (
        Disk(dev_path="/dev/sda", size=1, pretty_size="1 B", rotational=True, secondary_disks=("dm-0",)),
        {"dev_path", "size", "pretty_size", "io_size", "sector_size", "readonly", "cdrom", "rotational"}
        | {"secondary_disks"},
    ),
    (
        DiscoveredVolume(
            dev_path="/dev/sda1", type="partition", device_path="/x", size=1, pretty_size="1 B", label="l"
        ),
        {"dev_path", "type", "device_path", "offset", "size", "pretty_size", "name", "label"},
    ),
    (SystemDisk(disk_id="sda", dev_path="/dev/sda"), {"diskID", "devPath"}),
]
IDS = [type(spec).__name__ for spec, _ in SAMPLES]


@pytest.mark.parametrize(("spec", "keys"), SAMPLES, ids=IDS)
def test_keys_are_upstreams(spec: ResourceSpec, keys: set[str]) -> None:
    assert set(json.loads(codec.encode(spec))) == keys


@pytest.mark.parametrize(("spec", "keys"), SAMPLES, ids=IDS)
def test_bytes_come_back_as_the_same_spec(spec: ResourceSpec, keys: set[str]) -> None:
    assert codec.decode(type(spec), codec.encode(spec)) == spec


@pytest.mark.parametrize(("spec", "keys"), SAMPLES, ids=IDS)
def test_every_omitted_key_exists_and_every_column_has_a_property(spec: ResourceSpec, keys: set[str]) -> None:
    fields = {field.encode_name for field in msgspec.structs.fields(spec)}
    assert fields >= type(spec).OMIT_EMPTY
    for column in type(spec).DEFINITION.columns:
        assert columns.steps(column.json_path)[0] in fields


@pytest.mark.parametrize(("spec", "keys"), SAMPLES, ids=IDS)
def test_the_schema_names_every_key_and_requires_none_that_may_be_omitted(spec: ResourceSpec, keys: set[str]) -> None:
    message = wire.definition_to_message(type(spec))
    schema: dict[str, Any] = json.loads(message.schema)
    body = schema["$defs"][schema["$ref"].rpartition("/")[2]]
    assert keys <= set(body["properties"])
    assert set(body.get("required", ())) <= keys
    assert message.type.endswith((".talos.dev", ".cosi.dev"))


def test_the_machine_config_is_sensitive() -> None:
    assert wire.definition_to_message(MachineConfigSpec).sensitivity == v1.Sensitivity.SENSITIVE
    assert wire.definition_to_message(Service).sensitivity == v1.Sensitivity.NON_SENSITIVE


def test_no_two_definitions_share_a_type() -> None:
    types = [type(spec).DEFINITION.type for spec, _ in SAMPLES]
    assert len(types) == len(set(types))


def test_a_definition_with_a_malformed_type_is_refused() -> None:
    with pytest.raises(ValueError, match="LinkStatuses"):
        Definition("nonsense", "network")


def test_an_unknown_key_is_left_out_and_a_wrong_type_is_named() -> None:
    assert codec.decode(HostnameStatus, b'{"hostname":"n","new":1}') == HostnameStatus(hostname="n")
    with pytest.raises(msgspec.ValidationError, match="hostname"):
        codec.decode(HostnameStatus, b'{"hostname":1}')
