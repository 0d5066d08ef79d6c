"""Every command on a node of fakes: what it prints, in each format, and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

import libtalos
from libtalos.cli.app import TalosGroup, make_app
from libtalos.gen import machine
from libtalos.resources.definitions.network import LinkStatus
from libtalos.resources.definitions.runtime import MachineStatus, Readiness, UnmetCondition


def table(text: str) -> list[list[str]]:
    """The cells of a printed table."""
    return [re.split(" {3,}", line.strip()) for line in text.splitlines()]


def test_services(node: Any) -> None:
    result = node.talos("services")
    assert (result.exit_code, result.stderr) == (0, "")
    header, etcd, kubelet = table(result.stdout)
    assert header == ["NODE", "SERVICE", "STATE", "HEALTH", "LAST CHANGE", "LAST EVENT"]
    assert etcd[:4] == ["a", "etcd", "Running", "OK"]
    assert re.fullmatch(r"\d+d\d+h ago", etcd[4])
    assert kubelet == ["a", "kubelet", "Skipped", "?"]
    (first, _) = json.loads(node.talos("services", "-o", "json").stdout)
    assert first["events"] == [{"time": "2026-01-31T08:15:00.250Z", "state": "Running", "message": "Started"}]
    assert (first["pid"], first["restarts"], first["dependsOn"]) == (7, 2, ["network"])


def test_service_shows_one(node: Any) -> None:
    rows = table(node.talos("service", "etcd").stdout)
    assert ["PID", "7"] in rows
    assert ["EVENT", "2026-01-31T08:15:00.250Z Running: Started"] in rows
    assert yaml.safe_load(node.talos("service", "etcd", "-o", "yaml").stdout)["health"] == "OK"


@pytest.mark.parametrize("verb", ["start", "stop", "restart"])
def test_service_verbs(node: Any, verb: str) -> None:
    result = node.talos("service", "etcd", verb)
    assert (result.exit_code, result.stdout) == (0, "")
    assert node.components["api"].supervisor.told == [f"{verb} etcd"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("service", "nope"), 4, "there are etcd, kubelet"),
        (("service", "nope", "start"), 4, "List them with `talos services`."),
        (("service", "api", "stop"), 5, "doesn't support stop"),
        (("service", "kubelet", "start"), 5, "the image has no kubelet"),
        (("service", "etcd", "explode"), 2, "explode"),
        (("logs",), 2, "which log? There are etcd, kubelet"),
        (("logs", "nope"), 4, "There are etcd, kubelet."),
        (("get", "nope"), 4, "is not registered"),
        (("get", "links", "nope"), 4, "doesn't exist"),
        (("read", "/nope"), 4, "/nope: no such file"),
        (("list", "/nope"), 4, "/nope: no such directory"),
        (("events", "--tail", "1", "--since", "x"), 2, "exclude each other"),
        (("events", "--duration", "soon"), 2, "not a duration"),
        (("servicez",), 2, "Did you mean"),
    ],
)
def test_errors_have_messages_and_codes(node: Any, arguments: tuple[str, ...], code: int, said: str) -> None:
    result = node.talos(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_logs(node: Any) -> None:
    assert node.talos("logs", "etcd").stdout_bytes == b"one\ntwo\n\xff three\n"
    assert node.talos("logs", "etcd", "--tail", "2").stdout_bytes == b"two\n\xff three\n"


def test_get(node: Any) -> None:
    for index, name in enumerate(("eth0", "lo")):
        node.put("api", name, LinkStatus(index=index, type="ether", kind="", link_state=True, operational_state="up"))
    rows = table(node.talos("get", "links").stdout)
    assert rows[0][:5] == ["NODE", "NAMESPACE", "TYPE", "ID", "VERSION"]
    assert [row[3] for row in rows[1:]] == ["eth0", "lo"]
    documents = list(yaml.safe_load_all(node.talos("get", "links", "-o", "yaml").stdout))
    assert [document["metadata"]["id"] for document in documents] == ["eth0", "lo"]
    text = node.talos("get", "links", "-o", "json").stdout
    first, end = json.JSONDecoder().raw_decode(text)
    assert (first["node"], first["metadata"]["id"], first["spec"]["linkState"]) == ("a", "eth0", True)
    assert json.loads(text[end:])["metadata"]["id"] == "lo"
    assert json.loads(node.talos("get", "link", "lo", "-o", "json").stdout)["metadata"]["id"] == "lo"


def test_health(node: Any) -> None:
    result = node.talos("health")
    assert result.exit_code == 0
    rows = table(result.stdout)
    assert [row[:2] for row in rows[1:]] == [
        ["api", "serving"],
        ["init", "serving"],
        ["network", "serving"],
        ["machine", "ready"],
    ]
    data = json.loads(node.talos("health", "-o", "json").stdout)
    assert (data["components"][0]["name"], data["components"][0]["version"]) == ("api", libtalos.__version__)
    assert (data["ready"], data["stage"], data["unmetConditions"]) == (True, "running", [])


def test_health_of_an_ill_node(node: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("libtalos.cli.health.PATIENCE", 0.3)
    unmet = (UnmetCondition(name="services", reason="etcd not healthy"),)
    node.put("init", "machine", MachineStatus(stage="booting", status=Readiness(ready=False, unmet_conditions=unmet)))
    node.do(node.components["api"].stop)
    node.components["network"].health.set(False)
    result = node.talos("health")
    assert result.exit_code == 1
    rows = table(result.stdout)
    assert ["api", "down", "no answer within 0.3 s"] in rows
    assert ["machine", "booting", "etcd not healthy"] in rows
    assert [row[1] for row in rows if row[0] == "network"] == ["down"]


def test_health_without_init(node: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("libtalos.cli.health.PATIENCE", 0.3)
    node.do(node.components["init"].stop)
    result = node.talos("health")
    assert result.exit_code == 1
    assert ["machine", "unknown", "init does not tell"] in table(result.stdout)


def test_files(node: Any) -> None:
    assert node.talos("read", "/etc/hosts").stdout == "127.0.0.1 localhost\n"
    _, hosts, link = table(node.talos("list", "/etc").stdout)
    assert hosts == ["-rw-r--r--", "0", "0", "1.5 KiB", "2026-01-31T08:15:00Z", "hosts"]
    assert (link[0], link[-1]) == ("lrwxrwxrwx", "mtab -> /proc/mounts")
    assert json.loads(node.talos("list", "/etc", "-o", "json").stdout)[0]["size"] == 1536


def test_files_of_a_type(node: Any) -> None:
    def names(*types: str) -> list[str]:
        return [entry["name"] for entry in json.loads(node.talos("list", "/etc", *types, "-o", "json").stdout)]

    assert names("-t", "f") == ["/etc/hosts"]
    assert names("--type", "l") == ["/etc/mtab"]
    assert names("-t", "l", "-t", "f") == ["/etc/hosts", "/etc/mtab"]
    assert names("-t", "d") == []
    assert node.talos("list", "/etc", "-t", "socket").exit_code == 2


def test_mounts_and_memory(node: Any) -> None:
    _, proc, var = table(node.talos("mounts").stdout)
    assert proc == ["proc", "/proc"]
    assert var == ["/dev/loop1", "4 MiB", "1 MiB", "3 MiB", "25%", "/var"]
    assert json.loads(node.talos("mounts", "-o", "json").stdout)[1]["available"] == 3 * 2**20
    header, row = table(node.talos("memory").stdout)
    assert dict(zip(header, row, strict=True))["USED"] == "1 GiB"
    assert json.loads(node.talos("memory", "-o", "json").stdout)["kibibytes"]["cache"] == 512


def test_netstat_has_the_columns_that_are_asked_for(node: Any) -> None:
    header, connected, bound = table(node.talos("netstat").stdout)
    assert header == ["PROTO", "RECV-Q", "SEND-Q", "LOCAL ADDRESS", "FOREIGN ADDRESS", "STATE"]
    assert connected == ["tcp", "8", "0", "10.5.0.2:443", "10.5.0.1:999", "ESTABLISHED"]
    assert bound == ["udp6", "0", "0", ":::53", ":::*"]
    header, connected, _ = table(node.talos("netstat", "-xpko").stdout)
    assert header[6:] == ["UID", "INODE", "PID/PROGRAM NAME", "POD", "TIMER"]
    assert connected[6:] == ["0", "13", "7/etcd", "-", "keepalive (2.50/0/0)"]
    first, second = json.loads(node.talos("netstat", "--output", "json").stdout)
    assert (first["local"], first["pid"]) == ({"address": "10.5.0.2", "port": 443}, 7)
    assert (second["state"], second["namespace"]) == ("CLOSE", "cni-1")


@pytest.mark.parametrize(
    ("flags", "protocols", "kind"),
    [
        ((), {"tcp", "tcp6", "udp", "udp6"}, machine.NetstatRequestFilter.CONNECTED),
        (("-a", "-4"), {"tcp", "udp"}, machine.NetstatRequestFilter.ALL),
        (("-l", "-6", "-t", "-w"), {"tcp6", "raw6"}, machine.NetstatRequestFilter.LISTENING),
        (("-U", "-4", "-6"), {"udplite", "udplite6"}, machine.NetstatRequestFilter.CONNECTED),
        (("-v", "-4"), {"tcp", "udp", "udplite", "raw"}, machine.NetstatRequestFilter.CONNECTED),
    ],
)
def test_netstat_asks_for_what_is_wanted(
    node: Any, flags: tuple[str, ...], protocols: set[str], kind: machine.NetstatRequestFilter
) -> None:
    assert node.talos("netstat", *flags).exit_code == 0
    (request,) = node.components["api"].machine.asked
    asked = {name for name in machine.NetstatRequestL4Proto.__dataclass_fields__ if getattr(request.l4proto, name)}
    assert (asked, request.filter) == (protocols, kind)
    assert (request.netns.hostnetwork, request.netns.allnetns, request.feature.pid) == (True, False, False)


def test_time_beside_that_of_a_server(node: Any) -> None:
    header, row = table(node.talos("time").stdout)
    assert header == ["NODE", "NTP-SERVER", "NODE-TIME", "NTP-SERVER-TIME"]
    assert row == ["a", "time.cloudflare.com", "2026-01-31T08:15:00.000000Z", "2026-01-31T08:15:00.250000Z"]
    (asked,) = json.loads(node.talos("time", "--check", "pool.ntp.org", "-o", "json").stdout)
    assert asked == {
        "node": "a",
        "server": "pool.ntp.org",
        "nodeTime": "2026-01-31T08:15:00.000000Z",
        "serverTime": "2026-01-31T08:15:00.250000Z",
    }


def test_a_time_server_that_does_not_answer_is_told(node: Any) -> None:
    result = node.talos("time", "--check", "silent")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "no answer within 1 s" in result.stderr


def test_version(node: Any) -> None:
    assert table(node.talos("version").stdout)[1:] == [["client", libtalos.__version__], ["a", "v1.2.3", "linux/amd64"]]
    assert CliRunner().invoke(make_app(), ["--version"]).stdout == f"talos {libtalos.__version__}\n"
    assert CliRunner().invoke(make_app(), ["version", "--client"]).exit_code == 0


def test_shutdown_tells_the_progress_to_the_end(node: Any) -> None:
    result = node.talos("shutdown")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == ["a: shutdown sequence run-1", "a: phase stopAll start", "a: shut down"]


def test_shutdown_without_waiting(node: Any) -> None:
    assert node.talos("shutdown", "--no-wait").stderr == "a: shutdown sequence run-1\n"


@pytest.mark.parametrize("command", [("services",), ("events",), ("events", "-f"), ("health",), ("get", "links")])
def test_a_node_that_is_not_there(tmp_path: Path, command: tuple[str, ...]) -> None:
    result = CliRunner().invoke(make_app(), [*command, "--bus", str(tmp_path)])
    assert result.exit_code == 3
    assert "is the node running?" in result.stderr


def test_a_cluster_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALOS_HOME", str(tmp_path))
    for name in ("TALOS_BUS_DIR", "TALOS_CLUSTER"):
        monkeypatch.delenv(name, raising=False)
    result = CliRunner().invoke(make_app(), ["services"])
    assert (result.exit_code, result.stdout) == (4, "")
    assert "talos cluster create" in result.stderr


def test_the_list_of_commands_tells_what_their_help_tells() -> None:
    """The summaries stand beside the commands' names, so that the help imports none of them."""
    for name, entry in TalosGroup.entries.items():
        target = entry.load()
        own = target.info.help if hasattr(target, "info") else target.__doc__
        assert own.splitlines()[0] == entry.summary, name


def test_every_command_has_an_example() -> None:
    for name in TalosGroup.entries:
        text = CliRunner().invoke(make_app(), [name, "--help"]).stdout
        assert "Example: talos" in " ".join(text.split()) or "COMMAND [ARGS]" in text, name
