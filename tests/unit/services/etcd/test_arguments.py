"""etcd's command line."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from services.etcd.arguments import DENIED, PROGRAM, ArgumentError, base_flags, command, urls
from tests.unit.services.etcd.samples import addresses, planned

SECRETS, DATA = Path("/system/secrets/etcd"), Path("/var/lib/etcd")


def flags(**changes: object) -> dict[str, str]:
    """The command's flags."""
    plan = replace(planned(), **changes)
    line = command(plan, secrets=SECRETS, data=DATA)
    assert line[0] == PROGRAM
    return dict(item.removeprefix("--").split("=", 1) for item in line[1:])


def test_the_member_is_described() -> None:
    found = flags(cluster_id="id", advertised=addresses("10.5.0.2", "fd00::2"))
    assert found["name"] == "n1"
    assert found["initial-cluster"] == "n1=https://10.5.0.2:2380,n1=https://[fd00::2]:2380"
    assert found["advertise-client-urls"] == "https://10.5.0.2:2379,https://[fd00::2]:2379"
    assert (found["initial-cluster-state"], found["initial-cluster-token"]) == ("new", "id")
    assert found["data-dir"] == "/var/lib/etcd"


def test_both_sides_ask_for_certificates() -> None:
    found = flags()
    assert found["client-cert-auth"] == found["peer-client-cert-auth"] == "true"
    assert found["auto-tls"] == found["peer-auto-tls"] == "false"
    assert found["trusted-ca-file"] == found["peer-trusted-ca-file"] == "/system/secrets/etcd/ca.crt"
    assert all(url.startswith("https://") for url in found["listen-client-urls"].split(","))
    assert "CBC" not in found["cipher-suites"]


def test_extra_arguments_are_added_and_may_override_what_is_initial() -> None:
    extra = {"election-timeout": "5000", "initial-cluster-state": "existing", "log-outputs": ("stderr", "x")}
    found = flags(extra_args=extra)
    assert found["election-timeout"] == "5000"
    assert found["initial-cluster-state"] == "existing"
    assert found["log-outputs"] == "stderr,x"


@pytest.mark.parametrize("name", sorted(DENIED))
def test_what_holds_the_node_together_is_not_overridden(name: str) -> None:
    with pytest.raises(ArgumentError, match=f'extra arg "{name}" is not allowed to be overridden'):
        flags(extra_args={name: "x"})


def test_every_flag_is_known_to_the_etcd_of_the_image() -> None:
    said = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True)
    text = said.stdout + said.stderr
    unknown = [name for name in base_flags(planned(), secrets=SECRETS, data=DATA) if f"--{name} " not in text]
    assert unknown == []


def test_urls() -> None:
    assert urls(addresses("0.0.0.0", "::1"), 1) == "https://0.0.0.0:1,https://[::1]:1"  # noqa: S104 - a text
