"""`talos gen` and `talos config`: files that are made, and what they are good for."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from libtalos.cli.app import make_app
from libtalos.config import load
from libtalos.pki import SecretKey, bundle, talosconfig
from libtalos.pki.inspect import check_pair, describe

ENDPOINT = "https://10.5.0.2:6443"
Talos = Callable[..., Result]


@pytest.fixture
def talos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Talos:
    """The command, in an empty directory of its own which is its user's home as well."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("TALOSCONFIG", "TALOS_HOME"):
        monkeypatch.delenv(name, raising=False)
    return lambda *arguments: CliRunner().invoke(make_app(), list(arguments))


def done(result: Result) -> str:
    """Its standard output; it must have succeeded."""
    assert result.exit_code == 0, result.output
    return result.stdout


def test_configs_of_one_cluster_come_from_its_secrets(talos: Talos, tmp_path: Path) -> None:
    done(talos("gen", "secrets"))
    done(talos("gen", "config", "c", ENDPOINT, "--with-secrets", "secrets.yaml", "-o", "out"))
    secrets = bundle.load((tmp_path / "secrets.yaml").read_bytes())
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"controlplane.yaml", "worker.yaml", "talosconfig"}
    for path in (tmp_path / "secrets.yaml", *(tmp_path / "out").iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    control_plane, worker = (
        load((tmp_path / "out" / f"{name}.yaml").read_bytes()) for name in ("controlplane", "worker")
    )
    assert control_plane.machine is not None
    assert control_plane.machine.token == secrets.trustd_info.token
    assert worker.machine is not None
    assert (worker.machine.type, worker.machine.token) == ("worker", secrets.trustd_info.token)
    context = talosconfig.decode((tmp_path / "out" / "talosconfig").read_bytes()).chosen()[1]
    check_pair(context.crt, context.key, authority=secrets.certs.os.crt)
    assert describe(context.crt).roles == ("os:admin",)


def test_secrets_come_back_from_a_config(talos: Talos, tmp_path: Path) -> None:
    done(talos("gen", "secrets"))
    done(talos("gen", "config", "c", ENDPOINT, "--with-secrets", "secrets.yaml"))
    done(talos("gen", "secrets", "--from-controlplane-config", "controlplane.yaml", "-o", "again.yaml"))
    assert (tmp_path / "again.yaml").read_bytes() == (tmp_path / "secrets.yaml").read_bytes()
    result = talos("gen", "secrets", "--from-controlplane-config", "worker.yaml", "-o", "no.yaml")
    assert (result.exit_code, (tmp_path / "no.yaml").exists()) == (1, False)
    assert "cluster.secretboxEncryptionSecret is missing" in result.stderr


def test_nothing_is_overwritten_unless_forced(talos: Talos, tmp_path: Path) -> None:
    (tmp_path / "worker.yaml").write_text("mine")
    result = talos("gen", "config", "c", ENDPOINT)
    assert (result.exit_code, result.stderr) == (
        1,
        "error: worker.yaml is there already: give --force to overwrite it\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["worker.yaml"]
    done(talos("gen", "config", "c", ENDPOINT, "--force"))
    assert (tmp_path / "worker.yaml").read_text() != "mine"


def test_one_type_goes_to_stdout_or_a_file(talos: Talos, tmp_path: Path) -> None:
    config = load(done(talos("gen", "config", "c", ENDPOINT, "-t", "worker", "-o", "-")).encode())
    assert config.cluster is not None
    assert config.cluster.control_plane.endpoint == ENDPOINT
    done(talos("gen", "config", "c", ENDPOINT, "-t", "worker", "-o", "deep/w.yaml"))
    assert (tmp_path / "deep" / "w.yaml").exists()
    result = talos("gen", "config", "c", ENDPOINT, "-o", "-")
    assert (result.exit_code, "stdout takes one type" in result.stderr) == (2, True)
    assert talos("gen", "config", "c", ENDPOINT, "-t", "master").exit_code == 2


def test_a_bad_endpoint_writes_nothing(talos: Talos, tmp_path: Path) -> None:
    result = talos("gen", "config", "c", "10.5.0.2")
    assert result.exit_code == 1
    assert 'cluster.controlPlane.endpoint: "10.5.0.2" is not a URL' in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_client_is_made_by_hand(talos: Talos, tmp_path: Path) -> None:
    done(talos("gen", "ca", "--organization", "ca"))
    done(talos("gen", "key", "--name", "reader"))
    done(talos("gen", "csr", "--key", "reader.key", "--roles", "os:reader"))
    done(talos("gen", "crt", "--ca", "ca", "--csr", "reader.csr", "--name", "reader", "--hours", "48"))
    crt, key = (tmp_path / "reader.crt").read_bytes(), SecretKey((tmp_path / "reader.key").read_text())
    check_pair(crt, key, authority=(tmp_path / "ca.crt").read_bytes())
    assert describe(crt).roles == ("os:reader",)
    assert stat.S_IMODE((tmp_path / "reader.key").stat().st_mode) == 0o600
    done(talos("config", "add", "hand", "--ca", "ca.crt", "--crt", "reader.crt", "--key", "reader.key"))
    shown = done(talos("config", "info"))
    assert "Roles:               os:reader\n" in shown
    assert "Certificate expires: in 1 days" in shown
    result = talos("config", "add", "bad", "--ca", "reader.crt", "--crt", "reader.crt", "--key", "reader.key")
    assert (result.exit_code, "not signed by this authority" in result.stderr) == (1, True)


def test_a_keypair_signs_itself(talos: Talos, tmp_path: Path) -> None:
    done(talos("gen", "keypair", "--organization", "own", "--ip", "127.0.0.1"))
    crt = (tmp_path / "own.crt").read_bytes()
    check_pair(crt, SecretKey((tmp_path / "own.key").read_text()), authority=crt)
    assert describe(crt).expires > datetime.now(UTC)
    assert talos("gen", "keypair", "--organization", "own", "--ip", "127.0.0").exit_code == 2


def test_contexts_are_merged_chosen_and_removed(talos: Talos, tmp_path: Path) -> None:
    for name in ("one", "two"):
        done(talos("gen", "config", name, ENDPOINT, "-t", "talosconfig", "-o", f"{name}.cfg"))
        done(talos("config", "merge", f"{name}.cfg"))
    done(talos("gen", "config", "one", ENDPOINT, "-t", "talosconfig", "-o", "other.cfg"))
    result = talos("config", "merge", "other.cfg")
    assert (result.exit_code, result.stderr) == (0, 'context "one" is there already: added as "one-1"\n')
    done(talos("config", "context", "two"))
    done(talos("config", "endpoint", "10.5.0.2", "10.5.0.3"))
    done(talos("config", "node", "10.5.0.9", "--context", "one"))
    done(talos("config", "proxy-url", "socks5://127.0.0.1"))
    lines = done(talos("config", "contexts")).splitlines()
    assert [line.split() for line in lines] == [
        ["CURRENT", "NAME", "ENDPOINTS", "NODES"],
        ["one", "10.5.0.9"],
        ["one-1"],
        ["*", "two", "10.5.0.2,10.5.0.3"],
    ]
    path = tmp_path / ".talos" / "config"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert talosconfig.decode(path.read_bytes()).chosen()[1].proxy_url == "socks5://127.0.0.1"
    assert "would be removed" in talos("config", "remove", "one", "--dry-run").stderr
    assert talos("config", "remove", "one").exit_code == 2
    done(talos("config", "remove", "one", "--yes"))
    assert set(talosconfig.decode(path.read_bytes()).contexts) == {"one-1", "two"}
    assert talos("config", "remove", "two", "--yes").exit_code == 1


def test_a_file_that_cannot_be_read_is_named(talos: Talos, tmp_path: Path) -> None:
    (tmp_path / "broken").write_text("contexts: [")
    result = talos("config", "info", "--talosconfig", "broken")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: broken: not YAML: ")
    result = talos("config", "info")
    assert (result.exit_code, result.stderr) == (
        1,
        "error: no context is set: choose one with `talos config context NAME`\n",
    )


def test_configs_are_patched_as_they_are_generated(talos: Talos, tmp_path: Path) -> None:
    arguments = (
        *("--config-patch", "machine: {network: {hostname: n1}}"),
        *("--config-patch-worker", '[{"op": "replace", "path": "/machine/network/hostname", "value": "w1"}]'),
    )
    done(talos("gen", "config", "c", ENDPOINT, *arguments))
    names = {}
    for kind in ("controlplane", "worker"):
        machine = load((tmp_path / f"{kind}.yaml").read_bytes()).machine
        assert machine is not None
        names[kind] = machine.network.hostname
    assert names == {"controlplane": "n1", "worker": "w1"}


def test_a_file_is_patched_and_checked(talos: Talos, tmp_path: Path) -> None:
    done(talos("gen", "config", "c", ENDPOINT, "-t", "worker", "-o", "w.yaml"))
    patch = tmp_path / "p.yaml"
    patch.write_text("machine: {network: {hostname: n1}}")
    shown = done(talos("machineconfig", "patch", "w.yaml", "-p", "@p.yaml"))
    assert "hostname: n1" in shown
    done(talos("machineconfig", "patch", "w.yaml", "-p", "p.yaml", "-o", "n1.yaml"))
    assert (tmp_path / "n1.yaml").read_text() == shown
    assert talos("validate", "-c", "n1.yaml", "-m", "container").stderr.endswith("is valid for container mode\n")
    patch.write_text("machine: {type: king}")
    done(talos("machineconfig", "patch", "w.yaml", "-p", "p.yaml", "-o", "bad.yaml"))
    result = talos("validate", "-c", "bad.yaml", "-m", "container")
    assert (result.exit_code, 'unknown machine type "king"' in result.stderr) == (1, True)
    warned = talos("validate", "-c", "w.yaml", "-m", "container", "--strict")
    assert (warned.exit_code, "warning: machine.install has no effect" in warned.stderr) == (1, True)
    result = talos("machineconfig", "patch", "w.yaml", "-p", "[{op: remove, path: /x}]")
    assert (result.exit_code, "operation 0 (remove /x)" in result.stderr) == (1, True)


def test_the_schema_is_printed_and_written(talos: Talos, tmp_path: Path) -> None:
    shown = done(talos("machineconfig", "schema"))
    assert "LinkConfig" in json.loads(shown)["$defs"]
    done(talos("machineconfig", "schema", "-o", "s.json"))
    assert (tmp_path / "s.json").read_text() == shown
