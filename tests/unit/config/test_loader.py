"""Machine configs are read strictly and written back."""

from __future__ import annotations

import pytest
import yaml

from libtalos.config import ConfigError, MachineConfig, ValidationError, encode, load
from libtalos.config.network import Interface, NetworkSection, Route
from libtalos.config.schema import Cluster, Machine
from libtalos.pki import Secret


def test_scalars_are_read_as_go_yaml_reads_them() -> None:
    text = b"""\
version: v1alpha1
persist: true
machine:
  type: controlplane
  token: 123456
  kubelet:
    extraArgs: {v: 2, feature-gates: [A=true, B=false]}
    extraConfig: {maxPods: 250, nested: {on: yes, list: [1.5, ~]}}
    clusterDNS: [10.96.0.10]
  network:
    hostname: ~
    interfaces:
      - interface: eth0
        addresses: [10.0.0.2/24, fd00::2/64]
        mtu: 0x5dc
        dhcp: false
        routes: [{gateway: 10.0.0.1, metric: 1024}]
  sysctls: {net.ipv4.ip_forward: 1, kernel.panic: "10"}
  certSANs: [talos.example.org]
"""
    machine = load(text).machine
    assert machine is not None
    assert machine.token == Secret("123456")
    assert machine.kubelet.extra_args == {"v": "2", "feature-gates": ("A=true", "B=false")}
    assert machine.kubelet.extra_config == {"maxPods": 250, "nested": {"on": "yes", "list": [1.5, None]}}
    assert machine.network.interfaces[0].mtu == 1500
    assert machine.network.interfaces[0].dhcp is False
    assert machine.sysctls == {"net.ipv4.ip_forward": "1", "kernel.panic": "10"}
    assert machine.cert_sans == ("talos.example.org",)


@pytest.mark.parametrize(
    ("text", "problem", "path", "line"),
    [
        ("machine: {type: [1]}", "machine.type: expected text", "machine.type", 1),
        ("machine:\n  type: {a: b}", "machine.type: expected text", "machine.type", 2),
        ("debug: 1", "debug: expected true or false", "debug", 1),
        ("debug: 'true'", "debug: expected true or false", "debug", 1),
        ("machine: []", "machine: expected a mapping", "machine", 1),
        ("machine:\n  certSANs: a", "machine.certSANs: expected a list", "machine.certSANs", 2),
        (
            "machine:\n  network:\n    interfaces:\n      - {interface: a}\n      - mtu: big\n",
            "machine.network.interfaces[1].mtu: expected a whole number",
            "machine.network.interfaces[1].mtu",
            5,
        ),
        ("machine:\n  sysctls:\n    a: [b]", "machine.sysctls['a']: expected text", "machine.sysctls['a']", 3),
        ("machine:\n  ca: {crt: '***'}", "machine.ca.crt: expected base64", "machine.ca.crt", 2),
        ("machine:\n  ca: {key: '***'}", "machine.ca.key: expected base64", "machine.ca.key", 2),
        ("machine:\n  ca: {key: /w==}", "expected a private key in PEM, in base64", "machine.ca.key", 2),
        (
            "machine:\n  kubelet:\n    extraMounts: [{source: /a}]",
            "Missing required key 'destination'",
            "machine.kubelet.extraMounts[0]",
            3,
        ),
    ],
)
def test_a_value_of_a_wrong_type_is_told_with_document_path_and_line(
    text: str, problem: str, path: str, line: int
) -> None:
    with pytest.raises(ConfigError) as caught:
        load(text.encode())
    error = caught.value
    assert error.message.startswith("error decoding document /v1alpha1/ (line 1): ")
    assert problem in error.message
    assert (error.document, error.path, error.line) == ("/v1alpha1/", path, line)


def test_all_unknown_keys_are_told_at_once_in_upstreams_words() -> None:
    text = b"machine:\n  typ: worker\n  network:\n    mtu: 7\n    vlans: [{vlanId: 1}]\nclutser: {}\n"
    with pytest.raises(ConfigError) as caught:
        load(text)
    head, _, rest = caught.value.message.partition("unknown keys found during decoding:\n")
    shown, _, places = rest.rpartition("at ")
    assert head == "error decoding document /v1alpha1/ (line 1): "
    assert yaml.safe_load(shown) == {
        "machine": {"typ": "******", "network": {"mtu": 7, "vlans": [{"vlanId": 1}]}},
        "clutser": {},
    }
    assert (
        places == "machine.typ (line 2), machine.network.mtu (line 4), machine.network.vlans (line 5), clutser (line 6)"
    )
    assert (caught.value.path, caught.value.line) == ("machine.typ", 2)


def test_a_misspelt_secret_stays_out_of_the_message() -> None:
    with pytest.raises(ConfigError) as caught:
        load(b"machine: {tokn: hunter2}\n")
    assert "hunter2" not in caught.value.message
    assert "tokn" in caught.value.message


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "config not found"),
        ("---\n# nothing\n", "config not found"),
        ("- a", "a document must be a mapping (line 1)"),
        ("foo: bar", "missing kind (line 1)"),
        ("kind: HostnameConfig", "missing apiVersion (line 1)"),
        (
            "machine: {}\n---\napiVersion: v1alpha1\nkind: VolumesConfig\nname: EPHEMERAL\n",
            'document v1alpha1/VolumesConfig/EPHEMERAL (line 3): "VolumesConfig" "v1alpha1": not registered',
        ),
        ("machine: {}\n---\ncluster: {}\n", "duplicate document /v1alpha1/ is not allowed (line 3)"),
    ],
)
def test_other_documents_are_refused_by_name(text: str, problem: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(text.encode())
    assert problem in caught.value.message


def test_what_is_written_reads_the_same() -> None:
    interface = Interface(interface="eth0", addresses=("fd00::2/64",), routes=(Route(gateway="fd00::1"),), mtu=9000)
    config = MachineConfig(
        version="v1alpha1",
        persist=True,
        machine=Machine(
            type="worker",
            token=Secret("on"),
            network=NetworkSection(interfaces=(interface,), nameservers=("2606:4700:4700::1111",)),
            sysctls={"a": "1", "b": "0o17", "c": "yes", "d": "~", "e": "", "f": "1e3", "g": "0x1"},
        ),
        cluster=Cluster(cluster_name="öß", id="1_0"),
    )
    text = encode(config)
    assert load(text) == config
    assert b"dnsDomain" not in text, "defaults are left out"


def test_a_document_of_wrong_things_never_raises_anything_else() -> None:
    for name in ("machine", "cluster"):
        for value in ("1", "[]", "text", "{a: {b: c}}", "~"):
            try:
                load(f"{name}: {value}".encode())
            except ConfigError as error:
                assert error.document == "/v1alpha1/"  # noqa: PT017 - both outcomes are right


def test_a_message_has_room_for_a_hundred_things() -> None:
    keys = "".join(f"  k{number}: 1\n" for number in range(150))
    with pytest.raises(ConfigError) as caught:
        load(f"machine:\n{keys}".encode())
    assert caught.value.message.endswith("machine.k99 (line 101) and 50 more")
    assert "k100" not in caught.value.message
    links = "".join(f"apiVersion: v1alpha1\nkind: LinkConfig\nname: a {number}\n---\n" for number in range(150))
    with pytest.raises(ValidationError) as caught:
        load(links.encode())
    assert caught.value.message.endswith("\n\t* and 50 more")
    assert len(caught.value.message.splitlines()) == 102
    assert len(caught.value.problems) == 150
