"""What a config must say, in upstream's words."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from libtalos.config import MachineConfig, ValidationError, encode, generate, load
from libtalos.config.validation import Mode, validate
from libtalos.pki import SecretsBundle, bundle
from tests.unit.pki.times import NOW


@pytest.fixture(scope="module")
def secrets() -> SecretsBundle:
    """One bundle for all tests of the module."""
    return bundle.generate(now=NOW)


@pytest.fixture
def valid(secrets: SecretsBundle) -> str:
    """The text of a valid config."""
    config = generate.control_plane(
        secrets,
        generate.Choices(cluster_name="test", hostname="n1", addresses=("10.5.0.2/24",), gateway="10.5.0.1"),
    )
    return encode(config).decode()


def problems(text: str, mode: Mode = Mode.CONTAINER) -> tuple[str, ...]:
    """What validation says."""
    with pytest.raises(ValidationError) as caught:
        validate(load(text.encode()), mode)
    return caught.value.problems


def test_an_empty_config_lacks_everything() -> None:
    with pytest.raises(ValidationError) as caught:
        validate(MachineConfig(), Mode.METAL)
    assert caught.value.message == (
        "3 errors occurred:"
        '\n\t* version: expected "v1alpha1", got ""'
        "\n\t* machine instructions are required"
        "\n\t* cluster instructions are required"
    )


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (lambda text: text.replace("type: controlplane", "type: boss"), 'unknown machine type "boss"'),
        (lambda text: text.replace("persist: true", "persist: false"), ".persist should be enabled"),
        (
            lambda text: text.replace("type: controlplane", "type: worker"),
            "issuing Talos API CA key is not allowed on non-controlplane nodes (.machine.ca)",
        ),
        (
            lambda text: text.replace("endpoint: https://10.5.0.2:6443", "endpoint: 10.5.0.2"),
            'cluster.controlPlane.endpoint: "10.5.0.2" is not a URL like https://192.0.2.1:6443',
        ),
        (
            lambda text: text.replace("endpoint: https://10.5.0.2:6443", "endpoint: https://10.5.0.2:99999"),
            'cluster.controlPlane.endpoint: "https://10.5.0.2:99999" is not a URL like https://192.0.2.1:6443',
        ),
        (
            lambda text: text.replace("\n  controlPlane:", "\n  network: {dnsDomain: a_b}\n  controlPlane:"),
            '"a_b" is not a valid DNS name',
        ),
        (
            lambda text: text.replace("- 10.5.0.2/24", "- 10.5.0.2"),
            'machine.network.interfaces[0].addresses: "10.5.0.2" is not an address in CIDR notation',
        ),
        (
            lambda text: text.replace("gateway: 10.5.0.1", "gateway: 10.5.0.1/24"),
            'machine.network.interfaces[0].routes[0].gateway: "10.5.0.1/24" is not an IP address',
        ),
        (
            lambda text: text.replace("network: 0.0.0.0/0\n        gateway: 10.5.0.1", "metric: 1"),
            "machine.network.interfaces[0].routes[0]: either network or gateway should be set",
        ),
        (
            lambda text: text.replace("interface: eth0", "interface: eth/0"),
            'machine.network.interfaces[0].interface: "eth/0" is not a link name',
        ),
        (
            lambda text: text.replace("interface: eth0", "interface: eth0\n      mtu: 12"),
            "machine.network.interfaces[0].mtu: 12 is not between 68 and 65536",
        ),
        (
            lambda text: text.replace("hostname: n1", "hostname: -n"),
            'machine.network.hostname: "-n" is not a valid DNS name',
        ),
        (
            lambda text: text.replace("enabled: true\n      forwardKubeDNSToHost", "forwardKubeDNSToHost"),
            "hostDNS must be enabled in container mode",
        ),
        (
            lambda text: text.replace("\n      forwardKubeDNSToHost: true", ""),
            "forwardKubeDNSToHost must be enabled in container mode",
        ),
    ],
)
def test_each_fault_has_its_text(valid: str, edit: Callable[[str], str], problem: str) -> None:
    assert edit(valid) != valid
    assert problems(edit(valid)) == (problem,)


def test_a_control_plane_needs_the_issuing_authority(valid: str) -> None:
    lines = valid.splitlines(keepends=True)
    start = lines.index("  ca:\n")
    without_key = "".join(lines[: start + 2] + lines[start + 3 :])
    assert problems(without_key) == ("issuing CA key is required for controlplane nodes (.machine.ca.key)",)
    without_ca = "".join(lines[:start] + lines[start + 3 :])
    assert problems(without_ca) == ("issuing CA or some accepted CAs are required (.machine.ca, machine.acceptedCAs)",)


def test_a_key_must_fit_its_certificate_and_is_not_shown(valid: str, secrets: SecretsBundle) -> None:
    mine, other = secrets.certs.etcd.key.document_text(), secrets.certs.k8s.key.document_text()
    swapped = valid.replace(mine, other)
    assert problems(swapped) == ("cluster.etcd.ca: the private key does not belong to the certificate",)
    garbage = base64.b64encode(b"garbage").decode()
    (problem,) = problems(valid.replace(mine, garbage))
    assert problem == "cluster.etcd.ca: not a private key in PEM (SEC 1 or PKCS #8)"


def test_hostdns_is_asked_for_in_containers_only(valid: str) -> None:
    start, end = valid.index("    hostDNS:"), valid.index("cluster:\n")
    text = valid[:start] + valid[end:]
    assert problems(text) == ("hostDNS config is required in container mode",)
    assert validate(load(text.encode()), Mode.METAL) == ()


def test_fields_without_effect_are_warned_of(valid: str) -> None:
    text = valid.replace("\n  kubelet:\n", "\n  sysctls: {a: b}\n  env: {}\n  kubelet:\n    image: x\n")
    warnings = validate(load(text.encode()), Mode.CONTAINER)
    assert warnings == (
        "machine.kubelet.image has no effect in this version",
        "machine.sysctls has no effect in this version",
    )


def test_an_installation_is_for_machines_and_not_for_containers(valid: str) -> None:
    text = valid.replace("\n  kubelet:\n", "\n  install: {disk: /dev/sda, wipe: true, image: x}\n  kubelet:\n")
    config = load(text.encode())
    assert validate(config, Mode.CONTAINER) == ("machine.install has no effect in this version",)
    assert validate(config, Mode.METAL) == ("machine.install.image has no effect in this version",)
