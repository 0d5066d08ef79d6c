"""Generated configs."""

from __future__ import annotations

from typing import Any

import pytest

from libtalos.config import MachineConfig, ValidationError, encode, generate, load
from libtalos.config.network import Interface, Route
from libtalos.config.validation import Mode, validate
from libtalos.pki import bundle
from tests.unit.pki.times import NOW

SECRETS = bundle.generate(now=NOW)


def control_plane(**choices: Any) -> MachineConfig:
    """A control-plane node of these choices."""
    return generate.control_plane(SECRETS, generate.Choices(**choices))


def test_a_generated_config_is_valid_and_survives_writing() -> None:
    config = control_plane(
        cluster_name="test",
        hostname="n1",
        addresses=("10.5.0.2/24", "fd00::2/64"),
        gateway="10.5.0.1",
        nameservers=("10.5.0.1",),
        cert_sans=("10.5.0.2",),
    )
    assert load(encode(config)) == config
    assert validate(config, Mode.CONTAINER) == ("cluster.apiServer has no effect in this version",)
    assert config.machine is not None
    assert config.cluster is not None
    assert config.machine.network.interfaces == (
        Interface(
            interface="eth0",
            addresses=("10.5.0.2/24", "fd00::2/64"),
            routes=(Route(network="0.0.0.0/0", gateway="10.5.0.1"),),
        ),
    )
    assert config.cluster.control_plane.endpoint == "https://10.5.0.2:6443"
    assert config.cluster.etcd.ca is not None
    assert config.cluster.etcd.ca.key == SECRETS.certs.etcd.key
    assert config.machine.token == SECRETS.trustd_info.token


def test_its_repr_has_no_secret() -> None:
    config = control_plane(cluster_name="test", endpoint="https://10.5.0.2:6443")
    shown = repr(config)
    assert "PRIVATE KEY" not in shown
    for secret in (SECRETS.trustd_info.token, SECRETS.cluster.secret, SECRETS.secrets.bootstrap_token):
        assert secret.reveal() not in shown


def test_ipv6_gets_brackets_and_its_own_default_route() -> None:
    config = control_plane(cluster_name="t", addresses=("fd00::2/64",), gateway="fd00::1")
    assert config.cluster is not None
    assert config.machine is not None
    assert config.cluster.control_plane.endpoint == "https://[fd00::2]:6443"
    assert config.machine.network.interfaces[0].routes == (Route(network="::/0", gateway="fd00::1"),)


def test_choices_that_make_no_config_are_refused() -> None:
    with pytest.raises(ValidationError, match="endpoint is required"):
        control_plane(cluster_name="t")
    with pytest.raises(ValidationError, match="is not an address in CIDR notation"):
        control_plane(cluster_name="t", addresses=("10.5.0.2",))


def test_a_worker_has_no_key_of_an_authority() -> None:
    config = generate.worker(SECRETS, generate.Choices(cluster_name="t", endpoint="https://10.5.0.2:6443"))
    text = encode(config).decode()
    assert load(text.encode()) == config
    assert "key:" not in text
    assert config.machine is not None
    assert config.machine.ca is not None
    assert config.machine.ca.crt == SECRETS.certs.os.crt
    assert SECRETS.secrets.secretbox_encryption_secret.reveal() not in text
