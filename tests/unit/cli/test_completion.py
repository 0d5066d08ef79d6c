"""What the shell completes: names from the running node, and nothing at all if there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from libtalos.cli import completion
from libtalos.cli.app import make_app
from libtalos.provision.paths import ClusterName
from libtalos.provision.state import ClusterState, ImageState, NodeState, StateStore
from libtalos.resources.definitions.block import Disk
from libtalos.resources.definitions.network import LinkStatus
from libtalos.resources.definitions.runtime import MetaKey

TYPES = ["link", "links", "linkstatus", "linkstatuses.net.talos.dev"]


def complete(line: str, **environment: str) -> list[str]:
    """What bash is told for a line; its last word is completed."""
    words = line.split(" ")
    asked = {"_TALOS_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    result = CliRunner().invoke(make_app(), [], prog_name="talos", env={**asked, **environment})
    assert (result.exit_code, result.stderr) == (0, "")
    return sorted(result.stdout.split())


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("talos se", ["service", "services"]),
        ("talos cluster ", ["create", "destroy", "show"]),
        ("talos service et", ["etcd"]),
        ("talos service etcd re", ["restart"]),
        ("talos logs ", ["etcd", "kubelet"]),
        ("talos get link", TYPES),
        ("talos read /etc/ho", ["/etc/hosts"]),
        ("talos copy /etc/", ["/etc/hosts", "/etc/mtab"]),
        ("talos usage /nope/", []),
        ("talos get links ", ["lo"]),
        ("talos get nothing ", []),
        ("talos disks ", ["plan", "provision"]),
        ("talos disks plan /dev/s", ["/dev/sda"]),
        ("talos meta ", ["delete", "write"]),
        ("talos meta write 0x1", ["0x10", "0x11"]),
        ("talos meta delete ", ["0x0a", "0xff"]),
    ],
)
def test_names_come_from_the_node(node: Any, line: str, found: list[str]) -> None:
    node.put("api", "lo", LinkStatus(index=1, type="loopback"))
    node.put("api", "sda", Disk(dev_path="/dev/sda", size=1, pretty_size="1 B"))
    for key in ("0x0a", "0xff"):
        node.put("api", key, MetaKey(value="x"))
    assert complete(line, TALOS_BUS_DIR=str(node.bus)) == found


def test_clusters_and_nodes_come_from_their_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = ImageState(path="/i", size=1, mtime_ns=1)
    nodes = (NodeState(name="c-controlplane-1", address="10.5.0.2/24"),)
    state = ClusterState(
        name="c", created="", image=image, cidr="10.5.0.0/24", gateway="10.5.0.1", disk_size=1, nodes=nodes
    )
    store = StateStore(tmp_path)
    store.paths(ClusterName("c")).directory.mkdir(parents=True)
    store.save(state)
    home = str(tmp_path)
    assert complete("talos services --cluster ", TALOS_HOME=home) == ["c"]
    assert complete("talos services --node ", TALOS_HOME=home, TALOS_CLUSTER="c") == ["c-controlplane-1"]
    assert complete("talos services --node ", TALOS_HOME=home, TALOS_CLUSTER="-") == []


@pytest.mark.parametrize(
    "line", ["talos service ", "talos logs ", "talos get ", "talos get links ", "talos meta delete "]
)
def test_nothing_is_completed_without_a_node(tmp_path: Path, line: str) -> None:
    assert complete(line, TALOS_BUS_DIR=str(tmp_path)) == []
    assert complete(line, TALOS_HOME=str(tmp_path)) == []


def test_a_node_that_does_not_answer_is_not_waited_for(node: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "PATIENCE", 0.2)
    node.do(node.components["api"].stop)
    assert complete("talos logs ", TALOS_BUS_DIR=str(node.bus)) == []
