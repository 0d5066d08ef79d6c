import json
import os
import re
import signal
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from libtalos.cli import cluster as cli
from libtalos.provision.cluster import CreateRequest, NodeView, Outcome
from libtalos.provision.errors import ProvisionError, UnknownClusterError
from libtalos.provision.paths import ClusterName

VIEW = NodeView(
    cluster="c",
    node="c-controlplane-1",
    state="running, ready",
    healthy=True,
    unmet=[],
    pid=7,
    address="10.5.0.2/24",
    image="/i/rootfs.sqsh",
    bus="/h/clusters/c/c-controlplane-1/bus",
    console="/h/console.log",
)


@dataclass
class FakeProvisioner:
    """Does what the test says and writes down what it was asked for."""

    outcome: Outcome = Outcome.CREATED
    fails: BaseException | None = None
    wait_fails: BaseException | None = None
    asked: list[object] = field(default_factory=list)

    def create(self, request: CreateRequest) -> Outcome:
        self.asked.append(request)
        if self.fails:
            raise self.fails
        return self.outcome

    async def wait(self, name: ClusterName, *, timeout: float) -> None:  # noqa: ASYNC109 - as the real one
        self.asked.append(("wait", name, timeout))
        if self.wait_fails:
            raise self.wait_fails

    async def show(self, name: ClusterName | None = None) -> list[NodeView]:
        self.asked.append(("show", name))
        if self.fails:
            raise self.fails
        return [VIEW]

    def destroy(self, name: ClusterName, *, stop_timeout: float) -> None:
        self.asked.append(("destroy", name, stop_timeout))
        if self.fails:
            raise self.fails


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeProvisioner:
    fake = FakeProvisioner()
    monkeypatch.setattr(cli, "compose", lambda _: fake)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    # The commands install handlers, which this process must not keep.
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    return fake


def talos(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, arguments)


def test_create_waits_and_prints_the_nodes(fake: FakeProvisioner) -> None:
    result = talos("create", "--name", "c", "--image", "/i", "--cidr", "10.6.0.0/24", "--disk-size", "1GiB")
    assert result.exit_code == 0
    request = CreateRequest(name=ClusterName("c"), image=Path("/i"), cidr="10.6.0.0/24", disk_size=2**30)
    assert fake.asked == [request, ("wait", "c", 120), ("show", "c")]
    assert result.stderr == "cluster c: created, healthy\n"
    header, row = result.stdout.splitlines()
    assert header.split() == ["CLUSTER", "NODE", "STATE", "ADDRESS", "PID", "IMAGE", "BUS"]
    assert re.split(" {3,}", row) == [
        *("c", "c-controlplane-1", "running, ready", "10.5.0.2/24", "7", "/i/rootfs.sqsh"),
        VIEW.bus,
    ]


def test_create_without_waiting(fake: FakeProvisioner) -> None:
    fake.outcome = Outcome.RUNNING
    result = talos("create", "--no-wait", "-o", "json")
    assert fake.asked == [CreateRequest(name=ClusterName("talos-default")), ("show", "talos-default")]
    assert result.stderr == "cluster talos-default: already running\n"
    assert json.loads(result.stdout)[0]["bus"] == VIEW.bus


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [(ProvisionError("no disk"), 1, "error: no disk"), (KeyboardInterrupt(), 130, "error: interrupted")],
)
def test_a_failed_wait_says_that_the_cluster_is_still_there(
    fake: FakeProvisioner, error: BaseException, code: int, said: str
) -> None:
    fake.wait_fails = error
    result = talos("create", "--name", "c", "--timeout", "1m30s")
    assert result.exit_code == code
    assert fake.asked[-1] == ("wait", "c", 90)
    assert result.stderr.splitlines() == [
        said,
        "The cluster is still there: `talos cluster show`, or `talos cluster destroy --name c`.",
    ]
    assert result.stdout == ""


def test_what_could_not_be_undone_is_told(fake: FakeProvisioner) -> None:
    fake.fails = ProvisionError("no")
    fake.fails.add_note("not undone: x: busy")
    result = talos("create")
    assert (result.exit_code, result.stderr) == (1, "error: no\nnot undone: x: busy\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--name", "-x-"], "not a cluster name"),
        (["--disk-size", "much"], "not a size"),
        (["--timeout", "long"], "not a duration"),
    ],
)
def test_bad_options_are_refused_before_anything_happens(
    fake: FakeProvisioner, arguments: list[str], said: str
) -> None:
    result = talos("create", *arguments)
    assert (result.exit_code, fake.asked) == (2, [])
    assert said in result.stderr
    assert arguments[0] in result.stderr


@pytest.mark.parametrize("command", ["create", "destroy"])
def test_root_is_needed(fake: FakeProvisioner, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    result = talos(command)
    assert (result.exit_code, fake.asked) == (1, [])
    assert "need root" in result.stderr


def test_show_is_of_all_or_of_one(fake: FakeProvisioner) -> None:
    assert talos("show").exit_code == 0
    result = talos("show", "--name", "c", "-o", "yaml")
    assert fake.asked == [("show", None), ("show", "c")]
    assert "node: c-controlplane-1" in result.stdout


def test_destroy(fake: FakeProvisioner) -> None:
    result = talos("destroy", "--name", "c", "--timeout", "0")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "cluster c: destroyed\n")
    assert talos("destroy").exit_code == 0
    assert fake.asked == [("destroy", "c", 0), ("destroy", "talos-default", 30)]


@pytest.mark.parametrize("command", ["show", "destroy"])
def test_an_unknown_cluster_has_a_code_of_its_own(fake: FakeProvisioner, command: str) -> None:
    fake.fails = UnknownClusterError("no cluster 'c'")
    result = talos(command, "--name", "c")
    assert (result.exit_code, result.stderr) == (4, "error: no cluster 'c'\n")


def test_destroy_if_exists_takes_an_unknown_cluster(fake: FakeProvisioner) -> None:
    fake.fails = UnknownClusterError("no cluster 'c'")
    result = talos("destroy", "--name", "c", "--if-exists")
    assert (result.exit_code, result.stderr) == (0, "cluster c: there is none\n")
