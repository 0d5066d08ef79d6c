"""What a node says of itself once `talos cluster create` has returned."""

from __future__ import annotations

import json
from typing import Any

import pytest

import libtalos
from libtalos.bus.directory import Bus
from libtalos.resources.client import ResourceClient
from tests.e2e.lab import NODE_LINK, Lab
from tests.e2e.processes import Processes

pytestmark = pytest.mark.root
# resource types of which a new node has none: nobody has written to META, a container has no disk to boot from, and the
# config asks for no probe, rule, operator or firewall
NOTHING_YET = {
    *("MetaKeys.runtime.talos.dev", "SystemDisks.block.talos.dev"),
    *("ProbeSpecs.net.talos.dev", "ProbeStatuses.net.talos.dev"),
    *("RoutingRuleSpecs.net.talos.dev", "NfTablesChains.net.talos.dev"),
    *("OperatorSpecs.net.talos.dev", "OperatorStatuses.net.talos.dev"),
    # the clock of a container is its host's
    "AdjtimeStatuses.v1alpha1.talos.dev",
}
COMPONENTS = {"init", "filesystem", "network", "etcd", "kubelet", "api"}
RUNNING = {"api", "containerd", "etcd", "etcd-supervisor", "filesystem", "init", "kubelet-supervisor", "network"}


def resources(lab: Lab, kind: str) -> dict[str, dict[str, Any]]:
    """The specs of a type, by id, as `talos get -o json` prints them."""
    return {entry["metadata"]["id"]: entry["spec"] for entry in lab.documents("get", kind)}


def test_every_component_serves_this_version(lab: Lab) -> None:
    health = json.loads(lab.talos("health", "-o", "json"))
    assert (health["stage"], health["ready"], health["unmetConditions"]) == ("running", True, [])
    assert {each["name"] for each in health["components"]} == COMPONENTS
    assert all(each["serving"] and each["version"] == libtalos.__version__ for each in health["components"])


def test_every_service_is_healthy_or_skipped_with_its_reason(lab: Lab) -> None:
    services = {each["id"]: each for each in json.loads(lab.talos("services", "-o", "json"))}
    assert {name for name, each in services.items() if (each["state"], each["health"]) == ("Running", "OK")} == RUNNING
    assert set(services) == RUNNING | {"kubelet"}
    assert services["kubelet"]["state"] == "Skipped"
    assert "the image has no kubelet" in services["kubelet"]["events"][-1]["message"]


def test_machine_status(lab: Lab) -> None:
    assert resources(lab, "machinestatus") == {
        "machine": {"stage": "running", "status": {"ready": True, "unmetConditions": []}}
    }


def test_volumes_are_ready_and_mounted(lab: Lab) -> None:
    volumes = resources(lab, "volumestatus")
    phases = {name: volume["phase"] for name, volume in volumes.items()}
    assert phases.keys() >= {"STATE", "EPHEMERAL", "ETCD", "KUBELET", "CRI", "LOG", "/var/mnt", "/opt"}
    assert {phase for name, phase in phases.items() if name != "META"} == {"ready"}
    assert volumes["EPHEMERAL"]["location"] == "/system/disks/EPHEMERAL.img"
    assert resources(lab, "volumeconfigs").keys() == phases.keys()
    assert resources(lab, "mountrequests")["EPHEMERAL"]["requesters"] == ["sequencer"]
    assert resources(lab, "mountstatus")["EPHEMERAL"]["target"] == "/var"


def test_links(lab: Lab) -> None:
    links = resources(lab, "links")
    assert set(links) == {"lo", NODE_LINK}
    assert (links[NODE_LINK]["kind"], links[NODE_LINK]["operationalState"]) == ("veth", "up")


def test_addresses_are_those_of_the_machine_config_and_of_the_kernel(lab: Lab) -> None:
    node = str(lab.subnet.node(0))
    addresses = resources(lab, "addresses")
    assert {"lo/127.0.0.1/8", "lo/::1/128", f"{NODE_LINK}/{node}"} <= set(addresses)
    assert f"inet {node} " in lab.ip("address", "show", NODE_LINK)


