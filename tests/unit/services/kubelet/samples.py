"""What the tests of the kubelet component share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_address

from libtalos.config import MachineConfig, encode, generate, load
from libtalos.pki import bundle
from services.kubelet.facts import Facts

NOW = datetime.now(UTC).replace(microsecond=0)
SECRETS = bundle.generate(now=NOW)
TEXT = encode(
    generate.control_plane(
        SECRETS, generate.Choices(cluster_name="test", hostname="Node-1.example.org", addresses=("10.5.0.2/24",))
    )
).decode()
MOUNTS = frozenset({"/var", "/etc/kubernetes"})


def config(edit: Callable[[str], str] = str) -> MachineConfig:
    """A control plane's config; edit changes its text."""
    return load(edit(TEXT).encode())


def kubelet_section(lines: str) -> Callable[[str], str]:
    """An edit that adds YAML (in flow style, one line) to machine.kubelet."""
    return lambda text: text.replace("\n  kubelet:\n", f"\n  kubelet:\n    {lines}\n")


def facts(edit: Callable[[str], str] = str) -> Facts:
    """All that is needed."""
    return Facts(config=config(edit), addresses=(ip_address("10.5.0.2"),), mounts=MOUNTS, time_synced=True)