def test_default_route_through_the_host(lab: Lab) -> None:
    routes = resources(lab, "routes").values()
    gateway = str(lab.subnet.gateway.ip)
    defaults = [route for route in routes if not route["dst"] and route["family"] == "inet4"]
    assert [(route["gateway"], route["outLinkName"]) for route in defaults] == [(gateway, NODE_LINK)]
    assert f"default via {gateway} " in lab.ip("route", "show")


def test_hostname(lab: Lab) -> None:
    assert resources(lab, "hostname")["hostname"]["hostname"] == lab.node_name
    assert lab.talos("read", "/etc/hostname").strip() == lab.node_name


def test_mounts(lab: Lab) -> None:
    mounts = resources(lab, "mounts")
    assert {mounts[name]["filesystemType"] for name in ("/run", "/tmp", "/system")} == {"tmpfs"}
    assert (mounts["EPHEMERAL"]["target"], mounts["EPHEMERAL"]["filesystemType"]) == ("/var", "xfs")
    overlays = ("/etc/kubernetes", "/etc/cni", "/usr/libexec/kubernetes", "/opt")
    assert {mounts[name]["filesystemType"] for name in overlays} == {"overlay"}


def test_files_under_etc(lab: Lab) -> None:
    assert {"hosts", "hostname", "resolv.conf", "machine-id"} <= set(resources(lab, "etcfilestatus"))


def test_etcd_member(lab: Lab) -> None:
    member = resources(lab, "etcdmember")["local"]["memberID"]
    assert int(member, 16) > 0
    assert resources(lab, "pkistatus")["etcd"]["ready"] is True


def test_the_machine_config_is_that_of_the_cluster(lab: Lab) -> None:
    assert resources(lab, "machineconfig")["v1alpha1"]["yaml"] == lab.node.config.read_text()


async def test_every_registered_type_can_be_listed(bus: Bus) -> None:
    edge = ResourceClient(bus.channel("api"))
    types = [definition.type for definition in await edge.definitions()]
    assert len(types) >= 19
    assert {kind for kind in types if not await edge.untyped_list(kind)} <= NOTHING_YET


def test_meta_is_written_shown_and_deleted(lab: Lab) -> None:
    lab.talos("meta", "write", "0x0a", "a value")
    assert "a value" in lab.talos("get", "meta")
    lab.talos("meta", "delete", "0x0a")
    assert "a value" not in lab.talos("get", "meta")


def test_logs_of_every_running_service_but_the_silent(lab: Lab) -> None:
    for name in sorted(RUNNING - {"etcd"}):
        lines = lab.talos("logs", name)
        assert lines, f"{name} has no log"
    assert '"msg": "ready"' in lab.talos("logs", "network", "--tail", "-1")
    assert "set initial cluster version" in lab.talos("logs", "etcd")


def test_logs_are_kept_in_files(lab: Lab) -> None:
    kept = lab.file("/var/log/network.log").read_text()
    assert kept
    assert lab.talos("logs", "network").startswith(kept[:100])
    assert lab.talos("read", "/var/log/network.log") == lab.file("/var/log/network.log").read_text()


def test_events_tell_the_boot(lab: Lab) -> None:
    events = [json.loads(line) for line in lab.talos("events", "-o", "json").splitlines()]
    told = json.dumps(events)
    for sequence in ("initialize", "boot"):
        assert f'"{sequence}"' in told
    assert "ServiceStateEvent" in told
    assert {"init", "etcd", "kubelet"} <= {each["component"] for each in events}


def test_nothing_had_to_be_repaired_on_a_node_that_nobody_touched(lab: Lab) -> None:
    """What the table declares is what the services of the node leave as it is."""
    events = [json.loads(line) for line in lab.talos("events", "-o", "json").splitlines()]
    assert [each for each in events if each["type"] == "TreeRepairEvent"] == []


def test_no_process_is_a_zombie_and_each_is_in_its_group(lab: Lab, processes: Processes) -> None:
    assert processes.zombies() == []
    groups = ["init", *(f"system/{name}" for name in COMPONENTS - {"init"}), "system/runtime", "podruntime/etcd"]
    members = {group: processes.of(group) for group in groups}
    assert all(members.values()), members
    assert sorted(pid for pids in members.values() for pid in pids) == sorted(processes.everything())
